"""Read a table that somebody made in Excel or saved as CSV, within limits, or say what to do instead.

A cell says what stands in it: a formula, whose outcome another program may see otherwise, is refused, and so
are merged cells, of which nobody knows to which row they belong. An XLSX is a zip of XML: it is unpacked here
with a limit on what comes out, looked through for what would grow, and only then given to the library.
"""

import csv
import io
import lzma
import re
import zipfile
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from math import isfinite
from typing import Final, NamedTuple, TypeAlias
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from issuers.errors import SpreadsheetError

MOST_BYTES: Final = 10_000_000
MOST_UNPACKED: Final = 40_000_000
MOST_ROWS: Final = 20_000
HEADING: Final = 1
"""The first row says what stands below it, and does not count."""

MOST_COLUMNS: Final = 30
MOST_MARKUP: Final = {b"<": 1_500_000, b"=": 750_000}
"""So often these may stand in all of an XLSX; they are counted before anything is looked at one by one.

A cell with a text of its own has eight < and three =, so a table of all rows with our columns fits.
"""

_ZIP: Final = b"PK\x03\x04"
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS_OF_A_ROW: Final = 9
_FORMULA: Final = re.compile(r"\s*(?:[=@]|\+(?![0-9][0-9 ()./-]*\Z))")
"""Begins a formula; a plus before a phone number does not."""

_ERROR: Final = re.compile(
    r"\s*#(?:N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|NAME\?|NAAM\?|DIV/0!|DEEL/0!|NUM!|GETAL!|NULL!|LEEG!)\s*"
)
"""What Excel writes where it found no value, in English and in Dutch."""

_DELIMITERS: Final = (";", "\t", ",")
_MAY_BE_REFUSED: Final = re.compile(rb"[=@+#]")
"""Stands in every formula and in every error: a file without it has neither."""

_LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAYS_DELIMITER: Final = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
_BAD_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)

_OLD_OR_LOCKED: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""Begins an XLS, and also an XLSX that a password encrypts."""

LookAt: TypeAlias = Callable[[str, dict[str, str]], None]
"""Look at one element: its name and its attributes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Hold how large a table may be: so many bytes, so many rows below the heading."""

    bytes: int
    rows: int


USUAL: Final = Limits(MOST_BYTES, rows=MOST_ROWS)


class Cell(NamedTuple):
    """Hold what stands in a cell; Excel takes the zeros off the front of a number.

    A tuple, for a table may have a million of them.
    """

    text: str
    is_number: bool = False


class Row(NamedTuple):
    """Hold a row with its number as the program shows it."""

    number: int
    cells: tuple[Cell, ...]


def read_table(raw: bytes, *, limits: Limits = USUAL) -> tuple[Row, ...]:
    """Read the first sheet that can be seen; empty rows are left out.

    Raises:
        SpreadsheetError: it cannot be read, or holds what we do not take; the sentence says what to do.
    """
    if not raw:
        raise SpreadsheetError("table-empty")
    if len(raw) > limits.bytes:
        raise _too_large(limits)
    if raw.startswith(_OLD_OR_LOCKED):
        raise SpreadsheetError("table-password")
    rows = _xlsx(raw, limits=limits) if raw.startswith(_ZIP) else _csv(raw, limits=limits)
    filled = tuple(row for row in rows if any(cell.text for cell in row.cells))
    if not filled:
        raise SpreadsheetError("table-empty")
    return filled


def _too_large(limits: Limits) -> SpreadsheetError:
    return SpreadsheetError("table-too-large", most_rows=limits.rows)


def _csv(raw: bytes, *, limits: Limits) -> Iterator[Row]:
    """Read text with ; or , or a tab between; Excel in the Netherlands writes ; and often Windows-1252."""
    if b"\0" in raw:
        raise SpreadsheetError("table-kind")
    raw = raw.removeprefix(BOM_UTF8)
    try:
        if raw.count(b"\n") + raw.count(b"\r") > HEADING + limits.rows:
            _check_length(raw, limits=limits)
        is_plain = not _MAY_BE_REFUSED.search(raw)
        for number, values in enumerate(_records(raw), 1):
            _check_size(number, columns=len(values), limits=limits)
            if not is_plain:
                _refuse_live(values, row=number)
            yield Row(number, tuple([Cell(value.strip()) for value in values]))
    except csv.Error as error:
        raise SpreadsheetError("table-kind") from error


def _refuse_live(values: Iterable[str], *, row: int) -> None:
    """Refuse a formula, and what a program writes where it found no value."""
    if any(map(_FORMULA.match, values)):
        raise SpreadsheetError("table-formula", row=row)
    if any(map(_ERROR.fullmatch, values)):
        raise SpreadsheetError("table-error", row=row)


def _check_length(raw: bytes, *, limits: Limits) -> None:
    """Count the rows of what may have too many, before any of them is kept: a cell may hold line breaks."""
    for number, _ in enumerate(_records(raw), 1):
        _check_size(number, columns=0, limits=limits)


def _records(raw: bytes) -> Iterator[list[str]]:
    """Read row after row, by what stands between their cells."""
    lines = _lines(raw)
    first = next(lines, "")
    said = _SAYS_DELIMITER.fullmatch(first)
    delimiter = said[1] if said else max(_DELIMITERS, key=first.count)
    return csv.reader(lines if said else chain([first], lines), delimiter=delimiter)


def _lines(raw: bytes) -> Iterator[str]:
    """Give line after line, so that a table that is too long is not read to its end."""
    return (_decoded(found[0]) for found in _LINE.finditer(raw))


def _decoded(line: bytes) -> str:
    """Read a line by itself: who puts two lists together has lines of both encodings."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _xlsx(raw: bytes, *, limits: Limits) -> Iterator[Row]:
    """Unpack, look through, and read."""
    members = _unpacked(raw, limits=limits)
    _count_markup(members)
    for name, content in members:
        if name.endswith((".xml", ".rels")):
            _look_through(content, look_at=_Walk(limits).look_at if _SHEET.fullmatch(name) else None)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(_repacked(members)))
        rows = workbook.get_sheet_by_index(_first_visible(workbook)).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise SpreadsheetError("table-kind") from error
    for number, values in enumerate(rows, 1):
        if any(isinstance(value, float) and not isfinite(value) for value in values):
            raise SpreadsheetError("table-number", row=number)
        yield Row(number, tuple(map(_cell, values)))


