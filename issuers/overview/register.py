"""What this wing asks the database about what was given, in the transaction of who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_
from sqlalchemy.orm import load_only
from sqlmodel import Session, col, func, select

from issuers.issuing.tables import PUBLISHED, Achievement, Badge, BadgeKind, BadgeState
from issuers.overview.looking import Standing, Wanted
from issuers.people.tables import Person
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import Werkplekprofiel

MOST_WAITING: Final = 100
_OF_BADGE: Final = (
    *(Badge.id, Badge.token, Badge.organisation_id, Badge.achievement_id, Badge.raw, Badge.signed_at),
    *(Badge.reserved_at, Badge.revoked_at, Badge.state, Badge.replaced_by, Badge.replaces, Badge.profiel_id),
)
_SHOWN: Final = (
    load_only(*_OF_BADGE),  # type: ignore[arg-type]  # SQLModel makes columns of them
    load_only(Person.name),  # type: ignore[arg-type]  # as above
    load_only(Recipient.name, Recipient.reference),  # type: ignore[arg-type]  # as above
)
"""What is read of the rows: to make a thousand whole ones takes longer than to find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Hold for whom is looked, when, and whether in what is known of recipients too."""

    organisation_id: str
    now: datetime
    sees_recipients: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a badge with who gave it, and to whom, as far as that is known."""

    badge: Badge
    giver: Person
    recipient: Recipient | None


def older_than(
    session: Session, wanted: Wanted, *, looking: Looking, badge_id: UUID | None, limit: int
) -> Sequence[UUID]:
    """List what is looked for and is older than a badge, or from the newest on, the newest first."""
    asked = _asked(wanted, looking=looking)
    if badge_id:
        asked.append(col(Badge.id) < badge_id)
    return session.exec(select(Badge.id).where(*asked).order_by(col(Badge.id).desc()).limit(limit)).all()


def newer_than(
    session: Session, wanted: Wanted, *, looking: Looking, badge_id: UUID, limit: int
) -> Sequence[UUID]:
    """List what is looked for and is newer than a badge, the nearest first."""
    asked = [*_asked(wanted, looking=looking), col(Badge.id) > badge_id]
    return session.exec(select(Badge.id).where(*asked).order_by(col(Badge.id)).limit(limit)).all()


def standing_among(session: Session, wanted: Wanted, *, looking: Looking, limit: int) -> Sequence[UUID]:
    """List what stands of what is looked for, the newest first."""
    asked = [*_asked(wanted, looking=looking), col(Badge.state) == BadgeState.SIGNED]
    return session.exec(select(Badge.id).where(*asked).order_by(col(Badge.id).desc()).limit(limit)).all()


def found(session: Session, badge_ids: Sequence[UUID]) -> Sequence[Found]:
    """Read badges with all that stands beside them, the newest first.

    What a school gave is on the werkplekprofiel of a leerbedrijf, whose recipients are not its own.
    """
    own = and_(
        col(Werkplekprofiel.id) == col(Badge.profiel_id),
        col(Werkplekprofiel.organisation_id) == col(Badge.organisation_id),
    )
    rows = session.exec(
        select(Badge, Person, Recipient)
        .join(Person, col(Person.id) == col(Badge.issued_by))
        .outerjoin(Werkplekprofiel, own)
        .outerjoin(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(col(Badge.id).in_(badge_ids))
        .order_by(col(Badge.id).desc())
        .options(*_SHOWN)
    ).all()
    return [Found(*row) for row in rows]


def _asked(wanted: Wanted, *, looking: Looking) -> list[ColumnElement[bool]]:
    """Say what must be true of a badge; all of it stands in one index."""
    asked = [
        col(Badge.organisation_id) == looking.organisation_id,
        col(Badge.kind) != BadgeKind.EDITIE,
        _stands(wanted.standing, now=looking.now),
    ]
    if wanted.since:
        asked.append(col(Badge.reserved_at) >= wanted.since)
    if wanted.before:
        asked.append(col(Badge.reserved_at) < wanted.before)
    return [*asked, *(_holds(word, looking=looking) for word in wanted.words)]


def _stands(standing: Standing | None, *, now: datetime) -> ColumnElement[bool]:
    state, until = col(Badge.state), col(Badge.valid_until)
    match standing:
        case Standing.GELDIG:
            return and_(state == BadgeState.SIGNED, or_(until.is_(None), until > now))
        case Standing.VERLOPEN:
            return and_(state == BadgeState.SIGNED, until <= now)
        case Standing.VERBETERD:
            return and_(state == BadgeState.REVOKED, col(Badge.replaced_by).is_not(None))
        case Standing.INGETROKKEN:
            return and_(state == BadgeState.REVOKED, col(Badge.replaced_by).is_(None))
        case None:
            return state.in_(PUBLISHED)


def _holds(word: str, *, looking: Looking) -> ColumnElement[bool]:
    """Look for a word in the name, the work, who gave it, and in what is known of who got it."""
    work = select(Achievement.id).where(
        Achievement.organisation_id == looking.organisation_id,
        or_(
            func.lower(Achievement.title).contains(word, autoescape=True),
            func.lower(Achievement.code).contains(word, autoescape=True),
            col(Achievement.crebo) == word,
        ),
    )
    givers = select(Person.id).where(func.lower(Person.name).contains(word, autoescape=True))
    return or_(
        col(Badge.folded_name).contains(word, autoescape=True),
        col(Badge.achievement_id).in_(work),
        col(Badge.issued_by).in_(givers),
        _is_for(word, organisation_id=looking.organisation_id) if looking.sees_recipients else false(),
    )


def _is_for(word: str, *, organisation_id: str) -> ColumnElement[bool]:
    profielen = (
        select(Werkplekprofiel.id)
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Recipient.organisation_id == organisation_id,
            or_(
                col(Recipient.folded_name).contains(word, autoescape=True),
                func.lower(Recipient.reference).contains(word, autoescape=True),
            ),
        )
    )
    return col(Badge.profiel_id).in_(profielen)


def unanswered(session: Session, *, organisation_id: str) -> Sequence[tuple[Werkplekprofiel, Recipient]]:
    """List the werkplekprofielen that wait for a yes or are not right, the oldest first."""
    return session.exec(
        select(Werkplekprofiel, Recipient)
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Werkplekprofiel.organisation_id == organisation_id,
            col(Werkplekprofiel.agreed).is_(None),
            col(Werkplekprofiel.ended).is_(None),
        )
        .order_by(col(Werkplekprofiel.proposed), col(Werkplekprofiel.id))
        .limit(MOST_WAITING)
    ).all()


def badges_of_recipient(
    session: Session, recipient_id: UUID, *, organisation_id: str
) -> Sequence[tuple[Badge, str]]:
    """List the badges that somebody got for what he agreed to learn, with what they are called."""
    return session.exec(
        select(Badge, Achievement.title)
        .join(Achievement, col(Achievement.id) == col(Badge.achievement_id))
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Badge.profiel_id))
        .where(
            Badge.organisation_id == organisation_id,
            Werkplekprofiel.recipient_id == recipient_id,
            col(Badge.state).in_(PUBLISHED),
        )
    ).all()
