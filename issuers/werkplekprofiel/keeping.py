"""Agree with a recipient what will be learned: propose it, change it, stop it, and see how far it came."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, OtherWorkError, ProfielEndedError
from issuers.going import require_going
from issuers.identifiers import public_token, uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.recipients.register import recipient_of
from issuers.werkplekprofiel.known import KnownProfiel, Standing, show_profiel, standing_of
from issuers.werkplekprofiel.leaving import require_leavable
from issuers.werkplekprofiel.reading import NewProfiel
from issuers.werkplekprofiel.register import (
    agreed_werkprocessen,
    all_profielen_of,
    profiel_of,
    profielen_of,
)
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey


def propose(desk: IssuingDesk, recipient_id: UUID, new: NewProfiel, *, actor: Actor) -> UUID:
    """Propose to a recipient what to learn; it counts when he says yes.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.DRAFT)
    now = desk.clock.now()
    profiel_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        require_going(session, actor.organisation_id)
        if recipient_of(session, recipient_id, organisation_id=actor.organisation_id) is None:
            raise NotFoundError
        row = Werkplekprofiel(
            id=profiel_id,
            organisation_id=actor.organisation_id,
            recipient_id=recipient_id,
            token=public_token(),
            start=new.start,
            until=new.until,
            guidance=new.guidance,
            pace=new.pace,
            school_id=new.school_id,
            proposed=now,
            proposed_by=actor.person_id,
        )
        session.add(row)
        session.flush()
        _agree_on(session, row, new=new)
        record(session, row, kind=AuditKind.PROFIEL_PROPOSED, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return profiel_id


def change(
    desk: IssuingDesk,
    profiel_id: UUID,
    new: NewProfiel,
    *,
    actor: Actor,
    let_go: Collection[str] = (),
) -> None:
    """Propose something else instead: nobody said yes to that yet.

    What was collected goes with a werkproces that leaves, so `let_go` names it (`leaving.Loss.named`).

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        WerkprocesGivenError: it leaves out what a badge was given for.
        WerkprocesToldError: it leaves out what the recipient collected something for himself.
        WerkprocesCollectedError: it leaves out what something else was collected for, and not let go.
    """

    def propose_anew(session: Session, row: Werkplekprofiel) -> None:
        require_going(session, actor.organisation_id)
        require_open(row)
        require_leavable(session, row, staying=new.keys, let_go=let_go, catalogue=desk.catalogue)
        _agree_on(session, row, new=new)
        row.start, row.until, row.guidance, row.pace = new.start, new.until, new.guidance, new.pace
        row.school_id = new.school_id
        row.revision += 1
        row.proposed, row.proposed_by = desk.clock.now(), actor.person_id
        row.agreed = row.agreed_by = row.chosen_name = row.objected = row.objection = None
        record(session, row, kind=AuditKind.PROFIEL_PROPOSED, desk=desk, actor_id=actor.person_id)

    do_with(desk, profiel_id, propose_anew, actor=actor)


def end(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> None:
    """Stop; what was given stays valid. Doing it twice is no reason to complain.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
    """

    def stop(session: Session, row: Werkplekprofiel) -> None:
        if row.ended is None:
            row.ended = desk.clock.now()
            record(session, row, kind=AuditKind.PROFIEL_ENDED, desk=desk, actor_id=actor.person_id)

    do_with(desk, profiel_id, stop, actor=actor)


def renew_link(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> None:
    """Make another link for the recipient; the one before opens nothing any more.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
    """

    def renew(session: Session, row: Werkplekprofiel) -> None:
        row.token = public_token()
        record(session, row, kind=AuditKind.PROFIEL_RELINKED, desk=desk, actor_id=actor.person_id)

    do_with(desk, profiel_id, renew, actor=actor)


def find_profiel(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> KnownProfiel:
    """Find a werkplekprofiel of the actor's organisation.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> KnownProfiel:
        return show_profiel(session, _find(session, profiel_id, actor=actor), catalogue=desk.catalogue)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_profielen(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> Sequence[KnownProfiel]:
    """List the werkplekprofielen of a recipient of the actor's organisation, the newest first.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(_known, desk=desk, recipient_id=recipient_id, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def list_standings(desk: IssuingDesk, *, actor: Actor) -> Mapping[UUID, tuple[Standing, datetime | None]]:
    """Tell of each recipient who has a werkplekprofiel how far the newest came, and when he answered.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(all_profielen_of, organisation_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return {row.recipient_id: (standing_of(row), row.objected or row.agreed) for row in rows}


def do_with(
    desk: IssuingDesk, profiel_id: UUID, deed: Callable[[Session, Werkplekprofiel], None], *, actor: Actor
) -> None:
    """Do something with a werkplekprofiel of the actor's organisation, if he may at this moment.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        deed(session, _find(session, profiel_id, actor=actor))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def require_open(row: Werkplekprofiel) -> Werkplekprofiel:
    """Let pass what was not stopped.

    Raises:
        ProfielEndedError: it was.
    """
    if row.ended is not None:
        raise ProfielEndedError
    return row


def require_agreed(session: Session, row: Werkplekprofiel, work: WerkprocesKey) -> None:
    """Let pass a werkproces that stands in an agreement.

    Raises:
        OtherWorkError: it does not.
    """
    if work not in {each.key for each in agreed_werkprocessen(session, row)}:
        raise OtherWorkError


def record(
    session: Session, row: Werkplekprofiel, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None
) -> None:
    """Write down that it was done; of which agreement, only who still has the salt can tell."""
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=row.id.bytes + row.revision.to_bytes(4),
        actor_id=actor_id,
    )
    chain.append(session, event)


def _find(session: Session, profiel_id: UUID, *, actor: Actor) -> Werkplekprofiel:
    row = profiel_of(session, profiel_id, organisation_id=actor.organisation_id)
    if row is None:
        raise NotFoundError
    return row


def _agree_on(session: Session, row: Werkplekprofiel, *, new: NewProfiel) -> None:
    """Keep each werkproces in the words that it has today, and no other."""
    wanted = {(each.werkproces.crebo, each.werkproces.code): each.digest for each in new.werkprocessen}
    for agreed in agreed_werkprocessen(session, row):
        digest = wanted.pop(agreed.key, None)
        if digest is None:
            session.delete(agreed)
        else:
            agreed.digest = digest
    for (crebo, code), digest in wanted.items():
        session.add(
            AgreedWerkproces(
                profiel_id=row.id,
                organisation_id=row.organisation_id,
                crebo=crebo,
                code=code,
                digest=digest,
            )
        )


def _known(
    session: Session, *, desk: IssuingDesk, recipient_id: UUID, organisation_id: str
) -> Sequence[KnownProfiel]:
    rows = profielen_of(session, recipient_id, organisation_id=organisation_id)
    return [show_profiel(session, row, catalogue=desk.catalogue) for row in rows]
