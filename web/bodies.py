"""What somebody sends has to be here in time: a connection that drips holds a place, and never ends."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOO_SLOW = 408


class BodyDeadline:
    """Give every request the same time for all of its body, and answer 408 after that (RFC 9110 15.5.9)."""

    def __init__(self, app: ASGIApp, *, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on; whoever reads the body of it waits no longer than that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        end = asyncio.get_running_loop().time() + self._seconds
        is_whole = False

        async def receive_in_time() -> Message:
            nonlocal is_whole
            # After the body comes only that somebody hangs up, and that may take as long as the answer does.
            try:
                async with asyncio.timeout_at(None if is_whole else end):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(TOO_SLOW, headers={"Connection": "close"}) from None
            is_whole = not message.get("more_body", False)
            return message

        await self._app(scope, receive_in_time, send)
