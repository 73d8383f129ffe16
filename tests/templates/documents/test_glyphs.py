"""Which signs can be written, where a long word ends, and how a text reads."""

import pytest

from templates.documents.glyphs import MISSING, closed, reads_from_right, with_breaks, writable


class TestWritable:
    """glyphs.writable."""

    @pytest.mark.parametrize(
        "text",
        ["Verzamelt en controleert", "Łukasz Çelik", "Олена", "Ελένη", "محمد الأحمد", "ሰላም ተስፋይ", "≥ 5 °C"],
    )
    def test_leaves_what_our_letters_can_write(self, text: str) -> None:
        """Latin, Cyrillic, Greek, Arabic and Ge'ez are names of people here."""
        assert text == writable(text)

    def test_puts_a_sign_for_what_they_cannot(self) -> None:
        """Nothing is left out in silence."""
        assert f"Sam {MISSING} en {MISSING}" == writable("Sam 😀 en 中")

    def test_leaves_out_the_mark_that_may_stand_nowhere(self) -> None:
        """PDF/A forbids it, and nobody sees it."""
        assert "ab" == writable("a\ufeffb")


class TestWithBreaks:
    """glyphs.with_breaks."""

    def test_leaves_words(self) -> None:
        """A long Dutch word is no reason to break it anywhere."""
        word = "arbeidsongeschiktheidsverzekering"
        assert word == with_breaks(word)

    def test_lets_a_word_without_end_break(self) -> None:
        """What is longer than a line may end it anywhere."""
        assert "\u200b".join("x" * 40) == with_breaks("x" * 40)


class TestClosed:
    """glyphs.closed."""

    def test_keeps_what_follows_a_name_from_the_right_after_it(self) -> None:
        """A day after it would else stand before it; other words stay as they are."""
        assert ("مخبز\u200e", "Bakker 't") == (closed("مخبز"), closed("Bakker 't"))


class TestReadsFromRight:
    """glyphs.reads_from_right."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Sam", False),
            ("محمد", True),
            ("40 محمد", True),
            ("Dit kan محمد", False),
            ("12", False),
            ("", False),
        ],
    )
    def test_goes_by_the_first_letter(self, text: str, *, expected: bool) -> None:
        """Digits and signs have no direction of their own."""
        assert expected is reads_from_right(text)
