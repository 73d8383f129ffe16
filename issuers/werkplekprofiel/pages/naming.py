"""Where a praktijkopleider says that his name may stand in what a school gives, or not any more."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.errors import FormError
from issuers.visiting import IssueVisit
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.naming import name_trainer, read_function, unname_trainer
from issuers.werkplekprofiel.pages.agreeing import HERE, show_page

router = APIRouter(include_in_schema=False)


@router.post(f"{HERE}/{{profiel_id}}/naam")
def put_name(visit: IssueVisit, profiel_id: UUID, functie: Annotated[str, Form()] = "") -> Response:
    """Put the name of who is signed in, with his function."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    try:
        name_trainer(visit.desk, profiel_id, function=read_function(functie), actor=visit.actor)
    except FormError as error:
        return show_page(visit, known, typed={"functie": functie}, problems=error.problems)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=naam", status_code=303)


@router.post(f"{HERE}/{{profiel_id}}/geen-naam")
def take_name_away(visit: IssueVisit, profiel_id: UUID) -> Response:
    """Take the name away."""
    unname_trainer(visit.desk, profiel_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=geen-naam", status_code=303)
