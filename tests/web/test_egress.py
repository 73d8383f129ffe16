"""The one way out, against good servers and evil ones on this machine."""

import asyncio
import os
import socket
from typing import Any

import pytest

from tests.evil import DOCUMENT, SERVERS, TOWN_HALL, UNPRIVILEGED, PhoneBook, Town, may_reach
from tests.evil import no_such_name as no_name
from tests.evil import nobody_can_say as nobody_knows
from web.egress import Egress, Fetched, Limits
from web.errors import EgressError, OwnAddressError, RestingError, StatusError
from web.purposes import RULES, Form, Purpose

PATIENCE = 60.0
"""After so many seconds a test gives up on what should have ended."""

SHORT = 0.3
"""So many seconds are given to what never ends."""

SHARE = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))


def ask(egress: Egress, url: str, *, purpose: Purpose = Purpose.LINK) -> Fetched | EgressError:
    """Fetch, and give the error as a value."""

    async def fetch() -> Fetched | EgressError:
        try:
            async with asyncio.timeout(PATIENCE):
                return await egress.get(url, purpose=purpose)
        except EgressError as error:
            return error

    try:
        return asyncio.run(fetch())
    finally:
        egress.close()


def send(egress: Egress, url: str, *, form: Form) -> Fetched | EgressError:
    """Send a form, and give the error as a value."""

    async def post() -> Fetched | EgressError:
        try:
            async with asyncio.timeout(PATIENCE):
                return await egress.post(url, form=form, purpose=Purpose.SIGN_IN)
        except EgressError as error:
            return error

    try:
        return asyncio.run(post())
    finally:
        egress.close()


def code(answer: Fetched | EgressError) -> str:
    """Name what came of it."""
    return answer.code if isinstance(answer, EgressError) else "fetched"


