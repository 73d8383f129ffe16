"""The pages on which anyone checks a badge: without an account, without JavaScript.

What is posted is read, answered and forgotten.
"""

from datetime import date
from typing import Annotated, cast

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.responses import Response
from starlette.requests import Request

from badges.catalogue import Catalogue
from templates import views
from templates.documents.badge import badge_svg
from templates.showing import picture_of, shown_facts
from verifier.endpoints import VerifierOf
from verifier.errors import UnreadableError
from verifier.reading import MAX_LINK, MAX_PICTURE_BYTES
from verifier.report import Check, Report
from verifier.states import Standing, State
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ACTION = "/controleer"
NOTHING = {
    "nl": "Kies een bestand, of plak een link of de tekst van een bewijs.",
    "en": "Choose a file, or paste a link or the text of a badge.",
}


@router.get("/controleer")
async def ask(
    request: Request, verifier: VerifierOf, link: Annotated[str, Query(max_length=MAX_LINK)] = ""
) -> Response:
    """Ask for a badge; with a link of this service in the address, check it at once."""
    if not link.strip():
        return _form(request)
    whole = _whole(link)
    return await _answer(request, verifier, field="link", raw=whole.encode(), link=whole)


@router.post("/controleer")
async def check(
    request: Request,
    verifier: VerifierOf,
    bestand: UploadFile | None = None,
    link: Annotated[str, Form()] = "",
    tekst: Annotated[str, Form()] = "",
) -> Response:
    """Check what was given: a file before a link, a link before a text."""
    if bestand is not None and bestand.filename:
        raw = await bestand.read(MAX_PICTURE_BYTES + 1)
        return await _answer(request, verifier, field="bestand", raw=raw, link=link, tekst=tekst)
    if link.strip():
        whole = _whole(link)
        return await _answer(request, verifier, field="link", raw=whole.encode(), link=whole, tekst=tekst)
    if tekst.strip():
        return await _answer(request, verifier, field="tekst", raw=tekst.strip().encode(), tekst=tekst)
    problem = views.Problem(field="bestand", message=NOTHING[language_of(request)])
    return _form(request, problems=(problem,))


def _whole(link: str) -> str:
    """Complete a link as people type it from paper: without what stands before the name of the site."""
    link = link.strip()
    return link if link.startswith(("/", "{", "<")) or "://" in link else f"https://{link}"


async def _answer(  # noqa: PLR0913 - what was typed goes back on the page
    request: Request, verifier: VerifierOf, *, field: str, raw: bytes, link: str = "", tekst: str = ""
) -> Response:
    """Show the report, or the form again with what is wrong and everything that was typed."""
    try:
        report = await verifier.verify(raw)
    except UnreadableError as error:
        problem = views.Problem(field=field, message=getattr(error, language_of(request)))
        return _form(request, problems=(problem,), link=link, tekst=tekst)
    view = _result(request, report, badge_href=link if field == "link" else None)
    return show(request, "controleer-uitkomst", view)


def _form(
    request: Request, *, problems: tuple[views.Problem, ...] = (), link: str = "", tekst: str = ""
) -> Response:
    frame = frame_of(request)
    view = views.CheckForm(
        frame=frame,
        action=ACTION,
        link=link,
        tekst=tekst,
        problems=problems,
        example=f"{frame.base_url}/b/...",
    )
    return show(request, "controleer", view, status=400 if problems else 200)


def _result(request: Request, report: Report, *, badge_href: str | None) -> views.CheckResult:
    language = language_of(request)
    return views.CheckResult(
        frame=frame_of(request),
        state=views.State(report.state.value),
        checked_at=report.checked_at,
        checks=tuple(_line(check, language=language) for check in report.checks),
        again_href=ACTION,
        facts=shown_facts(report.facts, catalogue=_catalogue(request), language=language)
        if report.facts
        else None,
        picture=badge_svg(picture_of(report.facts)) if report.facts else None,
        badge_href=badge_href,
        since=_since(report),
        reason=getattr(report.reason, language) if report.reason else None,
        replaced_by_href=report.replacement,
        issuer_address=report.facts.issuer.id if report.facts and report.issuer is Standing.UNKNOWN else None,
    )


def _line(check: Check, *, language: Language) -> views.CheckLine:
    return views.CheckLine(
        code=check.code,
        outcome=check.outcome.value,
        sentence=getattr(check.sentence, language),
        clause=check.clause,
    )


def _since(report: Report) -> date | None:
    """Give the day that belongs to the state: withdrawn on, valid from or until, the list's own day."""
    facts = report.facts
    moments = {
        State.REVOKED: report.withdrawn_on,
        State.REPLACED: report.withdrawn_on,
        State.STALE: report.list_of,
        State.EXPIRED: facts.valid_until if facts else None,
        State.EARLY: facts.valid_from if facts else None,
    }
    moment = moments.get(report.state)
    return moment.date() if moment else None


def _catalogue(request: Request) -> Catalogue:
    return cast("Catalogue", request.app.state.catalogue)
