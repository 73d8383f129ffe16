"""The pages that belong to no room: the first one, the texts, the static files, the health of the service."""

from typing import cast

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from app.apidocs import operations_of
from app.openapi import describe
from app.settings import Settings
from issuers.dependencies import Desk
from issuers.keys.managing import sealed_because
from templates import views
from templates.static_files import packed_file, static_file
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

OPENAPI = "/api/v1/openapi.json"
FOR_EVER = "public, max-age=31536000, immutable"


@router.get("/")
def home(request: Request) -> Response:
    """Say what this is."""
    return show(request, "home", views.public.Home(frame=frame_of(request)))


@router.get("/privacy")
def privacy(request: Request) -> Response:
    """Say what we know of people."""
    return show(request, "privacy", _text_page(request))


@router.get("/toegankelijkheid")
def accessibility(request: Request) -> Response:
    """Say how accessible this is, and where it is not."""
    return show(request, "toegankelijkheid", _text_page(request))


@router.get("/hulp")
def help_(request: Request) -> Response:
    """Say how it works."""
    return show(request, "hulp", _text_page(request))


@router.get("/api")
def api(request: Request) -> Response:
    """Describe the API, readable without JavaScript."""
    frame = frame_of(request)
    view = views.public.ApiDocs(
        frame=frame,
        openapi_href=OPENAPI,
        try_href="/api/proberen",
        operations=operations_of(describe(request.app.state.api), base_url=frame.base_url),
    )
    return show(request, "api", view)


@router.get("/api/proberen")
def try_api(request: Request) -> Response:
    """Let a programmer try the API in the browser."""
    view = views.public.ApiTry(frame=frame_of(request), openapi_href=OPENAPI, back_href="/api")
    return show(request, "api-proberen", view)


@router.get("/static/{name:path}")
def static(request: Request, name: str) -> Response:
    """Give a static file; its name holds its digest, so it may be kept for ever.

    It is the same for everybody, so packing it tells nothing of what is on a page.
    """
    found = static_file(name)
    if found is None:
        raise HTTPException(404)
    content, media_type = found
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
    packed = packed_file(name) if "gzip" in request.headers.get("accept-encoding", "") else None
    if packed is not None:
        headers["Content-Encoding"] = "gzip"
    return Response(packed or content, media_type=media_type, headers=headers)


@router.get("/robots.txt")
def robots() -> Response:
    """Ask search engines to stay away from what is about people."""
    return Response("User-agent: *\nDisallow: /b/\nDisallow: /uitreiken\n", media_type="text/plain")


@router.get("/healthz")
def alive() -> Response:
    """Say that the process runs."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
def ready(desk: Desk) -> Response:
    """Say that the database answers, and whether badges can be signed now."""
    sealed = sealed_because(desk)
    return JSONResponse({"status": "ok", "sealed": sealed is not None})


def _text_page(request: Request) -> views.public.TextPage:
    settings = cast("Settings", request.app.state.settings)
    return views.public.TextPage(
        frame=frame_of(request), operator=settings.contact_name, contact=settings.contact_email
    )
