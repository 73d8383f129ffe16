"""Forms are UTF-8, whatever a request says of itself (WHATWG HTML 4.10.21.8)."""

from typing import Final

from python_multipart.multipart import parse_options_header
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

_MULTIPART = b"multipart/form-data"
_KINDS: Final = ("application/x-www-form-urlencoded", _MULTIPART.decode())


def is_form(request: Request) -> bool:
    """Say whether what came is a form, as pages send them."""
    return request.headers.get("content-type", "").startswith(_KINDS)


class Utf8Forms:
    """Take the charset off the media type of a form.

    Python knows charsets that no browser sends, and some of them give half characters (utf-7) or errors
    of their own (idna). Without one, a text that is no UTF-8 is read byte by byte.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, with the plain media type."""
        if scope["type"] == "http":
            headers = [
                (name, _plain(value) if name == b"content-type" else value)
                for name, value in scope["headers"]
            ]
            scope = {**scope, "headers": headers}
        await self._app(scope, receive, send)


def _plain(media_type: bytes) -> bytes:
    """Keep of a form's media type nothing but its boundary."""
    kind, parameters = parse_options_header(media_type)
    if kind != _MULTIPART or b"charset" not in parameters:
        return media_type
    boundary = parameters.get(b"boundary", b"").replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    return _MULTIPART + b'; boundary="' + boundary + b'"'
