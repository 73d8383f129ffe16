"""Sign what one organisation says of what another made: a school of a badge, a branche of a badgeklasse."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.endorsement import EndorsementSlot, compose_endorsement
from badges.linting import lint_endorsement
from badges.relatedresource import RelatedResource
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.issuing.badgebook import Reservation
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import Badge, BadgeKind, BadgeState
from issuers.people.permissions import Action, Actor
from issuers.praktijkverklaring.line import Order, give_in_line, write_nothing
from issuers.praktijkverklaring.register import confirmations_by


def admit_all(_session: Session) -> None:
    """Let pass what anybody may speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Hold what is said, and of what.

    Attributes:
        about_id: The badge, or the badgeklasse by the UUID of its address.
        cited: The same to the byte.
        comment: What is said of it.
        action: What somebody must be allowed to say it for his organisation.
        profiel_id: The werkplekprofiel of a badge.
        admit: Lets it pass, in the transaction that reserves it.
        beside: Writes down what goes with it, in the same transaction.
    """

    about_id: UUID
    cited: RelatedResource
    comment: str
    action: Action
    profiel_id: UUID | None = None
    admit: Callable[[Session], None] = admit_all
    beside: Callable[[Session, Badge], None] = write_nothing


def state(desk: IssuingDesk, statement: Statement, *, actor: Actor) -> IssuedBadge:
    """Sign it; said a second time it is the same, unless it was withdrawn since.

    Raises:
        IssuersError: as `give_in_line`.
    """
    about_id = statement.about_id
    asked = partial(_withdrawn_before, about_id=about_id, by=actor.organisation_id)
    before = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    order = Order(
        kind=BadgeKind.BEVESTIGING,
        key=f"bevestiging {about_id} {before}",
        says=f"{statement.cited.digest}\n{statement.comment}",
        profiel_id=statement.profiel_id,
        about_id=about_id,
        name=None,
        admit=statement.admit,
        compose=partial(_compose, desk=desk, statement=statement),
        action=statement.action,
        beside=statement.beside,
    )
    return give_in_line(desk, order, actor=actor)


def _withdrawn_before(session: Session, *, about_id: UUID, by: str) -> int:
    """Count how often the organisation took back what it said: it may say it again."""
    said = confirmations_by(session, by=by, about=[about_id])
    return sum(each.state is BadgeState.REVOKED for each in said)


def _compose(
    reservation: Reservation, who: IssuerProfile, *, desk: IssuingDesk, statement: Statement
) -> LintedCredential:
    row = reservation.badge
    slot = EndorsementSlot(
        credential_id=row.credential_id,
        status_list_id=desk.addresses.status_list(row.organisation_id, number=reservation.list_number),
        status_index=row.status_index,
        awarded=row.reserved_at,
    )
    unsigned = compose_endorsement(statement.comment, badge=statement.cited, slot=slot, endorser=who)
    return lint_endorsement(unsigned, issuer=who.id)
