"""What this room asks the database about status lists, in the transaction of who asks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from badges import status
from issuers.erasing.tables import ErasedBadge
from issuers.issuing.tables import Badge, BadgeState, StatusList

MOST_ASKED: Final = 10_000
"""So many ids go in one question."""


@dataclass(frozen=True, slots=True)
class DueList:
    """Name a status list, and whose it is."""

    id: UUID
    organisation_id: str


@dataclass(frozen=True, slots=True)
class WithdrawnBadge:
    """Name a badge that was withdrawn: of which organisation, when, and whether another took its place."""

    id: UUID
    organisation_id: str
    at: datetime
    is_replaced: bool


def withdrawn_among(session: Session, badge_ids: Sequence[UUID]) -> Iterator[WithdrawnBadge]:
    """Tell which of these badges were withdrawn, also where one was erased since."""
    kept = select(Badge.id, Badge.organisation_id, Badge.revoked_at, Badge.replaced_by)
    erased = select(ErasedBadge.id, ErasedBadge.organisation_id, ErasedBadge.revoked_at)
    for start in range(0, len(badge_ids), MOST_ASKED):
        some = badge_ids[start : start + MOST_ASKED]
        for id_, own, at, better in session.exec(kept.where(col(Badge.id).in_(some))):
            if at is not None:
                yield WithdrawnBadge(id_, own, at, is_replaced=better is not None)
        for id_, own, at in session.exec(erased.where(col(ErasedBadge.id).in_(some))):
            if at is not None:
                yield WithdrawnBadge(id_, own, at, is_replaced=False)


def has_badges(session: Session) -> bool:
    """Tell whether a badge was ever begun."""
    return session.exec(select(Badge.id).limit(1)).first() is not None


def newest_list(session: Session, *, organisation_id: str) -> StatusList | None:
    """Find the list that hands out entries now."""
    lists = select(StatusList).where(StatusList.organisation_id == organisation_id)
    return session.exec(lists.order_by(col(StatusList.number).desc()).limit(1)).first()


def find_list(session: Session, *, organisation_id: str, number: int) -> StatusList | None:
    """Find a list by its public number."""
    return session.exec(
        select(StatusList).where(StatusList.organisation_id == organisation_id, StatusList.number == number)
    ).first()


def lists_of(session: Session, *, organisation_id: str) -> Sequence[StatusList]:
    """List the status lists of an organisation."""
    return session.exec(select(StatusList).where(StatusList.organisation_id == organisation_id)).all()


def all_lists(session: Session) -> Sequence[StatusList]:
    """List the status lists of all organisations."""
    return session.exec(select(StatusList)).all()


def taken_indexes(session: Session, *, status_list_id: UUID, among: Collection[int]) -> set[int]:
    """Tell which of these places in a list were ever handed out."""
    return {
        index
        for each in (Badge, ErasedBadge)
        for index in session.exec(
            select(each.status_index).where(
                each.status_list_id == status_list_id, col(each.status_index).in_(among)
            )
        )
    }


def revoked_indexes(session: Session, *, status_list_id: UUID) -> Sequence[int]:
    """List the places of withdrawn badges in a list, also of those that were erased."""
    revoked = select(Badge.status_index).where(
        Badge.status_list_id == status_list_id,
        col(Badge.state) == bindparam(None, BadgeState.REVOKED, literal_execute=True),  # as its index says
    )
    erased = select(ErasedBadge.status_index).where(
        ErasedBadge.status_list_id == status_list_id, ErasedBadge.state == BadgeState.REVOKED
    )
    return [*session.exec(revoked).all(), *session.exec(erased).all()]


def bits_of(session: Session, status_list: StatusList) -> bytes:
    """Give the bits of a list: withdrawn badges, and what was withdrawn that a backup did not know."""
    bits = status.set_bits(revoked_indexes(session, status_list_id=status_list.id))
    if status_list.unseen is None:
        return bits
    both = int.from_bytes(bits) | int.from_bytes(status_list.unseen)
    return both.to_bytes(len(bits))


def lists_published_before(session: Session, moment: datetime) -> Sequence[DueList]:
    """List the status lists that were last signed at or before this moment."""
    found = select(StatusList.id, StatusList.organisation_id).where(StatusList.published_at <= moment)
    return [DueList(*each) for each in session.exec(found).all()]
