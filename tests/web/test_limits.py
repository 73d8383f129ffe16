"""So much for each address, whoever counts it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated
from uuid import UUID

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from issuers.database.counting import FileCounters
from web.clock import FixedClock
from web.errors import CountingError, TooManyError
from web.limits import LONGEST_WAIT, SECOND, Limiter, Meter, Purpose, Taking, meter_of, network_of

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOME, OTHER = "192.0.2.1", "192.0.2.2"


class Broken:
    """Be counters on a full disk."""

    def take(self, taking: Taking) -> int:
        """Refuse."""
        raise CountingError("disk full")

    def key_of(self, day: int) -> bytes:
        """Give a key all the same."""
        return bytes(32)

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that stands at noon."""
    return FixedClock(NOON)


@pytest.fixture
def counters(tmp_path: Path) -> FileCounters:
    """Give empty counters."""
    return FileCounters(tmp_path / "limits.db")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> FileCounters:
    """Give counters that many examples share, each with an address of its own."""
    return FileCounters(tmp_path_factory.mktemp("shared") / "limits.db")


@pytest.fixture
def limiter(counters: FileCounters, clock: FixedClock) -> Limiter:
    """Give a limit of 60 a minute: one for each second, 120 at once."""
    return limited(counters, clock, per_minute=60)


def limited(counters: FileCounters, clock: FixedClock, *, per_minute: int) -> Limiter:
    """Give a limit on these counters; what is told to it fails the test."""
    return Limiter(counters, per_minute={Purpose.VERIFY: per_minute}, clock=clock, tell=pytest.fail)


def passed(limiter: Limiter, client: str = HOME, *, most: int = 1_000, cost: int = 1) -> int:
    """Ask until it is refused; tell how often it was not."""
    for count in range(most):
        try:
            limiter.take(Purpose.VERIFY, client, cost=cost)
        except TooManyError:
            return count
    return most


def names(folder: Path) -> set[int]:
    """Read the names of all buckets."""
    with closing(sqlite3.connect(folder / "limits.db")) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM bucket")}


def wait(limiter: Limiter, client: str = HOME, *, cost: int = 1) -> int:
    """Ask what is refused; give how long to wait, in seconds."""
    with pytest.raises(TooManyError) as caught:
        limiter.take(Purpose.VERIFY, client, cost=cost)
    return caught.value.retry_after


