"""Confirm a badge as a school: what it says of that badge is signed, and stands beside it."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.endorsement import EndorsementSlot, compose_endorsement
from badges.linting import lint_endorsement
from badges.relatedresource import RelatedResource
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import BadgeGoneError, NotFoundError
from issuers.issuing.badgebook import Reservation
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import BadgeKind, BadgeState
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.line import Order, give_in_line
from issuers.praktijkverklaring.register import confirmations_about, confirmations_by
from issuers.werkplekprofiel.schooling import SeenBadge, find_seen, seen_profiel

COMMENT: Final = "Wij hebben dit bewijs bekeken en bevestigen wat er staat."


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Show that a school confirmed a badge: which school, when, and where that stands."""

    id: UUID
    school_id: str
    school: str
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
    cited = RelatedResource.of_badge(badge.facts.credential_id, raw=badge.raw)
    asked = partial(_withdrawn_before, badge_id=badge_id, school_id=actor.organisation_id)
    before = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    order = Order(
        kind=BadgeKind.BEVESTIGING,
        key=f"bevestiging {badge_id} {before}",
        says=cited.digest,
        profiel_id=profiel_id,
        about_id=badge_id,
        name=None,
        admit=partial(_require_standing, desk=desk, profiel_id=profiel_id, badge_id=badge_id, actor=actor),
        compose=partial(_compose, desk=desk, cited=cited),
    )
    return give_in_line(desk, order, actor=actor)


def confirmations_of(desk: IssuingDesk, badge_id: UUID) -> tuple[Confirmation, ...]:
    """List which schools confirmed a badge, for whoever has it; what a school withdrew is not there."""
    found = desk.register.read(
        partial(confirmations_about, badge_id=badge_id), within=Public(holding=str(badge_id))
    )
    return tuple(
        Confirmation(
            each.id,
            school_id=each.organisation_id,
            school=find_organisation(desk, each.organisation_id).name,
            on=(each.signed_at or each.reserved_at).date(),
            token=each.token,
        )
        for each in found
    )


def _find(badges: tuple[SeenBadge, ...], badge_id: UUID) -> SeenBadge:
    found = next((each for each in badges if each.id == badge_id), None)
    if found is None:
        raise NotFoundError
    return found


def _withdrawn_before(session: Session, *, badge_id: UUID, school_id: str) -> int:
    """Count how often this school took back what it said of a badge: it may say it again."""
    said = confirmations_by(session, school_id=school_id, about=[badge_id])
    return sum(each.state is BadgeState.REVOKED for each in said)


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


def _compose(
    reservation: Reservation, school: IssuerProfile, *, desk: IssuingDesk, cited: RelatedResource
) -> LintedCredential:
    row = reservation.badge
    slot = EndorsementSlot(
        credential_id=row.credential_id,
        status_list_id=desk.addresses.status_list(row.organisation_id, number=reservation.list_number),
        status_index=row.status_index,
        awarded=row.reserved_at,
    )
    unsigned = compose_endorsement(COMMENT, badge=cited, slot=slot, endorser=school)
    return lint_endorsement(unsigned, issuer=school.id)
