"""Ask someone to work for an organisation: with a link that is used once, within a week.

The register keeps the hash of the token only. To open the link changes nothing: scanners of mail do that too.
Where letters are sent, the letter is written down in the transaction of the invitation; where not, whoever
invites gets the link and sends it himself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import AlreadyMemberError, HasBeheerderError, NotFoundError
from issuers.going import require_going, stopped_because
from issuers.identifiers import uuid7
from issuers.mailing.outbox import Letter, post
from issuers.organisations.tables import Organisation
from issuers.people.acting import require_still
from issuers.people.appointing import NewMember
from issuers.people.permissions import Action, Actor, require, require_fresh
from issuers.people.register import memberships_in, open_invitations, person_by_mail, roles_of
from issuers.people.tables import Invitation, Role
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Hold what an invitation says; the token only right after it was made."""

    id: UUID
    name: str
    mail: str
    organisation: str
    roles: frozenset[Role]
    expires: datetime
    token: str | None = None


Write: TypeAlias = Callable[[Invited], Letter]
"""Write the letter of an invitation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inviter:
    """Hold for which organisation is asked, who asks (for its first person nobody of it), and who writes."""

    organisation_id: str
    by: UUID | None
    write: Write


def invite(desk: IssuingDesk, new: NewMember, *, actor: Actor, write: Write) -> Invited:
    """Ask someone to work for the actor's organisation.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        OrganisationStoppedError: the organisation takes nobody in now.
        AlreadyMemberError: someone with this mail address works here already.
    """
    require(actor, Action.MANAGE_PEOPLE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> Invited:
        require_still(session, actor, Action.MANAGE_PEOPLE)
        require_going(session, actor.organisation_id)
        return add_invitation(session, new, desk=desk, inviter=_inviter(actor, write=write))

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def add_invitation(session: Session, new: NewMember, *, desk: IssuingDesk, inviter: Inviter) -> Invited:
    """Write an invitation down in the transaction of who asks: a beheerder, or who takes an organisation in.

    Raises:
        AlreadyMemberError: someone with this mail address works here already.
    """
    known = person_by_mail(session, mail=new.mail)
    if known and roles_of(session, person_id=known.id, organisation_id=inviter.organisation_id):
        raise AlreadyMemberError
    now = desk.clock.now()
    mandate = new.appointment.mandate
    row = Invitation(
        id=uuid7(now),
        organisation_id=inviter.organisation_id,
        token_hash="",
        name=new.name,
        mail=new.mail,
        roles=new.appointment.roles,
        mandate_by=mandate.given_by if mandate else None,
        mandate_since=mandate.since if mandate else None,
        invited_by=inviter.by,
        created=now,
        expires=now,
    )
    return _hand_out(session, row, desk=desk, inviter=inviter)


def renew(desk: IssuingDesk, invitation_id: UUID, *, actor: Actor, write: Write) -> Invited:
    """Make a new link for an invitation; the old one opens nothing any more.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        OrganisationStoppedError: the organisation takes nobody in now.
        NotFoundError: this organisation has no such invitation that is still open.
    """
    require(actor, Action.MANAGE_PEOPLE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> Invited:
        row = _open_row(session, invitation_id, actor=actor)
        require_going(session, actor.organisation_id)
        return _hand_out(session, row, desk=desk, inviter=_inviter(actor, write=write))

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def renew_first(desk: IssuingDesk, *, inviter: Inviter) -> Invited:
    """Make a new link for the first beheerder of an organisation, for who runs the service; the old one ends.

    Raises:
        NotFoundError: there is no such organisation.
        OrganisationStoppedError: it takes nobody in now.
        HasBeheerderError: somebody manages it already, or it was made with somebody who does.
    """

    def work(session: Session) -> Invited:
        require_going(session, inviter.organisation_id)
        row = _first_row(session, inviter.organisation_id)
        if row is None:
            raise HasBeheerderError
        if inviter.by is not None:
            renewed = PlatformKind.FIRST_LINK_RENEWED
            decide(session, renewed, about=inviter.organisation_id, desk=desk, by=inviter.by)
        return _hand_out(session, row, desk=desk, inviter=inviter)

    return desk.register.write(work, within=WHOLE_SERVICE)


def waits_for_first(desk: IssuingDesk, organisation_id: str) -> bool:
    """Tell whether an organisation that did not stop waits until its first beheerder accepts."""

    def work(session: Session) -> bool:
        is_stopped = stopped_because(session.get_one(Organisation, organisation_id)) is not None
        return not is_stopped and _first_row(session, organisation_id) is not None

    return desk.register.read(work, within=OneOrganisation(organisation_id))


def withdraw(desk: IssuingDesk, invitation_id: UUID, *, actor: Actor) -> None:
    """Take an invitation back.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        NotFoundError: this organisation has no such invitation that is still open.
    """
    require(actor, Action.MANAGE_PEOPLE)

    def work(session: Session) -> None:
        row = _open_row(session, invitation_id, actor=actor)
        row.withdrawn = desk.clock.now()
        record(session, row, kind=AuditKind.INVITATION_WITHDRAWN, at=row.withdrawn, by=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_invitations(desk: IssuingDesk, *, actor: Actor) -> Sequence[Invited]:
    """List the invitations of the actor's organisation that nobody accepted yet.

    Raises:
        PermissionDeniedError: the actor does not manage people.
    """
    require(actor, Action.MANAGE_PEOPLE)

    def work(session: Session) -> Sequence[Invited]:
        rows = open_invitations(session, organisation_id=actor.organisation_id)
        return [read_row(session, row) for row in rows]

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def _inviter(actor: Actor, *, write: Write) -> Inviter:
    return Inviter(organisation_id=actor.organisation_id, by=actor.person_id, write=write)


def _hand_out(session: Session, row: Invitation, *, desk: IssuingDesk, inviter: Inviter) -> Invited:
    """Give an invitation a new token and a new week, and write its letter."""
    token, now = new_token(), desk.clock.now()
    row.token_hash, row.expires = token_hash(token), now + LIFETIME
    session.add(row)
    session.flush()
    record(session, row, kind=AuditKind.MEMBER_INVITED, at=now, by=inviter.by)
    invited = read_row(session, row, token=token)
    if desk.sends_mail:
        post(session, inviter.write(invited), now=now, organisation_id=row.organisation_id)
    return invited


def _first_row(session: Session, organisation_id: str) -> Invitation | None:
    """Find the open invitation of a beheerder where nobody manages the organisation yet."""
    members = memberships_in(session, organisation_id=organisation_id)
    if any(membership.role is Role.BEHEERDER for membership, _ in members):
        return None
    rows = open_invitations(session, organisation_id=organisation_id)
    return next((row for row in rows if Role.BEHEERDER in row.roles), None)


def _open_row(session: Session, invitation_id: UUID, *, actor: Actor) -> Invitation:
    """Find an invitation of the actor's organisation that can still be changed."""
    require_still(session, actor, Action.MANAGE_PEOPLE)
    row = session.get(Invitation, invitation_id)
    if row is None or row.organisation_id != actor.organisation_id or row.accepted or row.withdrawn:
        raise NotFoundError
    return row


def read_row(session: Session, row: Invitation, *, token: str | None = None) -> Invited:
    """Read what an invitation says, in the transaction of who asks."""
    return Invited(
        id=row.id,
        name=row.name,
        mail=row.mail,
        organisation=session.get_one(Organisation, row.organisation_id).name,
        roles=row.roles,
        expires=row.expires,
        token=token,
    )


def record(session: Session, row: Invitation, *, kind: AuditKind, at: datetime, by: UUID | None) -> None:
    """Write down who did what with an invitation; who it is about is known once he came."""
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=at,
        content=f"{row.id} {' '.join(sorted(row.roles))}".encode(),
        actor_id=by,
        person_id=by if kind is AuditKind.MEMBER_ADDED else None,
    )
    chain.append(session, event)
