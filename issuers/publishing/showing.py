"""What the page of a badge shows, and its other forms: at its own address, or at one that its keeper made."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Protocol

from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from badges.credential import parse
from badges.facts import Facts, Nature
from badges.members import at, objects, text
from badges.moments import dutch_day
from badges.tokens import MEDIA_TYPE
from issuers.desk import IssuingDesk
from issuers.errors import NoSheetError, NotFoundError, PhotoGoneError
from issuers.evidence.public import find_public_photo
from issuers.issuing.overview import Given
from issuers.issuing.revoking import Revocation, find_revocation
from issuers.praktijkverklaring.confirming import confirmations_of
from issuers.publishing.documents import token_of
from templates import views
from templates.documents.badge import badge_svg
from templates.documents.baked import baked_png, baked_svg
from templates.documents.pdf import badge_pdf
from templates.documents.qr import qr_svg
from templates.showing import picture_of, shown_facts, with_addresses
from web.locale import language_of
from web.pages import frame_of


class Baker(Protocol):
    """Draw the picture of a badge, with the badge inside: `baked_png`, `baked_svg`."""

    def __call__(self, raw: bytes, *, stamp: str | None) -> bytes:
        """Give the picture."""
        ...


HTML: Final = "text/html"
JWT: Final = MEDIA_TYPE
JSON_KINDS: Final = ("application/vc+ld+json", "application/vc", "application/ld+json", "application/json")
PDF: Final = "application/pdf"
OFFERED: Final = (HTML, *JSON_KINDS, JWT, "image/png", "image/svg+xml", PDF)
ENDINGS: Final[Mapping[str, str]] = {
    "json": "application/vc+ld+json",
    "jwt": JWT,
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": PDF,
}
SANDBOX: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
NOT_ACCEPTABLE: Final = 406
_BAKERS: Final[Mapping[str, Baker]] = {"image/png": baked_png, "image/svg+xml": baked_svg}
_STAMPS: Final = {views.pieces.State.REPLACED: "Vervangen", views.pieces.State.REVOKED: "Ingetrokken"}
"""What stands over the picture of a badge that stands no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Say where a badge is shown.

    Attributes:
        path: The path of the page; the other forms stand below it.
        url: The whole address, for the QR code and the check.
        opened_action: Where the page tells that somebody looks at it.
        leads_on: Whether it leads from a badge that was put right to the better one.
        picture: The address of a picture that many badges share, for whoever shows the link.
        until: The day until which it is shown, if there is one.
        up_href: All that is shown together with it.
        whose_href: Where is asked whose it is, if that is not below `path`.
    """

    path: str
    url: str
    opened_action: str
    leads_on: bool = True
    picture: str | None = None
    until: date | None = None
    up_href: str | None = None
    whose_href: str | None = None


def as_kind(request: Request, desk: IssuingDesk, given: Given, *, kind: str, url: str) -> Response:
    """Give the exact bytes that were signed, or a picture or sheet with them inside (OB 3.0 5.3).

    Raises:
        NotFoundError: it has no such form: it is from before there were JWTs.
        NoSheetError: of what was withdrawn or replaced there is no paper.
    """
    if kind == PDF:
        return _as_pdf(request, desk, given, url=url)
    raw = token_of(desk, given.id) if kind == JWT else given.raw
    if raw is None:
        raise NotFoundError
    baker = _BAKERS.get(kind)
    content = baker(raw, stamp=_STAMPS.get(state_of(given))) if baker else raw
    response = Response(content, media_type=kind)
    response.headers["Access-Control-Allow-Origin"] = "*"
    if kind == "image/svg+xml":
        response.headers["Content-Security-Policy"] = SANDBOX
    return response


def as_file(request: Request, desk: IssuingDesk, given: Given, *, ending: str, url: str) -> Response:
    """Give the badge as a file to keep: JSON, a JWT, or a picture or a PDF with the badge in it.

    Raises:
        NotFoundError: there is no such form.
    """
    if ending not in ENDINGS:
        raise NotFoundError
    response = as_kind(request, desk, given, kind=ENDINGS[ending], url=url)
    response.headers["Content-Disposition"] = f'attachment; filename="praktijkbewijs.{ending}"'
    return response


def _as_pdf(request: Request, desk: IssuingDesk, given: Given, *, url: str) -> Response:
    """Give the sheet with the badge inside; what says something of a badge, and is none, has no sheet.

    Raises:
        NoSheetError: it was withdrawn or replaced: paper does not say that.
    """
    if not _has_sheet(given.facts):
        raise HTTPException(NOT_ACCEPTABLE)
    if given.revoked_at:
        raise NoSheetError
    language = language_of(request)
    made = badge_pdf(given.raw, url=url, catalogue=desk.catalogue, language=language)
    return Response(made, media_type=PDF, headers={"Content-Language": language})


def _has_sheet(facts: Facts) -> bool:
    return facts.nature is Nature.BADGE


def badge_view(request: Request, desk: IssuingDesk, given: Given, *, place: Place) -> views.public.BadgePage:
    """Show a badge, or an edition of one, as it stands now."""
    url, path = place.url, place.path
    state, since = standing_of(given, now=desk.clock.now())
    end = _end(desk, given)
    return views.public.BadgePage(
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
        jwt_href=f"{path}/bewijs.jwt" if token_of(desk, given.id) else None,
        check_href=f"/controleer?link={url}",
        whose_href=place.whose_href or f"{path}/van-wie",
        state=state,
        since=dutch_day(since) if since else None,
        is_by_link=not place.leads_on,
        replaced_by_href=f"/b/{end.replaced_by}" if place.leads_on and end and end.replaced_by else None,
        confirmations=tuple(
            views.pieces.ConfirmationLine(by=each.by, on=each.on, href=f"/b/{each.token}")
            for each in confirmations_of(desk, given.id)
        ),
        photos=tuple(_photos(desk, given)),
        opened_action=place.opened_action,
        about_href=_about_href(desk, given),
        is_mistake=_is_mistake(end),
        preview=preview_of(given, place=place),
        until=place.until,
        up_href=place.up_href,
    )


def is_mistake(desk: IssuingDesk, given: Given) -> bool:
    """Tell whether a badge was withdrawn because it was given by mistake."""
    return _is_mistake(_end(desk, given))


def _end(desk: IssuingDesk, given: Given) -> Revocation | None:
    return (
        find_revocation(desk, given.id, organisation_id=given.organisation_id) if given.revoked_at else None
    )


def _is_mistake(end: Revocation | None) -> bool:
    return end is not None and end.is_mistake


def preview_of(given: Given, *, place: Place) -> views.pieces.Preview:
    """Say what another program may show of a link: what the badge is of, and never of whom."""
    return views.pieces.Preview(
        title=given.facts.title or "", issuer=given.facts.issuer.name, image=place.picture, url=place.url
    )


def _about_href(desk: IssuingDesk, given: Given) -> str | None:
    """Lead to the badgeklasse of ours that an endorsement is about; None where it is about something else."""
    about = text(at(parse(given.raw).document, "credentialSubject", "id")) or ""
    achievement_id = about.rpartition("/")[2]
    is_ours = about == desk.addresses.achievement(achievement_id)
    return f"/badgeklassen/{achievement_id}" if is_ours else None


def _photos(desk: IssuingDesk, given: Given) -> Iterator[views.evidence.Photo]:
    """Give the photos that the badge names and that may be seen now; of a withdrawn one, none."""
    if given.revoked_at:
        return
    for each in objects(parse(given.raw).document, "evidence"):
        token = (text(each.get("id")) or "").rpartition("/")[2]
        if each.get("id") != desk.addresses.photo(token):
            continue
        with suppress(NotFoundError, PhotoGoneError):
            found = find_public_photo(desk, token)
            yield views.evidence.Photo(href=f"/foto/{token}", width=found.width, height=found.height)


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


def state_of(given: Given) -> views.pieces.State:
    """Say whether it can be opened still; one whose time is over can."""
    if given.revoked_at is None:
        return views.pieces.State.VALID
    return views.pieces.State.REPLACED if given.replaced_by else views.pieces.State.REVOKED


def standing_of(given: Given, *, now: datetime) -> tuple[views.pieces.State, datetime | None]:
    """Say how the badge stands today; whether the signature is right is for the check to say."""
    if given.revoked_at:
        return state_of(given), given.revoked_at
    until = given.facts.valid_until
    if until and until < now:
        return views.pieces.State.EXPIRED, until
    return views.pieces.State.VALID, None
