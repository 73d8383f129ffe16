"""Ask providers: where they do what, with which keys they sign, and whose account it is.

What a provider tells about itself is kept for an hour. A token by a key that we do not know makes us ask for
its keys again, once a minute at most: whoever sends tokens cannot make us knock all the time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from issuers.accounts.attempts import Attempt
from issuers.accounts.exchange import Answer, check_answer, read_tokens, token_request
from issuers.accounts.metadata import Metadata, SigningKeys, read_keys, read_metadata
from issuers.accounts.providers import Provider
from issuers.accounts.tokens import Account, Expected, read_id_token
from issuers.errors import AccountProofError, NotFoundError, ProviderDownError, UnknownKeyError
from web.clock import Clock
from web.egress import Fetched
from web.errors import EgressError, StatusError
from web.purposes import Form, Purpose

KEPT: Final = timedelta(hours=1)
KEYS_AGAIN: Final = timedelta(minutes=1)
_REFUSALS: Final = frozenset({400, 401, 403})


class Outside(Protocol):
    """Be the way out (`web.egress`)."""

    async def get(self, url: str, *, purpose: Purpose) -> Fetched:
        """Fetch what is at an address."""
        ...

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Send a form to an address."""
        ...


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold what a provider told, and when."""

    metadata: Metadata
    keys: SigningKeys
    since: datetime


class Directory:
    """Know the providers of the settings. `tell` is told what went wrong at which of them, for the log."""

    def __init__(
        self,
        providers: Sequence[Provider],
        *,
        outside: Outside,
        clock: Clock,
        tell: Callable[[str, str], None],
    ) -> None:
        self.providers = tuple(providers)
        self._outside = outside
        self._clock = clock
        self._tell = tell
        self._told: dict[str, _Told] = {}

    def find(self, key: str) -> Provider:
        """Find a provider by the name that it has in our addresses.

        Raises:
            NotFoundError: the settings name no such provider.
        """
        for provider in self.providers:
            if provider.key == key:
                return provider
        raise NotFoundError

    def provider_of(self, issuer: str) -> Provider | None:
        """Find of which provider an account is; None when the settings do not name it (any more)."""
        return next((each for each in self.providers if each.issues_as(issuer)), None)

    async def metadata_of(self, provider: Provider) -> Metadata:
        """Tell where a provider does what.

        Raises:
            ProviderDownError: it does not answer as it should.
            AccountProofError: what it tells about itself cannot be.
        """
        with self._telling(provider):
            return (await self._ask(provider)).metadata

    async def identify(
        self, provider: Provider, attempt: Attempt, *, answer: Answer, redirect_url: str
    ) -> Account:
        """Tell whose account it is with which somebody comes back.

        Raises:
            AccountRefusedError: he stopped at the provider, or may not.
            ProviderDownError: the provider does not answer as it should.
            AccountProofError: what came proves nothing.
        """
        with self._telling(provider):
            told = await self._ask(provider)
            check_answer(answer, metadata=told.metadata, provider=provider)
            form = token_request(
                attempt,
                code=answer.code,
                metadata=told.metadata,
                provider=provider,
                redirect_url=redirect_url,
            )
            tokens = read_tokens(await self._exchange(provider, told.metadata.token_url, form=form))
            expected = Expected(
                provider=provider,
                algorithms=told.metadata.algorithms,
                nonce=attempt.nonce,
                access_token=tokens.access_token,
                now=self._clock.now(),
            )
            account = await self._read(tokens.id_token, expected=expected, told=told)
            if answer.issuer not in {"", told.metadata.issuer, account.issuer}:
                raise AccountProofError("the answer and the ID token are of two issuers")
            return account

    async def _read(self, id_token: str, *, expected: Expected, told: _Told) -> Account:
        """Read an ID token; where its key is unknown, look once whether there is a new one."""
        try:
            return read_id_token(id_token, keys=told.keys, expected=expected)
        except UnknownKeyError:
            if self._clock.now() - told.since < KEYS_AGAIN:
                raise
        renewed = await self._ask_anew(expected.provider)
        return read_id_token(id_token, keys=renewed.keys, expected=expected)

    async def _ask(self, provider: Provider) -> _Told:
        told = self._told.get(provider.key)
        if told and self._clock.now() - told.since < KEPT:
            return told
        return await self._ask_anew(provider)

    async def _ask_anew(self, provider: Provider) -> _Told:
        metadata = read_metadata(await self._get(provider, provider.metadata_url), provider=provider)
        keys = read_keys(await self._get(provider, metadata.keys_url))
        self._told[provider.key] = told = _Told(metadata, keys, self._clock.now())
        return told

    async def _get(self, provider: Provider, url: str) -> bytes:
        try:
            return (await self._outside.get(url, purpose=Purpose.SIGN_IN)).raw
        except EgressError as error:
            raise self._down(provider, error) from error

    async def _exchange(self, provider: Provider, url: str, *, form: Form) -> bytes:
        try:
            return (await self._outside.post(url, form=form, purpose=Purpose.SIGN_IN)).raw
        except StatusError as error:
            if error.status in _REFUSALS:
                raise AccountProofError(
                    f"the provider refuses the code, or our client id and secret ({error.status})"
                ) from error
            raise self._down(provider, error) from error
        except EgressError as error:
            raise self._down(provider, error) from error

    @contextmanager
    def _telling(self, provider: Provider) -> Iterator[None]:
        """Tell the log why something proved nothing."""
        try:
            yield
        except AccountProofError as error:
            self._tell(provider.key, error.reason)
            raise

    def _down(self, provider: Provider, error: EgressError) -> ProviderDownError:
        self._tell(provider.key, str(error))
        return ProviderDownError(provider.name)
