"""Where somebody makes links that show what he keeps, sees who they are for and how often they were used."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.fewer import Part
from badges.moments import dutch_day
from holders.dependencies import AHolder, TheEditions
from holders.keeping.pages.offline import kept_frame, show_with_copy
from holders.keeping.pages.pictures import picture_href
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from holders.sharing.consenting import list_consents
from holders.sharing.pages.renewing import outdated_lines
from holders.sharing.renewing import Outdated, list_outdated
from holders.sharing.shared import own_share_code
from holders.sharing.sharing import (
    MOST_BADGES,
    KnownShare,
    TypedShare,
    can_be_shared,
    days_for,
    find_share,
    list_shares,
    make_share,
    read_share,
    stop_share,
    usual_days,
)
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.publishing.showing import standing_of
from issuers.saying import Done, done_of, shown
from templates import views
from templates.documents.qr import qr_svg
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

MAKE: Final = f"{WALLET}/delen"
SHARES: Final = f"{WALLET}/gedeeld"
ONE: Final = f"{SHARES}/{{share_id}}"
DONE: Final[Done] = {
    "gemaakt": {"nl": "Je link is klaar.", "en": "Your link is ready."},
    "school": {
        "nl": "De school mag dit nu lezen. Geef de school deze link.",
        "en": "The school may read this now. Give the school this link.",
    },
    "gestopt": {
        "nl": "Niemand kan dit nu nog openen. Een kopie die iemand al had, kunnen we niet weghalen.",
        "en": "Nobody can open this any more. A copy that somebody had already, we cannot take away.",
    },
}
LINKEDIN: Final = "https://www.linkedin.com/profile/add"
ALL_PARTS: Final = tuple(part.value for part in Part)


class Onward(StrEnum):
    """Say what somebody comes for: the link itself, or the paper that is made of it."""

    LINK = ""
    PAPER = "papier"


@router.get(MAKE)
def ask(
    request: Request,
    desk: Desk,
    holder: AHolder,
    bewijs: Annotated[list[str] | None, Query()] = None,
    verder: Onward = Onward.LINK,
) -> Response:
    """Ask what to show, what may be seen of it, and until when; for a paper all is chosen already."""
    chosen = tuple(bewijs or ())
    if verder is Onward.PAPER:
        chosen = tuple(str(each.id) for each in can_be_shared(desk, holder=holder)[:MOST_BADGES])
    typed = TypedShare(badges=chosen, left_in=ALL_PARTS, days=str(usual_days(holder)), label="")
    return _form(request, desk, holder, typed=typed, onward=verder)


def typed_share(
    *,
    bewijs: Annotated[list[str] | None, Form(max_length=200)] = None,
    laat: Annotated[list[str] | None, Form(max_length=10)] = None,
    dagen: Annotated[str, Form(max_length=10)] = "",
    voor: Annotated[str, Form(max_length=500)] = "",
) -> TypedShare:
    """Take down what was chosen."""
    return TypedShare(badges=tuple(bewijs or ()), left_in=tuple(laat or ()), days=dagen, label=voor)


@router.post(MAKE)
def make(  # noqa: PLR0913 - what FastAPI hands in
    request: Request,
    desk: Desk,
    holder: AHolder,
    editions: TheEditions,
    typed: Annotated[TypedShare, Depends(typed_share)],
    *,
    verder: Annotated[Onward, Form()] = Onward.LINK,
) -> Response:
    """Make the link, and go to what somebody came for."""
    try:
        share_id = make_share(desk, read_share(typed), holder=holder, editions=editions)
    except FormError as error:
        return _form(request, desk, holder, typed=typed, onward=verder, because=error)
    there = "#blad" if verder is Onward.PAPER else ""
    return RedirectResponse(f"{SHARES}/{share_id}?klaar=gemaakt{there}", status_code=303)


@router.get(SHARES)
def list_all(request: Request, desk: Desk, holder: AHolder, editions: TheEditions) -> Response:
    """Show which links there are, which do not work any more, and which show what stands no more."""
    found = list_outdated(desk, holder=holder, editions=editions)
    view = views.sharing.Shares(
        frame=kept_frame(request, desk, holder),
        rows=tuple(_row(each, found=found) for each in list_shares(desk, holder=holder)),
        make_href=MAKE,
        back_href=WALLET,
    )
    return show_with_copy(request, "gedeeld", view)


@router.get(ONE)
def show_one(  # noqa: PLR0913 - what FastAPI hands in
    request: Request, desk: Desk, holder: AHolder, editions: TheEditions, share_id: UUID, *, klaar: str = ""
) -> Response:
    """Show a link, the ways to pass it on, and how often it was looked at."""
    share = find_share(desk, share_id, holder=holder)
    view = _made(request, desk, share, done=done_of(request, klaar, done=DONE))
    consents = list_consents(desk, holder=holder, share_id=share_id)
    found = list_outdated(desk, holder=holder, editions=editions)
    more = replace(
        view,
        schools=tuple(each.school for each in consents if not each.is_over),
        outdated=_outdated(share, found=found),
        frame=kept_frame(request, desk, holder),
    )
    return show_with_copy(request, "gedeeld-een", more)


@router.get(f"{ONE}/groot")
def show_large(request: Request, desk: Desk, holder: AHolder, share_id: UUID) -> Response:
    """Show the QR code alone, as large as the telephone; not of one whose address may not stand there.

    Raises:
        NotFoundError: there is no such link for this telephone.
    """
    share = find_share(desk, share_id, holder=holder)
    if share.is_elsewhere:
        raise NotFoundError
    view = _made(request, desk, share, done=None)
    return show_with_copy(request, "gedeeld-groot", replace(view, frame=kept_frame(request, desk, holder)))


@router.post(f"{ONE}/stop")
def stop(desk: Desk, holder: AHolder, share_id: UUID) -> Response:
    """Let the link show nothing any more."""
    stop_share(desk, share_id, holder=holder)
    return RedirectResponse(f"{SHARES}/{share_id}?klaar=gestopt", status_code=303)


def _form(  # noqa: PLR0913 - a form comes back with all that was sent
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    typed: TypedShare,
    onward: Onward,
    because: FormError | None = None,
) -> Response:
    view = views.sharing.ShareForm(
        frame=frame_of(request),
        action=MAKE,
        back_href=WALLET,
        choices=share_choices(desk, holder, typed=typed),
        days=days_for(holder),
        chosen_days=typed.days,
        chosen_parts=typed.left_in,
        voor=typed.label,
        onward=onward.value,
        problems=shown(request, because.problems) if because else (),
    )
    return show(request, "delen", view)


def share_choices(
    desk: IssuingDesk, holder: KnownHolder, *, typed: TypedShare
) -> tuple[views.sharing.Choice, ...]:
    """Offer what can be shown, as it was chosen; the only one is chosen already."""
    kept = can_be_shared(desk, holder=holder)
    return tuple(
        views.sharing.Choice(
            value=str(each.id),
            title=each.facts.title or "",
            issuer=each.facts.issuer.name,
            picture_href=picture_href(each),
            is_chosen=str(each.id) in typed.badges or len(kept) == 1,
            is_whole=each.facts.verklaring is not None,
        )
        for each in kept
    )


def _outdated(share: KnownShare, *, found: Iterable[Outdated]) -> tuple[views.sharing.Outdated, ...]:
    """Tell what became of what one link shows."""
    return outdated_lines(each for each in found if each.share_id == share.id)


def _row(share: KnownShare, *, found: Iterable[Outdated]) -> views.sharing.ShareRow:
    return views.sharing.ShareRow(
        href=f"{SHARES}/{share.id}",
        titles=tuple(each.facts.title or "" for each in share.badges),
        label=share.label,
        until=dutch_day(share.until),
        is_over=share.is_over,
        outdated=_outdated(share, found=found),
    )


def _made(
    request: Request, desk: IssuingDesk, share: KnownShare, *, done: str | None
) -> views.sharing.ShareMade:
    url, here = desk.addresses.share(share.token), f"{SHARES}/{share.id}"
    return views.sharing.ShareMade(
        frame=frame_of(request),
        titles=tuple(each.facts.title or "" for each in share.badges),
        label=share.label,
        url=url,
        qr=qr_svg(url, title="QR-code"),
        look_href=f"/d/{share.token}",
        large_href=f"{here}/groot",
        back_href=SHARES,
        stop_action=f"{here}/stop",
        again_href=f"{here}#van-mij",
        code=own_share_code(desk, share),
        until=dutch_day(share.until),
        parts=tuple(part.value for part in Part if part not in share.without),
        weeks=tuple(views.sharing.ShareWeek(monday=monday, count=count) for monday, count in share.weeks),
        linkedin_href=_linkedin_href(desk, share, url=url),
        school_href=f"{here}/school",
        schools_href=f"{WALLET}/scholen",
        sheet_href=f"{here}/blad.pdf" if _stands(desk, share) else None,
        is_over=share.is_over,
        is_elsewhere=share.is_elsewhere,
        done=done,
    )


def _stands(desk: IssuingDesk, share: KnownShare) -> bool:
    """Tell whether any of what a link shows counts today."""
    now = desk.clock.now()
    return any(standing_of(each, now=now)[0] is views.pieces.State.VALID for each in share.badges)


def _linkedin_href(desk: IssuingDesk, share: KnownShare, *, url: str) -> str | None:
    """Lead to where he adds his one badge to his profile; we send nothing there ourselves."""
    if len(share.badges) != 1 or not _stands(desk, share):
        return None
    facts = share.badges[0].facts
    said: dict[str, str | int] = {"name": facts.title or "", "organizationName": facts.issuer.name}
    if facts.awarded is not None:
        day = dutch_day(facts.awarded)
        said |= {"issueYear": day.year, "issueMonth": day.month}
    return f"{LINKEDIN}?{urlencode({'startTask': 'CERTIFICATION_NAME', **said, 'certUrl': url})}"
