"""Keep people signed in: a row for each sign-in, the secret only in their browser."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from issuers.database.scopes import WHOLE_SERVICE, OnePerson, Public
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

    now = desk.clock.now()
    row = BrowserSession(
        token_hash=token_hash(token),
        organisation_id=actor.organisation_id,
        person_id=actor.person_id,
        created=now,
        expires=now + _LIFETIME,
    )
    desk.register.write(lambda session: session.add(row), within=OnePerson(actor.person_id))
    return SignedIn(token=token, actor=actor)


def find_actor(desk: IssuingDesk, token: str | None) -> Actor | None:
    """Tell who is signed in with this token, with the roles of this moment."""
    row = _find(desk, token) if token else None
    if row is None or row.expires <= desk.clock.now():
        return None
    asked = partial(current_actor, person_id=row.person_id, organisation_id=row.organisation_id)
    return desk.register.read(asked, within=OnePerson(row.person_id))


def sign_out(desk: IssuingDesk, token: str) -> None:
    """Forget a sign-in."""
    row = _find(desk, token)
    if row:
        work = partial(forget_session, token_hash=row.token_hash)
        desk.register.write(work, within=OnePerson(row.person_id))


def forget_expired(desk: IssuingDesk) -> None:
    """Forget the sign-ins that are over, of everyone."""
    work = partial(forget_expired_sessions, now=desk.clock.now())
    desk.register.write(work, within=WHOLE_SERVICE)


def _find(desk: IssuingDesk, token: str) -> BrowserSession | None:
    name = token_hash(token)
    return desk.register.read(lambda session: session.get(BrowserSession, name), within=Public(holding=name))
