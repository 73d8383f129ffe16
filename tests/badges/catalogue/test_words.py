"""Words that mean the same for a search are found under a common form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.catalogue.words import fold, forms, separable_verbs, tokens


class TestFold:
    """Writing text small and bare."""

    def test_drops_accents_and_capitals(self) -> None:
        """An accent is no reason not to find a word."""
        assert "creeert een cafe" == fold("CREËERT een Café")

    @settings(deadline=None)
    @given(st.text())
    def test_is_done_after_once(self, text: str) -> None:
        """Folding what was folded changes nothing, so table and query meet."""
        assert list(tokens(text)) == list(tokens(" ".join(tokens(text))))


class TestTokens:
    """Cutting text into words."""

    def test_parts_at_everything_but_letters_and_digits(self) -> None:
        """Titles are full of slashes, hyphens and brackets."""
        assert ["metaal", "elektro", "en", "of", "deel", "product"] == list(
            tokens("metaal-, elektro- en/of (deel)product")
        )


class TestForms:
    """Bringing words together."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("verzamelt", "verzamelen"),
            ("controleert", "controleren"),
            ("maakt", "maken"),
            ("pakt", "pakken"),
            ("schrijft", "schrijven"),
            ("leest", "lezen"),
            ("creëert", "creëren"),
            ("order", "orders"),
            ("machine", "machines"),
            ("klant", "klanten"),
            ("tafel", "tafels"),
            ("doos", "dozen"),
            ("brief", "brieven"),
            ("plaats", "plaatsen"),
            ("proces", "processen"),
            ("voorbereidende", "voorbereiden"),
        ],
    )
    def test_meet_for_one_word(self, one: str, other: str) -> None:
        """A verb and its form, a word and its plural share a form."""
        first, second = next(tokens(one)), next(tokens(other))
        assert forms(first) & forms(second)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("laken", "lakken"), ("hart", "haren"), ("plaats", "plaat"), ("huis", "hui"), ("boten", "botten")],
    )
    def test_do_not_meet_for_two_words(self, one: str, other: str) -> None:
        """Words that only look alike stay apart."""
        assert not forms(one) & forms(other)


class TestSeparableVerbs:
    """Verbs that a title parts."""

    @pytest.mark.parametrize(
        ("title", "verb"),
        [
            ("Ruimt de werkplek op", "opruimen"),
            ("Rondt de werkzaamheden af", "afronden"),
            ("Neemt reserveringen aan", "aannemen"),
            ("Bereidt ondergronden voor", "voorbereiden"),
            ("Houdt verdachten aan", "aanhouden"),
        ],
    )
    def test_are_put_together(self, title: str, verb: str) -> None:
        """The infinitive finds the title."""
        assert forms(verb) & set(separable_verbs(title))

    def test_are_not_made_of_other_words(self) -> None:
        """A title without such a verb has none."""
        assert [] == list(separable_verbs("Bereidt gerechten en componenten"))