class TestTake:
    """`Limiter.take` lets pass, and counts."""

    def test_gives_two_minutes_at_once(self, limiter: Limiter) -> None:
        """Whoever has asked nothing for a while has a full bucket, and no more."""
        assert passed(limiter) == 120

    def test_fills_up_with_time(self, limiter: Limiter, clock: FixedClock) -> None:
        """Ten seconds later there are ten."""
        passed(limiter)
        clock.advance(timedelta(seconds=10))
        assert passed(limiter) == 10

    def test_says_how_long_to_wait(self, limiter: Limiter, clock: FixedClock) -> None:
        """After exactly that time it is let through; a second before, it is not."""
        passed(limiter)
        seconds = wait(limiter, cost=30)
        clock.advance(timedelta(seconds=seconds - 1))
        assert wait(limiter, cost=30) == 1
        clock.advance(timedelta(seconds=1))
        limiter.take(Purpose.VERIFY, HOME, cost=30)
        assert seconds == 30

    def test_takes_nothing_when_it_refuses(self, limiter: Limiter, clock: FixedClock) -> None:
        """Whoever keeps knocking waits no longer for it."""
        passed(limiter)
        assert [wait(limiter) for _ in range(50)] == [1] * 50

    def test_keeps_addresses_apart(self, limiter: Limiter) -> None:
        """What one asks, another does not pay for."""
        passed(limiter)
        assert passed(limiter, OTHER) == 120

    def test_counts_the_network_of_an_ipv6_address(self, limiter: Limiter) -> None:
        """Whoever has a network may choose 2^64 addresses in it, and is still one."""
        passed(limiter, "2001:db8:1:2::1")
        assert passed(limiter, "2001:db8:1:2:ffff:ffff:ffff:ffff") == 0
        assert passed(limiter, "2001:db8:1:3::1") == 120

    def test_charges_what_it_costs(self, limiter: Limiter) -> None:
        """A batch of a hundred costs a hundred."""
        limiter.take(Purpose.VERIFY, HOME, cost=100)
        assert passed(limiter) == 20

    def test_lets_a_large_question_pass_and_be_paid_off(self, limiter: Limiter, clock: FixedClock) -> None:
        """What costs more than a full bucket needs a full one, and then costs all the same."""
        limiter.take(Purpose.VERIFY, HOME, cost=500)
        clock.advance(timedelta(seconds=380))
        assert wait(limiter) == 1
        clock.advance(timedelta(seconds=1))
        assert passed(limiter) == 1
        assert wait(limiter, cost=500) == 120

    def test_never_asks_to_wait_for_ever(self, limiter: Limiter) -> None:
        """However much was asked, there is an end to it."""
        limiter.take(Purpose.VERIFY, HOME, cost=1_000_000)
        assert wait(limiter) == LONGEST_WAIT // SECOND - 119

    def test_survives_a_clock_that_is_set_back(self, limiter: Limiter, clock: FixedClock) -> None:
        """Nobody pays for an hour that did not pass."""
        passed(limiter)
        clock.advance(-timedelta(hours=1))
        assert wait(limiter) <= LONGEST_WAIT // SECOND

    def test_has_no_limit_at_0(self, counters: FileCounters, clock: FixedClock) -> None:
        """An administrator can switch it off."""
        assert passed(limited(counters, clock, per_minute=0)) == 1_000

    def test_lets_pass_what_it_cannot_count(self, clock: FixedClock) -> None:
        """A full disk must not close the door; somebody hears of it."""
        told: list[CountingError] = []
        limiter = Limiter(Broken(), per_minute={Purpose.VERIFY: 60}, clock=clock, tell=told.append)
        assert passed(limiter, most=200) == 200
        assert [str(each) for each in told] == ["disk full"] * 200

    @given(client=st.uuids(), costs=st.lists(st.tuples(st.integers(1, 200), st.integers(0, 30)), max_size=40))
    def test_never_gives_more_than_the_rate(
        self, shared: FileCounters, client: UUID, costs: list[tuple[int, int]]
    ) -> None:
        """At any moment: a full bucket, what the time gave, and what one large question borrowed."""
        clock = FixedClock(NOON)
        limiter = limited(shared, clock, per_minute=60)
        given_out = 0
        for cost, pause in costs:
            clock.advance(timedelta(seconds=pause))
            given_out += cost * passed(limiter, str(client), most=1, cost=cost)
            elapsed = int((clock.now() - NOON).total_seconds())
            assert given_out <= elapsed + 120 + 80


class TestName:
    """What is kept of an address."""

    def test_is_another_one_tomorrow(
        self, limiter: Limiter, clock: FixedClock, tmp_path: Path, counters: FileCounters
    ) -> None:
        """Nobody can tell that it is the same visitor, for the key of yesterday is gone."""
        limiter.take(Purpose.VERIFY, HOME)
        yesterday, key = names(tmp_path), counters.key_of(NOON.toordinal())
        clock.advance(timedelta(days=1))
        limiter.take(Purpose.VERIFY, HOME)
        assert len(yesterday) == 1
        assert names(tmp_path) != yesterday
        assert counters.key_of(NOON.toordinal()) != key

    def test_does_not_hold_the_address(self, limiter: Limiter, tmp_path: Path) -> None:
        """Neither as text nor as the number that it is."""
        limiter.take(Purpose.VERIFY, HOME)
        kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert HOME.encode() not in kept
        assert bytes(map(int, HOME.split("."))) not in kept


class TestNetworkOf:
    """`network_of` gives what counts as one visitor."""

    @pytest.mark.parametrize(
        ("client", "expected"),
        [
            ("192.0.2.1", "192.0.2.1"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("2001:DB8:1:2::", "2001:db8:1:2::"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80::1%eth0", "fe80::"),
            ("::1", "::"),
            ("testclient", "testclient"),
            ("", ""),
        ],
    )
    def test_gives_one_name_for_one_network(self, client: str, expected: str) -> None:
        """An IPv4 address is the same in both ways of writing it."""
        assert network_of(client) == expected


class TestMeterOf:
    """`meter_of` gives an endpoint the meter of its visitor."""

    def test_counts_the_one_who_asks(self, limiter: Limiter) -> None:
        """The address of the connection, whatever a header says."""
        app = FastAPI()
        app.state.limiter = limiter

        @app.get("/")
        async def answer(meter: Annotated[Meter, Depends(meter_of)]) -> str:
            meter.take(Purpose.VERIFY, cost=60)
            return meter.client

        with TestClient(app, client=(HOME, 50_000)) as client:
            assert client.get("/", headers={"X-Forwarded-For": OTHER}).json() == HOME
        assert (60, 120) == (passed(limiter), passed(limiter, OTHER))
