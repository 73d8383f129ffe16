"""Read what a provider tells about itself, and which keys it signs with; nothing of it is taken on trust.

It decides where our client secret goes. So the document must name the issuer of the settings, letter for
letter (OpenID Connect Discovery 1.0, 4.3), and everything that it names is at https.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from badges.errors import DocumentError, KeyFormatError
from badges.jwk import is_private, read_jwk
from badges.strictjson import JsonObject, loads_object
from issuers.accounts.providers import Provider
from issuers.errors import AccountProofError
from web.addresses import read_address
from web.errors import AddressError

Authentication = Literal["client_secret_basic", "client_secret_post"]
"""How we prove to the provider who we are (OpenID Connect Core 1.0, 9)."""

_BASIC: Final = "client_secret_basic"
_POST: Final = "client_secret_post"
_EVERY_PORT: Final = range(1, 65_536)
"""Which ports are reached is for the way out to say (`web.egress`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Hold where a provider does what.

    Attributes:
        issuer: Its name, as it writes it: with a `{tenantid}` where each tenant is an issuer.
        algorithms: With which it signs; RS256 where it does not say (Discovery 1.0, 3: all have it).
        names_itself: Whether each of its answers says who gave it (RFC 9207).
    """

    issuer: str
    authorization_url: str
    token_url: str
    keys_url: str
    authentication: Authentication
    algorithms: frozenset[str]
    names_itself: bool


def read_metadata(raw: bytes, *, provider: Provider) -> Metadata:
    """Read the document about a provider.

    Raises:
        AccountProofError: it is of another, or cannot be worked with; its reason says why.
    """
    told = _read_object(raw)
    if told.get("issuer") != provider.issuer:
        raise AccountProofError("the metadata names another issuer than the settings")
    if "S256" not in _listed(told, "code_challenge_methods_supported", otherwise="S256"):
        raise AccountProofError("the provider has no PKCE with S256")
    if "code" not in _listed(told, "response_types_supported", otherwise="code"):
        raise AccountProofError("the provider has no authorization code flow")
    return Metadata(
        issuer=provider.issuer,
        authorization_url=_address(told, "authorization_endpoint"),
        token_url=_address(told, "token_endpoint"),
        keys_url=_address(told, "jwks_uri"),
        authentication=_authentication(told),
        algorithms=frozenset(
            each
            for each in _listed(told, "id_token_signing_alg_values_supported", otherwise="RS256")
            if isinstance(each, str)
        ),
        names_itself=told.get("authorization_response_iss_parameter_supported") is True,
    )


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """Hold the public keys of a provider that we can check with: each as a JWK, with its kind."""

    found: tuple[tuple[JsonObject, str], ...]

    def find(self, kid: str | None, *, kind: str, algorithm: str) -> JsonObject | None:
        """Give the one key of this name and kind; without a name there may be one of the kind only.

        One that says for which algorithm it is, is for no other.
        """
        fitting = [
            jwk
            for jwk, its_kind in self.found
            if its_kind == kind
            and (kid is None or jwk.get("kid") == kid)
            and jwk.get("alg", algorithm) == algorithm
        ]
        return fitting[0] if len(fitting) == 1 else None


def read_keys(raw: bytes) -> SigningKeys:
    """Read a set of keys (RFC 7517 5); what is for something else, or too weak, is left out.

    Raises:
        AccountProofError: it is no such set, or shows a private key: then anyone can sign with it.
    """
    listed = _read_object(raw).get("keys")
    if not isinstance(listed, list):
        raise AccountProofError("the provider's keys are no set of keys")
    keys = [each for each in listed if isinstance(each, Mapping)]
    if any(is_private(each) for each in keys):
        raise AccountProofError("the provider shows a private key")
    found = []
    for each in keys:
        try:
            unsaid = {name: value for name, value in each.items() if name != "alg"}
            found.append((each, read_jwk(unsaid).algorithm))
        except KeyFormatError:
            continue
    return SigningKeys(tuple(found))


def _read_object(raw: bytes) -> JsonObject:
    try:
        return loads_object(raw)
    except DocumentError as error:
        raise AccountProofError("the provider gave what is no JSON object") from error


def _address(told: JsonObject, name: str) -> str:
    url = told.get(name)
    try:
        return read_address(url if isinstance(url, str) else "", ports=_EVERY_PORT).url
    except AddressError as error:
        raise AccountProofError(f"{name} of the provider is no address at https") from error


def _listed(told: JsonObject, name: str, *, otherwise: str) -> list[object]:
    listed = told.get(name, [otherwise])
    return list(listed) if isinstance(listed, list) else []


def _authentication(told: JsonObject) -> Authentication:
    """Choose how we prove who we are: Basic where nothing is said (OpenID Connect Discovery 1.0, 3)."""
    listed = _listed(told, "token_endpoint_auth_methods_supported", otherwise=_BASIC)
    if _BASIC in listed:
        return "client_secret_basic"
    if _POST in listed:
        return "client_secret_post"
    raise AccountProofError("the provider does not take a client secret")
