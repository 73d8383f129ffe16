"""Which form of the same thing a client gets."""

import pytest

from web.negotiation import choose_media_type

OFFERED = ("text/html", "application/vc+ld+json", "application/json", "image/png")


class TestChooseMediaType:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("", "text/html"),
            ("*/*", "text/html"),
            ("application/json", "application/json"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"),
            ("application/vc+ld+json, application/json;q=0.9", "application/vc+ld+json"),
            ("image/*", "image/png"),
            ("application/json;q=0.5, image/png;q=0.6", "image/png"),
            ("text/html;q=0, */*;q=0.1", "application/vc+ld+json"),
            ("IMAGE/PNG", "image/png"),
            ("application/json;q=nonsense, image/png;q=0.1", "image/png"),
        ],
    )
    def test_follows_the_weights_of_the_client(self, accept: str, expected: str) -> None:
        """The most wanted form wins, and our own order decides between equals."""
        assert expected == choose_media_type(accept, offered=OFFERED)

    @pytest.mark.parametrize("accept", ["application/pdf", "text/html;q=0", "nonsense"])
    def test_says_when_nothing_fits(self, accept: str) -> None:
        """A client that can use none of them is told so."""
        assert choose_media_type(accept, offered=OFFERED) is None
