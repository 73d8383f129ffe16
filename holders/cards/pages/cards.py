"""The card to keep: making one, for oneself or for whoever stands there, and opening by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.requests import Request

from holders.cards.cards import (
    end_given_card,
    end_own_cards,
    find_to_give,
    give_card,
    is_kept,
    make_own_card,
    open_by_card,
    own_card_since,
)
from holders.cards.codes import PICTURES, printed, read_pictures, read_typed
from holders.cards.rekeying import take_over
from holders.dependencies import AHolder, Joins, let_in, telephone_of
from holders.errors import AlreadyKeptError, CardError
from holders.keeping.telephones import KnownHolder, require_all
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.saying import shown
from issuers.visiting import IssueVisit
from templates import views
from templates.documents.badge import badge_svg
from templates.documents.qr import qr_svg
from templates.showing import picture_of
from web.limits import Meter, Purpose, meter_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

OWN: Final = "/mijn-bewijzen/kaart"
OPEN: Final = "/kaart"
GIVE: Final = "/gegeven/{badge_id}/kaart"


class PictureFields(BaseModel):
    """Hold which pictures were chosen, as the form sent them."""

    first: str = Field("", alias="plaatje-1")
    second: str = Field("", alias="plaatje-2")
    third: str = Field("", alias="plaatje-3")

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give them in their order, without what was not chosen."""
        return tuple(filter(None, (self.first, self.second, self.third)))

    @property
    def typed(self) -> Mapping[str, str]:
        """Give them by the name of the row."""
        return {f"plaatje-{row}": each for row, each in enumerate((self.first, self.second, self.third), 1)}


class CardFields(PictureFields):
    """Hold what was typed to open by a card."""

    code: str = Field("", max_length=200)
    eigen: str = "nee"


@router.get(OWN)
def choose_own(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Ask which pictures go with a card for all that one keeps.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    return _choose_own(request, desk, holder)


@router.post(OWN)
def make_own(
    request: Request, desk: Desk, holder: AHolder, filled: Annotated[PictureFields, Form()]
) -> Response:
    """Make it, and show it this one time."""
    try:
        code = make_own_card(desk, read_pictures(filled.chosen), holder=holder)
    except FormError as error:
        return _choose_own(request, desk, holder, filled=filled, problems=error.problems)
    return show(request, "kaart", _made(request, desk, code, back_href=WALLET))


@router.post(f"{OWN}/stop")
def end_own(desk: Desk, holder: AHolder) -> Response:
    """Let no card open anything any more."""
    end_own_cards(desk, holder=holder)
    return RedirectResponse(f"{WALLET}?klaar=kaart-stop", status_code=303)


@router.post(f"{OWN}/{{card_id}}/stop")
def end_given(desk: Desk, holder: AHolder, card_id: UUID) -> Response:
    """Let a card open nothing any more that an organisation made."""
    end_given_card(desk, card_id, holder=holder)
    return RedirectResponse(f"{WALLET}?klaar=kaart-stop-een", status_code=303)


@router.post(f"{WALLET}/overzetten")
def move_over(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Let nothing of before open what an organisation gave, but this card."""
    token, here = take_over(desk, holder=holder)
    response = RedirectResponse(f"{WALLET}?klaar=overgezet", status_code=303)
    let_in(request, response, token=token, on=here)
    return response


@router.get(GIVE)
def choose_for(visit: IssueVisit, badge_id: UUID) -> Response:
    """Let whoever was given a badge choose the pictures of the card."""
    return _choose_for(visit, badge_id)


@router.post(GIVE)
def make_for(visit: IssueVisit, badge_id: UUID, filled: Annotated[PictureFields, Form()]) -> Response:
    """Make the card, and show it this one time."""
    try:
        pictures = read_pictures(filled.chosen)
    except FormError as error:
        return _choose_for(visit, badge_id, filled=filled, problems=error.problems)
    given = find_to_give(visit.desk, badge_id, actor=visit.actor)
    code = give_card(visit.desk, badge_id, pictures=pictures, actor=visit.actor)
    made = _made(visit.request, visit.desk, code, back_href=f"/gegeven/{badge_id}")
    whose = replace(
        made,
        picture=badge_svg(picture_of(given.facts)),
        title=given.facts.title,
        organisation=visit.organisation.name,
        pdf_action=f"/gegeven/{badge_id}/kaart/pdf",
    )
    return show(visit.request, "kaart", whose)


@router.get(OPEN)
def ask(request: Request, join: Joins, code: str = "") -> Response:
    """Ask for a code and the pictures; the code may stand in the address that the card leads to."""
    return _ask(request, join, typed={"code": code[:20]})


@router.post(OPEN)
def open_it(
    request: Request,
    desk: Desk,
    join: Joins,
    filled: Annotated[CardFields, Form()],
    meter: Annotated[Meter, Depends(meter_of)],
) -> Response:
    """Open what is kept; wrong is wrong in one sentence."""
    on = telephone_of(request, is_own=filled.eigen == "ja")
    typed = {**filled.typed, "code": filled.code, "eigen": filled.eigen}
    try:
        card = read_typed(filled.code, chosen=filled.chosen)
        meter.take(Purpose.CARD)
        secret = open_by_card(desk, card, on=on)
    except FormError as error:
        return _ask(request, join, typed=typed, problems=error.problems)
    except (CardError, AlreadyKeptError) as error:
        problem = FieldProblem.of(error, field="code")
        return _ask(request, join, typed={"code": filled.code}, problems=[problem])
    response = RedirectResponse(f"{WALLET}?klaar=open", status_code=303)
    let_in(request, response, token=secret, on=on)
    return response


def _choose_own(
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    filled: PictureFields | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.cards.CardChoice(
        frame=frame_of(request),
        by_field=PICTURES,
        action=OWN,
        back_href=WALLET,
        is_own=True,
        has_one=own_card_since(desk, holder=holder) is not None,
        typed=filled.typed if filled else {},
        problems=shown(request, problems),
    )
    return show(request, "kaart-maken", view)


def _choose_for(
    visit: IssueVisit,
    badge_id: UUID,
    *,
    filled: PictureFields | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    given = find_to_give(visit.desk, badge_id, actor=visit.actor)
    view = views.cards.CardChoice(
        frame=frame_of(visit.request),
        by_field=PICTURES,
        action=f"/gegeven/{badge_id}/kaart",
        back_href=f"/gegeven/{badge_id}",
        is_own=False,
        title=given.facts.title or "",
        is_kept=is_kept(visit.desk, badge_id),
        typed=filled.typed if filled else {},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "kaart-maken", view)


def _made(request: Request, desk: IssuingDesk, code: str, *, back_href: str) -> views.cards.CardMade:
    url = f"{desk.base_url}{OPEN}"
    return views.cards.CardMade(
        frame=frame_of(request),
        code=printed(code),
        qr=qr_svg(f"{url}?code={printed(code)}", title="QR-code"),
        url=url,
        pdf_action=f"{OWN}/pdf",
        back_href=back_href,
    )


def _ask(
    request: Request, join: str | None, *, typed: Mapping[str, str], problems: Sequence[FieldProblem] = ()
) -> Response:
    view = views.cards.CardTyped(
        frame=frame_of(request),
        by_field=PICTURES,
        action=OPEN,
        join_href=join,
        typed=typed,
        problems=shown(request, problems),
    )
    return show(request, "kaart-openen", view)
