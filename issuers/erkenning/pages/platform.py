"""Confirm for which work leerbedrijven are recognised, with a table of a source that the platform trusts."""

from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import Response

from issuers.erkenning.keeping import Kept, confirm
from issuers.erkenning.reading import FILE, read_rows, read_source
from issuers.errors import FieldProblem, FormError, SpreadsheetError
from issuers.organisations.pages.visiting import HERE as PLATFORM
from issuers.organisations.pages.visiting import Deciding, Looking, PlatformVisit
from issuers.saying import shown
from issuers.spreadsheets import MOST_BYTES, read_table
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = f"{PLATFORM}/erkenning"


@router.get(HERE)
def show_form(visit: Looking) -> Response:
    """Show the form."""
    return _page(visit)


@router.post(HERE)
def take_over(visit: Deciding, bestand: UploadFile, herkomst: Annotated[str, Form()] = "") -> Response:
    """Keep all rows of leerbedrijven that are here, as confirmed; or nothing."""
    try:
        source = read_source(herkomst, field="herkomst")
        rows = read_rows(read_table(bestand.file.read(MOST_BYTES + 1)))
    except SpreadsheetError as error:
        return _page(visit, source=herkomst, problems=(FieldProblem.of(error, field=FILE),))
    except FormError as error:
        return _page(visit, source=herkomst, problems=error.problems)
    return _page(visit, kept=confirm(visit.desk, rows, source=source, by=visit.visitor.person_id))


def _page(
    visit: PlatformVisit,
    *,
    source: str = "",
    problems: tuple[FieldProblem, ...] = (),
    kept: Kept | None = None,
) -> Response:
    view = views.platform.PlatformErkenning(
        frame=frame_of(visit.request),
        action=HERE,
        back_href=PLATFORM,
        typed={"herkomst": source},
        kept=kept.rows if kept else None,
        elsewhere=kept.elsewhere if kept else 0,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform-erkenning", view)
