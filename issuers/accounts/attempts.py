"""Remember who went to a provider, until he comes back: once, in ten minutes, in the same browser.

What he was doing is sealed with a secret that only his browser has. So nobody can read it in the database,
and whoever comes back in another browser with his `state` opens nothing.
"""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session

from issuers.accounts.register import take_attempt
from issuers.accounts.tables import SignInAttempt
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import AttemptError
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(minutes=10)
_PURPOSE: Final = b"praktijkbewijs/attempt/1\n"
_NONCE: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Hold what somebody went to a provider for.

    Attributes:
        nonce: Must stand in the ID token.
        verifier: Proves that it was us who asked for the code (RFC 7636).
        session_id: The sign-in that asks to link an account; None to sign in.
        path: Where he goes on, and
        kept: the form that he was filling in, as the page wrote it.
    """

    provider: str
    nonce: str
    verifier: str
    session_id: UUID | None = None
    path: str = ""
    kept: str = ""


def new_attempt(provider: str, *, session_id: UUID | None = None, path: str = "", kept: str = "") -> Attempt:
    """Think of what nobody can guess."""
    return Attempt(
        provider=provider,
        nonce=new_token(),
        verifier=secrets.token_urlsafe(48),
        session_id=session_id,
        path=path,
        kept=kept,
    )


def begin(desk: IssuingDesk, attempt: Attempt, *, browser: str) -> str:
    """Write down that the browser with this secret goes to a provider; give the `state` for the journey."""
    state = new_token()
    row = SignInAttempt(
        state_hash=token_hash(state),
        sealed=_seal(attempt, browser=browser, state=state),
        expires=desk.clock.now() + LIFETIME,
    )
    desk.register.write(lambda session: session.add(row), within=WHOLE_SERVICE)
    return state


def finish(desk: IssuingDesk, state: str, *, browser: str | None, provider: str) -> Attempt:
    """Give what somebody went for who comes back; it counts once, whatever comes of it.

    Raises:
        AttemptError: nobody went with this `state`, from this browser, to this provider, in this time.
    """
    name, now = token_hash(state), desk.clock.now()

    def work(session: Session) -> bytes | None:
        return take_attempt(session, name, now=now)

    sealed = desk.register.write(work, within=WHOLE_SERVICE)
    if sealed is None or browser is None:
        raise AttemptError
    attempt = _open(sealed, browser=browser, state=state)
    if attempt.provider != provider:
        raise AttemptError
    return attempt


def _seal(attempt: Attempt, *, browser: str, state: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    written = json.dumps(asdict(attempt), default=str).encode()
    return nonce + _cipher(browser).encrypt(nonce, written, state.encode())


def _open(sealed: bytes, *, browser: str, state: str) -> Attempt:
    try:
        written = _cipher(browser).decrypt(sealed[:_NONCE], sealed[_NONCE:], state.encode())
    except InvalidTag as error:
        raise AttemptError from error
    read = json.loads(written)
    session_id = UUID(read["session_id"]) if read["session_id"] else None
    return Attempt(**{**read, "session_id": session_id})


def _cipher(browser: str) -> AESGCM:
    """Make the key of a browser: its secret has 256 random bits, so a hash of it is enough."""
    return AESGCM(hashlib.sha256(_PURPOSE + browser.encode()).digest())