def _first_visible(workbook: CalamineWorkbook) -> int:
    """Find the sheet that whoever sent it sees first: nobody looks over what is hidden."""
    for place, sheet in enumerate(workbook.sheets_metadata):
        if sheet.visible is SheetVisibleEnum.Visible:
            return place
    raise SpreadsheetError("table-hidden")


def _unpacked(raw: bytes, *, limits: Limits) -> list[tuple[str, bytes]]:
    """Give what is in the zip, as long as it stays within the limit."""
    left, members = MOST_UNPACKED, []
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for info in archive.infolist():
                with archive.open(info) as member:
                    content = member.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise _too_large(limits)
                members.append((info.filename, content))
    except _BAD_ZIP as error:
        raise SpreadsheetError("table-kind") from error
    return members


def _count_markup(members: Iterable[tuple[str, bytes]]) -> None:
    """Refuse more elements or attributes than a table has, for each of them costs time and memory."""
    contents = [content for _, content in members]
    for sign, most in MOST_MARKUP.items():
        if sum(content.count(sign) for content in contents) > most:
            raise SpreadsheetError("table-too-full")


def _repacked(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Make a zip of exactly what was looked through."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def _look_through(content: bytes, *, look_at: LookAt | None) -> None:
    """Refuse a DTD, and look at each element where it is a sheet.

    The library reads UTF-8 whatever a file says of itself, and so do we.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.StartElementHandler = look_at
    try:
        parser.Parse(content.decode(), True)  # noqa: FBT003 (expat's own)
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise SpreadsheetError("table-kind") from error


def _refuse_dtd(*_declared: object) -> None:
    raise SpreadsheetError("table-kind")


class _Walk:
    """Go through a sheet, and know where one is: a row or a cell that does not say so follows the last.

    Formulas, errors, merged cells, and places far out are refused.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._row = 0
        self._column = 0

    def look_at(self, name: str, attributes: dict[str, str]) -> None:
        """Look at one element."""
        match name.rpartition(":")[2]:
            case "f":
                raise SpreadsheetError("table-formula")
            case "mergeCell":
                raise SpreadsheetError("table-merged")
            case "row":
                self._row, self._column = _row(attributes.get("r"), after=self._row), 0
            case "c":
                self._row, self._column = self._place(attributes.get("r"))
                if attributes.get("t") == "e":
                    raise SpreadsheetError("table-error", row=self._row)
        _check_size(self._row, columns=self._column, limits=self._limits)

    def _place(self, said: str | None) -> tuple[int, int]:
        if said is None:
            return self._row, self._column + 1
        found = _PLACE.fullmatch(said)
        if found is None:
            raise SpreadsheetError("table-kind")
        return int(found[2]), _column(found[1])


def _row(said: str | None, *, after: int) -> int:
    if said is None:
        return after + 1
    if not (said.isascii() and said.isdigit()):
        raise SpreadsheetError("table-kind")
    return int(said[:_DIGITS_OF_A_ROW])


def _check_size(row: int, *, columns: int, limits: Limits) -> None:
    if row > HEADING + limits.rows or columns > MOST_COLUMNS:
        raise _too_large(limits)


def _column(letters: str) -> int:
    """Give the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _cell(value: object) -> Cell:
    """Write what a cell holds as a person reads it."""
    if isinstance(value, bool):
        return Cell(str(value))
    if isinstance(value, int | float):
        return Cell(str(int(value)) if value == int(value) else str(value), is_number=True)
    if isinstance(value, datetime):
        return Cell(value.date().isoformat())
    if isinstance(value, date):
        return Cell(value.isoformat())
    return Cell(str(value).strip())
