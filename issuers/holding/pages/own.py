"""What a recipient opens while his badge waits: what it will say, and that it is not right.

Opening it changes nothing. Once the badge is there, the same address leads to it.
"""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, HeldEndedError
from issuers.holding.known import find_own
from issuers.holding.pages.showing import facts_to_be
from issuers.holding.stopping import object_to_held
from issuers.organisations.founding import find_organisation
from issuers.saying import shown
from issuers.werkplekprofiel.answering import read_objection
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/straks"


@router.get(f"{HERE}/{{token}}")
def read(request: Request, desk: Desk, token: str) -> Response:
    """Show what the badge will say, or lead to it."""
    return _page(request, desk, token)


@router.post(f"{HERE}/{{token}}/klopt-niet")
def say_no(request: Request, desk: Desk, token: str, wat: Annotated[str, Form()] = "") -> Response:
    """Say that it is not right."""
    try:
        object_to_held(desk, token, because=read_objection(wat))
    except FormError as error:
        return _page(request, desk, token, typed=wat, problems=error.problems)
    except HeldEndedError as error:
        return _page(request, desk, token, typed=wat, problems=[FieldProblem.of(error, field="wat")])
    return RedirectResponse(f"{HERE}/{token}", status_code=303)


def _page(
    request: Request,
    desk: IssuingDesk,
    token: str,
    *,
    typed: str = "",
    problems: Sequence[FieldProblem] = (),
) -> Response:
    known = find_own(desk, token)
    if known.badge_token:
        return RedirectResponse(f"/b/{known.badge_token}", status_code=303)
    organisation = find_organisation(desk, known.organisation_id).name
    view = views.HeldOwn(
        frame=frame_of(request),
        organisation=organisation,
        facts=facts_to_be(known, desk=desk, issuer=organisation, language=language_of(request)),
        state=known.state.value,
        due=known.due,
        waits_for_second=known.waits_for_second,
        no_action=f"{HERE}/{token}/klopt-niet",
        typed={"wat": typed},
        problems=shown(request, problems),
    )
    return show(request, "straks", view)
