"""Bring two lists of one person together: all of the other comes to the one on his own telephone.

Whoever kept a badge on one telephone and another elsewhere is two holders here, for nobody knows who he is.
Signed in to one, he proves the other anew (its card and pictures, a passkey, a code), for this alone: who
merely opens his badges on the telephone of another gives nothing away. What he keeps, shows and let others
see moves; every way into the other list ends, for of those he proved only one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Column, Table, delete, select, update
from sqlmodel import Session, SQLModel

from holders.errors import JoiningError, JoiningPartError
from holders.helping.inviting import list_helpers
from holders.importing.importing import list_foreign
from holders.keeping.telephones import KnownHolder, find_proved, require_all
from holders.keeping.wallet import open_wallet
from holders.sharing.consenting import list_consents
from holders.sharing.sharing import list_shares
from issuers.audit.platform import decide
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, OneHolder
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError

WAYS_IN: Final = frozenset({"holder_session", "holder_passkey", "holder_address", "device_ask"})
"""What ends with the other list; its cards end too, and stay known to who made them."""

_HOLDER: Final = "holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Show what comes along from another list, for who proved that it is his."""

    titles: tuple[str, ...]
    count: int
    foreign: int
    shares: int
    schools: Sequence[str]
    helpers: Sequence[str]


def find_other(desk: IssuingDesk, secret: str | None, *, holder: KnownHolder) -> KnownHolder | None:
    """Find the other list that somebody proved to be his a moment ago; None where he did not (any more).

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
        JoiningError: it is the list that is open here.
        JoiningPartError: it was proved by a card that opens a part of it.
    """
    require_all(holder)
    other = find_proved(desk, secret, by=holder)
    if other is None:
        return None
    if other.holder_id == holder.holder_id:
        raise JoiningError
    if other.only_of is not None:
        raise JoiningPartError
    return other


def show_coming(desk: IssuingDesk, other: KnownHolder) -> Coming:
    """Say what comes along; what is over already is not told."""
    wallet = open_wallet(desk, other)
    return Coming(
        titles=tuple(each.facts.title or "" for each in wallet.badges),
        count=wallet.count,
        foreign=len(list_foreign(desk, holder=other)),
        shares=sum(not each.is_over for each in list_shares(desk, holder=other)),
        schools=sorted({each.school for each in list_consents(desk, holder=other) if not each.is_over}),
        helpers=[each.label for each in list_helpers(desk, holder=other) if not each.is_over],
    )


def join(desk: IssuingDesk, secret: str | None, *, holder: KnownHolder) -> None:
    """Bring the other list to this one, whole or not at all, and let nothing of before open it.

    What a backup of before knew comes back as it was, with both lists and all ways in.

    Raises:
        NotFoundError: nothing was proved, or too long ago, or it was done already; or as `find_other`.
        JoiningError: as `find_other`.
    """
    other = find_other(desk, secret, holder=holder)
    if other is None:
        raise NotFoundError
    old, new = other.holder_id, holder.holder_id

    def work(session: Session) -> None:
        go_on_within(session, WHOLE_SERVICE)
        held = _holders().c.id.in_([old, new])
        locked = session.execute(select(_holders().c.id).where(held).with_for_update()).all()
        if len(locked) != len({old, new}):
            raise NotFoundError
        _move(session, old, new=new, at=desk.clock.now())
        decide(session, PlatformKind.HOLDERS_JOINED, desk=desk, by=new, subject_id=old)

    desk.register.write(work, within=OneHolder(new))


def what_is_of_holders() -> Iterator[tuple[Table, Column[UUID]]]:
    """Give each table of which rows are of a holder, of whatever room, with the column that says of whom."""
    for table in SQLModel.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == _HOLDER:
                yield table, key.parent


def _move(session: Session, old: UUID, *, new: UUID, at: datetime) -> None:
    """Let all that was of one holder be of another; in bulk, so that no journal takes the half of it back."""
    _drop_doubles(session, old, new=new)
    cards = SQLModel.metadata.tables["keep_card"]
    going = cards.c.holder_id == old, cards.c.ended.is_(None)
    session.execute(update(cards).where(*going).values(ended=at))
    for table, owner in what_is_of_holders():
        if table.name in WAYS_IN:
            session.execute(delete(table).where(owner == old))
        else:
            session.execute(update(table).where(owner == old).values({owner.name: new}))
    session.execute(delete(_holders()).where(_holders().c.id == old))


def _drop_doubles(session: Session, old: UUID, *, new: UUID) -> None:
    """Keep once what both got elsewhere."""
    foreign = SQLModel.metadata.tables["foreign_badge"]
    known = select(foreign.c.identity).where(foreign.c.holder_id == new)
    session.execute(delete(foreign).where(foreign.c.holder_id == old, foreign.c.identity.in_(known)))


def _holders() -> Table:
    return SQLModel.metadata.tables[_HOLDER]
