"""Write a table that somebody takes along and opens in Excel: CSV as it is read here, or XLSX.

What people typed is text and stays text. A cell that a program could take for a formula gets an apostrophe
in front, in both forms: who saves an XLSX as CSV has no live formulas either (OWASP, CSV injection).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value: TypeAlias = str | int | date | None
"""What may stand in a cell; None leaves it empty."""

CSV: Final = "text/csv; charset=utf-8"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_OF_A_CELL: Final = 32_000
"""Excel holds 32,767 characters in a cell."""

_STARTS_FORMULA: Final = re.compile(r"[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n]")
_BREAK: Final = re.compile(r"\r\n?")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NARROWEST: Final = 18
_DAY: Final = "d-m-yyyy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold a table: its name, a heading for each column, and its rows, which are read once."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]


def harmless(text: str) -> str:
    """Give a text as no program takes it for a formula, and every program can hold it."""
    written = _UNWRITABLE.sub("\ufffd", _BREAK.sub("\n", text))[:MOST_OF_A_CELL]
    return f"'{written}" if _STARTS_FORMULA.match(written) else written


def as_csv(sheet: Sheet) -> Iterator[bytes]:
    """Write it with semicolons and a BOM, which Dutch Excel opens at a double click (RFC 4180)."""
    yield "\ufeff".encode()
    yield _line(sheet.headings)
    for row in sheet.rows:
        yield _line(row)


def as_xlsx(sheet: Sheet) -> bytes:
    """Write it as XLSX; each text as a text, whatever stands in it (ECMA-376 18.3.1.4)."""
    from openpyxl import Workbook  # noqa: PLC0415 - it takes half a second, and few who serve take a table along
    from openpyxl.styles import Font  # noqa: PLC0415 - as above
    from openpyxl.utils.cell import get_column_letter  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    for place, heading in enumerate(sheet.headings, 1):
        page.column_dimensions[get_column_letter(place)].width = max(_NARROWEST, len(heading) + 2)
    page.append([_in_xlsx(page, each, font=Font(bold=True)) for each in sheet.headings])
    for row in sheet.rows:
        page.append([_in_xlsx(page, each) for each in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _line(row: Sequence[Value]) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow([_in_csv(each) for each in row])
    return line.getvalue().encode()


def _in_csv(value: Value) -> str | int:
    """Write a day as people here do, which Excel knows for a day; Excel gets no text that it may run."""
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return value if isinstance(value, int) else harmless(value or "")


def _in_xlsx(page: "WriteOnlyWorksheet", value: Value, *, font: "Font | None" = None) -> "WriteOnlyCell":
    """Say of each text that it is one: the library would take `=1` for a formula and `#N/A` for an error.

    What looks like an escape is escaped: `_x003D_` is no `=` (ECMA-376 22.9.2.19).
    """
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    if not isinstance(value, str):
        cell = WriteOnlyCell(page, value=value)
        cell.number_format = _DAY if isinstance(value, date) else cell.number_format
        return cell
    cell = WriteOnlyCell(page, value=_ESCAPE.sub("_x005F_", harmless(value)))
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell
