"""Know who works for which organisation, and as what; change it, or let someone go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from issuers.apikeys.register import working_keys_by
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.acting import require_still
from issuers.people.appointing import Appointment, Mandate, appoint
from issuers.people.links import end_links_by, end_links_for
from issuers.people.permissions import Action, Actor, require, require_fresh
from issuers.people.register import end_invitations, memberships_in, roles_of
from issuers.people.tables import Membership, Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Hold who works for an organisation, since when, and as what."""

    person_id: UUID
    name: str
    mail: str | None
    since: datetime
    appointment: Appointment


def list_members(desk: IssuingDesk, *, actor: Actor) -> Sequence[Member]:
    """List who works for the actor's organisation, by name.

    Raises:
        PermissionDeniedError: the actor does not manage people.
    """
    require(actor, Action.MANAGE_PEOPLE)
    asked = partial(_members, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def name_beheerders(desk: IssuingDesk, actor: Actor) -> tuple[str, ...]:
    """Name who manages the actor's organisation: whoever may not do something reads who can help."""
    asked = partial(_members, organisation_id=actor.organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return tuple(each.name for each in found if Role.BEHEERDER in each.appointment.roles)


def find_in_organisation(desk: IssuingDesk, person_id: UUID, *, actor: Actor) -> Member:
    """Find someone who works for the actor's organisation.

    Raises:
        PermissionDeniedError: the actor does not manage people.
        NotFoundError: nobody of that id works here.
    """
    for member in list_members(desk, actor=actor):
        if member.person_id == person_id:
            return member
    raise NotFoundError


def change_roles(desk: IssuingDesk, person_id: UUID, *, appointment: Appointment, actor: Actor) -> None:
    """Give someone other roles, from this moment on.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: nobody of that id works here.
        LastBeheerderError: nobody would be left to manage the organisation.
    """
    require(actor, Action.MANAGE_PEOPLE)
    require_fresh(actor, now=desk.clock.now())
    _appoint(desk, person_id, appointment=appointment, actor=actor, kind=AuditKind.MEMBER_CHANGED)


def remove_member(desk: IssuingDesk, person_id: UUID, *, actor: Actor) -> None:
    """Let someone go: from this moment on, this person can do nothing here.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: nobody of that id works here.
        LastBeheerderError: nobody would be left to manage the organisation.
    """
    require(actor, Action.MANAGE_PEOPLE)
    require_fresh(actor, now=desk.clock.now())
    nothing = Appointment(roles=frozenset())
    _appoint(desk, person_id, appointment=nothing, actor=actor, kind=AuditKind.MEMBER_REMOVED)


def _appoint(
    desk: IssuingDesk, person_id: UUID, *, appointment: Appointment, actor: Actor, kind: AuditKind
) -> None:
    """Give someone of the actor's organisation these roles, and write down who did."""
    organisation_id, now = actor.organisation_id, desk.clock.now()
    event = chain.Event(
        organisation_id=organisation_id,
        kind=kind,
        at=now,
        content=" ".join(sorted(appointment.roles)).encode(),
        actor_id=actor.person_id,
        person_id=person_id,
    )

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_PEOPLE)
        if not roles_of(session, person_id=person_id, organisation_id=organisation_id):
            raise NotFoundError
        appoint(
            session, person_id=person_id, organisation_id=organisation_id, appointment=appointment, now=now
        )
        _end_what_opens_no_more(session, person_id, appointment=appointment, actor=actor, now=now)
        chain.append(session, event)

    desk.register.write(work, within=OneOrganisation(organisation_id))


def _end_what_opens_no_more(
    session: Session, person_id: UUID, *, appointment: Appointment, actor: Actor, now: datetime
) -> None:
    """End what somebody could use for more than he may do from now on."""
    if not appointment.roles:
        _end_what_lets_in(session, person_id, actor=actor, now=now)
    if Role.BEHEERDER not in appointment.roles:
        end_links_by(session, person_id, organisation_id=actor.organisation_id, now=now)


def _end_what_lets_in(session: Session, person_id: UUID, *, actor: Actor, now: datetime) -> None:
    """End with what somebody who was let go could come back, and for good the keys that he made."""
    organisation_id = actor.organisation_id
    if mail := session.get_one(Person, person_id).mail:
        end_invitations(session, organisation_id=organisation_id, mail=mail, now=now)
    end_links_for(session, person_id, organisation_id=organisation_id, now=now)
    for key in working_keys_by(session, person_id, organisation_id=organisation_id):
        key.withdrawn = now
        event = chain.Event(
            organisation_id=organisation_id,
            kind=AuditKind.API_KEY_WITHDRAWN,
            at=now,
            actor_id=actor.person_id,
            key_id=key.id,
        )
        chain.append(session, event)


def _members(session: Session, *, organisation_id: str) -> Sequence[Member]:
    rows = memberships_in(session, organisation_id=organisation_id)
    return [
        _member(person, rows=[membership for membership, _ in group])
        for person, group in groupby(rows, key=lambda row: row[1])
    ]


def _member(person: Person, *, rows: Sequence[Membership]) -> Member:
    mandates = [
        Mandate(given_by=row.mandate_by, since=row.mandate_since)
        for row in rows
        if row.mandate_by and row.mandate_since
    ]
    return Member(
        person_id=person.id,
        name=person.name,
        mail=person.mail,
        since=min(row.created for row in rows),
        appointment=Appointment(
            roles=frozenset(row.role for row in rows), mandate=mandates[0] if mandates else None
        ),
    )