class TestGet:
    def test_gives_what_a_host_has(self, town: Town) -> None:
        """The bytes as they are, where they came from, and what the host calls them."""
        expected = Fetched(raw=DOCUMENT, url=town.url("good"), media_type="application/json")
        assert expected == ask(town.egress(), town.url("good"), purpose=Purpose.DID_WEB)

    def test_tells_nobody_who_asks(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        """Five headers, the same from everybody; a proxy of the environment is not asked."""
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
        monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
        answer = ask(town.egress(), town.url("echo", "/a?b#c"), purpose=Purpose.SCHEMA)
        assert isinstance(answer, Fetched)
        assert [
            "/a?b",
            f"Host: echo.example:{town.ports['echo']}",
            "User-Agent: Praktijkbewijs",
            f"Accept: {RULES[Purpose.SCHEMA].accept}",
            "Accept-Encoding: identity",
            "Connection: close",
        ] == answer.raw.decode().splitlines()

    def test_follows_three_redirects(self, town: Town) -> None:
        """Three, to any host; the address that is given is the last one."""
        to = town.url("good")
        for _ in range(3):
            to = town.url("leads-on", f"/?{to}")
        answer = ask(town.egress(), to)
        assert isinstance(answer, Fetched)
        assert town.url("good") == answer.url
        assert "redirects" == code(ask(town.egress(), town.url("leads-on", f"/?{to}")))

    @pytest.mark.parametrize(
        ("purpose", "to", "expected"),
        [
            (Purpose.DID_WEB, "good", "redirects"),
            (Purpose.DID_WEB, "leads-on", "redirects"),
            (Purpose.SIGN_IN, "good", "redirects"),
            (Purpose.KEY, "good", "redirects"),
            (Purpose.KEY, "leads-on", "fetched"),
            (Purpose.STATUS_LIST, "good", "fetched"),
            (Purpose.HOSTED, "good", "fetched"),
        ],
    )
    def test_lets_no_host_speak_for_another(
        self, town: Town, purpose: Purpose, to: str, expected: str
    ) -> None:
        """A did document is at the very address, a key at the very host: many a host leads anywhere."""
        answer = ask(town.egress(), town.url("leads-on", f"/?{town.url(to)}"), purpose=purpose)
        assert expected == code(answer)

    @pytest.mark.parametrize(
        ("purpose", "expected"),
        [
            (Purpose.DID_WEB, 64 * 1024),
            (Purpose.KEY, 64 * 1024),
            (Purpose.STATUS_LIST, 1024 * 1024),
            (Purpose.REVOCATION_LIST, 1024 * 1024),
            (Purpose.SCHEMA, 256 * 1024),
            (Purpose.REFRESH, 2 * 1024 * 1024),
            (Purpose.HOSTED, 2 * 1024 * 1024),
            (Purpose.LINK, 5 * 1024 * 1024),
            (Purpose.SIGN_IN, 128 * 1024),
        ],
    )
    def test_reads_to_the_limit_of_its_purpose(self, town: Town, purpose: Purpose, expected: int) -> None:
        """One byte more is too large, announced or not."""
        for name in ("sized", "sized-unannounced"):
            just = ask(town.egress(), town.url(name, f"/{expected}"), purpose=purpose)
            assert isinstance(just, Fetched)
            assert expected == len(just.raw)
            more = ask(town.egress(), town.url(name, f"/{expected + 1}"), purpose=purpose)
            assert "too-large" == code(more)

    def test_goes_only_to_listed_ports(self, town: Town) -> None:
        """Whoever writes addresses cannot make us knock at any door."""
        assert "address-refused" == code(ask(town.egress(ports={443}), town.url("good")))

    def test_does_not_go_out_to_itself(self, town: Town) -> None:
        """What is our own is said so, also where another host leads on to it."""
        for to in (town.url("good"), town.url("leads-on", f"/?{town.url('good')}")):
            answer = ask(town.egress(own="good.example"), to)
            assert isinstance(answer, OwnAddressError)
            assert town.url("good") == answer.url

    def test_asks_a_name_once_and_goes_there(self, town: Town) -> None:
        """A name that is moved after it was asked does not move us."""
        book = PhoneBook(good=[[TOWN_HALL], ["127.0.0.1"]])
        assert "fetched" == code(ask(town.egress(book=book), town.url("good")))
        assert ["good.example"] == book.asked

    @pytest.mark.parametrize(
        "found",
        [
            ["127.0.0.1"],
            [TOWN_HALL, "127.0.0.1"],
            ["10.0.0.1", TOWN_HALL],
            ["::ffff:127.9.9.9"],
            ["64:ff9b::7f09:909"],
        ],
    )
    def test_trusts_no_name_with_one_address_inside(self, town: Town, found: list[str]) -> None:
        """All addresses must be public, not the first."""
        book = PhoneBook(good=[found])
        assert "host-not-public" == code(ask(town.egress(book=book), town.url("good")))

    def test_tries_the_next_address(self, town: Town) -> None:
        """Where one address of a host does not let us in, another may; a fourth is not tried."""
        shut = ["127.9.9.1", "127.9.9.2"]
        for found, expected in (
            ([*shut, TOWN_HALL], "fetched"),
            ([*shut, "127.9.9.3", TOWN_HALL], "unreachable"),
        ):
            egress = Egress(
                Limits(ports=UNPRIVILEGED),
                resolve=PhoneBook(good=[found]),
                may_reach=lambda address: str(address).startswith("127.9.9."),
                trust=town.authority.configure_trust,
            )
            assert expected == code(ask(egress, town.url("good")))

    def test_asks_the_machine_for_a_whole_name(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        """The name goes there as text, and with its end marked: nothing is put behind it."""
        asked: list[Any] = []

        def look_up(host: object, *_: object, **__: object) -> list[Any]:
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (TOWN_HALL, 0))] * 2

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        egress = Egress(Limits(ports=UNPRIVILEGED), may_reach=may_reach, trust=town.authority.configure_trust)
        assert "fetched" == code(ask(egress, town.url("good")))
        assert ["good.example."] == asked

    def test_trusts_the_authorities_of_the_machine(self, town: Town) -> None:
        """Unless told otherwise; they do not know our town."""
        egress = Egress(Limits(ports=UNPRIVILEGED), resolve=PhoneBook(), may_reach=may_reach)
        assert "tls" == code(ask(egress, town.url("good")))

    def test_lets_a_host_rest_that_does_not_answer(self, town: Town) -> None:
        """After five times; its neighbours are asked as before, and so is a host that answers anything."""

        async def insist() -> list[str]:
            egress = town.egress()
            said = []
            for name in (*["breaks-off-at-once"] * 6, *["broken"] * 7, "good"):
                try:
                    await egress.get(town.url(name), purpose=Purpose.LINK)
                    said.append("fetched")
                except StatusError as error:
                    said.append(str(error.status))
                except EgressError as error:
                    said.append(error.code)
            egress.close()
            return said

        assert [*["unreachable"] * 5, RestingError.code, *["500"] * 7, "fetched"] == asyncio.run(insist())


EVIL = {
    "hangs": "timeout",
    "mute": "timeout",
    "drips-headers": "timeout",
    "drips-body": "timeout",
    "endless-patience": "timeout",
    "endless": "too-large",
    "endless-crumbs": "too-large",
    "endless-headers": "unreachable",
    "ten-gigabytes": "too-large",
    "bomb": "coded",
    "circles": "redirects",
    "to-this-machine": "redirects",
    "to-http": "redirects",
    "nowhere": "redirects",
    "breaks-off": "unreachable",
    "breaks-off-at-once": "unreachable",
    "garbles": "tls",
    "babbles": "unreachable",
    "page": "wrong-type",
    "not-here": "not-found",
    "was-here": "gone",
    "not-for-you": "status",
    "not-now": "status",
    "broken": "status",
    "empty": "status",
    "in-parts": "status",
    "expired": "tls",
    "other-name": "tls",
    "self-signed": "tls",
    "old-tls": "tls",
    "no-tls": "tls",
}
HONEST = {"echo", "good", "leads-on", "picture", "sized", "sized-unannounced"}
NAMES: dict[str, tuple[Any, str]] = {
    "no-such-name": (no_name(), "unreachable"),
    "nobody-can-say": (nobody_knows(), "unreachable"),
    "slow-name": (30.0, "timeout"),
    "no-address": ([], "unreachable"),
    "nonsense": (["good.example"], "unreachable"),
    "inside": (["192.168.1.1"], "host-not-public"),
}


