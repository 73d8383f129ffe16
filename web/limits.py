"""So much, and no more, for each network address; the counters are shared by all processes.

A bucket for each address fills with time and is emptied by asking (GCRA, ITU-T I.371: one number per address,
the moment when its bucket is full again). What costs more than is in a full bucket may be asked when it is
full, and is paid off afterwards.

Addresses are not kept: a counter is named by a hash of the address under a key of the day (security R19).
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from typing import Final, Protocol, cast

from starlette.requests import Request

from web.clock import Clock
from web.errors import CountingError, TooManyError

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
"""Moments and durations here are whole microseconds: whole numbers add up the same everywhere."""

FULL: Final = 2 * MINUTE
"""A full bucket holds what two minutes give."""

LONGEST_WAIT: Final = 15 * MINUTE
"""Nobody waits longer, however much was asked, and whatever a clock that was set back makes of it."""

NETWORK_BITS: Final = 64
"""The part of an IPv6 address that a household or an organisation shares; the rest it may choose."""

_NAME_BYTES: Final = 8


class Purpose(StrEnum):
    """Name what is counted; each purpose has buckets of its own."""

    VERIFY = "verify"
    SIGN_IN = "sign-in"
    LETTER = "letter"
    FORM = "form"
    CARD = "card"
    SAYING = "saying"
    VIEW = "view"
    API = "api"
    API_KEY = "api-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Ask for something out of a bucket.

    Attributes:
        name: Which bucket: a number of 64 bits that tells nothing about whose it is.
        now: This moment, since 1970.
        price: The time in which what is asked will be filled up again.
        space: How far the bucket may be from full to give it.
    """

    name: int
    now: int
    price: int
    space: int


class Counters(Protocol):
    """Keep the buckets for all processes; each call is one atomic step."""

    def take(self, taking: Taking) -> int:
        """Take it out and give 0, or leave it and give how long it takes until it can be taken.

        Raises:
            CountingError: the counters cannot be had.
        """
        ...

    def key_of(self, day: int) -> bytes:
        """Give the key of this day (counted as `date.toordinal`), the same for all; earlier ones are gone.

        Raises:
            CountingError: the counters cannot be had.
        """
        ...

    def close(self) -> None:
        """Let go of what is shared."""
        ...


class Limiter:
    """Hold everyone to the rate of a purpose.

    What cannot be counted is let through and told to `tell`: a full disk must not close the door, and what is
    behind the door has limits of its own.
    """

    def __init__(
        self,
        counters: Counters,
        *,
        per_minute: Mapping[Purpose, int],
        clock: Clock,
        tell: Callable[[CountingError], None],
    ) -> None:
        """Take the rate of each purpose; 0, or none, is no limit."""
        self._counters = counters
        self._per_minute = per_minute
        self._clock = clock
        self._tell = tell
        self._key = _DayKey()

    def take(self, purpose: Purpose, client: str, *, cost: int = 1) -> None:
        """Let it pass, and count it.

        Raises:
            TooManyError: too much came from this network address.
        """
        per_minute = self._per_minute.get(purpose, 0)
        if not per_minute:
            return
        price = min(cost * MINUTE // per_minute, LONGEST_WAIT)
        try:
            wait = self._counters.take(self._taking(purpose, client, price=price))
        except CountingError as problem:
            self._tell(problem)
            return
        if wait:
            raise TooManyError(retry_after=-(-wait // SECOND))

    def close(self) -> None:
        """Count no more."""
        self._counters.close()

    def _taking(self, purpose: Purpose, client: str, *, price: int) -> Taking:
        now = self._clock.now()
        return Taking(
            name=self._name(purpose, client, day=now.toordinal()),
            now=int(now.timestamp()) * SECOND,
            price=price,
            space=max(FULL - price, 0),
        )

    def _name(self, purpose: Purpose, client: str, *, day: int) -> int:
        """Name the bucket; tomorrow it has another name, and nobody can tell which."""
        if self._key.day != day:
            self._key = _DayKey(day, self._counters.key_of(day))
        said = f"{purpose} {network_of(client)}".encode()
        digest = hmac.digest(self._key.key, said, hashlib.sha256)
        return int.from_bytes(digest[:_NAME_BYTES], signed=True)


@dataclass(frozen=True, slots=True)
class _DayKey:
    """Hold the key of a day."""

    day: int = 0
    key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Meter:
    """Count what one visitor asks."""

    limiter: Limiter
    client: str

    def take(self, purpose: Purpose, *, cost: int = 1) -> None:
        """Let it pass, and count it.

        Raises:
            TooManyError: too much came from the network address of this visitor.
        """
        self.limiter.take(purpose, self.client, cost=cost)


async def meter_of(request: Request) -> Meter:
    """Give the meter of whoever asks this; who that is, is for the server and its own proxies to say."""
    client = request.client.host if request.client else ""
    return Meter(cast("Limiter", request.app.state.limiter), client)


def network_of(client: str) -> str:
    """Give what counts as one visitor: an IPv4 address, or the network of an IPv6 address.

    >>> network_of("2001:db8:1:2:3:4:5:6")
    '2001:db8:1:2::'
    >>> network_of("::ffff:192.0.2.1")
    '192.0.2.1'
    """
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 128 - NETWORK_BITS << 128 - NETWORK_BITS))
