"""Reading what will be learned."""

from dataclasses import replace
from datetime import date

import pytest

from badges.catalogue import embedded
from issuers.errors import FormError
from issuers.werkplekprofiel.reading import MOST_WERKPROCESSEN, NewProfiel, TypedProfiel, read_profiel

TODAY = date(2026, 6, 26)
TYPED = TypedProfiel(van="29-6-2026", werkprocessen=("25774/B1-K2-W1",))


def read(typed: TypedProfiel) -> NewProfiel:
    """Read it today."""
    return read_profiel(typed, catalogue=embedded(), today=TODAY)


class TestReadProfiel:
    """`read_profiel`."""

    def test_needs_no_more_than_work_and_a_first_day(self) -> None:
        """What is left out is nothing."""
        expected = NewProfiel(werkprocessen=(embedded().entry("25774", "B1-K2-W1"),), start=date(2026, 6, 29))
        assert expected == read(TYPED)

    def test_reads_the_rest(self) -> None:
        """With the same werkproces once."""
        typed = replace(
            TYPED,
            tot="18 december 2026",
            begeleiding=" Noor Bakker ",
            tempo="Twee ochtenden",
            werkprocessen=("25774/B1-K2-W1", "25774/B1-K2-W1"),
        )
        found = read(typed)
        assert (date(2026, 12, 18), "Noor Bakker", "Twee ochtenden", 1) == (
            found.until,
            found.guidance,
            found.pace,
            len(found.werkprocessen),
        )

    @pytest.mark.parametrize(
        ("changed", "found"),
        [
            (TypedProfiel(), [("werkproces", "missing"), ("van", "date-empty")]),
            (replace(TYPED, werkprocessen=("25774/B9-K9-W9",)), [("werkproces", "unknown")]),
            (replace(TYPED, werkprocessen=("onzin",)), [("werkproces", "unknown")]),
            (
                replace(TYPED, werkprocessen=tuple(f"x{n}" for n in range(MOST_WERKPROCESSEN + 1))),
                [("werkproces", "too-many")],
            ),
            (replace(TYPED, van="morgen"), [("van", "date-unreadable")]),
            (replace(TYPED, van="29-6-2206"), [("van", "date-unreadable")]),
            (replace(TYPED, tot="ooit"), [("tot", "date-unreadable")]),
            (replace(TYPED, tot="28-6-2026"), [("tot", "dates-out-of-order")]),
            (replace(TYPED, begeleiding="x" * 121), [("begeleiding", "text-too-long")]),
            (replace(TYPED, tempo="rustig aan vanwege autisme"), [("tempo", "text-sensitive")]),
        ],
    )
    def test_tells_all_that_is_wrong(self, changed: TypedProfiel, found: list[tuple[str, str]]) -> None:
        """In the order of the form."""
        with pytest.raises(FormError) as refused:
            read(changed)
        assert found == [(each.field, each.code) for each in refused.value.problems]
