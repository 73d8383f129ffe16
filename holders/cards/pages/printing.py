"""The card to keep as a PDF, for who sees it on his screen: its code comes along, for we do not keep it."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import Response
from starlette.requests import Request

from holders.cards.codes import plain_code, printed
from holders.cards.pages.cards import GIVE, OPEN, OWN
from holders.cards.printing import find_given_card, require_own_card
from holders.dependencies import AHolder
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.visiting import IssueVisit
from templates.documents.badge import BadgePicture
from templates.documents.card import KeepCard, card_pdf
from templates.showing import picture_of
from web.locale import tongue_named

router = APIRouter(include_in_schema=False)

PDF: Final = "application/pdf"
Code = Annotated[str, Form(max_length=20)]
Named = Annotated[str, Form(max_length=10)]


@router.post(f"{OWN}/pdf")
def print_own(request: Request, desk: Desk, holder: AHolder, code: Code = "", taal: Named = "") -> Response:
    """Give the card that a holder made for himself."""
    require_own_card(desk, plain_code(code), holder=holder)
    return _sheet(request, desk, _card(desk, code), named=taal)


@router.post(f"{GIVE}/pdf")
def print_for(visit: IssueVisit, badge_id: UUID, code: Code = "", taal: Named = "") -> Response:
    """Give the card that was made for whoever was given a badge."""
    given = find_given_card(visit.desk, plain_code(code), badge_id=badge_id, actor=visit.actor)
    card = _card(visit.desk, code, picture=picture_of(given.facts), organisation=visit.organisation.name)
    return _sheet(visit.request, visit.desk, card, named=taal)


def _card(
    desk: IssuingDesk, code: str, *, picture: BadgePicture | None = None, organisation: str | None = None
) -> KeepCard:
    code, url = printed(plain_code(code)), f"{desk.base_url}{OPEN}"
    return KeepCard(code=code, url=url, picture=picture, organisation=organisation)


def _sheet(request: Request, desk: IssuingDesk, card: KeepCard, *, named: str) -> Response:
    language = tongue_named(request, named)
    response = Response(card_pdf(card, language=language, moment=desk.clock.now()), media_type=PDF)
    response.headers["Content-Disposition"] = 'attachment; filename="kaart.pdf"'
    response.headers["Content-Language"] = language
    return response
