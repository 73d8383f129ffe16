"""The people of the demo leerbedrijf, who prove nothing: a sign-in of theirs counts only in a demo."""

from typing import Final

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.acting import current_actor
from issuers.people.permissions import Actor
from issuers.people.register import find_member
from issuers.people.tables import Membership, Person, Proof, Role

DEMO: Final = NewOrganisation(
    name="Magazijn De Maas",
    facts=(NewFact(OrganisationKind.LEERBEDRIJF),),
    crebos=("25743", "25774", "25748"),
)
DEMO_PRAKTIJKOPLEIDER: Final = "Noor Bakker"
DEMO_BEHEERDER: Final = "Karim Visser"


def demo_praktijkopleider(desk: IssuingDesk) -> Actor:
    """Give the praktijkopleider of the demo leerbedrijf; the first time, take them in."""
    found = _find_demo(desk, DEMO_PRAKTIJKOPLEIDER)
    if found:
        return found
    organisation = create_organisation(desk, DEMO)
    return add_person(
        desk, DEMO_PRAKTIJKOPLEIDER, organisation_id=organisation.id, role=Role.PRAKTIJKOPLEIDER
    )


def demo_beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf; the first time, take them in."""
    organisation_id = demo_praktijkopleider(desk).organisation_id
    found = _find_demo(desk, DEMO_BEHEERDER)
    return found or add_person(desk, DEMO_BEHEERDER, organisation_id=organisation_id, role=Role.BEHEERDER)


def add_person(desk: IssuingDesk, name: str, *, organisation_id: str, role: Role) -> Actor:
    """Take in a person with one role in one organisation, who proved nothing: for a demo."""

    def work(session: Session) -> Actor:
        now = desk.clock.now()
        person = Person(id=uuid7(now), name=name, created=now)
        session.add(person)
        session.flush()
        session.add(Membership(organisation_id=organisation_id, person_id=person.id, role=role, created=now))
        event = chain.Event(
            organisation_id=organisation_id,
            kind=AuditKind.MEMBER_ADDED,
            at=now,
            actor_id=person.id,
            person_id=person.id,
        )
        chain.append(session, event)
        return Actor(
            person_id=person.id,
            organisation_id=organisation_id,
            name=name,
            roles=frozenset({role}),
            proof=Proof.DEMO,
            proved=now,
        )

    return desk.register.write(work, within=OneOrganisation(organisation_id))


def _find_demo(desk: IssuingDesk, name: str) -> Actor | None:
    def work(session: Session) -> Actor | None:
        row = find_member(session, person_name=name)
        if row is None:
            return None
        return current_actor(
            session,
            person_id=row.person_id,
            organisation_id=row.organisation_id,
            proof=Proof.DEMO,
            proved=desk.clock.now(),
        )

    return desk.register.read(work, within=WHOLE_SERVICE)
