"""The form on which a werkproces is judged in plain words, beside what was collected for it."""

from collections.abc import Sequence
from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from issuers.assessing.keeping import assess, remove_assessment
from issuers.assessing.reading import FIELDS, TypedAssessment, read_assessment
from issuers.errors import FieldProblem, FormError
from issuers.evidence.collectors import Member
from issuers.evidence.pages.showing import Collecting, beside
from issuers.evidence.reading import asks_to_keep
from issuers.people.permissions import Action, may
from issuers.saying import shown
from issuers.visiting import DraftVisit, Visit
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.known import Standing
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

GIVE = "geef"


class AssessmentFields(BaseModel):
    """Hold the fields of the form as they were sent; `verder` is the button that sent it."""

    kennis: str = ""
    vaardigheden: str = ""
    gedrag: str = ""
    zelfstandigheid: str = ""
    toch: str = ""
    verder: str = ""

    @property
    def typed(self) -> TypedAssessment:
        """Give what was typed, to read it."""
        return TypedAssessment(**self.model_dump(exclude={"verder"}))


@router.get("/afspraken/{profiel_id}/beoordeel/{crebo}/{code}")
def ask(visit: DraftVisit, profiel_id: UUID, crebo: str, code: str) -> Response:
    """Ask what the person can do."""
    return _form(_collecting(visit, profiel_id), (crebo, code), filled=AssessmentFields())


@router.post("/afspraken/{profiel_id}/beoordeel/{crebo}/{code}")
def keep(
    visit: DraftVisit, profiel_id: UUID, crebo: str, code: str, filled: Annotated[AssessmentFields, Form()]
) -> Response:
    """Keep what was judged, and go on to give the badge where that was the button."""
    at, work = _collecting(visit, profiel_id), (crebo, code)
    try:
        assess(at.desk, work, read_assessment(filled.typed), by=cast("Member", at.by))
    except FormError as error:
        return _form(at, work, filled=filled, problems=error.problems)
    if filled.verder == GIVE:
        return RedirectResponse(
            f"/uitreiken/{crebo}/{code}?afspraak={profiel_id}&klaar=beoordeeld", status_code=303
        )
    return RedirectResponse(f"{at.at(work)}?klaar=beoordeeld", status_code=303)


@router.post("/afspraken/{profiel_id}/beoordeeld/{assessment_id}/weg")
def remove(visit: DraftVisit, profiel_id: UUID, assessment_id: UUID) -> Response:
    """Keep it no more."""
    at = _collecting(visit, profiel_id)
    work = remove_assessment(at.desk, assessment_id, by=cast("Member", at.by))
    return RedirectResponse(f"{at.at(work)}?klaar=weg", status_code=303)


def _collecting(visit: Visit, profiel_id: UUID) -> Collecting:
    return Collecting.of_member(
        visit.request, visit.desk, find_profiel(visit.desk, profiel_id, actor=visit.actor), actor=visit.actor
    )


def _form(
    at: Collecting,
    work: WerkprocesKey,
    *,
    filled: AssessmentFields,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    entry = at.goal(work).entry
    gives = may(cast("Member", at.by).actor, Action.ISSUE) and at.known.standing is Standing.AGREED
    view = views.AssessmentForm(
        frame=frame_of(at.request),
        name=at.known.name,
        title=entry.werkproces.title,
        sentence=at.sentence(work),
        official=entry.kwalificatie.description,
        official_href=f"/werkprocessen/{work[0]}/{work[1]}/{entry.digest}",
        fields=FIELDS,
        beside=beside(at, work),
        action=f"{at.here}/beoordeel/{work[0]}/{work[1]}",
        back_href=at.at(work),
        gives=gives and not at.goal(work).is_reached,
        asks=bool(filled.toch) or any(map(asks_to_keep, problems)),
        typed=filled.model_dump(exclude={"verder"}),
        problems=shown(at.request, problems),
    )
    return show(at.request, "beoordeel", view)
