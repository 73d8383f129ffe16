"""Write down with each badge what was known of the recognition that day; it is never written again.

The day is that on which the badge is given: on it the praktijkopleider judges, and signs.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from issuers.database.rows import Values, insert_all
from issuers.database.scopes import Public, Scope
from issuers.desk import IssuingDesk
from issuers.erkenning.known import KnownErkenning
from issuers.erkenning.register import covering, snapshots
from issuers.erkenning.tables import BadgeErkenning
from issuers.issuing.tables import AnyBadge, Badge
from issuers.organisations.tables import FactStatus


@dataclass(frozen=True, slots=True)
class Work:
    """Name the work that a badge is about."""

    crebo: str
    werkproces: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownThen:
    """Hold what was known when an organisation gave a badge."""

    organisation_id: str
    status: FactStatus
    crebo: str
    day: date
    source: str | None


def take(session: Session, badge: AnyBadge, *, work: Work) -> None:
    """Write down what is known now; what was confirmed counts before what was declared."""
    take_all(session, [(badge, work)])


def take_all(session: Session, given: Sequence[tuple[AnyBadge, Work]]) -> None:
    """Write down the same for many badges that one organisation gives on one day: asked in one question."""
    if not given:
        return
    badge, _ = given[0]
    found = covering(
        session,
        organisation_id=badge.organisation_id,
        crebos={work.crebo for _, work in given},
        day=dutch_day(badge.reserved_at),
    )
    known = {work: _known(found, work=work) for work in {work for _, work in given}}
    insert_all(session, BadgeErkenning, [_row(badge, work=work, known=known[work]) for badge, work in given])


def take_over(session: Session, badge: Badge, *, of: UUID) -> None:
    """Write down with an edition what was written down with the badge that it is made of."""
    rows = snapshots(session, [of])
    session.add_all(BadgeErkenning(**(row.model_dump() | {"badge_id": badge.id})) for row in rows)


def _known(found: Sequence[KnownErkenning], *, work: Work) -> KnownErkenning | None:
    """Choose what counts for this work."""
    about = [each for each in found if each.is_about(work.crebo, werkproces=work.werkproces)]
    return min(about, key=lambda each: each.status is not FactStatus.BEVESTIGD, default=None)


def _row(badge: AnyBadge, *, work: Work, known: KnownErkenning | None) -> Values:
    return {
        "badge_id": badge.id,
        "organisation_id": badge.organisation_id,
        "crebo": work.crebo,
        "werkproces": work.werkproces,
        "day": dutch_day(badge.reserved_at),
        "status": known.status if known else FactStatus.ONBEKEND,
        "source": known.row.source if known else None,
        "written": badge.reserved_at,
    }


def known_then(desk: IssuingDesk, badge_id: UUID) -> KnownThen | None:
    """Tell what was known when a badge was given; None for one from before this was written down."""
    return all_known_then(desk, [badge_id], within=Public(str(badge_id))).get(badge_id)


def all_known_then(desk: IssuingDesk, badges: Collection[UUID], *, within: Scope) -> Mapping[UUID, KnownThen]:
    """Tell the same of many badges, in one question, to who may see them."""
    rows = desk.register.read(lambda session: snapshots(session, badges), within=within)
    return {row.badge_id: _then(row) for row in rows}


def _then(row: BadgeErkenning) -> KnownThen:
    return KnownThen(
        organisation_id=row.organisation_id,
        status=row.status,
        crebo=row.crebo,
        day=row.day,
        source=row.source,
    )
