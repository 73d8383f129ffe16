"""Where a beheerder works: his organisation, and whom of it a page is about."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from issuers.organisations.facts import facts_of
from issuers.people.appointing import roles_offered
from issuers.people.members import Member, find_in_organisation
from issuers.people.tables import Role
from issuers.visiting import PeopleVisit, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Visit):
    """Hold where a beheerder works, with the roles that the organisation has."""

    offered: tuple[Role, ...]

    @property
    def today(self) -> date:
        """Give the day."""
        return self.desk.clock.today()


def office_of(visit: PeopleVisit) -> Office:
    """Find where a beheerder works."""
    kinds = [fact.row.kind for fact in facts_of(visit.desk, visit.actor.organisation_id)]
    return Office(request=visit.request, desk=visit.desk, actor=visit.actor, offered=roles_offered(kinds))


def colleague_of(office: Annotated[Office, Depends(office_of)], person_id: UUID) -> Member:
    """Find whom the address names, in the own organisation."""
    return find_in_organisation(office.desk, person_id, actor=office.actor)


OwnOffice = Annotated[Office, Depends(office_of)]
Colleague = Annotated[Member, Depends(colleague_of)]
