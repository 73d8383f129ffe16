"""Look after one's own passkeys: which there are, what they are called, and removing one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import bsn_problems
from issuers.database.scopes import OnePerson
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.people.permissions import require_fresh
from issuers.people.register import passkey_of, passkeys_of
from issuers.people.sessions import Visitor
from issuers.people.tables import Passkey, Proof
from issuers.people.ways_in import Dropped, drop_way_in
from issuers.reading import read_name

MOST_OF_A_NAME: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPasskey:
    """Show a passkey to whose it is."""

    id: UUID
    name: str
    created: datetime
    used: datetime | None


def list_passkeys(desk: IssuingDesk, *, visitor: Visitor) -> Sequence[OwnPasskey]:
    """List somebody's own passkeys, the oldest first."""
    rows = desk.register.read(
        partial(passkeys_of, person_id=visitor.person_id), within=OnePerson(visitor.person_id)
    )
    return [OwnPasskey(id=each.id, name=each.name, created=each.created, used=each.used) for each in rows]


def rename_passkey(desk: IssuingDesk, passkey_id: UUID, *, name: str, visitor: Visitor) -> None:
    """Call a passkey something else, so that its owner knows which it is; a name that is none is left alone.

    Raises:
        FormError: it holds what looks like a BSN.
        NotFoundError: this person has no such passkey.
    """
    called = read_name(name)
    if called and (problems := bsn_problems(called)):
        raise FormError([FieldProblem.of(each, field="naam") for each in problems])

    def work(session: Session) -> None:
        row = _own(session, passkey_id, visitor=visitor)
        row.name = (called or row.name)[:MOST_OF_A_NAME]

    desk.register.write(work, within=OnePerson(visitor.person_id))


def remove_passkey(desk: IssuingDesk, passkey_id: UUID, *, visitor: Visitor) -> None:
    """Remove a passkey: it opens nothing any more, and what it opened elsewhere ends.

    Raises:
        FreshProofNeededError: it was too long ago that this person proved who he is.
        NotFoundError: this person has no such passkey.
        LastWayInError: nothing would be left to sign in with.
    """
    require_fresh(visitor, now=desk.clock.now())

    def work(session: Session) -> None:
        session.delete(_own(session, passkey_id, visitor=visitor))
        session.flush()
        drop_way_in(session, Dropped(Proof.PASSKEY, passkey_id), visitor=visitor, now=desk.clock.now())

    desk.register.write(work, within=OnePerson(visitor.person_id))


def _own(session: Session, passkey_id: UUID, *, visitor: Visitor) -> Passkey:
    row = passkey_of(session, passkey_id, person_id=visitor.person_id)
    if row is None:
        raise NotFoundError
    return row
