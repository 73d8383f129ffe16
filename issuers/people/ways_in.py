"""What all ways to sign in share: who may make one, that one is left, and that it is written down."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.errors import LastWayInError
from issuers.people.links import check_begun, end_links
from issuers.people.permissions import require_fresh
from issuers.people.register import (
    count_ways_in,
    forget_sessions_by,
    forget_sessions_of,
    forget_ways_in,
    organisations_of,
)
from issuers.people.sessions import Visitor
from issuers.people.tables import Proof


def require_enrolling(visitor: Visitor, *, now: datetime) -> None:
    """Let pass who may change how he signs in: who just proved who he is, or was given a link to begin.

    Raises:
        FreshProofNeededError: neither.
    """
    if visitor.proof is not Proof.LINK:
        require_fresh(visitor, now=now)


def begin_way_in(session: Session, *, visitor: Visitor, now: datetime) -> None:
    """Make room for a new way in, in the transaction that writes it.

    Who came by a link may have lost what he had, or somebody else may have it: nothing of that opens anything
    any more, and whoever is signed in by it is signed out. Links end, and what another of them began.

    Raises:
        LinkWithdrawnError: this visitor came by a link that does not hold any more.
    """
    if visitor.proof is Proof.LINK:
        check_begun(session, visitor.session_id, person_id=visitor.person_id)
        forget_ways_in(session, person_id=visitor.person_id)
        forget_sessions_of(session, person_id=visitor.person_id, but=visitor.session_id)
    end_links(session, visitor.person_id, now=now, but=visitor.session_id)
    record(session, visitor.person_id, kind=AuditKind.WAY_IN_ADDED, at=now)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Hold with what nobody can sign in any more; of an app with codes a person has one at most."""

    proof: Proof
    way_in: UUID | None = None


def drop_way_in(session: Session, dropped: Dropped, *, visitor: Visitor, now: datetime) -> None:
    """Check, in the transaction that took one away, that a way in is left; end what it opened, but here.

    Raises:
        LastWayInError: there is none.
    """
    if not count_ways_in(session, person_id=visitor.person_id):
        raise LastWayInError
    forget_sessions_by(
        session,
        person_id=visitor.person_id,
        proof=dropped.proof,
        way_in=dropped.way_in,
        but=visitor.session_id,
    )
    record(session, visitor.person_id, kind=AuditKind.WAY_IN_REMOVED, at=now)


def record(session: Session, person_id: UUID, *, kind: AuditKind, at: datetime) -> None:
    """Write down what happened to how a person signs in, for each organisation that he works for."""
    for organisation in organisations_of(session, person_id=person_id):
        event = chain.Event(
            organisation_id=organisation.id, kind=kind, at=at, actor_id=person_id, person_id=person_id
        )
        chain.append(session, event)
