"""A school that is a party of what somebody learns, and who confirms there."""

from datetime import date

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.organisations.demo import add_person
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind, SchoolKind
from issuers.people.permissions import Actor
from issuers.people.tables import Membership, Role


def found_school(
    desk: IssuingDesk, name: str = "School De Brug", *, kind: SchoolKind | None = SchoolKind.PRO
) -> Actor:
    """Found a school, and give its bevestiger, who has no mandate yet."""
    fact = NewFact(OrganisationKind.SCHOOL, school_kind=kind)
    school = create_organisation(desk, NewOrganisation(name=name, facts=(fact,)))
    return add_person(desk, "Ada Bos", organisation_id=school.id, role=Role.BEVESTIGER)


def give_mandate(desk: IssuingDesk, bevestiger: Actor) -> None:
    """Write down who gave the bevestiger a mandate, and since when."""

    def work(session: Session) -> None:
        key = (bevestiger.organisation_id, bevestiger.person_id, Role.BEVESTIGER)
        row = session.get_one(Membership, key)
        row.mandate_by, row.mandate_since = "de directeur", date(2026, 1, 5)

    desk.register.write(work, within=WHOLE_SERVICE)
