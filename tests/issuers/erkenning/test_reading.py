"""Rows of a table, read all or none."""

from datetime import date

import pytest

from issuers.erkenning.reading import MOST_TOLD, NewErkenning, read_rows
from issuers.errors import FormError
from issuers.spreadsheets import Cell, Row, read_table

HEADER = "Leerbedrijf-ID;Vestigingsnummer;Crebo;Werkproces;Geldig van;Geldig tot"
GOOD = "999999990;999999999990;25774;b1-k2-w1;1-1-2026;31 december 2029"


def rows(*lines: str, header: str = HEADER) -> tuple[Row, ...]:
    """Make a table of lines."""
    return read_table("\n".join((header, *lines)).encode())


def problems(*lines: str, header: str = HEADER) -> list[str]:
    """Give the sentences of what is wrong."""
    with pytest.raises(FormError) as refused:
        read_rows(rows(*lines, header=header))
    return [each.nl for each in refused.value.problems]


class TestReadRows:
    """`read_rows` reads a whole table."""

    def test_reads_what_a_row_says(self) -> None:
        """A part of a kwalificatie, with an end."""
        expected = NewErkenning(
            leerbedrijf="999999990",
            vestiging="999999999990",
            crebo="25774",
            werkproces="B1-K2-W1",
            since=date(2026, 1, 1),
            until=date(2029, 12, 31),
        )
        assert (expected,) == read_rows(rows(GOOD))

    def test_reads_a_whole_kwalificatie_without_an_end(self) -> None:
        """Three columns are enough, in any order and under their other names."""
        table = rows("2026-01-01;25774;999999990", header="Van;Crebonummer;Leerbedrijf")
        expected = NewErkenning(leerbedrijf="999999990", crebo="25774", since=date(2026, 1, 1))
        assert (expected,) == read_rows(table)

    def test_reads_the_same_row_once(self) -> None:
        """Lists are pasted together."""
        assert 1 == len(read_rows(rows(GOOD, GOOD)))

    def test_gives_a_number_back_its_zeros(self) -> None:
        """Excel took them off."""
        cells = [Cell("leerbedrijf"), Cell("vestiging"), Cell("crebo"), Cell("van")]
        numbers = [Cell("12345678", is_number=True), Cell("345678", is_number=True)]
        table = (
            Row(1, tuple(cells)),
            Row(2, (*numbers, Cell("25774", is_number=True), Cell("2026-01-01"))),
        )
        (found,) = read_rows(table)
        assert ("012345678", "000000345678") == (found.leerbedrijf, found.vestiging)

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("99999999;;25774;;1-1-2026;", "leerbedrijf-id: Een leerbedrijf-ID van SBB heeft 9 cijfers."),
            ("999999990;1;25774;;1-1-2026;", "vestigingsnummer: Een vestigingsnummer heeft 12 cijfers."),
            ("999999990;;2577;;1-1-2026;", "crebo: Een crebo heeft 5 cijfers."),
            ("999999990;;25774;W1;1-1-2026;", "werkproces: Een werkproces schrijf je zo: B1-K1-W1."),
            ("999999990;;25774;;;", "geldig van: Wij kunnen de datum niet lezen."),
            ("999999990;;25774;;1-1-0026;", "geldig van: Wij kunnen de datum niet lezen."),
            ("999999990;;25774;;1-1-2026;31-2-2026", "geldig tot: Wij kunnen de datum niet lezen."),
            ("999999990;;25774;;1-1-2026;31-12-2025", "geldig tot: De laatste dag is voor de eerste."),
        ],
    )
    def test_says_where_and_what(self, line: str, expected: str) -> None:
        """Row, column, and what to do."""
        (found,) = problems(line)
        assert found.startswith(f"Rij 2, {expected}")

    def test_keeps_nothing_of_a_table_with_a_mistake(self) -> None:
        """One bad row among good ones refuses all of it, and names the row as the program shows it."""
        (found,) = problems(GOOD, "", "999999990;;2577;;1-1-2026;", GOOD)
        assert found.startswith("Rij 4, crebo")

    def test_tells_as_many_as_one_can_read(self) -> None:
        """And how many more there are."""
        found = problems(*["999999990;;2577;;1-1-2026;"] * (MOST_TOLD + 5))
        assert (MOST_TOLD + 1, "En nog 5 zulke fouten.") == (len(found), found[-1])

    @pytest.mark.parametrize(
        ("header", "expected"),
        [
            ("crebo;van", ["De kolom 'leerbedrijf-id' ontbreekt."]),
            ("leerbedrijf;crebo;crebonummer;van", ["De kolom 'crebo' staat er 2 keer."]),
            ("a;b", ["De kolom 'leerbedrijf-id'", "De kolom 'crebo'", "De kolom 'geldig van'"]),
        ],
    )
    def test_needs_to_know_the_columns(self, header: str, expected: list[str]) -> None:
        """By the names in the first row."""
        found = problems("x;y;z;w", header=header)
        assert len(expected) == len(found)
        assert all(sentence.startswith(begin) for sentence, begin in zip(found, expected, strict=True))

    def test_wants_a_row(self) -> None:
        """Names of columns alone are no list."""
        assert ["Er staan geen rijen in."] == problems()
