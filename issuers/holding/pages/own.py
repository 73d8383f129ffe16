"""What a recipient opens while his badge waits: what it will say, how his name reads, that it is not right.

Opening it changes nothing. Once the badge is there, the same address leads to it.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, HeldEndedError
from issuers.holding.known import KnownHeld, find_own
from issuers.holding.naming import choose_name
from issuers.holding.pages.showing import facts_to_be
from issuers.holding.stopping import object_to_held
from issuers.holding.tables import HeldState
from issuers.organisations.founding import find_organisation
from issuers.publishing.keeping import own_path
from issuers.saying import shown
from issuers.werkplekprofiel.answering import read_chosen_name, read_objection
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/straks"


@router.get(f"{HERE}/{{token}}")
def read(request: Request, desk: Desk, token: str) -> Response:
    """Show what the badge will say, or lead to it."""
    return _page(request, desk, token)


@router.post(f"{HERE}/{{token}}/naam")
def say_name(request: Request, desk: Desk, token: str, naam: Annotated[str, Form()] = "") -> Response:
    """Say that it is right, and how the name reads."""
    try:
        choose_name(desk, token, name=read_chosen_name(naam))
    except FormError as error:
        return _page(request, desk, token, typed={"naam": naam}, problems=error.problems)
    except HeldEndedError as error:
        return _late(request, desk, token, typed={"naam": naam}, problem=error)
    return RedirectResponse(f"{HERE}/{token}", status_code=303)


@router.post(f"{HERE}/{{token}}/klopt-niet")
def say_no(request: Request, desk: Desk, token: str, wat: Annotated[str, Form()] = "") -> Response:
    """Say that it is not right."""
    try:
        object_to_held(desk, token, because=read_objection(wat))
    except FormError as error:
        return _page(request, desk, token, typed={"wat": wat}, problems=error.problems)
    except HeldEndedError as error:
        return _late(request, desk, token, typed={"wat": wat}, problem=error)
    return RedirectResponse(f"{HERE}/{token}", status_code=303)


def _late(
    request: Request, desk: IssuingDesk, token: str, *, typed: Mapping[str, str], problem: HeldEndedError
) -> Response:
    """Say that an answer came too late: a badge that is there hears it from nobody but himself."""
    known = find_own(desk, token)
    [(field, said)] = typed.items()
    if known.badge_token is None:
        return _page(request, desk, token, typed=typed, problems=[FieldProblem.of(problem, field=field)])
    view = views.holding.HeldLate(
        frame=frame_of(request),
        organisation=find_organisation(desk, known.organisation_id).name,
        badge_href=_badge_path(desk, known),
        said=said.strip(),
    )
    return show(request, "straks-te-laat", view, because=problem)


def _page(
    request: Request,
    desk: IssuingDesk,
    token: str,
    *,
    typed: Mapping[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    known = find_own(desk, token)
    if known.badge_token:
        return RedirectResponse(_badge_path(desk, known), status_code=303)
    organisation = find_organisation(desk, known.organisation_id).name
    view = views.holding.HeldOwn(
        frame=frame_of(request),
        organisation=organisation,
        facts=facts_to_be(known, desk=desk, issuer=organisation, language=language_of(request)),
        state=(HeldState.TAKEN_BACK if known.is_refused else known.state).value,
        due=known.due,
        waits_for_second=known.waits_for_second,
        no_action=f"{HERE}/{token}/klopt-niet",
        name_action=f"{HERE}/{token}/naam" if known.asks_for_name else None,
        has_read=known.named is not None,
        objection=None if known.is_refused else known.objection,
        until=known.due if known.due > desk.clock.now() else None,
        typed=typed or {},
        problems=shown(request, problems),
    )
    return show(request, "straks", view)


def _badge_path(desk: IssuingDesk, known: KnownHeld) -> str:
    """Lead whoever it is for to the badge that came of it."""
    token = known.badge_token or ""
    return own_path(desk, token, profiel_id=known.profiel_id, organisation_id=known.organisation_id)
