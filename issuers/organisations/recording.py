"""Write down in its history that an organisation was changed, in the transaction of the change."""

from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk


def record_change(
    session: Session, organisation_id: str, *, content: bytes, desk: IssuingDesk, actor_id: UUID
) -> None:
    """Write down who changed an organisation; of what it became, the history keeps a commitment only."""
    event = chain.Event(
        organisation_id=organisation_id,
        kind=AuditKind.ORGANISATION_CHANGED,
        at=desk.clock.now(),
        content=content,
        actor_id=actor_id,
    )
    chain.append(session, event)
