"""Let organisations join: they apply, the platform decides; who was asked to join need not wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session

from issuers.audit.platform import decide
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, Public
from issuers.desk import IssuingDesk
from issuers.errors import AlreadyDecidedError, NotFoundError, SealedError
from issuers.identifiers import public_token, uuid7
from issuers.organisations.applying import ContactPerson, NewApplication
from issuers.organisations.face import put_face
from issuers.organisations.founding import NewOrganisation, found_organisation
from issuers.organisations.register import application_by_token, open_applications
from issuers.organisations.tables import (
    Agreement,
    Application,
    ApplicationState,
    JoiningInvitation,
    Organisation,
)
from issuers.people.appointing import Appointment, NewMember
from issuers.people.inviting import Invited, Inviter, Write, add_invitation
from issuers.people.tables import Role
from web.session import token_hash

INVITATION_LASTS: Final = timedelta(days=30)
_DOCUMENT: Final = TypeAdapter(NewApplication)


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold an organisation that was taken in, and the invitation of its first beheerder."""

    organisation: Organisation
    invited: Invited


@dataclass(frozen=True, slots=True)
class Applied:
    """Hold the secret with which an application can be looked at again, and what became of it at once."""

    token: str
    joined: Joined | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold who of the platform takes an organisation in, and who writes the letter to its first beheerder."""

    by: UUID
    write: Write


@dataclass(frozen=True, slots=True)
class WaitingApplication:
    """Hold an application that nobody decided on."""

    id: UUID
    created: datetime
    written: NewApplication


def apply(
    desk: IssuingDesk, written: NewApplication, *, write: Write, invitation: str | None = None
) -> Applied:
    """Take in an application; with an invitation of the platform the organisation is founded at once.

    An invitation that was used, or is over, is no reason to lose what was typed: it waits like the others. So
    it does where the service is sealed, for no keys can be made then; the invitation can still be used later.
    """
    token = public_token()

    def work(session: Session, *, invitation: str | None) -> Applied:
        now = desk.clock.now()
        row = Application(
            id=uuid7(now),
            token_hash=token_hash(token),
            state=ApplicationState.NIEUW,
            name=written.face.name,
            document=_DOCUMENT.dump_json(written),
            created=now,
        )
        session.add(row)
        session.flush()
        inviter = _use(session, invitation, now=now)
        if inviter is None:
            return Applied(token)
        return Applied(token, _take_in(session, row, desk=desk, decision=Decision(inviter, write)))

    try:
        return desk.register.write(partial(work, invitation=invitation), within=WHOLE_SERVICE)
    except SealedError:
        return desk.register.write(partial(work, invitation=None), within=WHOLE_SERVICE)


def find_application(desk: IssuingDesk, token: str) -> Application:
    """Find an application for whoever has its token.

    Raises:
        NotFoundError: there is none.
    """
    held = token_hash(token)
    found = desk.register.read(partial(application_by_token, token_hash=held), within=Public(held))
    if found is None:
        raise NotFoundError
    return found


def waiting_applications(desk: IssuingDesk) -> tuple[WaitingApplication, ...]:
    """List the applications that nobody decided on, the oldest first."""
    rows = desk.register.read(open_applications, within=WHOLE_SERVICE)
    return tuple(WaitingApplication(row.id, row.created, written=_written(row)) for row in rows)


def find_waiting(desk: IssuingDesk, application_id: UUID) -> WaitingApplication:
    """Find an application that nobody decided on.

    Raises:
        NotFoundError: there is none.
    """
    found = (each for each in waiting_applications(desk) if each.id == application_id)
    waiting = next(found, None)
    if waiting is None:
        raise NotFoundError
    return waiting


def approve(desk: IssuingDesk, application_id: UUID, *, decision: Decision) -> Joined:
    """Found the organisation, and invite its first beheerder.

    Raises:
        NotFoundError: there is no such application.
        AlreadyDecidedError: somebody decided before.
    """

    def work(session: Session) -> Joined:
        return _take_in(session, _undecided(session, application_id), desk=desk, decision=decision)

    return desk.register.write(work, within=WHOLE_SERVICE)


def refuse(desk: IssuingDesk, application_id: UUID, *, by: UUID, reason: str) -> None:
    """Say no, and why; what was written is forgotten.

    Raises:
        NotFoundError: there is no such application.
        AlreadyDecidedError: somebody decided before.
    """

    def work(session: Session) -> None:
        row = _undecided(session, application_id)
        row.reason = reason
        _settle(row, ApplicationState.AFGEWEZEN, by=by, now=desk.clock.now())
        decide(session, PlatformKind.APPLICATION_REFUSED, subject_id=row.id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)


def ask_to_join(desk: IssuingDesk, *, by: UUID) -> str:
    """Make an invitation to join without waiting; give its secret, which is kept nowhere."""
    token = public_token()
    now = desk.clock.now()
    invitation = JoiningInvitation(
        token_hash=token_hash(token), created=now, created_by=by, expires=now + INVITATION_LASTS
    )

    def work(session: Session) -> None:
        session.add(invitation)
        decide(session, PlatformKind.ORGANISATION_INVITED, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)
    return token


def is_invited(desk: IssuingDesk, invitation: str) -> bool:
    """Tell whether this invitation can be used; looking does not use it."""
    held = token_hash(invitation)
    found = desk.register.read(lambda session: session.get(JoiningInvitation, held), within=Public(held))
    return found is not None and _is_open(found, now=desk.clock.now())


def _take_in(session: Session, row: Application, *, desk: IssuingDesk, decision: Decision) -> Joined:
    """Make the organisation of an application, and invite who wrote it."""
    written = _written(row)
    new = NewOrganisation(name=written.face.name, facts=written.facts)
    organisation = found_organisation(session, new=new, desk=desk)
    put_face(organisation, written.face)
    session.add(_agreed(written, organisation_id=organisation.id, at=row.created))
    session.flush()
    inviter = Inviter(organisation_id=organisation.id, by=decision.by, write=decision.write)
    invited = add_invitation(session, _first_member(written.person), desk=desk, inviter=inviter)
    row.became = organisation.id
    _settle(row, ApplicationState.GOEDGEKEURD, by=decision.by, now=desk.clock.now())
    approved = PlatformKind.APPLICATION_APPROVED
    decide(session, approved, about=organisation.id, subject_id=row.id, desk=desk, by=decision.by)
    return Joined(organisation, invited)


def _agreed(written: NewApplication, *, organisation_id: str, at: datetime) -> Agreement:
    return Agreement(
        organisation_id=organisation_id,
        version=written.agreement,
        agreed_by=written.person.name,
        agreed_at=at,
        editions_at=at,
    )


def _first_member(person: ContactPerson) -> NewMember:
    gives = {Role.PRAKTIJKOPLEIDER} if person.gives_badges else set()
    appointment = Appointment(roles=frozenset({Role.BEHEERDER} | gives))
    return NewMember(name=person.name, mail=person.email, appointment=appointment)


def _settle(row: Application, state: ApplicationState, *, by: UUID, now: datetime) -> None:
    row.state, row.decided_at, row.decided_by, row.document = state, now, by, None


def _undecided(session: Session, application_id: UUID) -> Application:
    row = session.get(Application, application_id)
    if row is None:
        raise NotFoundError
    if row.state is not ApplicationState.NIEUW:
        raise AlreadyDecidedError
    return row


def _written(row: Application) -> NewApplication:
    return _DOCUMENT.validate_json(row.document or b"")


def _use(session: Session, invitation: str | None, *, now: datetime) -> UUID | None:
    """Use an invitation, once; give who made it."""
    found = session.get(JoiningInvitation, token_hash(invitation)) if invitation else None
    if found is None or not _is_open(found, now=now):
        return None
    found.used = now
    return found.created_by


def _is_open(invitation: JoiningInvitation, *, now: datetime) -> bool:
    return invitation.used is None and now < invitation.expires
