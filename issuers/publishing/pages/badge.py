"""The page of a badge and its other forms, on the same address: for whoever was given its token.

Nothing of it may be kept by a cache or found by a search engine; the holder decides who sees it.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from badges.credential import parse
from badges.facts import Facts, Nature
from badges.members import at, objects, text
from badges.moments import dutch_day
from badges.tokens import MEDIA_TYPE
from issuers.dependencies import Desk, MaybeVisitor
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PhotoGoneError
from issuers.evidence.public import find_public_photo
from issuers.issuing.opened import note_opened
from issuers.issuing.overview import Given, find_by_token
from issuers.issuing.revoking import find_revocation
from issuers.issuing.tables import RevocationReason
from issuers.praktijkverklaring.confirming import confirmations_of
from issuers.publishing.documents import has_token, signed_bytes, signed_token
from templates import views
from templates.documents.badge import badge_svg
from templates.documents.baked import baked_png, baked_svg
from templates.documents.pdf import badge_pdf
from templates.documents.qr import qr_svg
from templates.showing import picture_of, shown_facts, with_addresses
from web.locale import Language, language_of
from web.negotiation import choose_media_type
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

Token = Annotated[str, Path(max_length=64)]
HTML = "text/html"
JWT = MEDIA_TYPE
JSON_KINDS = ("application/vc+ld+json", "application/vc", "application/ld+json", "application/json")
PDF = "application/pdf"
OFFERED = (HTML, *JSON_KINDS, JWT, "image/png", "image/svg+xml", PDF)
NOT_ACCEPTABLE = 406
_BAKERS: dict[str, Callable[[bytes], bytes]] = {"image/png": baked_png, "image/svg+xml": baked_svg}
ENDINGS = {
    "json": "application/vc+ld+json",
    "jwt": JWT,
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": PDF,
}
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@router.get("/b/{token}")
def show_badge(request: Request, desk: Desk, token: Token) -> Response:
    """Show the badge in the form that the client asks for (RFC 9110 12)."""
    kind = choose_media_type(request.headers.get("accept", ""), offered=OFFERED)
    if kind is None:
        raise HTTPException(NOT_ACCEPTABLE)
    if kind == HTML:
        given = find_by_token(desk, token)
        response: Response = show(request, page_for(given.facts), _view(request, desk, given))
    else:
        response = _as_kind(request, desk, token, kind=kind)
    response.headers.add_vary_header("Accept")
    return response


@router.get("/b/{token}/bewijs.{ending}")
def download(request: Request, desk: Desk, token: Token, ending: str) -> Response:
    """Give the badge as a file to keep: JSON, a JWT, or a picture or a PDF with the badge in it."""
    if ending not in ENDINGS:
        raise NotFoundError
    response = _as_kind(request, desk, token, kind=ENDINGS[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="praktijkbewijs.{ending}"'
    return response


@router.post("/b/{token}/geopend")
def opened(desk: Desk, visitor: MaybeVisitor, token: Token) -> Response:
    """Note that somebody looks at it; the page sends this when somebody does something on it."""
    actor = visitor.actor if visitor else None
    note_opened(desk, token, works_at=actor.organisation_id if actor else None)
    return Response(status_code=204)


def _as_kind(request: Request, desk: IssuingDesk, token: str, *, kind: str) -> Response:
    """Give the exact bytes that were signed, or a picture with them inside (OB 3.0 5.3)."""
    if kind == PDF:
        return _as_pdf(desk, token, language=language_of(request))
    raw = signed_token(desk, token) if kind == JWT else signed_bytes(desk, token)
    response = Response(_BAKERS.get(kind, bytes)(raw), media_type=kind)
    response.headers["Access-Control-Allow-Origin"] = "*"
    if kind == "image/svg+xml":
        response.headers["Content-Security-Policy"] = SANDBOX
    return response


def _as_pdf(desk: IssuingDesk, token: str, *, language: Language) -> Response:
    """Give the sheet with the badge inside; what says something of a badge, and is none, has no sheet."""
    given = find_by_token(desk, token)
    if not _has_sheet(given.facts):
        raise HTTPException(NOT_ACCEPTABLE)
    made = badge_pdf(given.raw, url=desk.addresses.badge(token), catalogue=desk.catalogue, language=language)
    return Response(made, media_type=PDF, headers={"Content-Language": language})


def _has_sheet(facts: Facts) -> bool:
    return facts.nature is Nature.BADGE


def _view(request: Request, desk: IssuingDesk, given: Given) -> views.BadgePage:
    url = desk.addresses.badge(given.token)
    path = f"/b/{given.token}"
    state, since = _standing(given, now=desk.clock.now())
    end = find_revocation(desk, given.id, organisation_id=given.organisation_id) if given.revoked_at else None
    return views.BadgePage(
        frame=frame_of(request),
        facts=replace(
            with_addresses(
                shown_facts(given.facts, catalogue=desk.catalogue, language=language_of(request)),
                given.facts,
                judged_by_href=_judge_href(desk, given.facts),
            ),
            issuer_href=f"/organisaties/{given.organisation_id}",
            werkproces_href=given.facts.werkproces.url if given.facts.werkproces else None,
        ),
        picture=badge_svg(picture_of(given.facts)),
        qr=qr_svg(url, title="QR-code"),
        url=url,
        png_href=f"{path}/bewijs.png",
        svg_href=f"{path}/bewijs.svg",
        json_href=f"{path}/bewijs.json",
        pdf_href=f"{path}/bewijs.pdf" if _has_sheet(given.facts) and not given.revoked_at else None,
        jwt_href=f"{path}/bewijs.jwt" if has_token(desk, given.token) else None,
        check_href=f"/controleer?link={url}",
        whose_href=f"{path}/van-wie",
        state=state,
        since=dutch_day(since) if since else None,
        replaced_by_href=f"/b/{end.replaced_by}" if end and end.replaced_by else None,
        confirmations=tuple(
            views.ConfirmationLine(by=each.by, on=each.on, href=f"/b/{each.token}")
            for each in confirmations_of(desk, given.id)
        ),
        photos=tuple(_photos(desk, given)),
        opened_action=f"{path}/geopend",
        about_href=_about_href(desk, given),
        is_mistake=end is not None and end.reason is RevocationReason.VERGISSING,
    )


def _about_href(desk: IssuingDesk, given: Given) -> str | None:
    """Lead to the badgeklasse of ours that an endorsement is about; None where it is about something else."""
    about = text(at(parse(given.raw).document, "credentialSubject", "id")) or ""
    achievement_id = about.rpartition("/")[2]
    is_ours = about == desk.addresses.achievement(achievement_id)
    return f"/badgeklassen/{achievement_id}" if is_ours else None


def _photos(desk: IssuingDesk, given: Given) -> Iterator[views.Photo]:
    """Give the photos that the badge names and that may be seen now; of a withdrawn one, none."""
    if given.revoked_at:
        return
    for each in objects(parse(given.raw).document, "evidence"):
        token = (text(each.get("id")) or "").rpartition("/")[2]
        if each.get("id") != desk.addresses.photo(token):
            continue
        with suppress(NotFoundError, PhotoGoneError):
            found = find_public_photo(desk, token)
            yield views.Photo(href=f"/foto/{token}", width=found.width, height=found.height)


def page_for(facts: Facts) -> str:
    """Name the page for what was given: a badge, a praktijkverklaring, or what a school says of a badge."""
    if facts.nature is Nature.ENDORSEMENT:
        return "bevestiging"
    return "praktijkverklaring" if facts.verklaring else "badge"


def _judge_href(desk: IssuingDesk, facts: Facts) -> str | None:
    """Lead to who judged, where that is an organisation of ours."""
    did = facts.verklaring.judged_by_id if facts.verklaring else ""
    organisation_id = did.rpartition(":")[2]
    return f"/organisaties/{organisation_id}" if did == desk.addresses.did(organisation_id) else None


def _standing(given: Given, *, now: datetime) -> tuple[views.State, datetime | None]:
    """Say how the badge stands today; whether the signature is right is for the check to say."""
    if given.revoked_at:
        return views.State.REPLACED if given.replaced_by else views.State.REVOKED, given.revoked_at
    until = given.facts.valid_until
    if until and until < now:
        return views.State.EXPIRED, until
    return views.State.VALID, None
