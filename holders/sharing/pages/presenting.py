"""One badge that somebody keeps, with a code that says that it is his; and where another types that code."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.dependencies import AHolder, TheEditions
from holders.errors import NotKeptError, OtherCodeError
from holders.keeping.pages.offline import kept_frame, show_with_copy
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import find_kept, replaced_one
from holders.places import WALLET
from holders.sharing.closing import close, is_closed, open_links, reopen
from holders.sharing.pages.renewing import newer_href, of_badge, old_links
from holders.sharing.presenting import check_code, own_code, require_keepable
from holders.sharing.renewing import list_outdated
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem
from issuers.issuing.overview import find_by_token
from issuers.publishing.documents import require_shown
from issuers.publishing.showing import is_mistake, state_of
from issuers.recipients.consent import may_share
from issuers.saying import Done, done_of, said, shown
from templates import views
from templates.documents.badge import badge_svg
from templates.documents.qr import qr_svg
from templates.showing import picture_of, shown_facts
from web.limits import Meter, Purpose, meter_of
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

WHOSE: Final = "/b/{token}/van-wie"
DONE: Final[Done] = {
    "dicht": {"nl": "Niemand kan dit bewijs nu nog openen.", "en": "Nobody can open this badge now."},
    "dicht-behalve": {
        "nl": "Dit is dicht. Links die je zelf maakte, werken nog.",
        "en": "This is closed. Links that you made yourself still work.",
    },
    "vernieuwd": {
        "nl": "Je link laat nu de nieuwe versie zien.",
        "en": "Your link shows the new version now.",
    },
    "open": {
        "nl": "Wie de link heeft, kan dit bewijs weer zien.",
        "en": "Whoever has the link can see this badge again.",
    },
}
Token = Annotated[str, Path(max_length=64)]


@router.get(f"{WALLET}/{{badge_id}}")
def show_kept(  # noqa: PLR0913 - what FastAPI hands in
    request: Request, desk: Desk, holder: AHolder, editions: TheEditions, badge_id: UUID, *, klaar: str = ""
) -> Response:
    """Show a badge to who keeps it, with the code of this minute.

    On a borrowed telephone without its address, which works for ever: there he makes a link for some days.
    """
    given = find_kept(desk, badge_id, holder=holder)
    asks_parent = not may_share(desk, given.profiel_id, organisation_id=given.organisation_id)
    closed = is_closed(desk, badge_id, holder=holder)
    is_shown = not (closed or asks_parent or holder.is_borrowed or given.revoked_at)
    found = of_badge(list_outdated(desk, holder=holder, editions=editions), badge_id)
    view = views.keeping.KeptBadge(
        frame=kept_frame(request, desk, holder),
        facts=shown_facts(given.facts, catalogue=desk.catalogue, language=language_of(request)),
        picture=badge_svg(picture_of(given.facts)),
        show_href=None if holder.is_borrowed else f"/b/{given.token}",
        back_href=WALLET,
        code=own_code(desk, badge_id, holder=holder),
        again_href=f"{WALLET}/{badge_id}#van-mij",
        share_href=f"{WALLET}/delen?bewijs={badge_id}",
        qr=qr_svg(desk.addresses.badge(given.token), title="QR-code") if is_shown else None,
        is_closed=closed,
        asks_parent=asks_parent,
        close_action=f"{WALLET}/{badge_id}/dicht",
        reopen_action=None if holder.is_borrowed else f"{WALLET}/{badge_id}/open",
        state=state_of(given),
        since=dutch_day(given.revoked_at) if given.revoked_at else None,
        is_mistake=is_mistake(desk, given),
        improved=dutch_day(given.awarded) if replaced_one(desk, given, holder=holder) else None,
        old_links=old_links(found),
        open_links=_open_links(desk, badge_id, holder=holder),
        newer_href=newer_href(found, badge_id),
        done=done_of(request, klaar, done=DONE),
    )
    return show_with_copy(request, "mijn-bewijs", view)


@router.post(f"{WALLET}/{{badge_id}}/dicht")
def close_it(desk: Desk, holder: AHolder, badge_id: UUID) -> Response:
    """Let nobody see it any more."""
    close(desk, badge_id, holder=holder)
    done = "dicht-behalve" if open_links(desk, badge_id, holder=holder) else "dicht"
    return RedirectResponse(f"{WALLET}/{badge_id}?klaar={done}", status_code=303)


@router.post(f"{WALLET}/{{badge_id}}/open")
def reopen_it(desk: Desk, holder: AHolder, badge_id: UUID) -> Response:
    """Let whoever has the link see it again."""
    reopen(desk, badge_id, holder=holder)
    return RedirectResponse(f"{WALLET}/{badge_id}?klaar=open", status_code=303)


@router.get(WHOSE)
def ask(request: Request, desk: Desk, token: Token) -> Response:
    """Ask for the code on the telephone of who shows the badge."""
    require_shown(desk, token)
    return _whose(request, desk, token)


@router.post(WHOSE)
def check(
    request: Request,
    desk: Desk,
    token: Token,
    meter: Annotated[Meter, Depends(meter_of)],
    code: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Say whether it is the code of this minute."""
    meter.take(Purpose.CARD)
    require_shown(desk, token)
    try:
        check_code(desk, token, typed=code)
    except OtherCodeError as error:
        return _whose(request, desk, token, problem=error)
    except NotKeptError:
        return _whose(request, desk, token)
    return _whose(request, desk, token, is_right=True)


def _open_links(
    desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder
) -> tuple[views.sharing.OpenLink, ...]:
    return tuple(
        views.sharing.OpenLink(
            href=f"{WALLET}/gedeeld/{each.id}", label=each.label, until=dutch_day(each.until)
        )
        for each in open_links(desk, badge_id, holder=holder)
    )


def _whose(
    request: Request,
    desk: Desk,
    token: str,
    *,
    problem: OtherCodeError | None = None,
    is_right: bool = False,
) -> Response:
    problems = [FieldProblem.of(problem, field="code")] if problem else []
    view = views.keeping.WhoseBadge(
        frame=frame_of(request),
        title=find_by_token(desk, token).facts.title or "",
        action=f"/b/{token}/van-wie",
        back_href=f"/b/{token}",
        hindrance=_hindrance(request, desk, token),
        is_right=is_right,
        problems=shown(request, problems),
    )
    return show(request, "van-wie", view)


def _hindrance(request: Request, desk: Desk, token: str) -> str | None:
    """Say why no code can be asked for; None where it can."""
    try:
        require_keepable(desk, token)
    except NotKeptError as error:
        return said(request, error)
    return None
