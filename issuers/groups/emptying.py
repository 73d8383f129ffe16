"""Empty the lines of rosters that tell about somebody who is forgotten: their place in the roster is left."""

import json
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, or_, select

from issuers.groups.tables import GroupLine
from issuers.issuing.tables import Badge

CELL = "kenmerk"


def empty_lines(session: Session, *, badges: Sequence[Badge]) -> None:
    """Keep nothing of the lines by which these badges were asked for."""
    keys = [each.idempotency_key for each in badges if each.idempotency_key]
    organisations = {each.organisation_id for each in badges}
    by_key = and_(col(GroupLine.organisation_id).in_(organisations), col(GroupLine.key).in_(keys))
    by_badge = col(GroupLine.badge_id).in_([each.id for each in badges])
    _empty(session.exec(select(GroupLine).where(or_(by_key, by_badge))))
    session.flush()


def empty_lines_of(
    session: Session, *, profielen: Collection[UUID], reference: str | None, organisation_id: str
) -> None:
    """Keep nothing of the lines that are for these agreements, or say this kenmerk."""
    asked: list[ColumnElement[bool]] = [col(GroupLine.profiel_id).in_(profielen)]
    if reference:
        cell = json.dumps({CELL: reference}, ensure_ascii=False)[1:-1]
        asked.append(col(GroupLine.said).contains(cell, autoescape=True))
    own = select(GroupLine).where(GroupLine.organisation_id == organisation_id)
    _empty(session.exec(own.where(or_(*asked))))
    session.flush()


def _empty(lines: Iterable[GroupLine]) -> None:
    for row in lines:
        row.said = json.dumps({"rij": json.loads(row.said)["rij"]})
        row.problems, row.key, row.badge_id, row.profiel_id = "[]", "", None, None
