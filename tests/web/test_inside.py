"""Nobody is sent inside: measured where somebody would arrive, and where this process would leave."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.evil import TOWN_HALL, UNPRIVILEGED, Town, may_reach
from tests.spellings import Case, all_cases
from web.egress import Egress, Limits
from web.errors import EgressError
from web.purposes import Purpose

SHARE = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))
AT_ONCE = 16
_EVENTS = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}

_left: list[tuple[str, Any]] = []
_watching: list[bool] = []


def _notice(event: str, details: tuple[Any, ...]) -> None:
    """Write down who leaves this process; a hook stays for ever, so it looks away when nobody watches."""
    if _watching and event in _EVENTS:
        _left.append((event, details[1] if event == "socket.connect" else details))


sys.addaudithook(_notice)


@contextmanager
def watching() -> Iterator[list[tuple[str, Any]]]:
    """Watch what leaves this process."""
    _left.clear()
    _watching.append(True)
    try:
        yield _left
    finally:
        _watching.pop()


class Watch:
    """Listen at all addresses of this machine, to see who arrives."""

    def __init__(self) -> None:
        """Take a port that is free in both families."""
        self._listeners = [socket.create_server(("0.0.0.0", 0))]  # noqa: S104 - that is what is watched
        self.port = self._listeners[0].getsockname()[1]
        if socket.has_ipv6:
            self._listeners.append(socket.create_server(("::", self.port), family=socket.AF_INET6))
        for each in self._listeners:
            each.settimeout(0)

    def arrived(self) -> list[str]:
        """Tell who arrived first at each of the listeners."""
        found = []
        for listener in self._listeners:
            try:
                visitor, where = listener.accept()
            except BlockingIOError:
                continue
            visitor.close()
            found.append(str(where))
        return found

    def close(self) -> None:
        """Stop listening."""
        for each in self._listeners:
            each.close()


class OnePhoneBook:
    """Give the answers of a case, one after the other, to whatever name is asked."""

    def __init__(self, answers: Sequence[Sequence[str]]) -> None:
        """Begin with the first."""
        self._answers = list(answers)

    async def __call__(self, host: str) -> Sequence[str]:
        """Answer."""
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


async def refused(case: Case, *, town: Town) -> str | None:
    """Ask one; give what is wrong when something came of it."""
    egress = Egress(
        Limits(ports=UNPRIVILEGED, seconds=60, connect_seconds=60),
        resolve=OnePhoneBook(case.answers),
        may_reach=may_reach,
        trust=town.authority.configure_trust,
    )
    try:
        await egress.get(case.url, purpose=Purpose.LINK)
    except EgressError as error:
        known = error.code in {"address-refused", "host-not-public", "redirects"}
        return None if known else f"{case.what}: {error.code}"
    finally:
        egress.close()
    return f"{case.what}: fetched"


def assert_nobody_gets_inside(cases: Sequence[Case], *, town: Town, watch: Watch) -> None:
    """Ask all of them: each is refused, nobody arrives, and only the town is left for."""

    async def ask_all() -> list[str]:
        turns = asyncio.Semaphore(AT_ONCE)

        async def ask(case: Case) -> str | None:
            async with turns:
                return await refused(case, town=town)

        return [wrong for wrong in await asyncio.gather(*map(ask, cases)) if wrong]

    with watching() as left:
        assert [] == asyncio.run(ask_all())
    assert [] == watch.arrived()
    allowed = {("socket.connect", (TOWN_HALL, town.ports["leads-on"]))}
    assert allowed >= set(left)
    assert left, "the redirects came from somewhere, so the hook is awake"


def failures(corpus: Path, *, port: int, leads_on: str) -> list[Case]:
    """Give the addresses that the URL standard calls failures: asked, at https, and led to."""
    path = corpus / "security/ada-url+ada/tests/wpt/urltestdata.json"
    written = [
        case["input"]
        for case in json.loads(path.read_bytes())
        if isinstance(case, dict) and case.get("failure")
    ]
    cases = []
    for each in written:
        rest = each.partition("://")[2]
        cases.append(Case(f"failure: {each!r}", each))
        if rest:
            cases.append(Case(f"failure at https: {each!r}", f"https://{rest}"))
            cases.append(Case(f"failure, led to: {each!r}", f"{leads_on}?//{rest}"))
    return cases


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watch while a test runs."""
    begun = Watch()
    yield begun
    begun.close()


class TestInside:
    def test_has_enough_cases(self) -> None:
        """More than twelve hundred, each of them once."""
        cases = all_cases(4433, leads_on="https://leads-on.example:4434/")
        assert len(set(cases)) == len(cases) >= 1_200

    def test_lets_nobody_in(self, town: Town, watch: Watch) -> None:
        """One in seven of them, from each kind."""
        cases = all_cases(watch.port, leads_on=town.url("leads-on", "/"))
        assert_nobody_gets_inside(cases[::7], town=town, watch=watch)

    @pytest.mark.torture
    def test_lets_nobody_in_at_all(self, town: Town, watch: Watch) -> None:
        """All of them."""
        cases = all_cases(watch.port, leads_on=town.url("leads-on", "/"))
        assert_nobody_gets_inside(cases[:: round(1 / SHARE)], town=town, watch=watch)

    @pytest.mark.torture
    def test_lets_no_failure_in(self, town: Town, watch: Watch, corpus: Path) -> None:
        """What the URL standard refuses is refused, asked and led to."""
        cases = failures(corpus, port=watch.port, leads_on=town.url("leads-on", "/"))
        assert_nobody_gets_inside(cases, town=town, watch=watch)
