"""The settings of the examencommissie: its name and mandate, beroep, four eyes, and how long it keeps."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from issuers.visiting import OrganisationVisit, Visit
from schools.decisions.rules import Rule, TypedRule, find_rule, read_rule, set_rule
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/organisatie/examencommissie"
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Het geldt voor wat er vanaf nu besloten wordt.",
        "en": "It is kept. It counts for what is decided from now on.",
    },
}


class RuleFields(BaseModel):
    """Hold the fields of the form as they were sent."""

    commissie: str = ""
    mandaat: str = ""
    clausule: str = ""
    weken: str = ""
    jaren: str = ""
    vier_ogen: Annotated[str, Field(alias="vier-ogen")] = ""


@router.get(HERE)
def show_rule(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show how the school decides."""
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    return _page(visit, typed=_typed(rule) if rule else {}, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def keep_rule(visit: OrganisationVisit, sent: Annotated[RuleFields, Form()]) -> Response:
    """Decide otherwise from now on."""
    try:
        rule = read_rule(TypedRule(**sent.model_dump()))
    except FormError as error:
        return _page(visit, typed=sent.model_dump(by_alias=True), problems=error.problems)
    set_rule(visit.desk, rule, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=bewaard", status_code=303)


def _typed(rule: Rule) -> Mapping[str, str]:
    return {
        "commissie": rule.commission,
        "mandaat": rule.mandate,
        "clausule": rule.appeal,
        "weken": str(rule.appeal_weeks),
        "jaren": str(rule.keep_years),
        "vier-ogen": "ja" if rule.needs_second else "",
    }


def _page(
    visit: Visit,
    *,
    typed: Mapping[str, str],
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    view = views.decisions.DecisionSettings(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        typed=typed,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "organisatie-examencommissie", view)
