"""How a title fits on a plate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.catalogue import embedded
from templates.documents.lettering import ELLIPSIS, letter, shorten


class TestLetter:
    """Titles on the plate."""

    @pytest.mark.parametrize(
        ("title", "size", "lines"),
        [
            ("Houdt toezicht", 28, ("Houdt toezicht",)),
            ("Verzamelt en controleert orders", 28, ("Verzamelt en", "controleert orders")),
            ("Voert onderhoudsbeurt aan de fiets uit", 25, ("Voert onderhoudsbeurt", "aan de fiets uit")),
            (
                "Draagt zorg voor (voorraad-)administratieve processen",
                20,
                ("Draagt zorg voor", "(voorraad-)administratieve", "processen"),
            ),
        ],
    )
    def test_takes_the_largest_size_that_fits(self, title: str, size: int, lines: tuple[str, ...]) -> None:
        """Whole words, lines as even as can be."""
        found = letter(title, with_level=False)

        assert (size, lines) == (found.size, found.lines)

    def test_cuts_at_a_word(self) -> None:
        """What does not fit ends in an ellipsis."""
        title = "Voert onderhoudswerkzaamheden uit aan componenten en systemen, " * 2

        assert letter(title, with_level=False).lines[-1].endswith(ELLIPSIS)

    def test_fits_nearly_every_title_of_the_catalogue_whole(self) -> None:
        """Of all official titles, 49 in 50 stand on the plate whole."""
        titles = [
            werkproces.title
            for kwalificatie in embedded().kwalificaties
            for werkproces in embedded().werkprocessen(kwalificatie.crebo)
        ]
        cut = [title for title in titles if ELLIPSIS in "".join(letter(title, with_level=False).lines)]

        assert len(cut) <= len(titles) / 50

    @settings(max_examples=300, deadline=None)
    @given(title=st.text(max_size=400), with_level=st.booleans())
    def test_gives_each_line_a_place(self, title: str, with_level: bool) -> None:  # noqa: FBT001 - drawn
        """No text asks for more lines than there are."""
        found = letter(title, with_level=with_level)

        assert len(found.lines) <= len(found.baselines) <= 4

    def test_is_not_slowed_by_a_hostile_title(self) -> None:
        """A hundred thousand words cost no more than a long title."""
        assert ("a " * 24).strip() == " ".join(letter("a " * 100_000, with_level=False).lines)


class TestShorten:
    """Texts that must fit on one line."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Magazijn De Maas", "Magazijn De Maas"),
            ("  Magazijn\n De   Maas ", "Magazijn De Maas"),
            ("Stichting voor het behoud van oude ambachten", "Stichting voor het behoud…"),
            ("Levensverzekeringsmaatschappijadministratiekantoor", "Levensverzekeringsmaatsch…"),
        ],
    )
    def test_cuts_at_a_word_if_there_is_one(self, text: str, expected: str) -> None:
        """A short text stays; a long one ends in an ellipsis."""
        assert expected == shorten(text, width=15)
