"""Of whom a school looks at badges: the list, adding somebody, and taking him away again."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.importing.candidates import add_candidate, list_candidates, remove_candidate
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/voorstellen"
DONE: Final[Done] = {
    "weg": {
        "nl": "Alles over deze persoon is weg: de naam, de bestanden en de verslagen.",
        "en": "Everything about this person is gone: the name, the files and the reports.",
    }
}


@router.get(HERE)
def show_candidates(visit: ConfirmVisit, klaar: str = "") -> Response:
    """Show of whom this school looks at badges."""
    return _page(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def take_candidate(visit: ConfirmVisit, naam: Annotated[str, Form()] = "") -> Response:
    """Add somebody, and go to his page."""
    try:
        candidate_id = add_candidate(visit.desk, naam, actor=visit.actor)
    except FormError as error:
        return _page(visit, typed=naam, problems=error.problems)
    return RedirectResponse(f"{HERE}/{candidate_id}", status_code=303)


@router.post(f"{HERE}/{{candidate_id}}/weg")
def remove_one(visit: ConfirmVisit, candidate_id: UUID) -> Response:
    """Keep nothing of somebody any more."""
    if remove_candidate(visit.desk, candidate_id, actor=visit.actor):
        return RedirectResponse(f"{HERE}?klaar=weg", status_code=303)
    return RedirectResponse(f"{HERE}/{candidate_id}?klaar=los", status_code=303)


def _page(
    visit: Visit, *, typed: str = "", problems: Sequence[FieldProblem] = (), done: str | None = None
) -> Response:
    view = views.CandidateList(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        action=HERE,
        rows=tuple(
            views.CandidateRow(name=each.name, files=each.files, href=f"{HERE}/{each.id}")
            for each in list_candidates(visit.desk, actor=visit.actor)
        ),
        typed=typed,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "voorstellen", view)
