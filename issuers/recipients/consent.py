"""Note that a recipient is younger than 16, and whether a parent agrees that what he is given is shown.

Only that stands here, no date of birth (AVG 8, UAVG 5). As long as no parent agreed, what is given to him is
his to keep, and nobody is shown it by an address of ours. What he himself sends on, nobody can stop.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from issuers.recipients.register import recipient_of, young_of, young_with
from issuers.recipients.tables import Asked, YoungRecipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Show to who works with a young recipient whether a parent agreed, how that was told, and when."""

    agreed: datetime | None
    how: Asked | None
    withdrawn: datetime | None

    @property
    def stands(self) -> bool:
        """Tell whether a parent agrees now."""
        return self.agreed is not None and self.withdrawn is None


def find_consent(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> Consent | None:
    """Tell whether a parent agreed; None for who is not noted as younger than 16.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> YoungRecipient | None:
        _require_own(session, recipient_id, actor=actor)
        return young_of(session, recipient_id)

    row = desk.register.read(work, within=OneOrganisation(actor.organisation_id))
    return Consent(agreed=row.agreed, how=row.how, withdrawn=row.withdrawn) if row else None


def note_young(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> None:
    """Note that he is younger than 16: from now on what he is given is shown to nobody; once is enough.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient.
    """

    def work(session: Session) -> bool:
        if young_of(session, recipient_id) is not None:
            return False
        row = YoungRecipient(
            recipient_id=recipient_id,
            organisation_id=actor.organisation_id,
            noted=desk.clock.now(),
            noted_by=actor.person_id,
        )
        session.add(row)
        return True

    _write(desk, recipient_id, work=work, kind=AuditKind.YOUNG_NOTED, actor=actor)


def forget_young(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> None:
    """Note that he is 16 by now: he decides himself.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient.
    """

    def work(session: Session) -> bool:
        row = young_of(session, recipient_id)
        if row is not None:
            session.delete(row)
        return row is not None

    _write(desk, recipient_id, work=work, kind=AuditKind.YOUNG_ENDED, actor=actor)


def note_consent(desk: IssuingDesk, recipient_id: UUID, *, how: Asked, actor: Actor) -> None:
    """Note that a parent agrees, and how he told that.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient who is noted as younger than 16.
    """

    def work(session: Session) -> bool:
        row = _young(session, recipient_id)
        row.agreed, row.agreed_by, row.how, row.withdrawn = desk.clock.now(), actor.person_id, how, None
        return True

    _write(desk, recipient_id, work=work, kind=AuditKind.CONSENT_GIVEN, actor=actor)


def withdraw_consent(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> None:
    """Note that a parent does not agree any more: from now on nobody is shown anything.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient who is noted as younger than 16.
    """

    def work(session: Session) -> bool:
        row = _young(session, recipient_id)
        if row.agreed is None or row.withdrawn is not None:
            return False
        row.withdrawn = desk.clock.now()
        return True

    _write(desk, recipient_id, work=work, kind=AuditKind.CONSENT_WITHDRAWN, actor=actor)


def may_share(desk: IssuingDesk, profiel_id: UUID | None, *, organisation_id: str) -> bool:
    """Tell whether what was given for an agreement may be shown by an address of ours.

    What was given without one is of a recipient of whom we know nothing: he decides himself.
    """
    if profiel_id is None:
        return True
    asked = partial(young_with, profiel_id=profiel_id)
    row = desk.register.read(asked, within=OneOrganisation(organisation_id))
    return row is None or (row.agreed is not None and row.withdrawn is None)


def _write(
    desk: IssuingDesk, recipient_id: UUID, *, work: Callable[[Session], bool], kind: AuditKind, actor: Actor
) -> None:
    """Do it for a recipient of the actor's organisation, and record it where something changed."""
    require(actor, Action.DRAFT)

    def run(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        _require_own(session, recipient_id, actor=actor)
        if work(session):
            record(session, kind, content=recipient_id.bytes, desk=desk, actor=actor)

    desk.register.write(run, within=OneOrganisation(actor.organisation_id))


def _require_own(session: Session, recipient_id: UUID, *, actor: Actor) -> None:
    if recipient_of(session, recipient_id, organisation_id=actor.organisation_id) is None:
        raise NotFoundError


def _young(session: Session, recipient_id: UUID) -> YoungRecipient:
    row = young_of(session, recipient_id)
    if row is None:
        raise NotFoundError
    return row
