"""Ask of whom a file is that was sent among many: a name, or which of the people who have that name."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from issuers.recipients.reading import TypedRecipient, read_recipient
from schools.importing.candidates import KnownCandidate, require_candidate
from schools.importing.folders import maybe
from schools.importing.intakebook import asked_of, line_of, named
from schools.importing.intakes import begin_again
from schools.importing.people import add_person
from schools.importing.states import LineState
from schools.importing.tables import IntakeLine


def list_namesakes(
    desk: IssuingDesk, names: Collection[str], *, actor: Actor
) -> Mapping[str, tuple[KnownCandidate, ...]]:
    """Give for each of these names who has it at this school, if anybody.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> dict[str, tuple[KnownCandidate, ...]]:
        found = named(session, names, organisation_id=actor.organisation_id)
        return {
            name: tuple(KnownCandidate(id=each.id, name=each.name, added=each.added) for each in some)
            for name, some in found.items()
        }

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def say_whose(desk: IssuingDesk, intake_id: UUID, place: int, typed_name: str, *, actor: Actor) -> int:
    """Say of whom a file is, and so all in a folder that leaves it in doubt; tell which attempt that is.

    It is taken in once the intake goes on.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: nobody asked this of this school.
        FormError: there is no name, or it holds what may not stand there.
    """
    require(actor, Action.CONFIRM)
    name = read_recipient(TypedRecipient(naam=typed_name)).name

    def work(session: Session) -> int:
        require_still(session, actor, Action.CONFIRM)
        row = _asked(session, intake_id, place, actor=actor)
        is_doubt = maybe(row.person) is not None
        for each in asked_of(session, intake_id, row.person) if is_doubt else [row]:
            each.person, each.state, each.reason = name, LineState.WAITS, None
        return begin_again(session, intake_id, desk=desk, actor=actor)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def say_which(
    desk: IssuingDesk, intake_id: UUID, place: int, candidate_id: UUID | None, *, actor: Actor
) -> int:
    """Say who of that name it is, or None for somebody new; so it is for all that is asked of that name.

    Tell which attempt it is.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: nobody asked this of this school, or it has no such candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> int:
        require_still(session, actor, Action.CONFIRM)
        person = _asked(session, intake_id, place, actor=actor).person
        if not person or maybe(person) is not None:
            raise NotFoundError
        if candidate_id is not None:
            who = require_candidate(session, candidate_id, actor=actor)
        else:
            name = read_recipient(TypedRecipient(naam=person))
            who = add_person(session, name, actor=actor, now=desk.clock.now())
            record(session, AuditKind.CANDIDATE_ADDED, content=who.id.bytes, desk=desk, actor=actor)
        for each in asked_of(session, intake_id, person):
            each.candidate_id, each.state, each.reason = who.id, LineState.WAITS, None
        return begin_again(session, intake_id, desk=desk, actor=actor)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _asked(session: Session, intake_id: UUID, place: int, *, actor: Actor) -> IntakeLine:
    row = line_of(session, intake_id, place, organisation_id=actor.organisation_id)
    if row is None or row.state is not LineState.ASKED:
        raise NotFoundError
    return row
