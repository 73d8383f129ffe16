"""Links with which a person may make a way to sign in, and nothing more; each is used once."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OnePerson, Public
from issuers.desk import IssuingDesk
from issuers.errors import LinkError, LinkExpiredError, LinkUsedError
from issuers.people.tables import EnrolmentLink, Person
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(days=1)


def add_link(session: Session, person_id: UUID, *, desk: IssuingDesk, lifetime: timedelta = LIFETIME) -> str:
    """Make a link in the transaction of who asks; give its token, which is kept nowhere."""
    token, now = new_token(), desk.clock.now()
    session.add(
        EnrolmentLink(token_hash=token_hash(token), person_id=person_id, created=now, expires=now + lifetime)
    )
    session.flush()
    return token


def find_link(desk: IssuingDesk, token: str) -> str:
    """Tell whose link this is: the name; this changes nothing.

    Raises:
        LinkError: it opens nothing (any more).
    """
    person_id = _find(desk, token).person_id
    return desk.register.read(
        lambda session: session.get_one(Person, person_id).name, within=OnePerson(person_id)
    )


def use_link(desk: IssuingDesk, token: str) -> UUID:
    """Use a link: give who may now make a way to sign in.

    Raises:
        LinkError: it opens nothing (any more).
    """
    found = _find(desk, token)

    def work(session: Session) -> UUID:
        row = session.get_one(EnrolmentLink, found.token_hash)
        _check(row, now=desk.clock.now())
        row.used = desk.clock.now()
        return row.person_id

    return desk.register.write(work, within=OnePerson(found.person_id))


def _find(desk: IssuingDesk, token: str) -> EnrolmentLink:
    held = token_hash(token)
    row = desk.register.read(lambda session: session.get(EnrolmentLink, held), within=Public(holding=held))
    if row is None:
        raise LinkError
    _check(row, now=desk.clock.now())
    return row


def _check(row: EnrolmentLink, *, now: datetime) -> None:
    if row.used:
        raise LinkUsedError
    if row.expires <= now:
        raise LinkExpiredError
