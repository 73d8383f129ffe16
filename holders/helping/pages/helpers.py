"""Who helps somebody with what he keeps: inviting, the log of each look, and stopping it."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from starlette.requests import Request

from holders.dependencies import AHolder
from holders.helping.inviting import (
    SPANS,
    USUAL,
    KnownHelper,
    invite_helper,
    list_helpers,
    read_helper,
    stop_helper,
)
from holders.keeping.telephones import KnownHolder, require_all
from holders.keeping.wallet import open_wallet
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.saying import Done, done_of, shown
from templates import views
from templates.documents.qr import secret_qr_svg
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/helpers"
NEW: Final = f"{HERE}/nieuw"
DONE: Final[Done] = {
    "stop": {"nl": "Deze persoon ziet niets meer.", "en": "This person does not see anything any more."}
}


class ChosenHelp(BaseModel):
    """Hold who is to help and what he may see, as it was sent."""

    wie: str = ""
    bewijs: list[str] = []
    duur: str = USUAL

    @property
    def badges(self) -> frozenset[UUID]:
        """Give what was ticked; what is no id of ours is not ticked."""
        return frozenset(UUID(each) for each in self.bewijs if _is_id(each))


@router.get(HERE)
def show_helpers(request: Request, desk: Desk, holder: AHolder, klaar: str = "") -> Response:
    """Show who helps, and what each looked at."""
    view = views.helping.Helpers(
        frame=frame_of(request),
        helpers=tuple(_row(each) for each in list_helpers(desk, holder=holder)),
        new_href=NEW,
        back_href=WALLET,
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "mijn-helpers", view)


@router.get(NEW)
def choose(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Ask who is to help, what he may see, and for how long."""
    return _choose(request, desk, holder, chosen=ChosenHelp())


@router.post(NEW)
def invite(request: Request, desk: Desk, holder: AHolder, chosen: Annotated[ChosenHelp, Form()]) -> Response:
    """Make an invitation."""
    require_all(holder)
    try:
        new = read_helper(chosen.wie, badges=chosen.badges, span=chosen.duur)
        helper_id = invite_helper(desk, new, holder=holder)
    except FormError as error:
        return _choose(request, desk, holder, chosen=chosen, problems=error.problems)
    return RedirectResponse(f"{HERE}/{helper_id}", status_code=303)


@router.get(f"{HERE}/{{helper_id}}")
def show_invitation(request: Request, desk: Desk, holder: AHolder, helper_id: UUID) -> Response:
    """Show the invitation, as long as nobody used it."""
    found = next((each for each in list_helpers(desk, holder=holder) if each.id == helper_id), None)
    if found is None:
        raise NotFoundError
    if found.has_come or found.is_over:
        return RedirectResponse(HERE, status_code=303)
    url = f"{desk.base_url}/helpen/{found.token}"
    view = views.helping.HelperInvitation(
        frame=frame_of(request),
        label=found.label,
        until=found.until,
        url=url,
        qr=secret_qr_svg(url, title="QR-code"),
        back_href=HERE,
    )
    return show(request, "helper-uitnodiging", view)


@router.post(f"{HERE}/{{helper_id}}/stop")
def stop(desk: Desk, holder: AHolder, helper_id: UUID) -> Response:
    """Let a helper see nothing any more."""
    stop_helper(desk, helper_id, holder=holder)
    return RedirectResponse(f"{HERE}?klaar=stop", status_code=303)


def _row(helper: KnownHelper) -> views.helping.HelperRow:
    return views.helping.HelperRow(
        label=helper.label,
        until=helper.until,
        has_come=helper.has_come,
        is_over=helper.is_over,
        invite_href=f"{HERE}/{helper.id}",
        stop_action=f"{HERE}/{helper.id}/stop",
        titles=tuple(helper.titles),
        looks=tuple(views.helping.LookRow(day=each.day, title=each.title) for each in helper.looks),
    )


def _choose(
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    chosen: ChosenHelp,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    require_all(holder)
    view = views.helping.HelperChoice(
        frame=frame_of(request),
        action=NEW,
        back_href=HERE,
        badges=tuple(
            (str(each.id), each.facts.title or "", each.facts.issuer.name)
            for each in open_wallet(desk, holder).badges
        ),
        spans=tuple(SPANS),
        chosen=frozenset(chosen.bewijs),
        typed={"wie": chosen.wie, "duur": chosen.duur},
        problems=shown(request, problems),
    )
    return show(request, "helper-nieuw", view)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
