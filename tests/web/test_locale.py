"""Which language a visitor reads."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from web.locale import language_of, remember_language


def request(*, query: str = "", cookie: str = "", accept: str = "") -> Request:
    """Make a request as a browser sends it."""
    headers = [(b"cookie", cookie.encode()), (b"accept-language", accept.encode()), (b"host", b"localhost")]
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": headers}
    return Request(scope | {"scheme": "http", "server": ("localhost", 80)})


class TestLanguageOf:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("", "nl"),
            ("en-GB,en;q=0.9,nl;q=0.8", "en"),
            ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
            ("ar,tr;q=0.9", "nl"),
            ("ar,en;q=0.5", "en"),
            ("en;q=0.1,nl", "nl"),
            ("en;q=nonsense", "nl"),
            (";;;,,q=", "nl"),
        ],
    )
    def test_follows_the_browser(self, accept: str, expected: str) -> None:
        """The languages of the browser count in their order; Dutch is the default."""
        assert expected == language_of(request(accept=accept))

    def test_prefers_what_was_chosen(self) -> None:
        """A choice in the address beats the cookie, the cookie beats the browser."""
        assert language_of(request(cookie="taal=nl", accept="en")) == "nl"
        assert language_of(request(query="taal=en", cookie="taal=nl")) == "en"
        assert language_of(request(query="taal=xx", cookie="taal=en")) == "en"


class TestRememberLanguage:
    def test_keeps_a_choice(self) -> None:
        """The next page speaks the language that was chosen on this one."""
        response = Response()
        remember_language(request(query="taal=en"), response)
        assert response.headers["set-cookie"].startswith("taal=en;")

    def test_keeps_nothing_else(self) -> None:
        """Without a choice there is no cookie."""
        response = Response()
        remember_language(request(query="taal=%3Cscript%3E"), response)
        assert "set-cookie" not in response.headers
