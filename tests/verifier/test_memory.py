"""What is remembered of the world, and for how long."""

from datetime import UTC, datetime, timedelta

import pytest

from verifier.memory import Memory
from verifier.needs import Found, Need, Purpose

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEY = Need(Purpose.KEY, "did:web:school.example")


def found(*, ago: timedelta = timedelta(0), size: int = 100) -> Found:
    """Give something that was fetched a while ago."""
    return Found(raw=bytes(size), url="https://school.example/", media_type="", at=NOW - ago)


class TestFresh:
    @pytest.mark.parametrize(
        ("purpose", "minutes"),
        [
            (Purpose.KEY, 15),
            (Purpose.STATUS_LIST, 5),
            (Purpose.REVOCATION_LIST, 5),
            (Purpose.SCHEMA, 24 * 60),
        ],
    )
    def test_serves_for_as_long_as_its_kind(self, purpose: Purpose, minutes: int) -> None:
        """A second before the end it is fresh, at the end it is not."""
        memory, need = Memory(), Need(purpose, "https://school.example/x")
        just = found(ago=timedelta(minutes=minutes, seconds=-1))
        memory.keep(need, just)
        assert just == memory.fresh(need, now=NOW)
        assert None is memory.fresh(need, now=NOW + timedelta(seconds=1))

    @pytest.mark.parametrize("purpose", [Purpose.HOSTED, Purpose.LINK, Purpose.REFRESH])
    def test_never_serves_a_badge(self, purpose: Purpose) -> None:
        """What a visitor asks for, and what may be withdrawn any minute, is not even kept."""
        memory, need = Memory(), Need(purpose, "https://school.example/x")
        memory.keep(need, found())
        assert None is memory.fresh(need, now=NOW)
        assert None is memory.last(need, now=NOW)

    def test_tells_purposes_apart(self) -> None:
        """What was fetched as a schema never serves as a key."""
        memory = Memory()
        memory.keep(Need(Purpose.SCHEMA, KEY.address), found())
        assert None is memory.fresh(KEY, now=NOW)

    def test_trusts_nothing_of_the_future(self) -> None:
        """When the clock was set back, nobody knows how old it is."""
        memory = Memory()
        memory.keep(KEY, found(ago=timedelta(hours=-1)))
        assert None is memory.fresh(KEY, now=NOW)
        assert None is memory.last(KEY, now=NOW)


class TestLast:
    def test_serves_for_a_day(self) -> None:
        """With its age, so that the report can tell it."""
        memory = Memory()
        old = found(ago=timedelta(hours=24, seconds=-1))
        memory.keep(KEY, old)
        assert None is memory.fresh(KEY, now=NOW)
        assert old == memory.last(KEY, now=NOW)
        assert None is memory.last(KEY, now=NOW + timedelta(seconds=1))


class TestKeep:
    def test_keeps_the_newest(self) -> None:
        """A second copy takes the place of the first."""
        memory = Memory()
        memory.keep(KEY, found(ago=timedelta(minutes=1)))
        memory.keep(KEY, found())
        assert found() == memory.fresh(KEY, now=NOW)

    def test_lets_go_of_what_was_not_asked_for_longest(self) -> None:
        """Two of these fit, three do not; the one that was asked for stays."""
        memory = Memory(most_bytes=24_000)
        needs = [Need(Purpose.SCHEMA, f"https://school.example/{number}") for number in range(3)]
        for need in needs[:2]:
            memory.keep(need, found(size=10_000))
        memory.fresh(needs[0], now=NOW)
        memory.keep(needs[2], found(size=10_000))
        assert [True, False, True] == [memory.last(need, now=NOW) is not None for need in needs]

    def test_keeps_nothing_that_is_larger_than_all_of_it(self) -> None:
        """It goes again at once, and what was there has gone before it."""
        memory = Memory(most_bytes=5_000)
        memory.keep(KEY, found(size=10_000))
        assert None is memory.last(KEY, now=NOW)
        memory.keep(KEY, found())
        assert found() == memory.last(KEY, now=NOW)


class TestForget:
    def test_lets_go(self) -> None:
        """And of what it does not know, it need not."""
        memory = Memory()
        memory.keep(KEY, found())
        memory.forget(KEY)
        memory.forget(KEY)
        assert None is memory.last(KEY, now=NOW)
