"""Choose whether it stands beside a badge of one's own that another organisation stands behind it."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from issuers.badgeklassen.letting_in import KnownEndorsement, answer, list_endorsements
from issuers.badgeklassen.pages.designing import ALL
from issuers.badgeklassen.tables import Answer
from issuers.saying import Done, done_of
from issuers.visiting import DesignVisit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/bevestigingen"
DONE: Final[Done] = {
    "laat-zien": {
        "nl": "Het staat nu bij de badge. Je kunt het altijd weer weghalen.",
        "en": "It now stands beside the badge. You can always take it away again.",
    },
    "liever-niet": {
        "nl": "Het staat niet bij de badge. Je kunt het later alsnog laten zien.",
        "en": "It does not stand beside the badge. You can still show it later.",
    },
}


@router.get(HERE)
def show_endorsements(visit: DesignVisit, klaar: str = "") -> Response:
    """Show who stands behind the badges of this organisation."""
    view = views.badgeklassen.Endorsements(
        frame=frame_of(visit.request),
        rows=tuple(_row(each) for each in list_endorsements(visit.desk, actor=visit.actor)),
        back_href=ALL,
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "bevestigingen", view)


@router.post(f"{HERE}/{{endorsement_id}}")
def choose(visit: DesignVisit, endorsement_id: UUID, antwoord: Annotated[Answer, Form()]) -> Response:
    """Show it beside the badge, or not."""
    answer(visit.desk, endorsement_id, said=antwoord, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar={antwoord}", status_code=303)


def _row(known: KnownEndorsement) -> views.badgeklassen.EndorsementRow:
    return views.badgeklassen.EndorsementRow(
        by=known.by,
        title=known.title,
        title_href=f"/badgeklassen/{known.achievement_id}",
        comment=known.comment,
        on=known.since,
        href=f"/b/{known.token}",
        action=f"{HERE}/{known.id}",
        answer=known.answer,
    )
