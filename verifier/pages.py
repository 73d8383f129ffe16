"""The pages on which anyone checks a badge: without an account, without JavaScript.

What is posted is read, answered and forgotten.
"""

import re
from dataclasses import dataclass, replace
from typing import Annotated, cast

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.responses import Response
from starlette.requests import Request

from badges.catalogue import Catalogue
from templates import views
from templates.documents.badge import badge_svg
from templates.showing import picture_of
from verifier.endpoints import Visit, VisitOf
from verifier.errors import BusyError, UnreadableError
from verifier.reading import MAX_LINK, MAX_PHOTO_BYTES
from verifier.report import Kind, Report
from verifier.showing import shown_report
from web.errors import TooManyError
from web.locale import language_of
from web.pages import frame_of, show

OWN_PATHS = ("/b/", "/d/")
"""Where this service shows badges: at their own page, or by a link that somebody made."""

router = APIRouter(include_in_schema=False)

ACTION = "/controleer"
LINKS = ("http://", "https://")
PICTURED = frozenset({Kind.BADGE, Kind.OPEN_BADGES_2})
NOTHING = {
    "nl": "Kies een bestand, of plak een link of de tekst van een bewijs.",
    "en": "Choose a file, or paste a link or the text of a badge.",
}
NOT_A_TEXT = {
    "nl": "Dit is geen link en geen bewijs. Kopieer de hele link, of de hele tekst van het bewijs.",
    "en": "This is no link and no badge. Copy the whole link, or the whole text of the badge.",
}
TOO_LONG = {
    "nl": f"Deze link is te lang. Wij lezen een link van hooguit {MAX_LINK:,} tekens. "
    "Kopieer alleen de link die bij het bewijs staat, of kies het bestand.".replace(",", ".", 1),
    "en": f"This link is too long. We read a link of at most {MAX_LINK:,} characters. "
    "Copy only the link that stands with the badge, or choose the file.",
}
_TYPED_LINK = re.compile(r"[\w.-]+\.[a-z]{2,}(:\d+)?(/\S*)?|localhost(:\d+)?/\S*", re.IGNORECASE)


@router.get("/controleer")
async def ask(
    request: Request,
    visit: VisitOf,
    link: Annotated[str, Query()] = "",
) -> Response:
    """Ask for a badge; with a link of this service in the address, check it at once.

    A link of another site is only filled in: another page could make a visitor's browser ask for it.
    """
    whole = _whole(link)
    if _is_too_long(whole):
        return _too_long(request, whole)
    base_url = frame_of(request).base_url
    if not whole.startswith((*OWN_PATHS, *(f"{base_url}{each}" for each in OWN_PATHS))):
        return _form(request, tekst=whole)
    given = _Given(field="tekst", raw=whole.encode(), tekst=whole)
    return await _answer(request, visit, given)


@router.post("/controleer")
async def check(
    request: Request,
    visit: VisitOf,
    bestand: UploadFile | None = None,
    foto: UploadFile | None = None,
    tekst: Annotated[str, Form()] = "",
) -> Response:
    """Check what was given: a file before a photo, a photo before a link or a text."""
    for field, file in (("bestand", bestand), ("foto", foto)):
        if file is not None and file.filename:
            raw = await file.read(MAX_PHOTO_BYTES + 1)
            given = _Given(field=field, raw=raw, tekst=tekst, file_name=file.filename)
            return await _answer(request, visit, given)
    if whole := _whole(tekst):
        if _is_too_long(whole):
            return _too_long(request, whole)
        given = _Given(field="tekst", raw=whole.encode(), tekst=whole)
        return await _answer(request, visit, given)
    problem = views.pieces.Problem(field="bestand", message=NOTHING[language_of(request)])
    return _form(request, problems=(problem,))


@dataclass(frozen=True, kw_only=True)
class _Given:
    """Hold what was handed over, in which field, and what goes back on the page."""

    field: str
    raw: bytes
    tekst: str = ""
    file_name: str | None = None

    @property
    def link(self) -> str | None:
        """Give the link, if that is what it was."""
        is_link = self.file_name is None and self.tekst.startswith((*LINKS, *OWN_PATHS))
        return self.tekst if is_link else None


def _is_too_long(whole: str) -> bool:
    """Tell a link of more than we read; a text may be longer."""
    is_link = whole.startswith(LINKS) and len(whole.split()) == 1
    return is_link and len(whole.encode(errors="replace")) > MAX_LINK


def _too_long(request: Request, whole: str) -> Response:
    """Show the form again, with the beginning of the link: the rest of it says nothing to a person."""
    problem = views.pieces.Problem(field="tekst", message=TOO_LONG[language_of(request)])
    return _form(request, problems=(problem,), tekst=whole[:MAX_LINK])


def _whole(tekst: str) -> str:
    """Complete a link as people type it from paper: without what stands before the name of the site."""
    tekst = tekst.strip()
    return f"https://{tekst}" if _TYPED_LINK.fullmatch(tekst) else tekst


async def _answer(request: Request, visit: Visit, given: _Given) -> Response:
    """Show the report, or the form again with what is wrong and everything that was typed."""
    try:
        report = await visit.verify(given.raw)
    except UnreadableError as error:
        problem = views.pieces.Problem(field=given.field, message=_message(error, request, given=given))
        return _form(request, problems=(problem,), tekst=given.tekst)
    except (TooManyError, BusyError) as error:
        problem = views.pieces.Problem(field=given.field, message=getattr(error, language_of(request)))
        response = _form(request, problems=(problem,), tekst=given.tekst, because=error)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    return show(request, "controleer-uitkomst", _result(request, report, given=given))


def _message(error: UnreadableError, request: Request, *, given: _Given) -> str:
    """Say what is wrong; of a text it would be odd to say what kinds of file we read."""
    if given.field == "tekst" and error.code == "kind-unknown":
        return NOT_A_TEXT[language_of(request)]
    message: str = getattr(error, language_of(request))
    return message


def _form(
    request: Request,
    *,
    problems: tuple[views.pieces.Problem, ...] = (),
    tekst: str = "",
    because: Exception | None = None,
) -> Response:
    frame = frame_of(request)
    view = views.checking.CheckForm(
        frame=frame,
        action=ACTION,
        tekst=tekst,
        problems=problems,
        example=f"{frame.base_url}/b/...",
    )
    return show(request, "controleer", view, because=because)


def _result(request: Request, report: Report, *, given: _Given) -> views.checking.CheckResult:
    catalogue = cast("Catalogue", request.app.state.catalogue)
    checked = shown_report(report, catalogue=catalogue, language=language_of(request))
    picture = badge_svg(picture_of(report.facts)) if report.facts and report.kind in PICTURED else None
    return views.checking.CheckResult(
        frame=frame_of(request),
        checked=replace(checked, picture=picture, badge_href=given.link),
        checked_at=report.checked_at,
        again_href=ACTION,
        file_name=given.file_name,
    )
