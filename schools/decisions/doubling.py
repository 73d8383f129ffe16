"""See whether the same was asked already: that is told to who writes it down, and is not in the way."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from badges.texts import normalize
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.decisions.asking import KnownRequest, TypedRequest, list_requests
from schools.decisions.loading import KnownPlan, find_plan
from schools.decisions.words import RequestState
from web.clock import ONE_TAP


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
    now = desk.clock.now()
    return tuple(
        each
        for each in same_as(typed, plan=plan, among=found)
        if not is_one_tap(typed, each, by=actor.name, now=now)
    )


def is_one_tap(typed: TypedRequest, known: KnownRequest, *, by: str, now: datetime) -> bool:
    """Tell whether a request is what the same person sent a moment before, as two taps do."""
    told = (known.by, known.asked_by, known.asked.isoformat())
    wie = " ".join(normalize(typed.wie).split())
    return known.recorded > now - ONE_TAP and told == (by, wie, typed.datum.strip())


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
