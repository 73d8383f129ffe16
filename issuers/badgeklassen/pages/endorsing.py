"""Stand behind a badge of another organisation."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.errors import LintError
from issuers.badgeklassen.endorsing import endorse, find_endorsable
from issuers.errors import FieldProblem, FormError, IdempotencyConflictError, IssuersError
from issuers.issuing.pages.giving import NOT_NOW
from issuers.issuing.pages.writing import hindrance_of
from issuers.issuing.tables import Achievement
from issuers.organisations.founding import find_organisation
from issuers.saying import shown
from issuers.visiting import DesignVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ALREADY = FieldProblem(
    "zin",
    "endorsed-already",
    "Jullie bevestigden deze badge al, met een andere zin. Trek die eerst in, bij Gegeven.",
    "You endorsed this badge already, in other words. Withdraw that first, under Given.",
)


@router.get("/badgeklassen/{achievement_id}/bevestigen")
def ask(visit: DesignVisit, achievement_id: str) -> Response:
    """Ask why the organisation stands behind it."""
    return _form(visit, find_endorsable(visit.desk, achievement_id, actor=visit.actor))


@router.post("/badgeklassen/{achievement_id}/bevestigen")
def give(visit: DesignVisit, achievement_id: str, zin: Annotated[str, Form()] = "") -> Response:
    """Sign what was said, and show it beside the badge."""
    found = find_endorsable(visit.desk, achievement_id, actor=visit.actor)
    try:
        endorse(visit.desk, achievement_id, comment=zin, actor=visit.actor)
    except FormError as error:
        return _form(visit, found, said=zin, problems=error.problems)
    except IdempotencyConflictError:
        return _form(visit, found, said=zin, problems=[ALREADY])
    except LintError as error:
        return _form(
            visit, found, said=zin, problems=[FieldProblem.of(each, field="zin") for each in error.problems]
        )
    except NOT_NOW as error:
        return _form(visit, found, said=zin, because=error)
    return RedirectResponse(f"/badgeklassen/{achievement_id}", status_code=303)


def _form(
    visit: Visit,
    found: Achievement,
    *,
    said: str = "",
    problems: Sequence[FieldProblem] = (),
    because: IssuersError | None = None,
) -> Response:
    here = f"/badgeklassen/{found.id}"
    view = views.badgeklassen.EndorseForm(
        frame=frame_of(visit.request),
        name=found.title,
        owner=find_organisation(visit.desk, found.organisation_id).name,
        organisation=visit.organisation.name,
        action=f"{here}/bevestigen",
        back_href=here,
        said=said,
        problems=shown(visit.request, problems),
        hindrance=hindrance_of(visit.request, visit.desk, visit.actor, because) or visit.hindrance,
    )
    return show(visit.request, "badge-bevestigen", view, because=because)
