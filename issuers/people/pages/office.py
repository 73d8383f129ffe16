"""Where a beheerder works: his organisation, and whom of it a page is about."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.organisations.facts import facts_of
from issuers.organisations.founding import find_organisation
from issuers.people.appointing import roles_offered
from issuers.people.members import Member, find_in_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.people.tables import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Hold where a beheerder works: the organisation, the roles that it has, and what was asked."""

    request: Request
    desk: IssuingDesk
    actor: Actor
    organisation: str
    offered: tuple[Role, ...]

    @property
    def today(self) -> date:
        """Give the day."""
        return self.desk.clock.now().date()


def office_of(request: Request, desk: Desk, actor: SignedInActor) -> Office:
    """Find where a beheerder works."""
    require(actor, Action.MANAGE_PEOPLE)
    kinds = [fact.row.kind for fact in facts_of(desk, actor.organisation_id)]
    return Office(
        request=request,
        desk=desk,
        actor=actor,
        organisation=find_organisation(desk, actor.organisation_id).name,
        offered=roles_offered(kinds),
    )


def colleague_of(office: Annotated[Office, Depends(office_of)], person_id: UUID) -> Member:
    """Find whom the address names, in the own organisation."""
    return find_in_organisation(office.desk, person_id, actor=office.actor)


OwnOffice = Annotated[Office, Depends(office_of)]
Colleague = Annotated[Member, Depends(colleague_of)]
