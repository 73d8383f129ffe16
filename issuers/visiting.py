"""Who opens a page of his own organisation, let in for what he may do there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, TypeAlias

from fastapi import Depends
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.going import stopped_because
from issuers.organisations.founding import find_organisation
from issuers.organisations.tables import Organisation
from issuers.people.permissions import Action, Actor, require
from issuers.saying import hindered
from templates import views


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Hold who acts for which organisation, and what he asks."""

    request: Request
    desk: IssuingDesk
    actor: Actor

    @property
    def organisation(self) -> Organisation:
        """Give the organisation as it stands."""
        return find_organisation(self.desk, self.actor.organisation_id)

    @property
    def hindrance(self) -> views.pieces.Hindrance | None:
        """Say to a beheerder why his organisation can do nothing new now; None where it can."""
        organisation = self.organisation
        found = hindered(self.request, stopped_because(organisation))
        return replace(found, because=organisation.suspended_because) if found else None


def visit_to(action: Action) -> Callable[[Request, IssuingDesk, Actor], Visit]:
    """Make what lets in who may do this, and nobody else.

    What it makes raises PermissionDeniedError and ProofNeededError, as `require` does.
    """

    def visit_of(request: Request, desk: Desk, actor: SignedInActor) -> Visit:
        require(actor, action)
        return Visit(request=request, desk=desk, actor=actor)

    return visit_of


OrganisationVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.MANAGE_ORGANISATION))]
DesignVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.DESIGN))]
DraftVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.DRAFT))]
IssueVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.ISSUE))]
ConfirmVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.CONFIRM))]
PeopleVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.MANAGE_PEOPLE))]
KeysVisit: TypeAlias = Annotated[Visit, Depends(visit_to(Action.MANAGE_KEYS))]
