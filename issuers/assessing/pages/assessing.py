"""The form on which a werkproces is judged in plain words, beside what was collected for it.

A photo of the work may come along in the same round, and the badge follows by itself.
"""

from collections.abc import Sequence
from typing import Annotated, Final, cast
from uuid import UUID

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from badges.workphotos import MAX_BYTES, WorkPhoto
from issuers.assessing.keeping import assess, remove_assessment
from issuers.assessing.reading import FIELDS, NewAssessment, TypedAssessment, read_assessment
from issuers.errors import FieldProblem, FormError
from issuers.evidence.collectors import Member
from issuers.evidence.keeping import collect
from issuers.evidence.pages.showing import Collecting, beside
from issuers.evidence.photos import read_photo
from issuers.evidence.reading import Told, asks_to_keep
from issuers.evidence.tables import EvidenceKind
from issuers.people.pages.resuming import CHOSEN
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
_NOT_TYPED = {"verder", "foto_gekozen"}
PHOTO_GONE: Final = FieldProblem(
    "foto",
    "photo-gone",
    "Je foto kwam niet mee toen je inlogde. Kies hem opnieuw, of bewaar zonder foto.",
    "Your photo did not come along when you signed in. Choose it again, or keep it without a photo.",
)


class AssessmentFields(BaseModel):
    """Hold the fields of the form as they were sent; `verder` is the button that sent it."""

    kennis: str = ""
    vaardigheden: str = ""
    gedrag: str = ""
    zelfstandigheid: str = ""
    toch: str = ""
    verder: str = ""
    foto_gekozen: Annotated[str, Field(alias=f"foto{CHOSEN}")] = ""

    @property
    def typed(self) -> TypedAssessment:
        """Give what was typed, to read it."""
        return TypedAssessment(**self.model_dump(exclude=_NOT_TYPED))


@router.get("/afspraken/{profiel_id}/beoordeel/{crebo}/{code}")
def ask(visit: DraftVisit, profiel_id: UUID, crebo: str, code: str) -> Response:
    """Ask what the person can do."""
    return _form(_collecting(visit, profiel_id), (crebo, code), filled=AssessmentFields())


@router.post("/afspraken/{profiel_id}/beoordeel/{crebo}/{code}")
def keep(  # noqa: PLR0913, PLR0917 (each part of the address and of the form)
    visit: DraftVisit,
    profiel_id: UUID,
    crebo: str,
    code: str,
    filled: Annotated[AssessmentFields, Form()],
    foto: UploadFile | None = None,
) -> Response:
    """Keep what was judged with a photo if there is one, and go on to the badge where that was the button."""
    at, work = _collecting(visit, profiel_id), (crebo, code)
    raw = foto.file.read(MAX_BYTES + 1) if foto else b""
    try:
        judged, photo = _read(filled, raw)
        if photo:
            collect(at.desk, work, Told(kind=EvidenceKind.PHOTO, texts={}), by=at.by, photo=photo)
        assess(at.desk, work, judged, by=cast("Member", at.by))
    except FormError as error:
        return _form(at, work, filled=filled, problems=error.problems, lost=len(raw or filled.foto_gekozen))
    if filled.verder == GIVE:
        return RedirectResponse(f"{at.here}/bewijs/{crebo}/{code}?klaar=beoordeeld", status_code=303)
    return RedirectResponse(f"{at.at(work)}?klaar=beoordeeld", status_code=303)


@router.post("/afspraken/{profiel_id}/beoordeeld/{assessment_id}/weg")
def remove(visit: DraftVisit, profiel_id: UUID, assessment_id: UUID) -> Response:
    """Keep it no more."""
    at = _collecting(visit, profiel_id)
    work = remove_assessment(at.desk, assessment_id, by=cast("Member", at.by))
    return RedirectResponse(f"{at.at(work)}?klaar=weg", status_code=303)


def _read(filled: AssessmentFields, raw: bytes) -> tuple[NewAssessment, WorkPhoto | None]:
    """Read both, so that everything that is wrong is said at once; a photo may be left out.

    Raises:
        FormError: with every problem of every field.
    """
    problems = [PHOTO_GONE] if filled.foto_gekozen and not raw else []
    photo = judged = None
    try:
        photo = read_photo(raw) if raw else None
    except FormError as error:
        problems += error.problems
    try:
        judged = read_assessment(filled.typed)
    except FormError as error:
        problems += error.problems
    if judged is None or problems:
        raise FormError(problems)
    return judged, photo


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
    lost: int = 0,
) -> Response:
    entry = at.goal(work).entry
    gives = may(cast("Member", at.by).actor, Action.ISSUE) and at.known.standing is Standing.AGREED
    view = views.evidence.AssessmentForm(
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
        most=MAX_BYTES,
        has_lost=lost > 0,
        asks=bool(filled.toch) or any(map(asks_to_keep, problems)),
        typed=filled.model_dump(exclude=_NOT_TYPED),
        problems=shown(at.request, problems),
    )
    return show(at.request, "beoordeel", view)
