"""Give on what a proposal rests on, to the administration of the school."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from issuers.visiting import ConfirmVisit
from schools.giving.passing import pack_for
from schools.importing.candidates import find_candidate
from schools.pages.candidates import HERE
from schools.pages.proposal import told_of, written_down

router = APIRouter(include_in_schema=False)

PACK: Final = f"{HERE}/{{candidate_id}}/pakket"


@router.post(PACK)
def give_pack(visit: ConfirmVisit, candidate_id: UUID, doel: str = "") -> Response:
    """Give all of it in one zip; the school signs that it put it together, so it is asked for by a button."""
    find_candidate(visit.desk, candidate_id, actor=visit.actor)
    if not doel:
        return RedirectResponse(f"{HERE}/{candidate_id}", status_code=303)
    told = told_of(visit, candidate_id, doel)
    pdf = written_down(visit, candidate_id, told)
    raw = pack_for(visit.desk, candidate_id, told, pdf=pdf, actor=visit.actor)
    headers = {"Content-Disposition": 'attachment; filename="pakket.zip"', "Cache-Control": "no-store"}
    return Response(raw, media_type="application/zip", headers=headers)
