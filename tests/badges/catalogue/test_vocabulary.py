"""Longer, shorter and mistyped words are found, other words are not."""

import pytest

from badges.catalogue.vocabulary import Vocabulary


class TestRelated:
    """Parts of words."""

    @pytest.mark.parametrize(
        ("known", "asked"),
        [("keukeninventaris", "inventaris"), ("onderhoudsbeurt", "onderhoud"), ("taart", "appeltaart")],
    )
    def test_finds_begin_and_end_both_ways(self, known: str, asked: str) -> None:
        """A compound is found by its parts, and a part by its compound."""
        assert {known} == Vocabulary([known, "heel anders"]).related(asked)

    @pytest.mark.parametrize(
        ("known", "asked"), [("handel", "hand"), ("laptop", "top"), ("waterfiets", "terfi")]
    )
    def test_finds_no_short_or_inner_parts(self, known: str, asked: str) -> None:
        """Short words and middles would be part of too much."""
        assert set() == Vocabulary([known]).related(asked)

    def test_leaves_the_word_itself_out(self) -> None:
        """The word itself was looked up before."""
        assert set() == Vocabulary(["verzamel"]).related("verzamel")


class TestNear:
    """Typing errors."""

    @pytest.mark.parametrize("typed", ["heftrcuk", "heftuck", "hefttruck"])
    def test_finds_one_letter_gone_doubled_or_moved(self, typed: str) -> None:
        """The errors of quick thumbs."""
        assert ["heftruck"] == list(Vocabulary(["heftruck", "fietsen"]).near(typed))

    def test_finds_another_letter_in_a_long_word_only(self) -> None:
        """Strijken is no typing error for struiken; schoonmsken can only be schoonmaken."""
        vocabulary = Vocabulary(["struiken", "schoonmaken"])
        assert [] == list(vocabulary.near("strijken"))
        assert ["schoonmaken"] == list(vocabulary.near("schoonmsken"))

    @pytest.mark.parametrize("typed", ["kat", "ekfiets", ""])
    def test_finds_nothing_for_a_short_word_or_another_begin(self, typed: str) -> None:
        """What is too short to tell is not guessed."""
        assert [] == list(Vocabulary(["kast", "rekfiets"]).near(typed))
