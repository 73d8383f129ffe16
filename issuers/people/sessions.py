"""Keep people signed in: a row for each sign-in, the secret only in their browser."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from sqlmodel import Session

from issuers.desk import IssuingDesk
from issuers.people.members import current_actor
from issuers.people.permissions import Actor
from issuers.people.register import forget_expired_sessions, forget_session
from issuers.people.tables import BrowserSession
from web.session import LIFETIME_SECONDS, new_token, token_hash

_LIFETIME: Final = timedelta(seconds=LIFETIME_SECONDS)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Hold a new sign-in: the secret for the browser, and who it is."""

    token: str
    actor: Actor


def sign_in(desk: IssuingDesk, actor: Actor) -> SignedIn:
    """Remember a person who proved who he is; the register keeps only the hash of the token."""
    token = new_token()

    def work(session: Session) -> None:
        now = desk.clock.now()
        forget_expired_sessions(session, now=now)
        session.add(
            BrowserSession(
                token_hash=token_hash(token),
                organisation_id=actor.organisation_id,
                person_id=actor.person_id,
                created=now,
                expires=now + _LIFETIME,
            )
        )

    desk.register.write(work)
    return SignedIn(token=token, actor=actor)


def find_actor(desk: IssuingDesk, token: str | None) -> Actor | None:
    """Tell who is signed in with this token, with the roles of this moment."""
    if not token:
        return None

    def work(session: Session) -> Actor | None:
        row = session.get(BrowserSession, token_hash(token))
        if row is None or row.expires <= desk.clock.now():
            return None
        return current_actor(session, person_id=row.person_id, organisation_id=row.organisation_id)

    return desk.register.read(work)


def sign_out(desk: IssuingDesk, token: str) -> None:
    """Forget a sign-in."""
    desk.register.write(partial(forget_session, token_hash=token_hash(token)))
