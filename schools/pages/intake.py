"""One person: the files that were taken in, each with what came of it; and which target to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Final
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from badges import strictjson
from badges.moments import dutch_day
from badges.strictjson import JsonObject
from badges.texts import shown_in_line
from holders.errors import NoConsentError
from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.decisions.pages.rows import decided_about, waiting_requests
from schools.dependencies import TheVerifier
from schools.evidence.evidence import Evidence, Identity, Obstacle, Taken
from schools.importing.candidates import find_candidate
from schools.importing.consented import consent_behind
from schools.importing.proposing import count_files, count_for, near_to
from schools.importing.resting import find_rested_report
from schools.importing.taking import (
    CheckedFile,
    KnownFile,
    drop_file,
    find_report,
    list_files,
    say_same,
    take_files,
)
from schools.importing.unsigned import table_told
from schools.pages.candidates import HERE
from schools.pages.choosing import target_groups
from schools.pages.rested import rested_rows
from schools.pages.toward import besides, cohort_choices, near_rows, toward_rows
from templates import views
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.needs import Purpose
from verifier.reading import MAX_LINK, MAX_PHOTO_BYTES
from verifier.report import Part, Unread
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

MOST_FILES: Final = 100
ONE: Final = f"{HERE}/{{candidate_id}}"
A_FILE: Final = f"{ONE}/bestand/{{file_id}}"
DONE: Final[Done] = {
    "ingelezen": {
        "nl": "De bestanden zijn nagekeken. Hieronder staat wat eruit kwam.",
        "en": "The files were checked. Below is what came of it.",
    },
    "zelfde": {
        "nl": "Het staat erbij: het is dezelfde persoon.",
        "en": "It is written down: it is the same person.",
    },
    "weg": {"nl": "Het bestand is weg.", "en": "The file is gone."},
    "los": {
        "nl": "Alles is weg, behalve de naam en waar een besluit op rust.",
        "en": "Everything is gone, but for the name and what a decision rests on.",
    },
    "groepen": {"nl": "De groepen zijn bewaard.", "en": "The groups are kept."},
}
LINKS: Final = ("http://", "https://")
NOTHING: Final = FieldProblem(
    "bestand",
    "missing",
    "Kies een of meer bestanden met een bewijs, of plak een link.",
    "Choose one or more files with a badge, or paste a link.",
)
NO_LINK: Final = FieldProblem(
    "link", "link", "Dit is geen link. Kopieer de hele link.", "This is no link. Copy the whole link."
)
LONG_LINK: Final = FieldProblem(
    "link",
    "link-too-long",
    "Deze link is te lang. Kopieer alleen de link die de persoon met je deelde.",
    "This link is too long. Copy only the link that the person shared with you.",
)
TOO_MANY: Final = FieldProblem(
    "bestand",
    "too-many",
    f"Kies niet meer dan {MOST_FILES} bestanden tegelijk. Stuur de rest daarna.",
    f"Choose no more than {MOST_FILES} files at a time. Send the rest after that.",
)


@router.get(ONE)
def show_one(visit: ConfirmVisit, candidate_id: UUID, klaar: str = "") -> Response:
    """Show what was taken in of somebody."""
    return _page(visit, candidate_id, done=done_of(visit.request, klaar, done=DONE))


@router.post(f"{ONE}/bestanden")
async def take(
    visit: ConfirmVisit,
    candidate_id: UUID,
    verifier: TheVerifier,
    bestand: Annotated[list[UploadFile] | None, File()] = None,
    link: Annotated[str, Form()] = "",
) -> Response:
    """Take files in, or what is behind a link: each is checked first, and what cannot be read says so."""
    chosen, link = [each for each in bestand or () if each.filename], link.strip()
    await run_in_threadpool(find_candidate, visit.desk, candidate_id, actor=visit.actor)
    try:
        _require_something(chosen, link=link)
        checked = [await _behind(visit, link, verifier=verifier)] if link else []
    except FormError as error:
        return await run_in_threadpool(_page, visit, candidate_id, link=link, problems=error.problems)
    looked = [await _checked(visit, each, verifier=verifier) for each in chosen]
    checked += [each for each in looked if isinstance(each, CheckedFile)]
    refused = [each for each in looked if isinstance(each, FieldProblem)]
    if checked:
        await run_in_threadpool(take_files, visit.desk, candidate_id, checked, actor=visit.actor)
    if refused:
        return await run_in_threadpool(_page, visit, candidate_id, problems=refused)
    return RedirectResponse(await run_in_threadpool(_onward, visit, candidate_id), status_code=303)


@router.get(A_FILE)
def give_report(visit: ConfirmVisit, candidate_id: UUID, file_id: UUID) -> Response:
    """Give what the verifier said of a file when it was taken in."""
    report = find_report(visit.desk, candidate_id, file_id, actor=visit.actor)
    return _report(report)


@router.get(f"{ONE}/besluit/{{rested_id}}")
def give_rested_report(visit: ConfirmVisit, candidate_id: UUID, rested_id: UUID) -> Response:
    """Give what the verifier said of a file on which a decision rests."""
    report = find_rested_report(visit.desk, candidate_id, rested_id, actor=visit.actor)
    return _report(report)


@router.post(f"{A_FILE}/zelfde")
def same_person(visit: ConfirmVisit, candidate_id: UUID, file_id: UUID) -> Response:
    """Write down that a file is of this person, though another name stands in it."""
    say_same(visit.desk, candidate_id, file_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{candidate_id}?klaar=zelfde", status_code=303)


@router.post(f"{A_FILE}/weg")
def drop(visit: ConfirmVisit, candidate_id: UUID, file_id: UUID) -> Response:
    """Keep a file no longer."""
    drop_file(visit.desk, candidate_id, file_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{candidate_id}?klaar=weg", status_code=303)


def _report(report: JsonObject) -> Response:
    headers = {"Content-Disposition": 'attachment; filename="verslag.json"', "Cache-Control": "no-store"}
    return Response(strictjson.dumps(report), media_type="application/json", headers=headers)


def _require_something(chosen: Sequence[UploadFile], *, link: str) -> None:
    """Accept some files, or a link, or both.

    Raises:
        FormError: there is nothing, or too much.
    """
    if len(chosen) > MOST_FILES:
        raise FormError([TOO_MANY])
    if not chosen and not link:
        raise FormError([NOTHING])
    if link and not link.startswith(LINKS):
        raise FormError([NO_LINK])
    if len(link.encode(errors="replace")) > MAX_LINK:
        raise FormError([LONG_LINK])


async def _behind(visit: Visit, link: str, *, verifier: Verifier) -> CheckedFile:
    """Verify what is behind a link, such as one with which somebody shares his badges.

    Raises:
        FormError: nothing is there that we read, or who shares it gave this school no consent.
    """
    try:
        report = await verifier.verify(link.encode())
        consent_id = await run_in_threadpool(consent_behind, visit.desk, report, actor=visit.actor)
    except (UnreadableError, NoConsentError) as error:
        raise FormError([FieldProblem("link", error.code, error.nl, error.en)]) from error
    went = [each.address for each in report.sources if each.purpose is Purpose.LINK]
    without_it = tuple(each for each in report.sources if each.purpose is not Purpose.LINK)
    part = Part(report=replace(report, sources=without_it))
    named = f"link ({urlsplit(link).hostname})"
    return CheckedFile(named, (went[0] if went else link).encode(), part, consent_id)


async def _checked(visit: Visit, file: UploadFile, *, verifier: Verifier) -> CheckedFile | FieldProblem:
    """Verify one file; a photo of the code of a link asks for a consent as the link does.

    Without that consent nothing is kept of it, and what is the matter is told.
    """
    raw, consent_id = await file.read(MAX_PHOTO_BYTES + 1), None
    try:
        part = Part(report=await verifier.verify(raw))
        if part.report is not None:
            consent_id = await run_in_threadpool(consent_behind, visit.desk, part.report, actor=visit.actor)
    except NoConsentError as error:
        name = shown_in_line(file.filename or "")
        return FieldProblem("bestand", error.code, f"{name}: {error.nl}", f"{name}: {error.en}")
    except UnreadableError as error:
        told = table_told(file.filename or "", raw, catalogue=visit.desk.catalogue)
        part = Part(unread=told or Unread(error.code, error.nl, error.en))
    return CheckedFile(file.filename or "", raw, part, consent_id)


def _onward(visit: Visit, candidate_id: UUID) -> str:
    """Lead to what came of it: straight to the proposal where all counts and one group says for what."""
    here, on = f"{HERE}/{candidate_id}", visit.desk.clock.now()
    toward = [*toward_rows(visit, candidate_id, here=here)]
    counted = count_for(visit.desk, candidate_id, on=on, actor=visit.actor)
    if len(toward) == 1 and counted.facts and not counted.aside:
        return f"{toward[0].href}&klaar=ingelezen"
    return f"{here}?klaar=ingelezen"


def _page(
    visit: Visit,
    candidate_id: UUID,
    *,
    link: str = "",
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    here, on = f"{HERE}/{candidate_id}", visit.desk.clock.now()
    candidate = find_candidate(visit.desk, candidate_id, actor=visit.actor)
    files = list_files(visit.desk, candidate_id, actor=visit.actor)
    counted = count_files(files, name=candidate.name, on=on)
    against = {each.identity: each.obstacle for each in counted.aside if each.identity}
    language, toward = language_of(visit.request), tuple(toward_rows(visit, candidate_id, here=here))
    view = views.candidates.CandidatePage(
        frame=frame_of(visit.request),
        name=candidate.name,
        files=tuple(_row(each, here=here, against=against, language=language) for each in files),
        counts=len(counted.facts),
        take_action=f"{here}/bestanden",
        propose_action=f"{here}/voorstel",
        targets=target_groups(visit.desk.catalogue),
        cohorts=cohort_choices(visit, candidate_id),
        cohorts_action=f"{here}/groepen",
        toward=toward,
        near=besides(near_rows(near_to(counted, catalogue=visit.desk.catalogue, on=on), here=here), toward),
        remove_action=f"{here}/weg",
        back_href=HERE,
        rested=rested_rows(visit, candidate_id, here=here),
        request_href=f"{here}/verzoek",
        requests=waiting_requests(visit, candidate_id),
        decisions=decided_about(visit, candidate_id),
        link=link,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "voorstel-persoon", view)


def _row(
    file: KnownFile, *, here: str, against: Mapping[Identity, Obstacle], language: str
) -> views.candidates.TakenFileRow:
    own = f"{here}/bestand/{file.id}"
    names = (Obstacle.OTHER_NAME, Obstacle.WHOSE)
    asked = any(against.get(each.identity) in names for each in file.taken if isinstance(each, Evidence))
    return views.candidates.TakenFileRow(
        name=file.name,
        at=file.at,
        badges=tuple(_badge(each, against=against, language=language) for each in file.taken),
        report_href=own,
        drop_action=f"{own}/weg",
        same_action=f"{own}/zelfde" if asked else None,
        is_same=file.is_same,
        until=dutch_day(file.until) if file.until else None,
    )


def _badge(
    taken: Taken, *, against: Mapping[Identity, Obstacle], language: str
) -> views.proposals.TakenBadge:
    """Show one thing that was taken in: that it counts, or why not."""
    if isinstance(taken, Evidence):
        obstacle = against.get(taken.identity)
        says = obstacle.says if obstacle else None
        issuer = taken.issuer
    else:
        says, issuer = taken.detail or taken.obstacle.says, None
    return views.proposals.TakenBadge(
        title=taken.title,
        issuer=issuer,
        name=taken.name,
        says=(says.nl if language == "nl" else says.en) if says else None,
    )
