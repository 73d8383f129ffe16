"""Take in the files of many people at once: send them, see how far it is, and read what came of each."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Final, Literal, cast
from uuid import UUID

from fastapi import APIRouter, File, Form, Path, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from badges.moments import dutch_day
from issuers.background import Runner
from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.importing.asking import list_namesakes, say_which, say_whose
from schools.importing.candidates import KnownCandidate
from schools.importing.folders import maybe
from schools.importing.intakes import (
    EMPTY,
    KnownIntake,
    KnownLine,
    find_intake,
    go_on,
    list_intakes,
    list_lines,
    put_down,
)
from schools.importing.sorting import Found, Room, files_in
from schools.importing.states import IntakeState, LineState
from schools.pages.candidates import HERE as PEOPLE
from templates import views
from verifier.reading import MAX_PHOTO_BYTES
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{PEOPLE}/inlezen"
ONE: Final = f"{HERE}/{{intake_id}}"
MOST_SHOWN: Final = 100
_MOST_OF_A_ZIP: Final = 32_000_000
NOT_CHOSEN: Final = FieldProblem("wie", "missing", "Kies wie het is.", "Choose who it is.")
Place = Annotated[int, Path(ge=0, le=999_999)]
"""At which place a file is in an intake; a number that no database holds is refused at the door."""

DONE: Final[Done] = {
    "van": {"nl": "Het bestand wordt ingelezen.", "en": "The file is being taken in."},
    "verder": {"nl": "Het inlezen gaat verder.", "en": "The taking in goes on."},
}


class SentWhose(BaseModel):
    """Hold what the form sent: a name, or where it asks `welke` of the people of a name, the one chosen."""

    naam: str = Field(default="", max_length=500)
    welke: bool = False
    wie: Literal["nieuw"] | UUID | None = None


@router.get(HERE)
def show_intakes(visit: ConfirmVisit) -> Response:
    """Show what was taken in at once, and how to do so."""
    return _page(visit)


@router.post(HERE)
def take(visit: ConfirmVisit, bestand: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """Put the files down, and begin."""
    chosen = [each for each in bestand or () if each.filename]
    if not chosen:
        return _page(visit, problems=[EMPTY])
    try:
        name = chosen[0].filename if len(chosen) == 1 else f"{len(chosen)} bestanden"
        intake_id = put_down(visit.desk, name or "", _files(chosen), actor=visit.actor)
    except FormError as error:
        return _page(visit, problems=error.problems)
    _start(visit, intake_id, attempt=1)
    return RedirectResponse(f"{HERE}/{intake_id}", status_code=303)


@router.get(ONE)
def show_one(visit: ConfirmVisit, intake_id: UUID, klaar: str = "") -> Response:
    """Show how far it is, and what came of the files."""
    return _one(visit, intake_id, done=done_of(visit.request, klaar, done=DONE))


@router.get(f"{ONE}/redenen.csv")
def give_reasons(visit: ConfirmVisit, intake_id: UUID) -> Response:
    """Give every file that was not taken in, with the reason, as a table."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["bestand", "reden"])
    for each in list_lines(visit.desk, intake_id, LineState.REFUSED, actor=visit.actor):
        writer.writerow([_cell(each.name), _cell(_reason(visit, each))])
    headers = {"Content-Disposition": 'attachment; filename="redenen.csv"', "Cache-Control": "no-store"}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


@router.post(f"{ONE}/van/{{place}}")
def whose(visit: ConfirmVisit, intake_id: UUID, place: Place, sent: Annotated[SentWhose, Form()]) -> Response:
    """Write down of whom a file is, and go on with it."""
    try:
        attempt = _say(visit, intake_id, place, sent=sent)
    except FormError as error:
        problems = [FieldProblem(f"naam-{place}", each.code, each.nl, each.en) for each in error.problems]
        return _one(visit, intake_id, typed={place: sent.naam}, problems=problems)
    _start(visit, intake_id, attempt=attempt)
    return RedirectResponse(f"{HERE}/{intake_id}?klaar=van", status_code=303)


@router.post(f"{ONE}/verder")
def resume(visit: ConfirmVisit, intake_id: UUID) -> Response:
    """Go on with what stopped."""
    attempt = go_on(visit.desk, intake_id, actor=visit.actor)
    _start(visit, intake_id, attempt=attempt)
    return RedirectResponse(f"{HERE}/{intake_id}?klaar=verder", status_code=303)


