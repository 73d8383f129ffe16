"""The people of a demo, who prove nothing: a sign-in of theirs counts only in a demo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation, organisations
from issuers.organisations.tables import OrganisationKind, SchoolKind
from issuers.people.acting import current_actor
from issuers.people.appointing import Appointment, Mandate, appoint
from issuers.people.permissions import Actor
from issuers.people.register import find_member, memberships_in
from issuers.people.tables import Membership, Person, Proof, Role

DEMO: Final = NewOrganisation(
    name="Magazijn De Maas",
    facts=(NewFact(OrganisationKind.LEERBEDRIJF),),
    crebos=("25743", "25774", "25748"),
)
DEMO_PRAKTIJKOPLEIDER: Final = "Noor Bakker"
DEMO_BEHEERDER: Final = "Karim Visser"


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """Hold an organisation that does not exist, and who works there; each name is there once."""

    new: NewOrganisation
    people: tuple[tuple[str, Role], ...]


BAKERY: Final = DemoOrganisation(
    NewOrganisation(
        name="Bakkerij De Korenbloem",
        facts=(NewFact(OrganisationKind.LEERBEDRIJF),),
        crebos=("25721", "25742", "25808"),
    ),
    (
        ("Fenna Mulder", Role.PRAKTIJKOPLEIDER),
        ("Els Postma", Role.PRAKTIJKOPLEIDER),
        ("Bram Peters", Role.BEGELEIDER),
        ("Joost Mulder", Role.BEHEERDER),
    ),
)
SCHOOL: Final = DemoOrganisation(
    NewOrganisation(
        name="School aan de Kade",
        facts=(NewFact(OrganisationKind.SCHOOL, school_kind=SchoolKind.PRO),),
        crebos=("25742", "25743"),
    ),
    (
        ("Hanneke Vos", Role.BEVESTIGER),
        ("Ruben de Wit", Role.BEHEERDER),
        ("Samira Aydin", Role.EXAMENCOMMISSIE),
        ("Wim Jansen", Role.EXAMENCOMMISSIE),
    ),
)
COMMUNITY: Final = DemoOrganisation(
    NewOrganisation(
        name="Buurthuis De Spil", facts=(NewFact(OrganisationKind.MAATSCHAPPELIJK),), crebos=("25741",)
    ),
    (("Omar Haddad", Role.PRAKTIJKOPLEIDER),),
)
OTHERS: Final = (BAKERY, SCHOOL, COMMUNITY)
MANDATE: Final = Mandate(given_by="het bestuur van de school", since=date(2026, 8, 1))


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Show somebody of the demo at its door."""

    id: UUID
    organisation_id: str
    name: str
    role: Role
    organisation_name: str


def demo_praktijkopleider(desk: IssuingDesk) -> Actor:
    """Give the praktijkopleider of the demo leerbedrijf; the first time, take them in."""
    found = _find_demo(desk, DEMO_PRAKTIJKOPLEIDER)
    if found:
        return found
    organisation_id = _organisation_of(desk, DEMO)
    return add_person(
        desk, DEMO_PRAKTIJKOPLEIDER, organisation_id=organisation_id, role=Role.PRAKTIJKOPLEIDER
    )


def praktijkopleider_of(desk: IssuingDesk, organisation_id: str) -> Actor | None:
    """Give the first praktijkopleider of an organisation, for a demo; None where there is nobody."""

    def work(session: Session) -> Actor | None:
        for membership, person in memberships_in(session, organisation_id=organisation_id):
            if membership.role is Role.PRAKTIJKOPLEIDER:
                return current_actor(
                    session,
                    person_id=person.id,
                    organisation_id=organisation_id,
                    proof=Proof.DEMO,
                    proved=desk.clock.now(),
                )
        return None

    return desk.register.read(work, within=OneOrganisation(organisation_id))


def demo_beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf; the first time, take them in."""
    organisation_id = demo_praktijkopleider(desk).organisation_id
    found = _find_demo(desk, DEMO_BEHEERDER)
    return found or add_person(desk, DEMO_BEHEERDER, organisation_id=organisation_id, role=Role.BEHEERDER)


def found_demo(desk: IssuingDesk, organisation: DemoOrganisation) -> Mapping[str, Actor]:
    """Give the people of an organisation of the demo by name; the first time, take them in."""
    people = organisation.people
    found = {name: _find_demo(desk, name) for name, _ in people}
    if not any(found.values()):
        organisation_id = _organisation_of(desk, organisation.new)
        for name, role in people:
            _take_in(desk, name, organisation_id=organisation_id, role=role)
    return {name: actor for name, _ in people if (actor := _find_demo(desk, name))}


def demo_people(desk: IssuingDesk) -> Sequence[DemoPerson]:
    """Give who of the other organisations may be played here: nobody, until `make demo` took them in."""
    return [
        DemoPerson(actor.person_id, actor.organisation_id, name, role, each.new.name)
        for each in OTHERS
        for name, role in each.people
        if (actor := _find_demo(desk, name))
    ]


def _organisation_of(desk: IssuingDesk, new: NewOrganisation) -> str:
    """Give the organisation where nobody works yet: made now, or before the power failed between the two."""
    made = (each.id for each in organisations(desk) if each.name == new.name)
    return next(made, None) or create_organisation(desk, new).id


def _take_in(desk: IssuingDesk, name: str, *, organisation_id: str, role: Role) -> None:
    """Take in somebody of the demo; who confirms for a school has a mandate."""
    actor = add_person(desk, name, organisation_id=organisation_id, role=role)
    if role is Role.BEVESTIGER:
        work = partial(
            appoint,
            person_id=actor.person_id,
            organisation_id=organisation_id,
            appointment=Appointment(roles=frozenset({role}), mandate=MANDATE),
            now=desk.clock.now(),
        )
        desk.register.write(work, within=OneOrganisation(organisation_id))


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
