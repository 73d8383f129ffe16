"""Ask whether to erase everything of a holder, say what goes and what stays, and do it."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from holders.dependencies import AHolder
from holders.keeping.pages.offline import kept_frame
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from holders.rights.erasing import count_going, erase_all
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem
from issuers.saying import shown
from templates import views
from web.pages import show
from web.session import clear_holder

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/weg"
YES: Final = "ja"
NOT_SURE: Final = FieldProblem(
    "zeker", "missing", "Zet het vinkje als je alles weg wilt.", "Tick the box if you want everything gone."
)


@router.get(HERE)
def ask(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Say what goes, what stays, and what cannot be called back."""
    return _page(request, desk, holder)


@router.post(HERE)
def erase(
    request: Request, desk: Desk, holder: AHolder, zeker: Annotated[str, Form(max_length=10)] = ""
) -> Response:
    """Erase everything, for who said that he is sure."""
    if zeker != YES:
        return _page(request, desk, holder, problems=[NOT_SURE])
    erase_all(desk, holder=holder)
    response = RedirectResponse(f"{WALLET}?klaar=gewist", status_code=303)
    clear_holder(request, response)
    return response


def _page(
    request: Request, desk: IssuingDesk, holder: KnownHolder, *, problems: list[FieldProblem] | None = None
) -> Response:
    view = views.rights.HolderErasing(
        frame=kept_frame(request, desk, holder),
        count=count_going(desk, holder=holder),
        action=HERE,
        back_href=f"{WALLET}/gegevens",
        problems=shown(request, problems or []),
    )
    return show(request, "bewijzen-weg", view)
