"""Let the school see one thing that was collected: by the yes of the recipient, until he takes it back.

The yes is for one school and for what stood there then. Where another school takes part, or somebody else
wrote over it, nobody said yes to that, and it is private again.
"""

from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.collectors import Collector
from issuers.evidence.consent import is_shown, may_show
from issuers.evidence.keeping import write_with
from issuers.evidence.register import one_evidence
from issuers.evidence.tables import Evidence
from issuers.werkplekprofiel.keeping import require_open
from issuers.werkplekprofiel.tables import Werkplekprofiel


def show_to_school(desk: IssuingDesk, evidence_id: UUID, *, by: Collector) -> None:
    """Let the school of the agreement see it: as the recipient, or noting that he said so; once is enough.

    Raises:
        PermissionDeniedError: who notes it may prepare nothing here, or not any more.
        NotFoundError: there is no such thing for him, no school takes part, or the recipient said no himself.
        ProfielEndedError: the werkplekprofiel was stopped.
    """

    def show(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, require_open(profiel), evidence_id)
        if row is not None and is_shown(row, profiel):
            return
        if row is None or not may_show(row, profiel, by=by):
            raise NotFoundError
        row.shown_to, row.shown_said = profiel.school_id, by.says
        _record(session, row, kind=AuditKind.EVIDENCE_SHOWN, desk=desk, by=by)

    write_with(desk, show, by=by)


def hide_from_school(desk: IssuingDesk, evidence_id: UUID, *, by: Collector) -> None:
    """Let no school see it any more, also where the agreement was stopped; twice is no reason to complain.

    Raises:
        PermissionDeniedError: who hides it may prepare nothing here, or not any more.
        NotFoundError: there is no such thing for him.
    """

    def hide(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, profiel, evidence_id)
        if row is None:
            raise NotFoundError
        if row.shown_to is not None:
            row.shown_to, row.shown_said = None, by.says
            _record(session, row, kind=AuditKind.EVIDENCE_HIDDEN, desk=desk, by=by)

    write_with(desk, hide, by=by)


def _record(session: Session, row: Evidence, *, kind: AuditKind, desk: IssuingDesk, by: Collector) -> None:
    """Write down that he said so; of which thing, only who still has the salt can tell."""
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=row.id.bytes,
        actor_id=by.person_id,
    )
    chain.append(session, event)
