"""Send a roster: a file or pasted lines, and what is the same for all."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.catalogue.model import Werkproces
from badges.judgement import Independence
from badges.moments import dutch_day
from badges.texts import bsn_problems, character_problems, normalize
from issuers.errors import FieldProblem, FormError, SpreadsheetError
from issuers.groups.example import example_sheet
from issuers.groups.headings import tell_unread, unread_headings
from issuers.groups.keeping import KnownGroup, keep_group, list_groups
from issuers.groups.reading import FILE, Common, read_roster
from issuers.organisations.founding import offered_by
from issuers.saying import Done, done_of, shown
from issuers.sheets import XLSX, as_xlsx
from issuers.spreadsheets import MOST_BYTES, Row, read_table
from issuers.visiting import DraftVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/groepen"
EXAMPLE: Final = f"{HERE}/nieuw/voorbeeld.xlsx"
MOST_OF_A_TITLE: Final = 80
DONE: Final[Done] = {
    "weg": {
        "nl": "De lijst is weg. De bewijzen blijven.",
        "en": "The roster is gone. The badges stay.",
    }
}
NOTHING_SENT: Final = FieldProblem(
    FILE,
    "missing",
    "Kies een bestand, of plak de regels hieronder.",
    "Choose a file, or paste the lines below.",
)


class SentRoster(BaseModel):
    """Hold what was sent besides the file."""

    bestand: UploadFile | None = None
    geplakt: str = ""
    titel: str = ""
    werkproces: list[str] = []
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    toelichting: str = ""

    @property
    def common(self) -> Common:
        """Give what was said once for all."""
        cells = self.model_dump(include={"van", "tot", "zelfstandigheid", "toelichting"})
        works = tuple((crebo, code) for crebo, _, code in (each.partition("/") for each in self.werkproces))
        return Common(works=works, cells=cells)

    @property
    def typed(self) -> dict[str, str]:
        """Give what was typed, to show it again."""
        return self.model_dump(include={"geplakt", "titel", "van", "tot", "zelfstandigheid", "toelichting"})


@router.get(HERE)
def show_groups(visit: DraftVisit, klaar: str = "") -> Response:
    """Show the groups of this organisation."""
    view = views.groups.Groups(
        frame=frame_of(visit.request),
        rows=tuple(_row(each) for each in list_groups(visit.desk, actor=visit.actor)),
        new_href=f"{HERE}/nieuw",
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "groepen", view)


@router.get(f"{HERE}/nieuw")
def ask_roster(visit: DraftVisit) -> Response:
    """Ask for a roster."""
    return _form(visit, sent=SentRoster())


@router.get(EXAMPLE)
def take_example(visit: DraftVisit) -> Response:
    """Give a roster to begin with."""
    content = b"".join(as_xlsx(example_sheet(visit.desk, actor=visit.actor)))
    headers = {"Content-Disposition": 'attachment; filename="voorbeeld-rooster.xlsx"'}
    return Response(content, media_type=XLSX, headers=headers | {"Cache-Control": "no-store"})


@router.post(f"{HERE}/nieuw")
def take_roster(visit: DraftVisit, sent: Annotated[SentRoster, Form()]) -> Response:
    """Keep a roster, to look it over; what cannot be read is told at once."""
    unread: tuple[str, ...] = ()
    try:
        name = _name(sent, organisation=visit.organisation.name, today=visit.desk.clock.today())
        table = _read(sent)
        unread = unread_headings(table)
        lines = read_roster(table, common=sent.common)
    except SpreadsheetError as error:
        return _form(visit, sent=sent, problems=[FieldProblem.of(error, field=FILE)])
    except FormError as error:
        return _form(visit, sent=sent, problems=(*error.problems, *tell_unread(unread)))
    group_id = keep_group(visit.desk, lines, name=name, actor=visit.actor)
    asked = f"?{urlencode({'kolom': unread}, doseq=True)}" if unread else ""
    return RedirectResponse(f"{HERE}/{group_id}{asked}", status_code=303)


def _name(sent: SentRoster, *, organisation: str, today: date) -> str:
    """Read what the group is called: the organisation and the day, where nothing was typed.

    Raises:
        FormError: it holds a number of a person, or what nobody can see.
    """
    name = " ".join(normalize(sent.titel).split())[:MOST_OF_A_TITLE]
    problems = (*character_problems(name), *bsn_problems(name))
    if problems:
        raise FormError([FieldProblem.of(each, field="titel") for each in problems])
    day = f"{today.day}-{today.month}-{today.year}"
    return name or f"{organisation[: MOST_OF_A_TITLE - len(day) - 2]}, {day}"


def _read(sent: SentRoster) -> Sequence[Row]:
    """Read the file, or else what was pasted.

    Raises:
        SpreadsheetError: it cannot be read.
        FormError: nothing was sent.
    """
    raw = sent.bestand.file.read(MOST_BYTES + 1) if sent.bestand and sent.bestand.filename else b""
    pasted = sent.geplakt.strip().encode(errors="replace")
    if not raw and not pasted:
        raise FormError([NOTHING_SENT])
    return read_table(raw or pasted)


def _form(visit: Visit, *, sent: SentRoster, problems: Sequence[FieldProblem] = ()) -> Response:
    chosen = frozenset(sent.werkproces)
    view = views.groups.GroupForm(
        frame=frame_of(visit.request),
        action=f"{HERE}/nieuw",
        back_href=HERE,
        example_href=EXAMPLE,
        works=tuple(
            views.werkplekprofiel.WorkGroup(
                name=each.name,
                options=tuple(_option(werkproces, chosen=chosen) for werkproces in each.werkprocessen),
            )
            for each in offered_by(visit.desk, visit.actor.organisation_id)
        ),
        independences=tuple(Independence),
        typed=sent.typed,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "groep-nieuw", view)


def _option(werkproces: Werkproces, *, chosen: frozenset[str]) -> views.werkplekprofiel.WorkOption:
    return views.werkplekprofiel.WorkOption(
        value=werkproces.key,
        title=werkproces.title,
        below=werkproces.key,
        is_chosen=werkproces.key in chosen,
    )


def _row(known: KnownGroup) -> views.groups.GroupRow:
    return views.groups.GroupRow(
        name=known.name,
        state=known.state.value,
        done=known.done,
        total=known.total,
        created=dutch_day(known.created),
        href=f"{HERE}/{known.id}",
    )
