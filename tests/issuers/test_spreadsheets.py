"""Tables of others: what stands in them is read, what could grow or hide is refused."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from issuers.erkenning.reading import COLUMNS
from issuers.errors import SpreadsheetError
from issuers.spreadsheets import HEADING, MOST_BYTES, MOST_ROWS, Cell, Limits, Row, read_table

MORNING = datetime(2026, 6, 27, 9)  # noqa: DTZ001 (a sheet knows no time zones)


def xlsx(fill: Callable[[Worksheet], object]) -> bytes:
    """Make an XLSX."""
    book, out = Workbook(), io.BytesIO()
    fill(book.active)
    book.save(out)
    return out.getvalue()


def rewritten(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one file in an XLSX."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            content = old.read(each)
            new.writestr(each, change(content) if each == name else content)
    return out.getvalue()


def code(raw: bytes) -> str:
    """Give the code of why a table is refused."""
    with pytest.raises(SpreadsheetError) as refused:
        read_table(raw)
    return refused.value.code


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = xlsx(lambda sheet: sheet.append(["crebo", 25774]))


class TestReadTable:
    """`read_table` reads the first sheet."""

    def test_reads_an_xlsx(self) -> None:
        """Text, numbers, days and moments, with the number of the row."""

        def fill(sheet: Worksheet) -> None:
            sheet.append(["crebo", " van "])
            sheet.append([])
            sheet.append([25774, date(2026, 6, 26), MORNING, 1.5, True])

        cells = (Cell("25774", is_number=True), Cell("2026-06-26"), Cell("2026-06-27"))
        more = (Cell("1.5", is_number=True), Cell("True"))
        header = (Cell("crebo"), Cell("van"), Cell(""), Cell(""), Cell(""))
        assert (Row(1, header), Row(3, cells + more)) == read_table(xlsx(fill))

    @pytest.mark.parametrize("delimiter", [";", ",", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_reads_csv_as_it_is_saved(self, delimiter: str, encoding: str) -> None:
        """With any sign between, and in what Windows writes."""
        text = f'crebo{delimiter}naam\r\n25774{delimiter}"Café; bar, x"\r\n'
        expected = (
            Row(1, (Cell("crebo"), Cell("naam"))),
            Row(2, (Cell("25774"), Cell("Café; bar, x"))),
        )
        assert expected == read_table(text.encode(encoding))

    def test_reads_what_says_itself_what_stands_between(self) -> None:
        """Systems write such a line for Excel, which does not show it or count it."""
        raw = b"sep=;\r\nnaam;crebo\r\nSam, de tweede;25774\r\n"
        assert Row(2, (Cell("Sam, de tweede"), Cell("25774"))) == read_table(raw)[1]

    def test_reads_each_line_of_csv_in_its_own_encoding(self) -> None:
        """Two lists that were put together: no name comes out as ZoÃ«."""
        both = "naam\nZoë\n".encode() + "Renée\n".encode("cp1252")
        assert ["naam", "Zoë", "Renée"] == [row.cells[0].text for row in read_table(both)]

    @pytest.mark.parametrize("phone", ["+31612345678", "+31 6 1234 5678", "+31 (0)6-12345678"])
    def test_reads_a_phone_number(self, phone: str) -> None:
        """It is no formula, though it begins with a plus."""
        assert Cell(phone) == read_table(f"naam;telefoon\nSam;{phone}".encode())[1].cells[1]

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"", "table-empty"),
            (b"\r\n;;\r\n", "table-empty"),
            (b"x" * (MOST_BYTES + 1), "table-too-large"),
            (b"crebo;van\n=1+1;2026", "table-formula"),
            (b"crebo;van\n25774; @SUM(A1)", "table-formula"),
            (b"crebo;van\n25774;+SUM(A1)", "table-formula"),
            (b"crebo;van\n25774;+1+1", "table-formula"),
            (b"naam;crebo\n#N/B;25774", "table-error"),
            (b"naam;crebo\nSam;#VERW!", "table-error"),
            (b"crebo\0van", "table-kind"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0 an old xls, or a password", "table-password"),
            (b"PK\x03\x04 no zip", "table-kind"),
            (b"crebo\n" + b"25774\n" * (MOST_ROWS + 1), "table-too-large"),
            (b";".join([b"x"] * 31), "table-too-large"),
        ],
    )
    def test_refuses_by_name(self, raw: bytes, expected: str) -> None:
        """Each has a sentence that says what to do."""
        assert expected == code(raw)

    def test_refuses_a_formula_in_an_xlsx(self) -> None:
        """Also one whose outcome was saved with it."""
        assert "table-formula" == code(xlsx(lambda sheet: sheet.append(["crebo", "=1+1"])))

    def test_refuses_an_error_in_an_xlsx(self) -> None:
        """A name that Excel could not find is not the same as no name."""
        with pytest.raises(SpreadsheetError, match="Row 2: There is an error of Excel"):
            read_table(xlsx(lambda sheet: [sheet.append(row) for row in (["naam"], ["#N/A"])]))

    def test_refuses_merged_cells(self) -> None:
        """Nobody knows to which row they belong."""

        def fill(sheet: Worksheet) -> None:
            sheet.append(["crebo", "van"])
            sheet.merge_cells("A1:B1")

        assert "table-merged" == code(xlsx(fill))

    def test_reads_the_first_sheet_that_can_be_seen(self) -> None:
        """Nobody looks over what is hidden."""

        def fill(sheet: Worksheet) -> None:
            sheet.append(["verborgen"])
            sheet.sheet_state = "hidden"
            sheet.parent.create_sheet("zichtbaar").append(["naam"])

        assert (Row(1, (Cell("naam"),)),) == read_table(xlsx(fill))

    def test_refuses_a_book_of_which_nothing_can_be_seen(self) -> None:
        """A program of somebody may write one."""
        hidden = rewritten(
            PLAIN, "xl/workbook.xml", lambda book: book.replace(b'state="visible"', b'state="hidden"')
        )
        assert "table-hidden" == code(hidden)

    def test_says_how_much_fits(self) -> None:
        """In the way in which each language writes a thousand."""
        with pytest.raises(SpreadsheetError) as refused:
            read_table(b"a\n" * 4, limits=Limits(100, rows=2))
        assert "er passen 2 rijen" in refused.value.nl
        with pytest.raises(SpreadsheetError) as refused:
            read_table(b"x" * 11, limits=Limits(10, rows=20_000))
        assert ("20.000" in refused.value.nl, "20,000" in refused.value.en) == (True, True)

    def test_keeps_no_row_of_csv_with_too_many(self) -> None:
        """What is refused for its length costs no memory; a cell may hold line breaks, and is one row."""
        raw = b"naam;crebo\n" + b"Sam;25774\n" * MOST_ROWS + b"Sam;25774\n"
        tracemalloc.start()
        assert "table-too-large" == code(raw)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 100_000
        broken = b'naam\n"' + b"a\n" * 10 + b'"\n'
        assert [1, 2] == [row.number for row in read_table(broken, limits=Limits(100, rows=2))]

    def test_refuses_100_000_rows(self) -> None:
        """Whether they are filled or only pointed at."""
        far = rewritten(PLAIN, SHEET, lambda sheet: sheet.replace(b'r="B1"', b'r="B100000"'))
        wide = rewritten(PLAIN, SHEET, lambda sheet: sheet.replace(b'r="B1"', b'r="XFD1"'))
        below = rewritten(PLAIN, SHEET, lambda sheet: sheet.replace(b'<row r="1"', b'<row r="1048576"'))
        many = rewritten(
            PLAIN, SHEET, lambda sheet: sheet.replace(b"</sheetData>", b"<row/>" * 20_002 + b"</sheetData>")
        )
        assert ["table-too-large"] * 4 == [code(far), code(wide), code(below), code(many)]

    def test_takes_all_rows_of_a_table_with_our_columns(self) -> None:
        """With a text of its own in each cell, which takes the most room."""
        row = b"<row>" + b'<c s="1" t="inlineStr"><is><t>a</t></is></c>' * len(COLUMNS) + b"</row>"
        filled = b"</sheetData>".join((row * MOST_ROWS, b""))
        full = rewritten(PLAIN, SHEET, lambda sheet: sheet.replace(b"</sheetData>", filled))
        assert HEADING + MOST_ROWS == len(read_table(full))

    @pytest.mark.parametrize("name", ["xl/workbook.xml", SHEET])
    @pytest.mark.parametrize(
        "much", [b"<x/>" * 1_500_001, b"<x " + b" ".join(b'a%d=""' % n for n in range(750_001)) + b"/>"]
    )
    def test_refuses_what_would_take_long_to_walk(self, name: str, much: bytes) -> None:
        """Elements and attributes are counted, in every file of it, before any is looked at."""
        assert "table-too-full" == code(rewritten(PLAIN, name, lambda _old: much))

    @pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"NaN"])
    def test_refuses_a_number_that_is_none(self, number: bytes) -> None:
        """And says in which row."""
        changed = rewritten(PLAIN, SHEET, lambda sheet: sheet.replace(b"25774", number))
        with pytest.raises(SpreadsheetError) as refused:
            read_table(changed)
        assert ("table-number", 1) == (refused.value.code, refused.value.row)

    def test_refuses_a_bomb_without_blowing_it_up(self) -> None:
        """A zip of a few kilobytes that would become a gigabyte."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", bytes(200_000_000))
        assert len(out.getvalue()) < 300_000
        assert "table-too-large" == code(out.getvalue())

    @pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA], ids=["deflate", "lzma"])
    def test_refuses_what_does_not_unpack(self, packing: int) -> None:
        """A file that was damaged on its way."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", packing) as archive:
            archive.writestr("xl/workbook.xml", b"<workbook/>" * 500)
        raw = bytearray(out.getvalue())
        begin = 30 + len("xl/workbook.xml")
        raw[begin : begin + 40] = bytes([255]) * 40
        assert code(bytes(raw)) in {"table-kind", "table-empty"}

    def test_refuses_a_dtd(self) -> None:
        """Entities grow, and point elsewhere."""
        dtd = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        changed = rewritten(PLAIN, SHEET, lambda xml: xml.replace(b"<worksheet", dtd + b"<worksheet", 1))
        assert "table-kind" == code(changed)

    def test_looks_through_a_sheet_as_the_library_reads_it(self) -> None:
        """A formula cannot hide in another encoding."""
        formula = xlsx(lambda sheet: sheet.append(["=1+1"]))
        hidden = rewritten(formula, SHEET, lambda xml: xml.decode().encode("utf-16"))
        assert "table-kind" == code(hidden)

    @pytest.mark.parametrize("name", ["[Content_Types].xml", "xl/workbook.xml", SHEET])
    @pytest.mark.parametrize("content", [b"", b"<a>", b"\xff\xfe<\0a\0/\0>\0"])
    def test_refuses_what_is_broken(self, name: str, content: bytes) -> None:
        """A file that stopped halfway."""
        assert code(rewritten(PLAIN, name, lambda _old: content)) in {"table-kind", "table-empty"}
