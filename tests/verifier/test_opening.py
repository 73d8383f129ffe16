"""What is inside a file that somebody holds."""

import pytest

from badges.baking import png, svg
from tests.world import PNG, SVG, World, chunk
from verifier.errors import MoreEffortError, UnreadableError
from verifier.opening import open_up
from verifier.questions import Opened
from verifier.report import Form

SIGNED = World().signed()


class TestOpenUp:
    @pytest.mark.parametrize(
        ("raw", "form"),
        [(png.bake(PNG, credential=SIGNED), Form.PNG), (svg.bake(SVG, credential=SIGNED), Form.SVG)],
    )
    def test_gives_the_badge_in_a_picture(self, raw: bytes, form: Form) -> None:
        """What was baked in comes out byte for byte."""
        assert (Opened(raw=SIGNED, form=form),) == open_up(raw, thorough=False)

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (PNG[:-4], "png-damaged"),
            (PNG + b"x", "png-damaged"),
            (SVG, "svg-no-badge"),
            (b"<html></html>", "not-a-picture"),
            (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "svg-dtd"),
        ],
    )
    def test_refuses_with_a_sentence(self, raw: bytes, code: str) -> None:
        """What holds no badge is answered with what to do, in both languages."""
        with pytest.raises(UnreadableError) as caught:
            open_up(raw, thorough=True)
        assert code == caught.value.code
        assert caught.value.nl.endswith("Geef het bestand dat je kreeg, of de link onder de QR-code.")
        assert caught.value.en.endswith("Give the file that you received, or the link under the QR code.")

    def test_refuses_two_badges_in_one_picture(self) -> None:
        """Two readers could see two badges (security T14)."""
        once = png.bake(PNG, credential=SIGNED)
        header = len(png.SIGNATURE) + 25
        twice = once[:header] + chunk(b"iTXt", png.KEYWORD + b"\0\0\0\0\0" + b"{}") + once[header:]
        with pytest.raises(UnreadableError) as caught:
            open_up(twice, thorough=True)
        assert "png-two-badges" == caught.value.code

    def test_leaves_what_takes_time_to_a_thorough_look(self) -> None:
        """A PDF does not hold up those who ask about a small file."""
        with pytest.raises(MoreEffortError):
            open_up(b"%PDF-1.7", thorough=False)
