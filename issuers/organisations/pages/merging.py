"""Let an organisation go up in another: first which, then what that means, and only then is it done."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from issuers.errors import FieldProblem, NotFoundError
from issuers.organisations.founding import find_organisation, organisations
from issuers.organisations.pages.visiting import HERE, Deciding, Looking, PlatformVisit, Text
from issuers.organisations.standing import merge
from issuers.organisations.tables import Organisation
from issuers.saying import shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

PLACE: Final = f"{HERE}/organisaties/{{organisation_id}}/samenvoegen"
WHICH: Final = FieldProblem("naar", "choice-missing", "Kies een organisatie.", "Choose an organisation.")
SURE: Final = FieldProblem(
    "zeker",
    "tick-missing",
    "Zet het vinkje als je ze echt wilt samenvoegen.",
    "Tick the box if you really want to merge them.",
)


@router.get(PLACE)
def ask_to_merge(visit: Looking, organisation_id: str, naar: str | None = None) -> Response:
    """Ask which other organisation, and then say what merging with it means."""
    if naar is None:
        return _choice(visit, organisation_id)
    into = _other(visit, organisation_id, naar)
    if into is None:
        return _choice(visit, organisation_id, problems=(WHICH,))
    return _confirm(visit, organisation_id, into=into)


@router.post(PLACE)
def go_up(visit: Deciding, organisation_id: str, naar: Text = "", zeker: Text = "") -> Response:
    """Merge them for good."""
    into = _other(visit, organisation_id, naar)
    if into is None:
        return _choice(visit, organisation_id, problems=(WHICH,))
    if not zeker:
        return _confirm(visit, organisation_id, into=into, problems=(SURE,))
    merge(visit.desk, organisation_id, into=into.id, by=visit.visitor.person_id)
    return RedirectResponse(f"{HERE}/organisaties/{organisation_id}?klaar=samen", status_code=303)


def _others(visit: PlatformVisit, organisation_id: str) -> tuple[Organisation, ...]:
    """List in which an organisation can go up: those that did not stop."""
    found = organisations(visit.desk)
    return tuple(each for each in found if each.id != organisation_id and each.closed is None)


def _other(visit: PlatformVisit, organisation_id: str, chosen: str) -> Organisation | None:
    return next((each for each in _others(visit, organisation_id) if each.id == chosen), None)


def _open(visit: PlatformVisit, organisation_id: str) -> Organisation:
    """Find an organisation that can go up in another.

    Raises:
        NotFoundError: there is none, or it has stopped: nothing is left to merge.
    """
    found = find_organisation(visit.desk, organisation_id)
    if found.closed is not None:
        raise NotFoundError
    return found


def _choice(visit: PlatformVisit, organisation_id: str, *, problems: Sequence[FieldProblem] = ()) -> Response:
    organisation = _open(visit, organisation_id)
    view = views.platform.PlatformMergeChoice(
        frame=frame_of(visit.request),
        name=organisation.name,
        action=f"{HERE}/organisaties/{organisation_id}/samenvoegen",
        back_href=f"{HERE}/organisaties/{organisation_id}",
        others={each.id: each.name for each in _others(visit, organisation_id)},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform-samenvoegen", view)


def _confirm(
    visit: PlatformVisit, organisation_id: str, *, into: Organisation, problems: Sequence[FieldProblem] = ()
) -> Response:
    view = views.platform.PlatformMergeConfirm(
        frame=frame_of(visit.request),
        name=_open(visit, organisation_id).name,
        into=into.name,
        action=f"{HERE}/organisaties/{organisation_id}/samenvoegen",
        back_href=f"{HERE}/organisaties/{organisation_id}/samenvoegen",
        hidden=(("naar", into.id),),
        typed={},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform-samenvoegen-zeker", view)
