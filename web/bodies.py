"""What somebody sends has to be here in time, and not be too much: it holds a place while it comes."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOO_SLOW = 408
TOO_LARGE = 413


class BodyLimits:
    """Give every request the same time for its body, and the same room.

    After that the answer is 408 or 413 (RFC 9110 15.5.9, 15.5.14).
    """

    def __init__(self, app: ASGIApp, *, seconds: float, size: int) -> None:
        self._app = app
        self._seconds = seconds
        self._size = size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on; whoever reads the body of it waits no longer and gets no more than that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        end = asyncio.get_running_loop().time() + self._seconds
        await self._app(scope, _Body(receive, end=end, size=self._size).receive, send)


class _Body:
    """Hand one body on while it keeps to its limits."""

    def __init__(self, receive: Receive, *, end: float, size: int) -> None:
        self._receive = receive
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
        if self._left < 0:
            raise _refusal(TOO_LARGE)
        return message

    async def _next(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        return message


def _refusal(status: int) -> HTTPException:
    """End the connection with it: what is still on its way is nothing that anybody reads."""
    return HTTPException(status, headers={"Connection": "close"})
