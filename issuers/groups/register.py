"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, and_, col, func, or_, select

from issuers.database.rows import Values
from issuers.errors import NotFoundError
from issuers.groups.states import WAITS, LineState, Tie
from issuers.groups.tables import Group, GroupLine, GroupState
from issuers.holding.tables import Held, HeldState
from issuers.issuing.tables import Badge, BadgeState
from issuers.werkplekprofiel.tables import Werkplekprofiel

_OF_LINE: Final = and_(
    col(Badge.organisation_id) == col(GroupLine.organisation_id),
    col(Badge.idempotency_key) == col(GroupLine.key),
)
"""Join a badge with the line that it was asked for by."""

_WAITS: Final = and_(
    col(Held.organisation_id) == col(GroupLine.organisation_id),
    col(Held.idempotency_key) == col(GroupLine.key),
)
"""Join what was given and waited with its line."""

_ITS_OWN: Final = and_(col(Badge.id) == col(GroupLine.badge_id), col(GroupLine.state) != LineState.ALREADY)
"""Join a badge with the line that it was promised for; what was there already is not of the group."""


def group_of(session: Session, group_id: UUID, *, organisation_id: str) -> Group:
    """Find a group of an organisation.

    Raises:
        NotFoundError: it has no such group.
    """
    found = session.exec(
        select(Group).where(Group.id == group_id, Group.organisation_id == organisation_id)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def groups_of(session: Session, *, organisation_id: str) -> Sequence[Group]:
    """List the groups of an organisation, the newest first."""
    own = select(Group).where(Group.organisation_id == organisation_id)
    return session.exec(own.order_by(col(Group.created).desc())).all()


def counts_of(session: Session, group_ids: Collection[UUID]) -> dict[UUID, dict[LineState, int]]:
    """Count the lines of groups by what came of them."""
    rows = session.exec(
        select(GroupLine.group_id, GroupLine.state, func.count())
        .where(col(GroupLine.group_id).in_(group_ids))
        .group_by(col(GroupLine.group_id), col(GroupLine.state))
    )
    counts: dict[UUID, dict[LineState, int]] = {each: {} for each in group_ids}
    for group_id, state, count in rows:
        counts[group_id][LineState(state)] = count
    return counts


def lines_of(
    session: Session,
    group_id: UUID,
    *,
    states: Collection[LineState] = tuple(LineState),
    limit: int | None = None,
) -> Sequence[GroupLine]:
    """List the lines of a group in their order: all, or the first of those of which this came."""
    lines = select(GroupLine).where(GroupLine.group_id == group_id, col(GroupLine.state).in_(states))
    return session.exec(lines.order_by(col(GroupLine.place)).limit(limit)).all()


def badges_of(session: Session, group_id: UUID) -> dict[str, tuple[UUID, str, BadgeState]]:
    """Give id, secret and state of each badge of a group that left the service, by the key of its line."""
    rows = session.exec(
        select(Badge.idempotency_key, Badge.id, Badge.token, Badge.state)
        .join(GroupLine, _OF_LINE)
        .where(GroupLine.group_id == group_id, col(Badge.raw).is_not(None))
    )
    return {str(key): (badge_id, token, BadgeState(state)) for key, badge_id, token, state in rows}


def held_of(session: Session, group_id: UUID) -> dict[str, Held]:
    """Give what was given for the lines of a group and waited, by the key of its line."""
    rows = session.exec(select(Held).join(GroupLine, _WAITS).where(GroupLine.group_id == group_id))
    return {row.idempotency_key: row for row in rows}


def group_with(session: Session, badge_id: UUID, *, organisation_id: str) -> UUID | None:
    """Find the group that a badge was given from."""
    lines = select(GroupLine.group_id).where(GroupLine.organisation_id == organisation_id)
    return session.exec(lines.where(GroupLine.badge_id == badge_id)).first()


def row_awaiting(session: Session, key: str, *, organisation_id: str) -> GroupLine | None:
    """Find the row that waits under this key: rather the one given for than one that asked again."""
    rows = select(GroupLine).where(GroupLine.organisation_id == organisation_id, GroupLine.key == key)
    waiting = rows.where(col(GroupLine.state).in_(WAITS))
    return session.exec(waiting.order_by(col(GroupLine.state) == LineState.AWAITED)).first()


def begun_of(session: Session, group_id: UUID) -> set[UUID]:
    """Name the badges that were promised for lines of a group and not given up: nothing takes their place."""
    promised = select(Badge.id).join(GroupLine, col(Badge.id) == col(GroupLine.badge_id))
    kept = promised.where(GroupLine.group_id == group_id, Badge.state != BadgeState.FAILED)
    return set(session.exec(kept))


def standing_badges(session: Session, group_id: UUID, *, limit: int) -> Sequence[Badge]:
    """List badges that this group gave anew, also after they waited, and that stand; the first of them."""
    own = select(Badge).join(GroupLine, or_(_ITS_OWN, and_(_OF_LINE, GroupLine.state == LineState.HELD)))
    standing = own.where(GroupLine.group_id == group_id, Badge.state == BadgeState.SIGNED)
    return session.exec(standing.order_by(col(GroupLine.place)).limit(limit)).all()


def unfinished_badges(session: Session, group_id: UUID, *, limit: int) -> Sequence[UUID]:
    """Name badges that this group began, and that did not come to an end; the first of them."""
    own = select(Badge.id).join(GroupLine, _ITS_OWN)
    begun = own.where(
        GroupLine.group_id == group_id, col(Badge.state).in_((BadgeState.RESERVED, BadgeState.INTENDED))
    )
    return session.exec(begun.order_by(col(GroupLine.place)).limit(limit)).all()


def waiting_for(session: Session, group_id: UUID, *, limit: int) -> Sequence[Held]:
    """List what this group gave and waits, the first of it; nobody else changes it meanwhile."""
    own = select(Held).join(GroupLine, _WAITS)
    waiting = own.where(
        GroupLine.group_id == group_id,
        GroupLine.state == LineState.HELD,
        Held.state == HeldState.WAITING,
    )
    return session.exec(waiting.order_by(col(GroupLine.place)).limit(limit).with_for_update(of=Held)).all()


def note_promised(
    session: Session, badges: Mapping[str, UUID], *, group_id: UUID, places: Mapping[str, int]
) -> None:
    """Keep with each line the badge that was promised for it."""
    _note(
        session,
        [
            {"group_id": group_id, "place": places[key], "badge_id": badge_id}
            for key, badge_id in badges.items()
        ],
    )


def note_held(
    session: Session, held: Mapping[str, UUID], *, group_id: UUID, places: Mapping[str, int]
) -> None:
    """Keep with each line that it waits."""
    _note(session, [{"group_id": group_id, "place": places[key], "state": LineState.HELD} for key in held])


def _note(session: Session, rows: Sequence[Values]) -> None:
    if rows:
        session.execute(update(GroupLine), rows)


def ties_of(session: Session, profiel_ids: Collection[UUID]) -> dict[UUID, Tie]:
    """Read how the learners of these agreements chose that their names read."""
    rows = session.exec(
        select(Werkplekprofiel.id, Werkplekprofiel.chosen_name).where(
            col(Werkplekprofiel.id).in_(profiel_ids)
        )
    )
    return {profiel_id: Tie(profiel_id, name or "") for profiel_id, name in rows}


def stalled(session: Session, before: datetime) -> Sequence[Group]:
    """List groups that are being given, and of which nothing was heard since."""
    running = select(Group).where(Group.state == GroupState.RUNNING, Group.touched < before)
    return session.exec(running.order_by(col(Group.touched))).all()


def touched_before(session: Session, moment: datetime) -> Sequence[Group]:
    """List groups of which nothing was heard since, whatever their state."""
    return session.exec(select(Group).where(Group.touched < moment)).all()
