"""Open an invitation, and accept it: once, by whom it is for."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, Public
from issuers.desk import IssuingDesk
from issuers.errors import (
    LinkError,
    LinkExpiredError,
    LinkUsedError,
    LinkWithdrawnError,
    OtherPersonError,
    SignInFirstError,
)
from issuers.identifiers import uuid7
from issuers.organisations.tables import Organisation
from issuers.people.appointing import Appointment, Mandate, appoint
from issuers.people.inviting import Invited, read_row, record
from issuers.people.register import (
    end_invitations,
    invitation_by_hash,
    memberships_in,
    person_by_mail,
    roles_of,
    runs_platform,
)
from issuers.people.sessions import Visitor
from issuers.people.tables import Invitation, Person, Role
from web.session import token_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Hold who accepted, and for which organisation."""

    person_id: UUID
    organisation_id: str


def find_invitation(desk: IssuingDesk, token: str) -> Invited:
    """Tell what a link invites to; this changes nothing.

    Raises:
        LinkError: it opens nothing (any more).
    """
    held = token_hash(token)
    return desk.register.read(
        lambda session: read_row(session, _by_hash(session, held, desk=desk)), within=Public(holding=held)
    )


def check_visitor(desk: IssuingDesk, invited: Invited, *, visitor: Visitor | None) -> None:
    """Check that whoever opened this invitation can accept it.

    Raises:
        OtherPersonError: someone else is signed in.
        SignInFirstError: it is for somebody whom we know, and nobody is signed in.
    """
    asked = partial(_person, mail=invited.mail, visitor=visitor)
    desk.register.read(asked, within=Public(holding=invited.mail))


def accept(desk: IssuingDesk, token: str, *, visitor: Visitor | None) -> Accepted:
    """Accept an invitation: from this moment on, this person belongs to the organisation.

    This joins a person, who may be of other organisations too, to one where he was unknown until now.

    Raises:
        LinkError: the link opens nothing (any more).
        OtherPersonError: someone else is signed in.
        SignInFirstError: it is for somebody whom we know, and nobody is signed in.
    """

    def work(session: Session) -> Accepted:
        row = _by_hash(session, token_hash(token), desk=desk)
        if not _is_still_meant(session, row):
            raise LinkWithdrawnError
        now = desk.clock.now()
        person = _person(session, mail=row.mail, visitor=visitor)
        if person is None:
            person = Person(id=uuid7(now), name=row.name, mail=row.mail, created=now)
            session.add(person)
            session.flush()
        held = roles_of(session, person_id=person.id, organisation_id=row.organisation_id)
        appoint(
            session,
            person_id=person.id,
            organisation_id=row.organisation_id,
            appointment=Appointment(roles=row.roles | set(held), mandate=_mandate(row)),
            now=now,
        )
        row.accepted = now
        end_invitations(session, organisation_id=row.organisation_id, mail=row.mail, now=now)
        record(session, row, kind=AuditKind.MEMBER_ADDED, at=now, by=person.id)
        return Accepted(person_id=person.id, organisation_id=row.organisation_id)

    return desk.register.write(work, within=WHOLE_SERVICE)


def _is_still_meant(session: Session, row: Invitation) -> bool:
    """Tell whether the organisation still takes people in, and whoever invited may still do so.

    The first beheerder was invited by nobody of the organisation. Once there is one, it counts no more that
    somebody runs the service: he may have been let go here.
    """
    if session.get_one(Organisation, row.organisation_id).closed is not None:
        return False
    inviter = row.invited_by
    if inviter is None:
        return True
    members = memberships_in(session, organisation_id=row.organisation_id)
    beheerders = {member.person_id for member, _ in members if member.role is Role.BEHEERDER}
    return inviter in beheerders if beheerders else runs_platform(session, inviter)


def _by_hash(session: Session, held: str, *, desk: IssuingDesk) -> Invitation:
    """Find what a link invites to."""
    row = invitation_by_hash(session, held)
    if row is None:
        raise LinkError
    if row.accepted:
        raise LinkUsedError
    if row.withdrawn:
        raise LinkWithdrawnError
    if row.expires <= desk.clock.now():
        raise LinkExpiredError
    return row


def _person(session: Session, *, mail: str, visitor: Visitor | None) -> Person | None:
    """Find who an invitation is for; None for someone new.

    An address that we know is not enough to become that person: whoever invites may have the link too.
    """
    known = person_by_mail(session, mail=mail)
    if visitor is not None:
        if known is None or known.id != visitor.person_id:
            raise OtherPersonError(name=visitor.name)
        return known
    if known is not None:
        raise SignInFirstError
    return None


def _mandate(row: Invitation) -> Mandate | None:
    if row.mandate_by is None or row.mandate_since is None:
        return None
    return Mandate(given_by=row.mandate_by, since=row.mandate_since)
