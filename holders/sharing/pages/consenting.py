"""Where somebody lets a school take in what he shows, sees which did, and ends it."""

from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.dependencies import AHolder, TheEditions
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from holders.sharing.consenting import KnownConsent, end_consent, give_consent, list_consents, require_school
from holders.sharing.pages.sharing import ALL_PARTS, SHARES, share_choices, typed_share
from holders.sharing.sharing import TypedShare, Wish, days_for, find_share, make_share, read_share, usual_days
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.organisations.schools import list_schools
from issuers.saying import Done, done_of, shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/scholen"
NEW: Final = f"{HERE}/nieuw"
OF_SHARE: Final = f"{SHARES}/{{share_id}}/school"
DONE: Final[Done] = {
    "stop": {
        "nl": "Gestopt. De school heeft dit nu niet meer, behalve waar een besluit op rust.",
        "en": "Stopped. The school does not have this any more, but for what a decision rests on.",
    }
}
School = Annotated[str, Form(max_length=100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedConsent:
    """Hold what was chosen, and for which school, as it was sent."""

    share: TypedShare
    school: str = ""


def typed_consent(share: Annotated[TypedShare, Depends(typed_share)], school: School = "") -> TypedConsent:
    """Take down what was chosen."""
    return TypedConsent(share=share, school=school)


@router.get(HERE)
def list_all(request: Request, desk: Desk, holder: AHolder, klaar: str = "") -> Response:
    """Show which schools may take in what."""
    view = views.sharing.Consents(
        frame=frame_of(request),
        rows=tuple(_row(each) for each in list_consents(desk, holder=holder)),
        new_href=NEW,
        back_href=WALLET,
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "scholen", view)


@router.get(NEW)
def ask(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Ask which school, what it may take in, and until when; it says first what a school keeps."""
    nothing = TypedShare(badges=(), left_in=ALL_PARTS, days=str(usual_days(holder)), label="")
    return _form(request, desk, holder, typed=TypedConsent(share=nothing))


@router.post(NEW)
def make(
    request: Request,
    desk: Desk,
    holder: AHolder,
    editions: TheEditions,
    typed: Annotated[TypedConsent, Depends(typed_consent)],
) -> Response:
    """Make the link, with the consent for it."""
    try:
        share_id = make_share(desk, _read(desk, typed), holder=holder, editions=editions)
        give_consent(desk, share_id, school_id=typed.school, holder=holder)
    except FormError as error:
        return _form(request, desk, holder, typed=typed, because=error)
    return RedirectResponse(f"{SHARES}/{share_id}?klaar=school", status_code=303)


@router.post(f"{HERE}/{{consent_id}}/stop")
def stop(desk: Desk, holder: AHolder, consent_id: UUID) -> Response:
    """End a consent."""
    end_consent(desk, consent_id, holder=holder)
    return RedirectResponse(f"{HERE}?klaar=stop", status_code=303)


@router.get(OF_SHARE)
def ask_for_share(request: Request, desk: Desk, holder: AHolder, share_id: UUID) -> Response:
    """Ask which school may take in what a link shows that is there already."""
    return _form_for_share(request, desk, holder, share_id)


@router.post(OF_SHARE)
def let_school(
    request: Request, desk: Desk, holder: AHolder, share_id: UUID, school: School = ""
) -> Response:
    """Give the consent."""
    try:
        give_consent(desk, share_id, school_id=school, holder=holder)
    except FormError as error:
        return _form_for_share(request, desk, holder, share_id, school=school, because=error)
    return RedirectResponse(f"{SHARES}/{share_id}?klaar=school", status_code=303)


def _read(desk: IssuingDesk, typed: TypedConsent) -> Wish:
    """Read what was chosen; a wrong school is told with all else.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    try:
        require_school(desk, typed.school)
    except FormError as error:
        problems += error.problems
    try:
        wish = read_share(typed.share)
    except FormError as error:
        raise FormError([*problems, *error.problems]) from error
    if problems:
        raise FormError(problems)
    return wish


def _row(of: KnownConsent) -> views.sharing.ConsentRow:
    share = of.share
    return views.sharing.ConsentRow(
        school=of.school,
        titles=tuple(each.facts.title or "" for each in share.badges) if share else (),
        until=dutch_day(of.until),
        taken=dutch_day(of.taken) if of.taken else None,
        is_over=of.is_over,
        share_href=f"{SHARES}/{share.id}" if share else None,
        stop_action=f"{HERE}/{of.id}/stop",
    )


def _schools(desk: IssuingDesk) -> tuple[views.sharing.SchoolChoice, ...]:
    return tuple(
        views.sharing.SchoolChoice(value=each.id, name=each.name) for each in list_schools(desk, besides="")
    )


def _form(
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    typed: TypedConsent,
    because: FormError | None = None,
) -> Response:
    view = views.sharing.ConsentForm(
        frame=frame_of(request),
        action=NEW,
        back_href=HERE,
        schools=_schools(desk),
        school=typed.school,
        choices=share_choices(desk, holder, typed=typed.share),
        days=days_for(holder),
        chosen_days=typed.share.days,
        chosen_parts=typed.share.left_in,
        problems=shown(request, because.problems) if because else (),
    )
    return show(request, "school-lezen", view)


def _form_for_share(  # noqa: PLR0913 - a form comes back with all that was sent
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    share_id: UUID,
    *,
    school: str = "",
    because: FormError | None = None,
) -> Response:
    share = find_share(desk, share_id, holder=holder)
    if share.is_over or share.is_elsewhere:
        raise NotFoundError
    view = views.sharing.ConsentForm(
        frame=frame_of(request),
        action=f"{SHARES}/{share_id}/school",
        back_href=f"{SHARES}/{share_id}",
        schools=_schools(desk),
        school=school,
        titles=tuple(each.facts.title or "" for each in share.badges),
        until=dutch_day(share.until),
        problems=shown(request, because.problems) if because else (),
    )
    return show(request, "school-lezen", view)
