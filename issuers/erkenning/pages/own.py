"""Say for which work one's own leerbedrijf is recognised: one by one, or with a table."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from issuers.erkenning.keeping import declare, erkenningen_of, own_places, remove
from issuers.erkenning.known import KnownErkenning
from issuers.erkenning.reading import FILE, NewErkenning, read_row, read_rows, read_source
from issuers.errors import FieldProblem, FormError, SpreadsheetError
from issuers.organisations.tables import FactStatus
from issuers.saying import Done, done_of, shown
from issuers.spreadsheets import MOST_BYTES, Cell, read_table
from issuers.visiting import OrganisationVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/organisatie/erkenning"
DONE: Final[Done] = {
    "bewaard": {"nl": "Het is bewaard.", "en": "It is kept."},
    "weg": {"nl": "Het is weggehaald.", "en": "It is taken away."},
}


class RowForm(BaseModel):
    """Hold one row as it was typed."""

    leerbedrijf: str = ""
    vestiging: str = ""
    crebo: str = ""
    werkproces: str = ""
    van: str = ""
    tot: str = ""
    bron: str = ""


@router.get(HERE)
def show_own(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show what is known, and the two ways to add to it."""
    return _page(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def add_one(visit: OrganisationVisit, sent: Annotated[RowForm, Form()]) -> Response:
    """Keep one row."""
    typed = sent.model_dump()
    try:
        source, row = _read(typed)
        declare(visit.desk, [row], source=source, actor=visit.actor)
    except FormError as error:
        return _page(visit, typed=typed, problems=error.problems)
    return _back("bewaard")


@router.post(f"{HERE}/tabel")
def add_table(
    visit: OrganisationVisit, bestand: UploadFile, herkomst: Annotated[str, Form()] = ""
) -> Response:
    """Keep all rows of a table, or none."""
    try:
        source = read_source(herkomst, field="herkomst")
        rows = read_rows(read_table(bestand.file.read(MOST_BYTES + 1)))
        declare(visit.desk, rows, source=source, actor=visit.actor)
    except SpreadsheetError as error:
        problem = FieldProblem.of(error, field=FILE)
        return _page(visit, typed={"herkomst": herkomst}, problems=[problem])
    except FormError as error:
        return _page(visit, typed={"herkomst": herkomst}, problems=error.problems)
    return _back("bewaard")


@router.post(f"{HERE}/{{erkenning_id}}/weg")
def take_away(visit: OrganisationVisit, erkenning_id: UUID) -> Response:
    """Take back what was declared."""
    remove(visit.desk, erkenning_id, actor=visit.actor)
    return _back("weg")


def _read(typed: Mapping[str, str]) -> tuple[str, NewErkenning]:
    """Read one row and where it stands.

    Raises:
        FormError: with every problem of both.
    """
    problems: list[FieldProblem] = []
    source, row = "", None
    try:
        row = read_row({name: Cell(value.strip()) for name, value in typed.items()})
    except FormError as error:
        problems += error.problems
    try:
        source = read_source(typed["bron"], field="bron")
    except FormError as error:
        problems += error.problems
    if problems or row is None:
        raise FormError(problems)
    return source, row


def _back(done: str) -> Response:
    return RedirectResponse(f"{HERE}?klaar={done}", status_code=303)


def _page(
    visit: Visit,
    *,
    typed: Mapping[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    own = tuple(own_places(visit.desk, visit.actor.organisation_id))
    view = views.organisations.ErkenningPage(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        typed=typed or ({"leerbedrijf": own[0]} if len(own) == 1 else {}),
        is_leerbedrijf=bool(own),
        rows=tuple(_row(each) for each in erkenningen_of(visit.desk, actor=visit.actor)),
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "erkenning", view)


def _row(known: KnownErkenning) -> views.organisations.ErkenningRow:
    row = known.row
    declared = row.status is FactStatus.ZELF_VERKLAARD
    return views.organisations.ErkenningRow(
        work=f"{row.crebo}/{row.werkproces}" if row.werkproces else row.crebo,
        leerbedrijf=row.leerbedrijf,
        since=row.since,
        until=row.until,
        is_confirmed=not declared,
        counts_as=known.status.value,
        source=row.source,
        remove_action=f"{HERE}/{row.id}/weg" if declared else None,
    )
