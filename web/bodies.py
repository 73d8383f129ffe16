"""What somebody sends has to be here in time, and not be too much: it holds a place while it comes."""

import asyncio
from collections.abc import Callable
from email.message import Message as Headers
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOO_SLOW = 408
TOO_LARGE = 413
TAIL: Final = 64 * 1024
"""So much of the end of a form is kept: what was typed after a file that is too large."""


class BodyLimits:
    """Give every request the same time for its body, and the same room.

    After that the answer is 408 or 413 (RFC 9110 15.5.9, 15.5.14). Of a form with one file whose path `cuts`
    names, that file is cut in its middle: who reads it says that it is too large, beside what was typed.
    """

    def __init__(
        self, app: ASGIApp, *, seconds: float, size: int, cuts: Callable[[str], object] = lambda _path: None
    ) -> None:
        self._app = app
        self._seconds = seconds
        self._size = size
        self._cuts = cuts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on; whoever reads the body of it waits no longer and gets no more than that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        end = asyncio.get_running_loop().time() + self._seconds
        boundary = _boundary(scope) if self._cuts(scope["path"]) else None
        cut = _Cut(boundary) if boundary else None
        await self._app(scope, _Body(receive, end=end, size=self._size, cut=cut).receive, send)


class _Body:
    """Hand one body on while it keeps to its limits."""

    def __init__(self, receive: Receive, *, end: float, size: int, cut: "_Cut | None") -> None:
        self._receive = receive
        self._cut = cut
        self._end = end
        self._left = size
        self._is_whole = False

    async def receive(self) -> Message:
        """Give what came next.

        Raises:
            HTTPException: it took too long, or it was too much.
        """
        # After the body comes only that somebody hangs up, and that may take as long as the answer does.
        try:
            async with asyncio.timeout_at(None if self._is_whole else self._end):
                message = await self._next()
                # Whoever is still sending reads no answer: what is too much is read to its end, and not kept.
                while self._left < 0 and not self._is_whole:
                    await self._next()
        except TimeoutError:
            raise _refusal(TOO_LARGE if self._left < 0 else TOO_SLOW) from None
        return message if self._left >= 0 else self._ended()

    def _ended(self) -> Message:
        """Give the end of a form that was cut.

        Raises:
            HTTPException: there is nothing to cut, or not only a file would be cut.
        """
        if self._cut is None or not self._cut.is_of_one_part:
            raise _refusal(TOO_LARGE)
        self._left = 0
        return {"type": "http.request", "body": self._cut.kept, "more_body": False}

    async def _next(self) -> Message:
        message = await self._receive()
        body = message.get("body", b"")
        self._left -= len(body)
        if self._cut is not None:
            tell = self._cut.pass_by if self._left >= 0 else self._cut.leave_out
            tell(body)
        self._is_whole = not message.get("more_body", False)
        return message


class _Cut:
    """Keep the end of a form of which the middle is left out, and see that this is of one part only."""

    def __init__(self, boundary: bytes) -> None:
        self._line = b"\r\n--" + boundary
        self._passed = b""
        self._is_between = False
        self.kept = b""

    @property
    def is_of_one_part(self) -> bool:
        """Tell whether no other part began in what was left out, and the form is whole (RFC 2046 5.1.1)."""
        return not self._is_between and self.kept.rstrip(b"\r\n").endswith(self._line + b"--")

    def pass_by(self, body: bytes) -> None:
        """Remember how what is passed on ends: a part that begins there would be cut in its headers."""
        self._passed = (self._passed + body)[-TAIL:]

    def leave_out(self, body: bytes) -> None:
        """Keep the last of it."""
        all_of_it = self._passed + self.kept + body
        gone = max(len(self._passed), len(all_of_it) - TAIL)
        self._is_between |= self._line in all_of_it[: gone + len(self._line) - 1]
        self._passed, self.kept = b"", all_of_it[gone:]


def _boundary(scope: Scope) -> bytes | None:
    """Read the boundary of a form with files; None where it is none."""
    headers = Headers()
    headers["Content-Type"] = dict(scope["headers"]).get(b"content-type", b"").decode("latin-1")
    found = headers.get_boundary() if headers.get_content_type() == "multipart/form-data" else None
    return found.encode("latin-1", "ignore") if found else None


def _refusal(status: int) -> HTTPException:
    """End the connection with it: what is still on its way is nothing that anybody reads."""
    return HTTPException(status, headers={"Connection": "close"})
