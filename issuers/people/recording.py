"""Write down in the history of an organisation who did something: ids and commitments only."""

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor


def record(session: Session, kind: AuditKind, *, content: bytes, desk: IssuingDesk, actor: Actor) -> None:
    """Write down who did something, in the transaction of what he did."""
    event = chain.Event(
        organisation_id=actor.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=content,
        actor_id=actor.person_id,
    )
    chain.append(session, event)
