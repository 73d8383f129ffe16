"""Report harm, and read the answer."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.dependencies import Desk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.reporting import find_report, read_report, report
from issuers.saying import shown
from templates import views
from web.limits import Meter, Purpose, meter_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/misbruik"


@router.get(HERE)
def show_form(request: Request, waar: str = "") -> Response:
    """Show the form."""
    return _form(request, {"waar": waar})


@router.post(HERE)
def send(
    request: Request,
    desk: Desk,
    meter: Annotated[Meter, Depends(meter_of)],
    wat: Annotated[str, Form()] = "",
    waar: Annotated[str, Form()] = "",
) -> Response:
    """Take a report in, and lead to the page where the answer will be."""
    try:
        new = read_report(wat, about=waar)
    except FormError as error:
        return _form(request, {"wat": wat, "waar": waar}, problems=error.problems)
    meter.take(Purpose.FORM)
    return RedirectResponse(f"{HERE}/{report(desk, new)}", status_code=303)


@router.get(f"{HERE}/{{token}}")
def show_answer(request: Request, desk: Desk, token: Annotated[str, Path(max_length=64)]) -> Response:
    """Show whether somebody answered; only who has the address sees it."""
    found = find_report(desk, token)
    view = views.platform.ReportAnswer(
        frame=frame_of(request),
        sent=dutch_day(found.created),
        url=f"{desk.base_url}{HERE}/{token}",
        answer=found.answer,
    )
    response = show(request, "misbruik-antwoord", view)
    response.headers["Cache-Control"] = "no-store"
    return response


def _form(request: Request, typed: dict[str, str], *, problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.platform.ReportForm(
        frame=frame_of(request), action=HERE, typed=typed, problems=shown(request, problems)
    )
    return show(request, "misbruik", view)
