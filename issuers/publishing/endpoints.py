"""What the world reads to check a badge: public, the same for everyone, to be kept for a while."""

import hashlib

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from badges import strictjson
from badges.jsonld import contexts
from issuers.dependencies import Desk
from issuers.errors import NotFoundError
from issuers.organisations.pictures import picture_of
from issuers.publishing import documents, pictures

router = APIRouter(include_in_schema=False)  # fixed by did:web and OB 3.0, not part of our API

HOUR = 3600
MINUTE = 60


@router.get("/.well-known/did.json")
def show_service_did(request: Request, desk: Desk) -> Response:
    """Show which keys speak for the service itself."""
    document = strictjson.dumps(documents.service_did_document(desk))
    return public(request, document, media_type="application/json", seconds=MINUTE)


@router.get("/organisaties/{organisation_id}/did.json")
def show_organisation_did(request: Request, desk: Desk, organisation_id: str) -> Response:
    """Show which keys speak for an organisation."""
    document = strictjson.dumps(documents.organisation_did_document(desk, organisation_id))
    return public(request, document, media_type="application/json", seconds=MINUTE)


@router.get("/organisaties/{organisation_id}/status/{number}")
def show_status_list(request: Request, desk: Desk, organisation_id: str, number: str) -> Response:
    """Show which badges of an organisation were withdrawn; a minute old at most."""
    raw = documents.status_list(desk, organisation_id, number=documents.list_number(number))
    return public(request, raw, media_type="application/vc+ld+json", seconds=MINUTE)


@router.get("/organisaties/{organisation_id}/beeld.png")
def show_organisation_picture(request: Request, desk: Desk, organisation_id: str) -> Response:
    """Show the picture that an organisation chose."""
    raw = picture_of(desk, organisation_id)
    return public(request, raw, media_type="image/png", seconds=MINUTE)


@router.get("/badgeklassen/{achievement_id}/plaatje.png")
def show_picture_png(request: Request, desk: Desk, achievement_id: str) -> Response:
    """Show the picture, without a badge in it."""
    raw = pictures.picture_png(desk, achievement_id)
    return public(request, raw, media_type="image/png", seconds=HOUR)


@router.get("/badgeklassen/{achievement_id}/plaatje.svg")
def show_picture_svg(request: Request, desk: Desk, achievement_id: str) -> Response:
    """Show the picture as a drawing, without a badge in it."""
    raw = pictures.picture_svg(desk, achievement_id)
    return public(request, raw, media_type="image/svg+xml", seconds=HOUR)


@router.get("/contexts/{name}")
def show_context(request: Request, name: str) -> Response:
    """Show a frozen context: what the words of a badge mean, in the very bytes that we go by.

    Raises:
        NotFoundError: no context of that name is frozen.
    """
    addresses = [url for url, (file, _) in contexts.FROZEN.items() if file == name]
    if not addresses:
        raise NotFoundError
    return public(request, contexts.raw(addresses[0]), media_type="application/ld+json", seconds=HOUR)


def public(request: Request, content: bytes, *, media_type: str, seconds: int) -> Response:
    """Answer with what anyone may read from anywhere and keep; nothing when he has it already."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": f"public, max-age={seconds}",
        "Access-Control-Allow-Origin": "*",
    }
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
