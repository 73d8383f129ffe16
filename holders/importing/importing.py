"""Badges from elsewhere: what is authentic comes in, and its bytes are given back as they were.

This room goes nowhere itself: it decides on the report of the verifier that `app` opened.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.facts import Facts
from badges.moments import dutch_day
from badges.texts import shown_in_line
from holders.importing.keeping_out import MOST_FOREIGN, TOO_MANY, refused, require_keepable
from holders.importing.register import foreign_by_id, foreign_of, forget_foreign
from holders.importing.tables import ForeignBadge
from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import WHOLE_SERVICE, OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from verifier.report import Form, Report, State

ENDINGS: Final = {
    Form.JSON: "json",
    Form.JWS: "jwt",
    Form.PNG: "png",
    Form.SVG: "svg",
    Form.PDF: "pdf",
}
KEPT_UNSEEN: Final = timedelta(days=3 * 365)
"""So long we keep what was given elsewhere for a holder who never looks: it is also where it was given."""

_MOST_OF_A_TEXT: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Show something that a holder got elsewhere, and what the verifier said of it the last time."""

    id: UUID
    title: str
    issuer: str
    form: Form
    state: State
    added: datetime
    checked: datetime
    said: str = ""

    @property
    def ending(self) -> str:
        """Give the ending of the file that it came as."""
        return ENDINGS[self.form]


def take(desk: IssuingDesk, raw: bytes, report: Report, *, holder: KnownHolder, said: str = "") -> UUID:
    """Keep a badge from elsewhere; the same one twice is one, and then the later bytes and report count.

    `said` is what it says about work (`holders.importing.dependencies.Reader`).

    Raises:
        NotFoundError: it is somebody else's telephone, or shows only what one organisation gave.
        FormError: it is not authentic, nobody can say so now, or it is nothing that can be kept here.
    """
    require_all(holder)
    facts = require_keepable(desk, raw, report)
    row = _row(raw, report, facts, holder_id=holder.holder_id, at=desk.clock.now())
    row.said = said

    def work(session: Session) -> UUID:
        there = foreign_of(session, holder_id=holder.holder_id)
        for each in there:
            if each.identity == row.identity:
                each.raw, each.form, each.state, each.checked = row.raw, row.form, row.state, row.checked
                each.said = row.said
                return each.id
        if len(there) >= MOST_FOREIGN:
            raise refused("too-many", TOO_MANY)
        session.add(row)
        return row.id

    return desk.register.write(work, within=OneHolder(holder.holder_id))


def list_foreign(desk: IssuingDesk, *, holder: KnownHolder) -> tuple[Foreign, ...]:
    """List what a holder got elsewhere; nothing where a telephone shows only what one organisation gave."""
    if holder.only_of is not None:
        return ()
    asked = partial(foreign_of, holder_id=holder.holder_id)
    return tuple(map(_known, desk.register.read(asked, within=OneHolder(holder.holder_id))))


def find_foreign(desk: IssuingDesk, foreign_id: UUID, *, holder: KnownHolder) -> tuple[Foreign, bytes]:
    """Find one of them, with its bytes as they came.

    Raises:
        NotFoundError: he has no such badge, or this telephone may not show it.
    """
    if holder.only_of is not None:
        raise NotFoundError

    def work(session: Session) -> tuple[Foreign, bytes]:
        row = _require(session, foreign_id, holder=holder)
        return _known(row), row.raw

    return desk.register.read(work, within=OneHolder(holder.holder_id))


def note_report(
    desk: IssuingDesk, foreign_id: UUID, report: Report, *, holder: KnownHolder, said: str = ""
) -> None:
    """Keep what the verifier says of it now, and what it says about work.

    Raises:
        NotFoundError: he has no such badge, or this telephone may not change it.
    """
    require_all(holder)

    def work(session: Session) -> None:
        row = _require(session, foreign_id, holder=holder)
        row.state, row.checked, row.said = report.state, desk.clock.now(), said

    desk.register.write(work, within=OneHolder(holder.holder_id))


def drop_foreign(desk: IssuingDesk, foreign_id: UUID, *, holder: KnownHolder) -> None:
    """Keep it no longer.

    Raises:
        NotFoundError: he has no such badge, or this telephone may not change it.
    """
    require_all(holder)

    def work(session: Session) -> None:
        session.delete(_require(session, foreign_id, holder=holder))

    desk.register.write(work, within=OneHolder(holder.holder_id))
    desk.register.leave_no_trace()


def _require(session: Session, foreign_id: UUID, *, holder: KnownHolder) -> ForeignBadge:
    row = foreign_by_id(session, foreign_id, holder_id=holder.holder_id)
    if row is None:
        raise NotFoundError
    return row


def _row(raw: bytes, report: Report, facts: Facts, *, holder_id: UUID, at: datetime) -> ForeignBadge:
    named = facts.credential_id or sha256(raw).hexdigest()
    return ForeignBadge(
        id=uuid7(at),
        holder_id=holder_id,
        identity=sha256(f"{facts.issuer.id}\n{named}".encode()).hexdigest(),
        form=report.forms[0],
        raw=raw,
        title=shown_in_line(facts.title or "")[:_MOST_OF_A_TEXT],
        issuer=shown_in_line(facts.issuer.name)[:_MOST_OF_A_TEXT],
        state=report.state,
        added=at,
        checked=at,
    )


def _known(row: ForeignBadge) -> Foreign:
    return Foreign(
        id=row.id,
        title=row.title,
        issuer=row.issuer,
        form=row.form,
        state=row.state,
        added=row.added,
        checked=row.checked,
        said=row.said,
    )


def forget_old_foreign(desk: IssuingDesk) -> int:
    """Forget what holders got elsewhere who did not look for so long; tell how many badges that were."""
    unseen_since = dutch_day(desk.clock.now() - KEPT_UNSEEN)
    work = partial(forget_foreign, unseen_since=unseen_since)
    forgotten = desk.register.write(work, within=WHOLE_SERVICE)
    if forgotten:
        desk.register.leave_no_trace()
    return forgotten
