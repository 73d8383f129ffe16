"""Who is next: a visitor with many costly things waits for himself, and nobody else for him."""

import asyncio
from typing import NoReturn

import pytest

from verifier.errors import BusyError, CrashError
from verifier.workers.lanes import Limits
from verifier.workers.line import Line
from web.visitors import VISITOR


def no_worker(_: Limits) -> NoReturn:
    """Fork nothing: no test here asks a worker."""
    raise CrashError("none")


async def sits(line: Line, visitor: str, *, order: list[str]) -> None:
    """Take a seat, say so, and stand up again."""
    VISITOR.set(visitor)
    async with line.seat():
        order.append(visitor)
        await asyncio.sleep(0)


class TestSeat:
    def order_of(self, *coming: str, waiting: int = 64) -> list[str]:
        """Tell in which order these visitors get the one seat."""

        async def all_of_them() -> list[str]:
            line = Line(Limits(workers=1, waiting=waiting), fork=no_worker)
            order: list[str] = []
            await asyncio.gather(
                *(asyncio.create_task(sits(line, visitor, order=order)) for visitor in coming)
            )
            return order

        return asyncio.run(all_of_them())

    def test_goes_to_who_holds_fewest(self) -> None:
        """With three seats, one visitor on two of them, the other visitor is next."""

        async def three_seats() -> list[str]:
            line = Line(Limits(workers=3), fork=no_worker)
            order: list[str] = []
            VISITOR.set("many")
            async with line.seat():
                async with line.seat():
                    VISITOR.set("another")
                    async with line.seat():
                        coming = ("many", "many", "one")
                        tasks = [asyncio.create_task(sits(line, each, order=order)) for each in coming]
                        await asyncio.sleep(0)
                    await asyncio.gather(tasks[-1])
                await asyncio.gather(*tasks)
            return order

        assert "one" == asyncio.run(three_seats())[0]

    def test_stays_free_for_others_than_who_holds_one(self) -> None:
        """One visitor with many costly things leaves a seat, and has it no sooner than his own is free."""

        async def two_seats() -> tuple[list[str], list[str]]:
            line = Line(Limits(workers=2), fork=no_worker)
            order: list[str] = []
            VISITOR.set("many")
            async with line.seat():
                tasks = [asyncio.create_task(sits(line, each, order=order)) for each in ("many", "one")]
                await asyncio.gather(tasks[-1])
                beside = list(order)
            await asyncio.gather(*tasks)
            return beside, order

        assert (["one"], ["one", "many"]) == asyncio.run(two_seats())

    def test_goes_in_the_order_of_coming_to_who_holds_as_many(self) -> None:
        """Among equals, first come first served."""
        assert ["a", "b", "c"] == self.order_of("a", "b", "c")

    def test_is_refused_to_who_fills_the_places_to_wait(self) -> None:
        """A quarter of them is one visitor's share; the others still have theirs."""
        with pytest.raises(BusyError):
            self.order_of("many", "many", "many", "one", waiting=4)
        assert ["many", "many", "one"] == self.order_of("many", "many", "one", waiting=4)

    def test_is_not_shared_out_where_there_is_one_user(self) -> None:
        """The command checks as much as it likes."""
        assert [""] * 4 == self.order_of("", "", "", "", waiting=4)
