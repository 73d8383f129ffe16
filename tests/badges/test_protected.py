"""Words that are kept for others, however they are spelled."""

import pytest

from badges.protected import PROTECTED, protected_word


class TestProtectedWord:
    """`protected_word` finds the first of them in a text."""

    @pytest.mark.parametrize("word", PROTECTED)
    def test_finds_each(self, word: str) -> None:
        """At the end of a text, in any case."""
        assert word.upper() == protected_word(f"Heftruck {word.upper()}")

    @pytest.mark.parametrize(
        "text",
        [
            *("Vakdiploma heftruck", "Basisdiploma's", "Diplôma bakken", "Ｄiploma"),
            *("mbo certificaat", "mbocertificaat", "mbo\u2011certificaat", "mbo\u00a0-\u00a0certificaat"),
            *("MBO_certificaten bakken", "praktijk verklaring", "Micro credential", "Stagegetuigschrift"),
            *("officiele badge", "landelijk\u00a0erkend"),
            *(
                "Dіplоmа",
                "dірӏоmа",
                "dipl\u03bfma",
                "DIPLO\u039cA",
                "getuigs\u0441hrift",
                "praktijkverkl\u03b1ring",
            ),
            *("diplo\u200dma", "mbo\u2060-certi\u200bficaat", "off\u00adicieel", "officie\u0308le"),
        ],
    )
    def test_finds_other_spellings(self, text: str) -> None:
        """A word in a longer one, with a space or another hyphen, or with signs on its letters."""
        assert protected_word(text)

    @pytest.mark.parametrize(
        "text",
        [
            *("Diplomatiek communiceren", "Diplomaat", "Heftruckcertificaat", "Vca-certificaat"),
            *("Praktijk uitleggen en verklaring schrijven", "Onofficieel", "Jumbo certificaat"),
            *("Диплом", "Русский язык", "Медицина и уход", "Ένα δίπλωμα", "Нотариус"),
        ],
    )
    def test_leaves_other_words_alone(self, text: str) -> None:
        """Who is diplomatic has no diploma."""
        assert protected_word(text) is None
