"""Choose what the organisation asks before anything of it is signed."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from issuers.errors import FieldProblem, FormError
from issuers.holding.tables import Asks
from issuers.issuing.rules import Rule, find_rule, read_rule, set_rule
from issuers.saying import Done, done_of, shown
from issuers.visiting import OrganisationVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/organisatie/meekijken"
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Het geldt voor wat er vanaf nu gegeven wordt.",
        "en": "It is kept. It counts for what is given from now on.",
    },
}


class RuleFields(BaseModel):
    """Hold the fields of the form as they were sent."""

    vier_ogen: Annotated[str, Field(alias="vier-ogen")] = ""
    bedenktijd: str = ""
    wachttijd: str = ""


@router.get(HERE)
def show_rule(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show what is asked now."""
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    return _page(visit, typed=_typed(rule), done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def keep_rule(visit: OrganisationVisit, sent: Annotated[RuleFields, Form()]) -> Response:
    """Ask something else from now on."""
    try:
        rule = read_rule(**sent.model_dump())
    except FormError as error:
        return _page(visit, typed=sent.model_dump(by_alias=True), problems=error.problems)
    set_rule(visit.desk, rule, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=bewaard", status_code=303)


def _typed(rule: Rule) -> Mapping[str, str]:
    return {
        "vier-ogen": "ja" if rule.asks is Asks.SECOND else "",
        "bedenktijd": str(rule.undo_minutes),
        "wachttijd": str(rule.hold_hours),
    }


def _page(
    visit: Visit,
    *,
    typed: Mapping[str, str],
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    view = views.holding.HoldingSettings(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        typed=typed,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "organisatie-meekijken", view)
