"""What makes "Mijn bewijzen" work without internet: the worker, the page for the rest, and the app."""

from dataclasses import replace
from typing import Final

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.dependencies import MaybeHolder
from holders.keeping.offline import DAYS_HEADER, HEADER, LASTS, copy_mark
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from templates import views
from templates.static_files import static_bytes, static_url
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

AWAY: Final = f"{WALLET}/zonder-internet"
WORKER: Final = "/mijn-bewijzen.js"
MANIFEST: Final = "/mijn-bewijzen.webmanifest"
PLUM: Final = "#5E1D4E"
CREAM: Final = "#FFF9F0"


def kept_frame(request: Request, desk: IssuingDesk, holder: KnownHolder | None) -> views.pieces.Frame:
    """Give what stands around a page of which a copy may be kept on his own telephone.

    Not while somebody is signed in there to work: her name stands around it.
    """
    mark, frame = copy_mark(holder), frame_of(request)
    if mark is None or frame.signed_in is not None:
        return frame
    now = desk.clock.now()
    copy = views.pieces.Copy(mark=mark, worker_href=WORKER, moment=now, last_day=dutch_day(now + LASTS))
    return replace(frame, copy=copy)


def show_with_copy(request: Request, name: str, view: views.pieces.View) -> Response:
    """Answer with such a page; the answer says for which sign-in it may be kept."""
    response = show(request, name, view)
    if view.frame.copy is not None:
        response.headers[HEADER] = view.frame.copy.mark
        response.headers[DAYS_HEADER] = str(LASTS.days)
    return response


@router.get(WORKER)
def give_worker() -> Response:
    """Give the worker that keeps copies; a browser starts it only after somebody said yes."""
    headers = {"Cache-Control": "no-cache"}
    return Response(static_bytes("offline.js"), media_type="text/javascript; charset=utf-8", headers=headers)


@router.get(MANIFEST)
def describe_app() -> Response:
    """Say how a telephone puts this on its first screen (W3C Web Application Manifest)."""
    icons = [
        {"src": static_url("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": static_url("app-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static_url("app-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static_url("app-maskable.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    content = {
        "id": WALLET,
        "name": "Mijn bewijzen",
        "short_name": "Mijn bewijzen",
        "lang": "nl",
        "start_url": WALLET,
        "scope": "/",
        "display": "standalone",
        "background_color": CREAM,
        "theme_color": PLUM,
        "icons": icons,
    }
    return JSONResponse(
        content, media_type="application/manifest+json", headers={"Cache-Control": "no-cache"}
    )


@router.get(AWAY)
def show_away(request: Request, desk: Desk, holder: MaybeHolder) -> Response:
    """Say that a page is not on this telephone: what is shown without internet for what was not kept."""
    view = views.keeping.Away(frame=kept_frame(request, desk, holder), wallet_href=WALLET)
    return show_with_copy(request, "zonder-internet", view)
