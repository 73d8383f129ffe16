"""Give what a school gives by the line of a badge: reserve, compose and lint, intend, sign, check, record.

Only what is reserved and what is composed is its own (`issuing.issuing.run_line` does the rest), so it is a
row like any other: recovery finishes it, the status list withdraws it, and after a theft it is signed again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.jsonld import reference
from badges.proofs import draft_proof
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import IdempotencyConflictError
from issuers.going import require_going
from issuers.issuing import badgebook
from issuers.issuing.badgebook import Reservation
from issuers.issuing.drafting import profile_of
from issuers.issuing.issuing import IssuedBadge, run_line
from issuers.issuing.reserving import Place, promise, signing_key
from issuers.issuing.tables import Badge, BadgeKind, BadgeState
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.preparing import Drafted
from issuers.statuslists import take_entry


def write_nothing(_session: Session, _badge: Badge) -> None:
    """Write nothing down with what is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Hold what a school wants to give.

    Attributes:
        kind: What it is.
        key: Asked again with the same, it is the same.
        says: What makes this request this one and no other.
        profiel_id: The werkplekprofiel that it is on; None for what is said of a badgeklasse.
        about_id: The badge (or badgeklasse) that is confirmed; None for a praktijkverklaring.
        name: The name that stands in it, to be found by in the list of the school.
        admit: Lets it pass, in the transaction that reserves it.
        compose: Makes and lints it for what was reserved, as this school.
        action: What somebody must be allowed to give it.
        beside: Writes down what goes with it, in the transaction that reserves it; asked again, it is there.
    """

    kind: BadgeKind
    key: str
    says: str
    profiel_id: UUID | None
    about_id: UUID | None
    name: str | None
    admit: Callable[[Session], None]
    compose: Callable[[Reservation, IssuerProfile], LintedCredential]
    action: Action = Action.CONFIRM
    beside: Callable[[Session, Badge], None] = write_nothing

    @property
    def request_hash(self) -> bytes:
        """Tell requests apart without keeping what they say."""
        return hashlib.sha256(f"{self.key}\n{self.says}".encode()).digest()


def give_in_line(desk: IssuingDesk, order: Order, *, actor: Actor) -> IssuedBadge:
    """Give it; asked again with the same key, give the same.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        OrganisationStoppedError: the school gives nothing now.
        IdempotencyConflictError: the key was used before for something else.
        LintError: we refuse to sign this; nothing was signed, and the key may be used again.
        IssuersError: it could not be done now, or `admit` refused it.
    """
    require(actor, order.action)
    work = partial(_reserve, desk=desk, order=order, actor=actor)
    reservation = desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return run_line(desk, partial(_draft, desk, order), reservation=reservation)


def _reserve(session: Session, *, desk: IssuingDesk, order: Order, actor: Actor) -> Reservation:
    require_still(session, actor, order.action)
    organisation_id = actor.organisation_id
    badge = badgebook.by_idempotency_key(session, organisation_id=organisation_id, idempotency_key=order.key)
    if badge is None or badge.raw is None:
        require_going(session, organisation_id)
    if badge is None or badge.state is BadgeState.RESERVED:
        order.admit(session)
    if badge is None:
        badge = _new_row(session, desk=desk, order=order, actor=actor)
        session.add(badge)
        session.flush()
    elif badge.request_hash != order.request_hash:
        raise IdempotencyConflictError
    order.beside(session, badge)
    return badgebook.reservation(session, badge)


def _new_row(session: Session, *, desk: IssuingDesk, order: Order, actor: Actor) -> Badge:
    status_list, index = take_entry(session, desk=desk, organisation_id=actor.organisation_id)
    key = signing_key(session, desk=desk, organisation_id=actor.organisation_id)
    place = Place(
        None,
        status_list_id=status_list.id,
        status_index=index,
        key_id=key.id,
        kind=order.kind,
        about_id=order.about_id,
    )
    return Badge(
        **promise(place, actor=actor, at=desk.clock.now()),
        idempotency_key=order.key,
        request_hash=order.request_hash,
        profiel_id=order.profiel_id,
        folded_name=order.name.casefold() if order.name else None,
    )


def _draft(desk: IssuingDesk, order: Order, *, reservation: Reservation) -> Drafted:
    school = profile_of(reservation.organisation, addresses=desk.addresses)
    draft = draft_proof(
        order.compose(reservation, school),
        verification_method=f"{school.id}#{reservation.key.multikey}",
        created=reservation.badge.reserved_at,
    )
    return Drafted(draft, other_engine=reference.canonicalize)
