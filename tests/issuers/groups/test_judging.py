"""Lines of a roster against the catalogue: every problem of every column."""

from datetime import date

import pytest

from badges.errors import LintError, LintProblem, ProofMalformedError
from badges.judgement import Independence
from issuers.desk import IssuingDesk
from issuers.errors import IdempotencyConflictError, JudgementError, NoActiveKeyError
from issuers.groups.judging import judge, problems_of
from issuers.groups.reading import Line, read_roster
from issuers.issuing.chunking import Problem
from issuers.spreadsheets import read_table
from tests.databases import ON_SQLITE

HEADER = "naam;crebo;werkproces;van;tot;zelfstandigheid;toelichting;kenmerk"


def line(row: str) -> Line:
    """Read one line."""
    return read_roster(read_table(f"{HEADER}\n{row}".encode()))[0]


@ON_SQLITE
class TestJudge:
    """`judge` reads a line as the form is read."""

    def test_reads_what_a_line_says(self, desk: IssuingDesk) -> None:
        """Dutch days, and the word for how independently it went."""
        found = judge(desk, line("Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;zelfstandig;Sam zocht orders."))
        assert (
            "Sam",
            "25774",
            "B1-K2-W1",
            date(2026, 1, 5),
            date(2026, 6, 26),
            Independence.ZELFSTANDIG,
        ) == (
            *(found.name, found.werkproces.crebo, found.werkproces.code, found.start, found.end),
            found.independence,
        )

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ("Sam;99999;B1-K2-W1;5-1-2026;26-6-2026;;Goed.", ["crebo"]),
            ("Sam;25774;B9-K9-W9;5-1-2026;26-6-2026;;Goed.", ["werkproces"]),
            ("Sam;25774;B9-K9-W9;morgen;26-6-2030;soms;", ["werkproces", "toelichting", "van", "tot"]),
            ("Sam;25774;B1-K2-W1;46027;26-6-2026;;Goed.", ["van"]),
            (f"Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;;Goed.;{'x' * 81}", ["kenmerk"]),
            ("Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;;Goed.;123456782", ["kenmerk"]),
            ("Sam;25774;B1-K2-W1;5-1-2026;26-6-2026;;123456782 heeft adhd", ["toelichting"] * 2),
        ],
    )
    def test_tells_all_that_is_wrong_by_column(
        self, desk: IssuingDesk, row: str, expected: list[str]
    ) -> None:
        """Also what is wrong beside work that is not in the catalogue."""
        with pytest.raises(JudgementError) as refused:
            judge(desk, line(row))
        found = [each.field for each in refused.value.problems if each.field != "zelfstandigheid"]
        assert expected == found


class TestProblemsOf:
    """`problems_of` says by column why there is no badge."""

    @pytest.mark.parametrize(
        ("problem", "expected"),
        [
            (
                LintError((LintProblem("text-order", "", "Emoji.", "Emoji."),)),
                [("toelichting", "text-order")],
            ),
            (IdempotencyConflictError(), [("", "row-changed")]),
            (NoActiveKeyError(), [("", "no-active-key")]),
            (ProofMalformedError("x"), [("", "issuers")]),
        ],
    )
    def test_names_the_column(self, problem: Problem, expected: list[tuple[str, str]]) -> None:
        """What is about no column is about the row."""
        assert expected == [(each.field, each.code) for each in problems_of(problem)]
