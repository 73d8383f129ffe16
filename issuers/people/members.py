"""Know who works for which organisation, and as what."""

from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.permissions import Action, Actor, require
from issuers.people.register import find_member, roles_of
from issuers.people.tables import Membership, Person, Role

DEMO: Final = NewOrganisation(
    name="Magazijn De Maas",
    facts=(NewFact(OrganisationKind.LEERBEDRIJF),),
    crebos=("25743", "25774", "25748"),
)
DEMO_PRAKTIJKOPLEIDER: Final = "Noor Bakker"


def add_person(desk: IssuingDesk, name: str, *, organisation_id: str, role: Role) -> Actor:
    """Take in a person with one role in one organisation."""

    def work(session: Session) -> Actor:
        now = desk.clock.now()
        person = Person(id=uuid7(now), name=name, created=now)
        session.add(person)
        session.flush()
        session.add(Membership(organisation_id=organisation_id, person_id=person.id, role=role, created=now))
        event = chain.Event(
            organisation_id=organisation_id, kind=AuditKind.MEMBER_ADDED, at=now, actor_id=person.id
        )
        chain.append(session, event)
        return Actor(person_id=person.id, organisation_id=organisation_id, name=name, roles=frozenset({role}))

    return desk.register.write(work, within=OneOrganisation(organisation_id))


def current_actor(session: Session, *, person_id: UUID, organisation_id: str) -> Actor | None:
    """Read what a person may be now; None when the person does nothing here (any more)."""
    person = session.get(Person, person_id)
    roles = roles_of(session, person_id=person_id, organisation_id=organisation_id)
    if person is None or not roles:
        return None
    return Actor(person_id, organisation_id, name=person.name, roles=frozenset(roles))


def require_still(session: Session, actor: Actor, action: Action) -> None:
    """Let pass who may do this at this very moment, whatever the session remembers.

    Raises:
        PermissionDeniedError: the role was ended in the meantime.
    """
    now = current_actor(session, person_id=actor.person_id, organisation_id=actor.organisation_id)
    nobody = Actor(actor.person_id, actor.organisation_id, name=actor.name, roles=frozenset())
    require(now or nobody, action)


def demo_praktijkopleider(desk: IssuingDesk) -> Actor:
    """Give the praktijkopleider of the demo leerbedrijf; the first time, take them in."""
    found = desk.register.read(_find_demo, within=WHOLE_SERVICE)
    if found:
        return found
    organisation = create_organisation(desk, DEMO)
    return add_person(
        desk, DEMO_PRAKTIJKOPLEIDER, organisation_id=organisation.id, role=Role.PRAKTIJKOPLEIDER
    )


def _find_demo(session: Session) -> Actor | None:
    row = find_member(session, organisation_name=DEMO.name, person_name=DEMO_PRAKTIJKOPLEIDER)
    if row is None:
        return None
    return current_actor(session, person_id=row.person_id, organisation_id=row.organisation_id)
