"""See whether the same was asked already: that is told to who writes it down, and is not in the way."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.people.permissions import Actor
from schools.decisions.asking import KnownRequest, TypedRequest, list_requests, written
from schools.decisions.loading import KnownPlan, find_plan
from schools.decisions.tapping import tapped_before
from schools.decisions.words import RequestState


def list_same(
    desk: IssuingDesk, candidate_id: UUID, plan_id: UUID, typed: TypedRequest, *, actor: Actor
) -> tuple[KnownRequest, ...]:
    """List what runs of somebody for the same; what another tap wrote down a moment ago is no other request.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such plan.
    """
    plan = find_plan(desk, plan_id, actor=actor)
    found = list_requests(desk, actor=actor, candidate_id=candidate_id)
    tapped = _tapped(desk, candidate_id, typed, plan=plan, actor=actor)
    return tuple(each for each in same_as(typed, plan=plan, among=found) if each.id != tapped)


def _tapped(
    desk: IssuingDesk, candidate_id: UUID, typed: TypedRequest, *, plan: KnownPlan, actor: Actor
) -> UUID | None:
    """Find what another tap wrote down a moment ago; what is not right yet was written down by none."""
    try:
        row = written(typed, candidate_id=candidate_id, plan=plan, desk=desk, actor=actor)
    except FormError:
        return None
    asked = partial(tapped_before, row=row)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def same_as(typed: TypedRequest, *, plan: KnownPlan, among: Iterable[KnownRequest]) -> list[KnownRequest]:
    """List the requests that run for the same examenonderdeel, whatever the version of the plan.

    Two that are about other parts of it are not the same.
    """
    own = next((each for each in plan.parts if each.code == typed.onderdeel), None)
    keys = {each.key for each in own.work} if own else set()
    asked = keys & set(typed.deel) or keys
    return [
        each
        for each in among
        if each.state is RequestState.OPEN
        and (each.plan.crebo, each.onderdeel.code) == (plan.crebo, typed.onderdeel)
        and not asked.isdisjoint(work.key for work in each.work)
    ]
