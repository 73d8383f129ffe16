"""Which language a visitor reads."""

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from web.locale import hulptaal_of, language_of, remember_language, tongue_named


def request(*, query: str = "", cookie: str = "", accept: str = "", spoken: tuple[str, ...] = ()) -> Request:
    """Make a request as a browser sends it."""
    headers = [(b"cookie", cookie.encode()), (b"accept-language", accept.encode()), (b"host", b"localhost")]
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": headers}
    app = FastAPI()
    app.state.hulptalen = spoken
    return Request(scope | {"scheme": "http", "server": ("localhost", 80), "app": app})


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


class TestHulptaalOf:
    def test_is_what_was_chosen(self) -> None:
        """In the address or before; other pages are in Dutch then, whatever the browser asks for."""
        chosen = request(cookie="taal=ar", accept="en", spoken=("ar", "tr"))
        assert (hulptaal_of(chosen), language_of(chosen)) == ("ar", "nl")
        again = request(query="taal=tr", cookie="taal=ar", spoken=("ar", "tr"))
        assert hulptaal_of(again) == "tr"
        assert hulptaal_of(request(query="taal=en", cookie="taal=ar", spoken=("ar", "tr"))) is None

    def test_is_nothing_where_it_is_off(self) -> None:
        """A cookie of another day speaks no language that is not on here."""
        off = request(query="taal=ar", cookie="taal=ar", accept="en")
        assert (hulptaal_of(off), language_of(off)) == (None, "en")


class TestRememberLanguage:
    def test_keeps_a_choice(self) -> None:
        """The next page speaks the language that was chosen on this one."""
        response = Response()
        remember_language(request(query="taal=en"), response)
        assert response.headers["set-cookie"].startswith("taal=en;")

    def test_keeps_a_hulptaal_that_is_on(self) -> None:
        """The next page of the holder speaks it too."""
        response, off = Response(), Response()
        remember_language(request(query="taal=ar", spoken=("ar",)), response)
        remember_language(request(query="taal=ar"), off)
        assert response.headers["set-cookie"].startswith("taal=ar;")
        assert "set-cookie" not in off.headers

    def test_keeps_nothing_else(self) -> None:
        """Without a choice there is no cookie."""
        response = Response()
        remember_language(request(query="taal=%3Cscript%3E"), response)
        assert "set-cookie" not in response.headers


class TestTongueNamed:
    def test_takes_what_is_spoken_here(self) -> None:
        """What is not counts as nothing: then it is the language of the page."""
        asked = request(query="taal=en", spoken=("tr",))
        assert ["nl", "tr", "en", "en"] == [tongue_named(asked, each) for each in ("nl", "tr", "ar", "")]