class TestPost:
    """`post` sends a form to one address."""

    def test_sends_the_form_and_who_sends_it(self, town: Town) -> None:
        """Two headers more than to fetch, and one where the host asks who we are."""
        form = Form(body=b"code=a%20b", authorization="Basic eDp5")
        answer = send(town.egress(), town.url("echo", "/token"), form=form)
        assert isinstance(answer, Fetched)
        assert [
            "/token",
            f"Host: echo.example:{town.ports['echo']}",
            "User-Agent: Praktijkbewijs",
            "Accept: application/json",
            "Accept-Encoding: identity",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 10",
            "Authorization: Basic eDp5",
        ] == answer.raw.decode().splitlines()

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("circles", "redirects"),
            ("to-this-machine", "redirects"),
            ("hangs", "timeout"),
            ("drips-body", "timeout"),
            ("endless", "too-large"),
            ("bomb", "coded"),
            ("page", "wrong-type"),
            ("broken", "status"),
            ("self-signed", "tls"),
            ("other-name", "tls"),
            ("no-tls", "tls"),
        ],
    )
    def test_takes_no_answer_that_cannot_be_one(self, town: Town, name: str, expected: str) -> None:
        """What is sent is a secret: it goes to the host that proves its name, and no further."""
        seconds = SHORT if expected == "timeout" else PATIENCE
        answer = send(town.egress(seconds=seconds), town.url(name), form=Form(body=b"code=x"))
        assert expected == code(answer)


class TestEvil:
    def test_knows_every_server_of_the_town(self) -> None:
        """A server that is added must have its line here."""
        assert SERVERS.keys() == EVIL.keys() | HONEST

    @pytest.mark.parametrize(("name", "expected"), EVIL.items())
    def test_ends_each_server_with_its_error(self, town: Town, name: str, expected: str) -> None:
        """Whatever a server does, it ends by the deadline, with an error that says why."""
        egress = town.egress(seconds=time_for(expected))
        assert expected == code(ask(egress, town.url(name), purpose=Purpose.STATUS_LIST))

    @pytest.mark.parametrize(("name", "given", "expected"), [(name, *rest) for name, rest in NAMES.items()])
    def test_ends_each_name_with_its_error(self, town: Town, name: str, given: Any, expected: str) -> None:
        """A name that is not there, or slow, or inside, opens no connection."""
        book = PhoneBook(**{name.replace("-", "_"): [given]})
        egress = town.egress(seconds=time_for(expected), book=book)
        assert expected == code(ask(egress, f"https://{name}.example:8443/"))

    def test_moves_with_no_name_that_moves(self, town: Town) -> None:
        """A name that answers anew for each redirect is checked anew for each."""
        book = PhoneBook(leads_on=[[TOWN_HALL], ["127.0.0.1"]])
        url = town.url("leads-on", f"/?{town.url('leads-on', '/')}")
        assert "host-not-public" == code(ask(town.egress(book=book), url))
        assert ["leads-on.example"] * 2 == book.asked

    @pytest.mark.torture
    def test_loses_no_descriptor_in_fifty_rounds(self, town: Town) -> None:
        """Fifty times all of them at once: what was open before is open after, and nothing else."""
        assert_no_leak(town, rounds=max(2, round(50 * SHARE)))

    def test_loses_no_descriptor(self, town: Town) -> None:
        """All of them at once, and again: what was open before is open after, and nothing else."""
        assert_no_leak(town, rounds=2)


def time_for(expected: str) -> float:
    """Give a deadline: short for what never ends, and long for what ends by itself."""
    return SHORT if expected == "timeout" else PATIENCE


def assert_no_leak(town: Town, *, rounds: int) -> None:
    """Ask all evil servers, and a good one beside them, and count what stays open."""

    async def visit(name: str, outcome: str) -> str:
        egress = town.egress(seconds=time_for(outcome))
        try:
            await egress.get(town.url(name), purpose=Purpose.STATUS_LIST)
        except EgressError as error:
            return error.code
        finally:
            egress.close()
        return "fetched"

    async def visit_all() -> dict[str, str]:
        async with asyncio.timeout(2 * PATIENCE):
            said = await asyncio.gather(*(visit(*each) for each in expected.items()))
        return dict(zip(expected, said, strict=True))

    async def go() -> int:
        before = await fewest_open()
        for _ in range(rounds):
            assert expected == await visit_all()
        return await fewest_open() - before

    expected = EVIL | {"good": "fetched"}
    assert 0 >= asyncio.run(go())


async def fewest_open() -> int:
    """Count open descriptors, while the servers notice that we hung up."""
    counts = []
    for _ in range(50):
        counts.append(len(os.listdir("/dev/fd")))  # noqa: PTH208 - pathlib opens one more
        await asyncio.sleep(0.02)
    return min(counts)
