"""Erase badges: what was signed goes, with all that names it; a place in a status list is left (ADR 31).

What a table keeps of a badge that it names goes too, of whatever room it is, unless the table says otherwise
(`issuers.database.columns.lets_go`). The salts of its records in the audit chain go, so that what those
commit to tells nothing about anyone any more.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final
from uuid import UUID

from sqlalchemy import Column, Table, delete, text, tuple_, update
from sqlmodel import Session, SQLModel, col, select

from issuers.audit import chain
from issuers.audit.tables import AuditKind, AuditRecord, AuditSalt
from issuers.database.columns import letting_go
from issuers.database.journal import note
from issuers.erasing.letters import forget_told
from issuers.erasing.tables import ErasedBadge
from issuers.groups.emptying import empty_lines
from issuers.issuing.tables import Badge
from web.session import token_hash

BADGE_ERASED: Final = "badge-erased"
"""The kind of what the journal says of it."""

AT_ONCE: Final = 500
"""So many ids stand in one question."""


def erase_badges(session: Session, badges: Sequence[Badge], *, by: UUID | None, at: datetime) -> None:
    """Keep of badges nothing but their places, and write down where a backup does not reach that it is so.

    `by` is who did it for his organisation, none where the holder did it himself.

    Raises:
        ClockBehindError: the clock runs behind what was recorded.
    """
    ids = [each.id for each in badges]
    for first in range(0, len(ids), AT_ONCE):
        some = badges[first : first + AT_ONCE]
        session.add_all(_empty_place(each, at=at) for each in some)
        session.flush()
        _forget_around(session, some)
    for organisation_id, own in groupby(badges, key=lambda each: each.organisation_id):
        chain.append_all(
            session, [_event(each.id, organisation_id=organisation_id, by=by, at=at) for each in own]
        )
    for badge in badges:
        note(session, _entry(badge, by=by, at=at))
        session.expunge(badge)


def _forget_around(session: Session, badges: Sequence[Badge]) -> None:
    """Delete badges, with all that hangs on them."""
    ids = [each.id for each in badges]
    _forget_salts(session, ids)
    forget_told(session, about=ids)
    empty_lines(session, badges=badges)
    for table, column in _naming_badges():
        _let_go(session, table, column=column, badges=ids)
    for name in ("replaced_by", "replaces"):
        column = SQLModel.metadata.tables["badge"].c[name]
        session.execute(update(Badge).where(column.in_(ids)).values({name: None}))
    session.execute(
        delete(Badge).where(col(Badge.id).in_(ids)), execution_options={"synchronize_session": False}
    )


def _naming_badges() -> Iterator[tuple[Table, Column[object]]]:
    """Find every column of another table that names a badge, those that hang on others first."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        for column in table.columns:
            names = {key.column.table.name for key in column.foreign_keys if key.column.name == "id"}
            if "badge" in names and table.name != "badge":
                yield table, column


def _let_go(session: Session, table: Table, *, column: Column[object], badges: Collection[UUID]) -> None:
    """Clear what a table says must stay without the badge, and delete the rest."""
    named = column.in_(badges)
    for each in letting_go(table, column.name):
        session.execute(update(table).where(named, text(each.only)).values(each.values))
    session.execute(delete(table).where(named))


def _forget_salts(session: Session, badges: Collection[UUID]) -> None:
    """Let no record tell anything about these badges: without its salt, a commitment is noise."""
    about = select(AuditRecord.organisation_id, AuditRecord.sequence).where(
        col(AuditRecord.badge_id).in_(badges)
    )
    place = tuple_(col(AuditSalt.organisation_id), col(AuditSalt.sequence))
    session.execute(delete(AuditSalt).where(place.in_(about)))


def _empty_place(badge: Badge, *, at: datetime) -> ErasedBadge:
    return ErasedBadge(
        id=badge.id,
        organisation_id=badge.organisation_id,
        token_hash=token_hash(badge.token),
        status_list_id=badge.status_list_id,
        status_index=badge.status_index,
        state=badge.state,
        revoked_at=badge.revoked_at,
        erased=at,
    )


def _event(badge_id: UUID, *, organisation_id: str, by: UUID | None, at: datetime) -> chain.Event:
    return chain.Event(
        organisation_id=organisation_id,
        kind=AuditKind.BADGE_ERASED,
        at=at,
        actor_id=by,
        badge_id=badge_id,
    )


def _entry(badge: Badge, *, by: UUID | None, at: datetime) -> dict[str, str | int | None]:
    return {
        "kind": BADGE_ERASED,
        "organisation": badge.organisation_id,
        "badge": str(badge.id),
        "by": str(by) if by else None,
        "at": at.isoformat(),
    }