def _say(visit: Visit, intake_id: UUID, place: int, *, sent: SentWhose) -> int:
    """Say whose it is, by a name or by who was chosen.

    Raises:
        FormError: nobody was chosen, or the name is none.
    """
    if not sent.welke:
        return say_whose(visit.desk, intake_id, place, sent.naam, actor=visit.actor)
    if sent.wie is None:
        raise FormError([NOT_CHOSEN])
    chosen = sent.wie if isinstance(sent.wie, UUID) else None
    return say_which(visit.desk, intake_id, place, chosen, actor=visit.actor)


def _start(visit: Visit, intake_id: UUID, *, attempt: int) -> None:
    runner = cast("Runner", visit.request.app.state.intakes)
    runner.start(intake_id, organisation_id=visit.actor.organisation_id, attempt=attempt)


def _files(chosen: Sequence[UploadFile]) -> Iterator[Found]:
    """Give what was sent one by one, also what is in a zip; for what there is no room says so."""
    room = Room()
    for each in chosen:
        raw = each.file.read(_MOST_OF_A_ZIP + 1)
        found = files_in(each.filename or "", raw, room=room)
        yield from (Found(file.path, file.raw[: MAX_PHOTO_BYTES + 1], file.spoilt) for file in found)


def _reason(visit: Visit, line: KnownLine) -> str:
    if line.reason is None:
        return ""
    return line.reason.nl if language_of(visit.request) == "nl" else line.reason.en


def _cell(text: str) -> str:
    """Write a cell that no program runs as a formula (ASVS 1.2.10)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _page(visit: Visit, *, problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.intakes.IntakeList(
        frame=frame_of(visit.request),
        action=HERE,
        back_href=PEOPLE,
        rows=tuple(_row(each) for each in list_intakes(visit.desk, actor=visit.actor)),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "inlezen", view)


def _row(of: KnownIntake) -> views.intakes.IntakeRow:
    return views.intakes.IntakeRow(
        name=of.name,
        on=dutch_day(of.made),
        state=of.state.value,
        done=of.done,
        total=of.total,
        href=f"{HERE}/{of.id}",
    )


def _one(
    visit: Visit,
    intake_id: UUID,
    *,
    typed: dict[int, str] | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    of, here = find_intake(visit.desk, intake_id, actor=visit.actor), f"{HERE}/{intake_id}"
    asked, refused = (
        list_lines(visit.desk, intake_id, state, actor=visit.actor, limit=MOST_SHOWN)
        for state in (LineState.ASKED, LineState.REFUSED)
    )
    because = of.stopped
    names = {each.person for each in asked if each.person}
    people = list_namesakes(visit.desk, names, actor=visit.actor)
    view = views.intakes.IntakePage(
        frame=frame_of(visit.request),
        row=_row(of),
        new=of.counts.get(LineState.NEW, 0),
        again=of.counts.get(LineState.AGAIN, 0),
        refused=of.counts.get(LineState.REFUSED, 0),
        asked=of.counts.get(LineState.ASKED, 0),
        asked_lines=tuple(_line(visit, each, here=here, typed=typed or {}, people=people) for each in asked),
        refused_lines=tuple(_line(visit, each, here=here, typed={}) for each in refused),
        csv_href=f"{here}/redenen.csv",
        people_href=PEOPLE,
        back_href=HERE,
        again_action=f"{here}/verder" if of.state is IntakeState.STOPPED else None,
        stopped=(because.nl if language_of(visit.request) == "nl" else because.en) if because else None,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "inlezen-een", view)


def _line(
    visit: Visit,
    of: KnownLine,
    *,
    here: str,
    typed: dict[int, str],
    people: Mapping[str, Sequence[KnownCandidate]] = MappingProxyType({}),
) -> views.intakes.IntakeLine:
    return views.intakes.IntakeLine(
        place=of.place,
        name=of.name,
        reason=_reason(visit, of),
        whose_action=f"{here}/van/{of.place}",
        typed=typed.get(of.place, ""),
        is_for_folder=maybe(of.person) is not None,
        choices=tuple(
            views.intakes.PersonChoice(value=str(each.id), name=each.name, since=dutch_day(each.added))
            for each in people.get(of.person, ())
        ),
    )
