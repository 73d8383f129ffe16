"""Several in one question: each has its turn, and all of them the time of that question."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable

from verifier.errors import UnreadableError
from verifier.report import Part, Report, Unread
from web.errors import TooManyError

AT_ONCE = 4
"""So many are looked at together, so that others have their turn."""


async def report_on_each(
    raws: Iterable[bytes], *, report: Callable[[bytes], Awaitable[Report]], is_late: Callable[[], bool]
) -> tuple[Part, ...]:
    """Report on each apart: what cannot be read says so, and so does what nobody came to in time.

    Raises:
        BusyError: one of them found no place to wait; then nobody goes on with the others.
    """
    turns = asyncio.Semaphore(AT_ONCE)

    async def part(raw: bytes) -> Part:
        async with turns:
            try:
                return Part(report=await _report(raw, report=report, is_late=is_late))
            except UnreadableError as error:
                return Part(unread=Unread(code=error.code, nl=error.nl, en=error.en))

    return await _together(map(part, raws))


async def _report(
    raw: bytes, *, report: Callable[[bytes], Awaitable[Report]], is_late: Callable[[], bool]
) -> Report:
    """Report on one of them, where there is time left, and where its visitor has not had his share.

    Raises:
        UnreadableError: there is no badge in it, or it was too much at once.
    """
    if is_late():
        raise UnreadableError("too-much-at-once")
    try:
        return await report(raw)
    except TooManyError as error:
        raise UnreadableError("too-much-at-once") from error


async def _together(asked: Iterable[Coroutine[None, None, Part]]) -> tuple[Part, ...]:
    """Wait for all of them; where one cannot be answered at all, do not go on with the others."""
    tasks = [asyncio.create_task(each) for each in asked]
    try:
        return tuple(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
