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
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from typing_extensions import Buffer

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
_ROWS_AT_ONCE: Final = 500
_FAST: Final = 1
"""How hard a sheet is pressed together: little; it goes over the line once."""

_DAY_ZERO: Final = date(1899, 12, 30)
"""From here Excel counts the days after February 1900 (ECMA-376 18.17.4.1)."""

_BOLD, _DAY = 1, 2
"""The places of how a cell looks, in the styles below."""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_TIES}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_TIES}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_TIES}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/></numFmts>'
        '<fonts count="2"><font/><font><b/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
        '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
_WORKBOOK: Final = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_TIES}">'
    '<sheets><sheet name={name} sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_SHEET_BEGINS: Final = (
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    "<cols>{widths}</cols><sheetData>"
)


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


def as_xlsx(sheet: Sheet) -> Iterator[bytes]:
    """Write it as XLSX, row by row; each text as a text, whatever stands in it (ECMA-376 18.3.1.4)."""
    written = _Written()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=_FAST) as book:
        for name, content in _PARTS.items():
            book.writestr(name, content)
        book.writestr("xl/workbook.xml", _WORKBOOK.format(name=quoteattr(sheet.name)))
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as page:
            page.write(_begun(sheet.headings).encode())
            rows = enumerate(sheet.rows, 2)
            while some := list(islice(rows, _ROWS_AT_ONCE)):
                page.write("".join(_row(number, row) for number, row in some).encode())
                yield written.taken()
            page.write(b"</sheetData></worksheet>")
    yield written.taken()


class _Written(io.RawIOBase):
    """Be what a zip is written to that is sent away while it grows."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """Let it be written."""
        return True

    def write(self, piece: "Buffer") -> int:
        """Keep a piece until it is taken."""
        self._pieces.append(bytes(piece))
        return len(self._pieces[-1])

    def taken(self) -> bytes:
        """Give what was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _line(row: Sequence[Value]) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow([_in_csv(each) for each in row])
    return line.getvalue().encode()


def _in_csv(value: Value) -> str | int:
    """Write a day as people here do, which Excel knows for a day; Excel gets no text that it may run."""
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return value if isinstance(value, int) else harmless(value or "")


def _begun(headings: Sequence[str]) -> str:
    """Write how a sheet begins: the first row stays in sight, and is bold."""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{max(_NARROWEST, len(heading) + 2)}" customWidth="1"/>'
        for place, heading in enumerate(headings, 1)
    )
    cells = "".join(
        f'<c r="{_letter(place)}1" s="{_BOLD}" t="inlineStr">{_text(heading)}</c>'
        for place, heading in enumerate(headings)
    )
    return _SHEET_BEGINS.format(widths=widths) + f'<row r="1">{cells}</row>'


def _row(number: int, row: Sequence[Value]) -> str:
    cells = (
        _cell(f"{_letter(place)}{number}", value) for place, value in enumerate(row) if value is not None
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: str | int | date) -> str:
    """Write a number, a day as the number that Excel counts it by, or a text that says that it is one."""
    if isinstance(value, date):
        return f'<c r="{place}" s="{_DAY}"><v>{(value - _DAY_ZERO).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr">{_text(value)}</c>'


def _text(text: str) -> str:
    """Write a text; what looks like an escape is escaped: `_x003D_` is no `=` (ECMA-376 22.9.2.19)."""
    written = escape(_ESCAPE.sub("_x005F_", harmless(text)))
    return f'<is><t xml:space="preserve">{written}</t></is>'


@cache
def _letter(place: int) -> str:
    """Name a column: A to Z, then AA."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
