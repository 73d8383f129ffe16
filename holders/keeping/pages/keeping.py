"""Where somebody opens what he was given: the badge first, then the question whether to keep it here."""

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from fastapi import APIRouter, Depends, Path
from fastapi.responses import RedirectResponse, Response
from starlette.background import BackgroundTask
from starlette.requests import Request

from holders.dependencies import MaybeHolder, TheEditions, let_in, telephone_of
from holders.errors import AlreadyKeptError
from holders.keeping.claiming import Offered, find_offered, keep
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.publishing.keeping import keep_path
from issuers.recipients.consent import may_share
from templates import views
from templates.documents.badge import badge_svg
from templates.showing import picture_of, shown_facts
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/bewaar/{token}/{proof}"
Part = Annotated[str, Path(max_length=64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Hold the address that somebody opened to keep a badge, and whose telephone it is."""

    request: Request
    desk: IssuingDesk
    holder: KnownHolder | None
    token: str
    proof: str

    @property
    def offered(self) -> Offered:
        """Find the badge, and who keeps it now."""
        return find_offered(self.desk, self.token, proof=self.proof)


def opened(request: Request, desk: Desk, holder: MaybeHolder, token: Part, proof: Part) -> Opened:
    """Take down what somebody opened."""
    return Opened(request=request, desk=desk, holder=holder, token=token, proof=proof)


AnOpened: TypeAlias = Annotated[Opened, Depends(opened)]


@router.get(HERE)
def offer(here: AnOpened) -> Response:
    """Show the badge, and ask whether to keep it; this changes nothing, whoever or whatever asks.

    What is not kept and has a better version leads there.
    """
    offered = here.offered
    if offered.better is not None and offered.kept_by is None:
        return RedirectResponse(keep_path(here.desk, offered.better), status_code=302)
    return _page(here)


@router.post(HERE)
def keep_here(here: AnOpened, editions: TheEditions) -> Response:
    """Keep it on this telephone; its editions are signed when the answer is on its way."""
    on = telephone_of(here.request)
    try:
        secret = keep(here.desk, here.token, proof=here.proof, holder=here.holder, on=on)
    except AlreadyKeptError as problem:
        return _page(here, because=problem)
    sign = BackgroundTask(editions.sign_standard, here.offered.given.id)
    response = RedirectResponse(f"{WALLET}?klaar=bewaard", status_code=303, background=sign)
    if secret is not None:
        let_in(here.request, response, token=secret, on=on)
    return response


def _page(here: Opened, *, because: AlreadyKeptError | None = None) -> Response:
    offered, desk = here.offered, here.desk
    given = offered.given
    view = views.keeping.Keep(
        frame=frame_of(here.request),
        facts=shown_facts(given.facts, catalogue=desk.catalogue, language=language_of(here.request)),
        picture=badge_svg(picture_of(given.facts)),
        standing=_standing(offered, holder=here.holder),
        action=keep_path(desk, given.token),
        look_href=_look_href(desk, offered, holder=here.holder),
        wallet_href=WALLET,
        opened_action=f"/b/{given.token}/geopend",
        is_borrowed=here.holder is not None and here.holder.is_borrowed,
    )
    return show(here.request, "bewaar", view, because=because)


def _look_href(desk: IssuingDesk, offered: Offered, *, holder: KnownHolder | None) -> str:
    """Lead to the page of the badge; where nobody is shown that, to where he sees it himself."""
    given = offered.given
    if may_share(desk, given.profiel_id, organisation_id=given.organisation_id):
        return f"/b/{given.token}"
    is_kept_here = holder is not None and holder.holder_id == offered.kept_by
    return f"{WALLET}/{given.id}" if is_kept_here else keep_path(desk, given.token)


def _standing(offered: Offered, *, holder: KnownHolder | None) -> views.keeping.Keeping:
    """Say what can be done with it here."""
    if offered.kept_by is not None:
        is_own = holder is not None and holder.holder_id == offered.kept_by
        return views.keeping.Keeping.OWN if is_own else views.keeping.Keeping.OTHERS
    if offered.given.revoked_at is not None:
        return views.keeping.Keeping.WITHDRAWN
    return views.keeping.Keeping.ADDED if holder is not None else views.keeping.Keeping.FIRST
