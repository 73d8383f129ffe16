"""Where somebody brings in badges from elsewhere, sees what the verifier said, and takes them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from badges.moments import dutch_day
from holders.dependencies import AHolder
from holders.importing.dependencies import TheReader, reader_of
from holders.importing.importing import drop_foreign, find_foreign, note_report, take
from holders.importing.keeping_out import MOST_BYTES, TOO_LARGE, refused
from holders.keeping.telephones import require_all
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from templates import views
from verifier.endpoints import VisitOf
from verifier.errors import BusyError, UnreadableError
from verifier.headings import state_heading
from verifier.report import Form as FileForm
from web.errors import TooManyError
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/elders"
ONE: Final = f"{HERE}/{{foreign_id}}"
DONE: Final[Done] = {
    "erbij": {"nl": "Dit bewijs staat nu bij je bewijzen.", "en": "This badge is now with your badges."},
    "nagekeken": {"nl": "We hebben het opnieuw nagekeken.", "en": "We checked it again."},
}
NOTHING: Final = FieldProblem(
    "bestand",
    "missing",
    "Kies een bestand, of plak een link of de tekst van een bewijs.",
    "Choose a file, or paste a link or the text of a badge.",
)
MEDIA: Final = {
    FileForm.JSON: "application/json",
    FileForm.JWS: "application/jwt",
    FileForm.PNG: "image/png",
    FileForm.SVG: "image/svg+xml",
    FileForm.PDF: "application/pdf",
}


@router.get(HERE)
def ask(request: Request, holder: AHolder) -> Response:
    """Ask for a file or a link."""
    require_all(holder)
    return _form(request)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Hold what was handed over, and in which field."""

    raw: bytes
    tekst: str
    field: str

    def require_some(self) -> None:
        """Let pass what is something, and not too much.

        Raises:
            FormError: there is nothing, or more than a badge may be.
        """
        if not self.raw:
            raise FormError([NOTHING])
        if len(self.raw) > MOST_BYTES:
            raise refused("too-large", TOO_LARGE)


async def brought(bestand: UploadFile | None = None, tekst: Annotated[str, Form()] = "") -> Brought:
    """Take down what was handed over: a file before a link or a text."""
    if bestand is not None and bestand.filename:
        return Brought(raw=await bestand.read(MOST_BYTES + 1), tekst=tekst, field="bestand")
    return Brought(raw=tekst.strip().encode(), tekst=tekst, field="tekst" if tekst.strip() else "bestand")


@router.post(HERE)
async def bring_in(
    request: Request, desk: Desk, holder: AHolder, visit: VisitOf, given: Annotated[Brought, Depends(brought)]
) -> Response:
    """Check what was given, and keep it where it is what its issuer signed."""
    require_all(holder)
    try:
        given.require_some()
        raw = await visit.collect(given.raw)
        report = await visit.verify(raw)
        foreign_id = await run_in_threadpool(
            take, desk, raw, report, holder=holder, said=reader_of(request).read(report)
        )
    except FormError as error:
        return _form(request, tekst=given.tekst, problems=error.problems)
    except UnreadableError as error:
        problem = FieldProblem(given.field, error.code, error.nl, error.en)
        return _form(request, tekst=given.tekst, problems=[problem])
    except (TooManyError, BusyError) as error:
        return _later(request, error, tekst=given.tekst)
    return RedirectResponse(f"{HERE}/{foreign_id}?klaar=erbij", status_code=303)


@router.get(ONE)
def show_one(request: Request, desk: Desk, holder: AHolder, foreign_id: UUID, klaar: str = "") -> Response:
    """Show a badge from elsewhere, and what the verifier said of it."""
    found, _ = find_foreign(desk, foreign_id, holder=holder)
    here, may_change = f"{HERE}/{foreign_id}", not (holder.is_borrowed or holder.only_of)
    heading = state_heading(found.state)
    view = views.elsewhere.ForeignBadge(
        frame=frame_of(request),
        title=found.title,
        issuer=found.issuer,
        state=views.pieces.State(found.state.value),
        heading=heading.nl if language_of(request) == "nl" else heading.en,
        checked=dutch_day(found.checked),
        file_href=f"{here}/bestand",
        kind=found.ending.upper(),
        again_action=f"{here}/na" if may_change else None,
        drop_action=f"{here}/weg" if may_change else None,
        back_href=WALLET,
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "van-elders", view)


@router.get(f"{ONE}/bestand")
def give_back(desk: Desk, holder: AHolder, foreign_id: UUID) -> Response:
    """Give the bytes back just as they came; a browser saves them, and opens nothing."""
    found, raw = find_foreign(desk, foreign_id, holder=holder)
    name = f"bewijs.{found.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(raw, media_type=MEDIA[found.form], headers=headers)


@router.post(f"{ONE}/na")
async def look_again(
    desk: Desk, holder: AHolder, visit: VisitOf, reader: TheReader, foreign_id: UUID
) -> Response:
    """Ask the verifier what it says of it now."""
    require_all(holder)
    _, raw = await run_in_threadpool(find_foreign, desk, foreign_id, holder=holder)
    report = await visit.verify(raw)
    await run_in_threadpool(note_report, desk, foreign_id, report, holder=holder, said=reader.read(report))
    return RedirectResponse(f"{HERE}/{foreign_id}?klaar=nagekeken", status_code=303)


@router.post(f"{ONE}/weg")
def drop(desk: Desk, holder: AHolder, foreign_id: UUID) -> Response:
    """Keep it no longer."""
    drop_foreign(desk, foreign_id, holder=holder)
    return RedirectResponse(f"{WALLET}?klaar=elders-weg", status_code=303)


def _form(
    request: Request,
    *,
    tekst: str = "",
    problems: Sequence[FieldProblem] = (),
    because: Exception | None = None,
) -> Response:
    view = views.elsewhere.ImportForm(
        frame=frame_of(request),
        action=HERE,
        back_href=WALLET,
        tekst=tekst,
        problems=shown(request, problems),
    )
    return show(request, "van-elders-erbij", view, because=because)


def _later(request: Request, error: TooManyError | BusyError, *, tekst: str) -> Response:
    """Say that it is too busy now, and when to come back."""
    problem = FieldProblem("bestand", "later", error.nl, error.en)
    response = _form(request, tekst=tekst, problems=[problem], because=error)
    response.headers["Retry-After"] = str(error.retry_after)
    return response
