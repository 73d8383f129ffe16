"""Rosters as people make them: which badges they ask for, and what makes each the one it is."""

import pytest

from issuers.errors import FormError
from issuers.groups.headings import tell_unread, unread_headings
from issuers.groups.reading import Common, Line, read_roster
from issuers.issuing.judging import TypedJudgement
from issuers.spreadsheets import read_table

HEADER = "naam;crebo;werkproces;van;tot;zelfstandigheid;toelichting;kenmerk"
SAM = "Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;Zelfstandig;Sam zocht orders.;"


def read(*rows: str, common: Common | None = None) -> tuple[Line, ...]:
    """Read a roster of these rows."""
    return read_roster(read_table("\n".join(rows).encode()), common=common)


def codes(*rows: str, common: Common | None = None) -> list[str]:
    """Tell what is against a roster."""
    with pytest.raises(FormError) as refused:
        read(*rows, common=common)
    return [each.code for each in refused.value.problems]


class TestReadRoster:
    """`read_roster` gives a line for each badge that is asked for."""

    def test_reads_a_row(self) -> None:
        """With the number that the program of whoever made it shows."""
        [line] = read(HEADER, "", SAM)
        typed = TypedJudgement(
            naam="Sam",
            zin="Sam zocht orders.",
            van="5-1-2026",
            tot="26-6-2026",
            zelfstandigheid="zelfstandig",
        )
        assert (3, "Sam", "", "25774", "B1-K2-W1", typed) == (
            *(line.number, line.name, line.kenmerk, line.crebo, line.code),
            line.typed,
        )

    def test_reads_columns_in_any_order_and_by_other_names(self) -> None:
        """A school calls a person a student; other columns are nobody's business."""
        [line] = read(
            "Studentnummer\tStudent\tKlas\tCrebo\tWerkproces\tStartdatum\tEinddatum\tToelichting",
            "S1\tSam\tA\t25774\tb1-k2-w1\t2026-01-05\t2026-06-26\tSam zocht orders.",
        )
        assert ("S1", "Sam", "B1-K2-W1", "2026-01-05") == (line.kenmerk, line.name, line.code, line.typed.van)

    @pytest.mark.parametrize(
        "rows",
        [("Aisha", "Tom", "Bo"), ("Namen", "Aisha", "Tom", "Bo"), ("Naam leerling", "Aisha", "Tom", "Bo")],
    )
    def test_reads_a_list_of_names(self, rows: tuple[str, ...]) -> None:
        """With or without a word above it, nobody is left out; all else was said for all."""
        days = {"van": "5-1-2026", "tot": "26-6-2026", "toelichting": "De groep zocht orders."}
        lines = read(*rows, common=Common(works=(("25774", "B1-K2-W1"),), cells=days))
        assert ["Aisha", "Tom", "Bo"] == [line.name for line in lines]

    def test_reads_crebo_and_code_in_one_cell(self) -> None:
        """As it stands on our own pages, in either of the two columns."""
        for cells in (";25774/B1-K2-W1", "25774/B1-K2-W1;"):
            [line] = read(HEADER, SAM.replace("25774;B1-K2-W1", cells))
            assert ("25774", "B1-K2-W1") == (line.crebo, line.code)

    def test_needs_no_column_of_its_own_for_the_crebo(self) -> None:
        """Where the werkproces names it."""
        table = "naam;werkproces;van;tot;toelichting\nSam;25774/B1-K2-W1;5-1-2026;26-6-2026;Sam zocht orders."
        [line] = read_roster(read_table(table.encode()))
        assert ("25774", "B1-K2-W1") == (line.crebo, line.code)

    def test_gives_each_person_the_work_that_was_chosen_for_all(self) -> None:
        """A person with work of his own has that, and what a row leaves out is as for all."""
        common = Common(
            works=(("25774", "B1-K2-W1"), ("25774", "B1-K2-W2")),
            cells={"van": "5-1-2026", "tot": "26-6-2026", "toelichting": "Dat ging goed."},
        )
        lines = read("naam;crebo;werkproces;tot", "Sam", "Alex;25743;B1-K1-W1;1-6-2026", common=common)
        assert [("Sam", "B1-K2-W1"), ("Sam", "B1-K2-W2"), ("Alex", "B1-K1-W1")] == [
            (each.name, each.code) for each in lines
        ]
        assert [("5-1-2026", "26-6-2026")] * 2 + [("5-1-2026", "1-6-2026")] == [
            (each.typed.van, each.typed.tot) for each in lines
        ]

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ((HEADER,), ["table-no-rows"]),
            (("naam;crebo;werkproces;van;tot", "Sam"), ["column-missing"]),
            (("naam", "Sam"), ["column-missing"] * 5),
            (
                ("crebo;werkproces;van;tot;toelichting", "25774;B1-K2-W1;5-1-2026;26-6-2026;x"),
                ["column-missing"],
            ),
            ((HEADER + ";naam", SAM), ["column-twice"]),
        ],
    )
    def test_refuses_a_table_that_is_no_roster(self, rows: tuple[str, ...], expected: list[str]) -> None:
        """It says which column is missing or there twice."""
        assert expected == codes(*rows)


