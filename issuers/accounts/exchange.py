"""The authorization code flow in pure steps: where somebody goes, what he brings back, what we give for it.

RFC 6749 4.1 with PKCE (RFC 7636), and the issuer in the answer (RFC 9207) against providers who are mixed up.
Of an account we ask only whose it is: no name, no mail address.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from badges.errors import DocumentError
from badges.strictjson import loads_object
from issuers.accounts.attempts import Attempt
from issuers.accounts.metadata import Metadata
from issuers.accounts.providers import Provider
from issuers.errors import AccountProofError, AccountRefusedError, ProviderDownError
from web.purposes import Form

if TYPE_CHECKING:
    from authlib.oauth2.auth import ClientAuth

SCOPE: Final = "openid"
_KNOWN: Final = frozenset(
    {
        "account_selection_required",
        "consent_required",
        "interaction_required",
        "invalid_request",
        "invalid_scope",
        "login_required",
        "unauthorized_client",
        "unsupported_response_type",
    }
)
_ITS_OWN_TROUBLE: Final = frozenset({"server_error", "temporarily_unavailable"})
_REFUSED: Final = "access_denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Hold what somebody brings back from a provider."""

    state: str
    code: str
    error: str
    issuer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Hold what a provider gives for a code; we use neither for anything else."""

    access_token: str
    id_token: str


def authorization_url(
    metadata: Metadata, attempt: Attempt, *, provider: Provider, state: str, redirect_url: str
) -> str:
    """Give the address at the provider where somebody signs in."""
    from authlib.oauth2.rfc6749.parameters import prepare_grant_uri  # noqa: PLC0415 - large; see `tokens`
    from authlib.oauth2.rfc7636 import create_s256_code_challenge  # noqa: PLC0415 - as above

    url: str = prepare_grant_uri(
        metadata.authorization_url,
        client_id=provider.client_id,
        response_type="code",
        redirect_uri=redirect_url,
        scope=SCOPE,
        state=state,
        nonce=attempt.nonce,
        code_challenge=create_s256_code_challenge(attempt.verifier),
        code_challenge_method="S256",
    )
    return url


def read_answer(parameters: Iterable[tuple[str, str]]) -> Answer:
    """Read what stands in the address with which somebody comes back; what stands twice counts as nothing."""
    listed = list(parameters)
    times = Counter(name for name, _ in listed)
    once = {name: value for name, value in listed if times[name] == 1}
    return Answer(
        state=once.get("state", ""),
        code=once.get("code", ""),
        error=once.get("error", ""),
        issuer=once.get("iss", "") if times["iss"] <= 1 else "twice",
    )


def check_answer(answer: Answer, *, metadata: Metadata, provider: Provider) -> None:
    """Check that the answer is of this provider, and that it is a code.

    Raises:
        AccountRefusedError: whoever signs in stopped, or may not.
        ProviderDownError: the provider says that it has trouble of its own.
        AccountProofError: anything else; its reason says what.
    """
    fits = answer.issuer == metadata.issuer or provider.issues_as(answer.issuer)
    if (answer.issuer or metadata.names_itself) and not fits:
        raise AccountProofError("the answer is of another provider")
    if answer.error and answer.code:
        raise AccountProofError("the answer is a code and an error")
    if answer.error == _REFUSED:
        raise AccountRefusedError(provider.name)
    if answer.error in _ITS_OWN_TROUBLE:
        raise ProviderDownError(provider.name)
    if answer.error or not answer.code:
        raise AccountProofError(f"the answer holds no code: {_named(answer.error)}")


def token_request(
    attempt: Attempt, *, code: str, metadata: Metadata, provider: Provider, redirect_url: str
) -> Form:
    """Ask for tokens in exchange for a code (RFC 6749 4.1.3, RFC 7636 4.5)."""
    from authlib.oauth2.rfc6749.parameters import prepare_token_request  # noqa: PLC0415 - as above

    fields = prepare_token_request(
        "authorization_code", code=code, redirect_uri=redirect_url, code_verifier=attempt.verifier
    )
    _, headers, body = _client(provider, metadata).prepare("POST", metadata.token_url, {}, fields)
    return Form(body=body.encode(), authorization=headers.get("Authorization"))


def read_tokens(raw: bytes) -> Tokens:
    """Read what came for a code (RFC 6749 5.1, OpenID Connect Core 3.1.3.3).

    Raises:
        AccountProofError: it is no such answer.
    """
    try:
        given = loads_object(raw)
    except DocumentError as error:
        raise AccountProofError("the provider gave no tokens that can be read") from error
    kind, access, identity = (given.get(name) for name in ("token_type", "access_token", "id_token"))
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise AccountProofError("the tokens are of another type")
    if not isinstance(access, str) or not access or not isinstance(identity, str):
        raise AccountProofError("the provider gave no ID token")
    return Tokens(access_token=access, id_token=identity)


def _named(error: str) -> str:
    """Name an error of OAuth 2.0 or OpenID Connect for the log; anyone can write in an address."""
    return error if error in _KNOWN else "nor an error that we know"


def _client(provider: Provider, metadata: Metadata) -> "ClientAuth":
    """Prove who we are; in Basic a colon in our id would end it, so both are coded (RFC 6749 2.3.1)."""
    from authlib.oauth2.auth import ClientAuth  # noqa: PLC0415 - as above

    names = (provider.client_id, provider.client_secret)
    if metadata.authentication == "client_secret_basic":
        names = (quote_plus(names[0]), quote_plus(names[1]))
    return ClientAuth(*names, metadata.authentication)
