"""Forms are read as UTF-8."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from web.forms import Utf8Forms


async def echo(request: Request) -> PlainTextResponse:
    """Give back the field that was sent."""
    return PlainTextResponse(str((await request.form())["zin"]))


APP = TestClient(Utf8Forms(Starlette(routes=[Route("/", echo, methods=["POST"])])))


def send(text: bytes, *, parameters: str) -> str:
    """Send one field in a form whose media type has these parameters."""
    body = b'--grens"\r\nContent-Disposition: form-data; name="zin"\r\n\r\n' + text + b'\r\n--grens"--\r\n'
    return APP.post("/", content=body, headers={"Content-Type": f"multipart/form-data; {parameters}"}).text


class TestUtf8Forms:
    """The middleware that takes the charset off."""

    @pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "idna", "punycode", "undefined", "x"])
    @pytest.mark.parametrize("text", ["+2AA-", "\\ud800", "xn--a.-", "Zoë 😀"])
    def test_reads_utf8_whatever_the_charset(self, charset: str, text: str) -> None:
        """No charset turns what was typed into something else, or into half a character."""
        boundary = 'boundary="grens\\""'
        assert send(text.encode(), parameters=f"{boundary}; charset={charset}") == text
        assert send(text.encode(), parameters=f'charset="{charset}"; {boundary}') == text

    def test_leaves_other_forms_alone(self) -> None:
        """A form without a charset, and one that is no multipart, arrive as they were sent."""
        assert send(b"brood", parameters='boundary="grens\\""') == "brood"
        assert APP.post("/", data={"zin": "brood"}).text == "brood"
