"""Do not press a host."""

import asyncio
from dataclasses import dataclass

import pytest

from web.courtesy import Rest, Turns
from web.errors import BusyError, RestingError
from web.visitors import VISITOR


class TestTurn:
    def test_lets_so_many_through_and_no_more(self) -> None:
        """Two at one host, three in all; whoever waits gets his turn."""

        async def most_at_once(hosts: list[str]) -> int:
            turns = Turns(in_all=3, per_host=2)
            inside, most = 0, 0

            async def visit(host: str) -> None:
                nonlocal inside, most
                async with turns.turn(host, until=asyncio.get_running_loop().time() + 60):
                    inside += 1
                    most = max(most, inside)
                    await asyncio.sleep(0)
                    inside -= 1

            await asyncio.gather(*map(visit, hosts))
            return most

        assert 2 == asyncio.run(most_at_once(["a"] * 9))
        assert 3 == asyncio.run(most_at_once(["a", "b", "c"] * 9))

    def test_waits_no_longer_than_told(self) -> None:
        """Without a turn in time there is none, and those who have theirs keep it."""

        async def third() -> None:
            turns = Turns(in_all=9, per_host=2)
            now = asyncio.get_running_loop().time()
            async with turns.turn("a", until=now + 60), turns.turn("a", until=now + 60):
                async with turns.turn("b", until=now + 60):
                    pass
                async with turns.turn("a", until=now + 0.01):
                    pass

        with pytest.raises(BusyError):
            asyncio.run(third())

    def test_is_left_to_others_by_who_asks_many_hosts(self) -> None:
        """One visitor at many slow hosts holds his share, and no place at a host while he waits for it."""

        async def other() -> list[str]:
            turns = Turns(in_all=3, per_host=1, per_visitor=2)
            order: list[str] = []
            until = asyncio.get_running_loop().time() + 60

            async def visit(visitor: str, host: str) -> None:
                VISITOR.set(visitor)
                async with turns.turn(host, until=until):
                    order.append(visitor)
                    await asyncio.sleep(0.05 if visitor == "many" else 0)

            many = [asyncio.create_task(visit("many", host)) for host in "abcde"]
            await asyncio.sleep(0)
            await asyncio.gather(*many, asyncio.create_task(visit("one", "e")))
            return order

        assert ["many", "many", "one"] == asyncio.run(other())[:3]

    def test_gives_a_turn_back_after_an_error(self) -> None:
        """An error inside does not cost the host a turn."""

        async def failing(turns: Turns) -> None:
            async with turns.turn("a", until=asyncio.get_running_loop().time() + 60):
                raise KeyError

        async def fail_often() -> list[type[BaseException]]:
            turns = Turns(in_all=1, per_host=1)
            return [
                type(failed)
                for _ in range(3)
                for failed in await asyncio.gather(failing(turns), return_exceptions=True)
                if failed is not None
            ]

        assert [KeyError] * 3 == asyncio.run(fail_often())


@dataclass
class Ticks:
    """Tell a time that stands still."""

    now: float = 1_000.0

    def __call__(self) -> float:
        """Tell it."""
        return self.now


class TestRest:
    def test_begins_after_failures_in_a_row(self) -> None:
        """Four failures are bad luck, five are not."""
        rest = Rest(ticks=Ticks())
        for _ in range(4):
            rest.failed("a")
        rest.check("a")
        rest.failed("a")
        rest.check("b")
        with pytest.raises(RestingError):
            rest.check("a")

    def test_ends_after_a_while_and_begins_again_with_one_failure(self) -> None:
        """When the rest is over one call tries; it decides."""
        ticks = Ticks()
        rest = Rest(ticks=ticks)
        for _ in range(5):
            rest.failed("a")
        ticks.now += 30
        rest.check("a")
        rest.failed("a")
        with pytest.raises(RestingError):
            rest.check("a")
        ticks.now += 30
        rest.answered("a")
        rest.failed("a")
        rest.check("a")

    def test_remembers_a_thousand_places(self) -> None:
        """Whoever makes up names cannot fill the memory; what failed longest ago is forgotten."""
        rest = Rest(ticks=Ticks())
        for _ in range(5):
            rest.failed("first")
        for number in range(1_000):
            rest.failed(f"{number}.example")
        rest.check("first")
