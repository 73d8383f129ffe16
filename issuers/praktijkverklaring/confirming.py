"""Confirm a badge as a school: what it says of that badge is signed, and stands beside it."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.relatedresource import RelatedResource
from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.errors import BadgeGoneError, NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.register import confirmations_about
from issuers.praktijkverklaring.stating import Statement, state
from issuers.werkplekprofiel.schooling import SeenBadge, find_seen, seen_profiel

COMMENT: Final = "Wij hebben dit bewijs bekeken en bevestigen wat er staat."


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Show that an organisation stands behind something: who, since when, and where that stands."""

    id: UUID
    by_id: str
    by: str
    on: date
    token: str


def confirm(desk: IssuingDesk, profiel_id: UUID, badge_id: UUID, *, actor: Actor) -> IssuedBadge:
    """Confirm a badge for a recipient whose school this is; a second time gives the same confirmation.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: the school is no party of it, or there is no such badge for it.
        BadgeGoneError: the badge was withdrawn.
        OrganisationStoppedError: the school gives nothing now.
        IssuersError: it could not be done now.
    """
    require(actor, Action.CONFIRM)
    badge = _find(find_seen(desk, profiel_id, actor=actor).badges, badge_id)
    statement = Statement(
        about_id=badge_id,
        cited=RelatedResource.of_badge(badge.facts.credential_id, raw=badge.raw),
        comment=COMMENT,
        action=Action.CONFIRM,
        profiel_id=profiel_id,
        admit=partial(_require_standing, desk=desk, profiel_id=profiel_id, badge_id=badge_id, actor=actor),
    )
    return state(desk, statement, actor=actor)


def confirmations_of(desk: IssuingDesk, badge_id: UUID) -> tuple[Confirmation, ...]:
    """List who confirmed a badge, or a badgeklasse, for whoever has it; what was withdrawn is not there."""
    found = desk.register.read(
        partial(confirmations_about, badge_id=badge_id), within=Public(holding=str(badge_id))
    )
    return tuple(
        Confirmation(
            each.id,
            by_id=each.organisation_id,
            by=find_organisation(desk, each.organisation_id).name,
            on=dutch_day(each.signed_at or each.reserved_at),
            token=each.token,
        )
        for each in found
    )


def _find(badges: tuple[SeenBadge, ...], badge_id: UUID) -> SeenBadge:
    found = next((each for each in badges if each.id == badge_id), None)
    if found is None:
        raise NotFoundError
    return found


def _require_standing(
    session: Session, *, desk: IssuingDesk, profiel_id: UUID, badge_id: UUID, actor: Actor
) -> None:
    """Let pass a badge that stands at this moment, of a recipient whose school this is.

    Raises:
        NotFoundError: the school is no party of it (any more).
        BadgeGoneError: the badge was withdrawn.
    """
    seen = seen_profiel(
        session, profiel_id=profiel_id, school_id=actor.organisation_id, catalogue=desk.catalogue
    )
    if _find(seen.badges, badge_id).is_revoked:
        raise BadgeGoneError