class TestNames:
    """A list of names has a name on each row."""

    @pytest.mark.parametrize("unseen", ["\u200b", "\u2800", "\u00a0\u00ad", "\u3164"])
    def test_refuses_what_nobody_can_see(self, unseen: str) -> None:
        """With the row and the reason; a badge without a name nobody asked for here."""
        common = Common(works=(("25774", "B1-K2-W1"),), cells={"van": "x", "tot": "x", "toelichting": "x"})
        for rows in (("Aisha", unseen, "Bo"), ("Namen", unseen, "Bo")):
            with pytest.raises(FormError) as refused:
                read(*rows, common=common)
            [problem] = refused.value.problems
            assert ("name-unseen", "Rij 2:") == (problem.code, problem.nl[:6])


class TestUnreadHeadings:
    """`unread_headings` and `tell_unread` say what was passed over."""

    def test_suggests_what_may_be_meant(self) -> None:
        """And says which are known; a column that is read is not named."""
        table = read_table(b"naam;toelichtng;Schoenmaat;van\nSam;x;42;x")
        assert ("toelichtng", "Schoenmaat") == unread_headings(table)
        near, far, known = tell_unread(unread_headings(table))
        assert "De kolom ‘toelichtng’ lezen wij niet. Bedoel je ‘toelichting’?" == near.nl
        assert "De kolom ‘Schoenmaat’ lezen wij niet." == far.nl
        assert "naam, kenmerk, crebo" in known.nl

    def test_says_nothing_where_all_is_read(self) -> None:
        """Nor of a list of names."""
        assert () == tell_unread(unread_headings(read_table(HEADER.encode())))
        assert () == unread_headings(read_table(b"Aisha\nTom"))

    def test_tells_of_ten_at_most(self) -> None:
        """And of a long heading its beginning."""
        table = read_table(("naam;" + ";".join(f"{n}{'x' * 90}" for n in range(20))).encode() + b"\nSam")
        assert (10, 40) == (len(unread_headings(table)), len(unread_headings(table)[0]))


class TestKeys:
    """A line is the same as before by its kenmerk and werkproces, or by all that it says."""

    def test_stay_when_a_roster_is_sent_again(self) -> None:
        """In another order, with days and spaces written otherwise."""
        alex = SAM.replace("Sam", "Alex")
        first = {line.name: line.key for line in read(HEADER, SAM, alex)}
        other = SAM.replace("5-1-2026", "2026-01-05").replace("zocht orders", "zocht  orders")
        assert first == {line.name: line.key for line in read(HEADER, alex, other)}

    @pytest.mark.parametrize("change", [("Sam;", "Alex;"), ("W1", "W2"), ("26-6", "25-6"), ("orders", "rek")])
    def test_differ_by_what_a_row_says(self, change: tuple[str, str]) -> None:
        """Another person, other work, other days or other words is another badge."""
        [one] = read(HEADER, SAM)
        [other] = read(HEADER, SAM.replace(*change))
        assert one.key != other.key

    def test_tell_the_same_said_twice_apart(self) -> None:
        """Two people of one name may have done the same; sent again, they are still two."""
        keys = [line.key for line in read(HEADER, SAM, SAM)]
        assert 2 == len(set(keys))
        assert keys == [line.key for line in read(HEADER, SAM, SAM)]

    def test_are_of_the_kenmerk_where_there_is_one(self) -> None:
        """Then other words are about the same badge, and another werkproces is another one."""
        one, same, other = read(
            HEADER, f"{SAM}s1", SAM.replace("orders", "rek") + "s1", SAM.replace("W1", "W2") + "s1"
        )
        assert one.key == same.key
        assert one.key != other.key
