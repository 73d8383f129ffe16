"""What the verifier learns of the wide world."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.world import WideSources
from tests.evil import DOCUMENT, TOWN_HALL, PhoneBook, Town, nobody_can_say, town
from tests.world import NOW, World
from verifier.memory import Memory
from verifier.needs import Absence, Found, Identity, Missing, Need, Purpose
from web import purposes
from web.clock import FixedClock


@pytest.fixture(scope="module", name="town")
def _town() -> Iterator[Town]:
    """Open the town of good and evil servers."""
    with town() as built:
        yield built


class Traveller:
    """Ask the wide world, with a memory, at a time that can be moved."""

    def __init__(self, town: Town, **names: Any) -> None:
        """Know our own world, and the town."""
        self.own = World()
        self.clock = FixedClock(NOW)
        self.book = PhoneBook(**names)
        self.egress = town.egress(book=self.book, own="own.example")
        self.sources = WideSources(self.own, egress=self.egress, memory=Memory(), clock=self.clock)

    async def fetch(self, *needs: Need) -> list[Found | Missing]:
        """Ask for things, all at the same time."""
        return await asyncio.gather(*map(self.sources.fetch, needs))


def ask(town: Town, need: Need, **names: Any) -> Found | Missing:
    """Ask for one thing."""
    traveller = Traveller(town, **names)
    try:
        return asyncio.run(traveller.fetch(need))[0]
    finally:
        traveller.egress.close()


def did(town: Town, name: str) -> str:
    """Name a server of the town as an issuer."""
    return f"did:web:{name}.example%3A{town.ports[name]}:x"


class TestFetch:
    def test_gives_what_a_host_has(self, town: Town) -> None:
        """A did document, from the address that the did says, at the time it was fetched."""
        url = town.url("good", "/x/did.json")
        expected = Found(raw=DOCUMENT, url=url, media_type="application/json", at=NOW)
        assert expected == ask(town, Need(Purpose.KEY, did(town, "good")))

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("not-here", Absence.UNKNOWN),
            ("was-here", Absence.GONE),
            ("not-for-you", Absence.UNREACHABLE),
            ("not-now", Absence.UNREACHABLE),
            ("broken", Absence.UNREACHABLE),
            ("breaks-off", Absence.UNREACHABLE),
            ("expired", Absence.UNREACHABLE),
            ("page", Absence.WRONG),
            ("bomb", Absence.UNREAD),
            ("endless", Absence.UNREAD),
            ("to-this-machine", Absence.REFUSED),
            ("circles", Absence.REFUSED),
        ],
    )
    def test_says_why_it_is_missing(self, town: Town, name: str, expected: Absence) -> None:
        """In the words of the verifier; what may exist is never unknown."""
        assert Missing(expected) == ask(town, Need(Purpose.STATUS_LIST, town.url(name)))

    @pytest.mark.parametrize(
        "address",
        [
            "did:web:127.0.0.1",
            "did:web:2130706433",
            "did:web:0x7f.1",
            "did:web:localhost",
            "did:web:localhost%3A8000",
            "did:web:a.localhost",
            "did:web:printer.local",
            "did:web:school.example%3A22",
            "did:web:school.example%3a443",
            "did:web:school.example:..:x",
            "did:web:school.example%2Fx",
            "did:web:School.example",
            "did:web:sch%C3%B6ol.example",
            "did:web:you@school.example",
            "did:web:[::1]",
            "did:example:123",
            "did:",
            "http://school.example/key",
            "https://169.254.169.254/key",
            "https://school.example:22/key",
            "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
            "",
        ],
    )
    def test_goes_to_no_strange_address(self, town: Town, address: str) -> None:
        """What is no did:web in its one spelling, or no address at https, opens nothing, and asks no name."""
        traveller = Traveller(town)
        assert [Missing(Absence.REFUSED)] == asyncio.run(traveller.fetch(Need(Purpose.KEY, address)))
        assert [] == traveller.book.asked

    def test_asks_our_own_register_first(self, town: Town) -> None:
        """What is ours is never fetched over the network."""
        traveller = Traveller(town)
        own = traveller.own.issuer.did
        (answer,) = asyncio.run(traveller.fetch(Need(Purpose.KEY, own)))
        assert isinstance(answer, Found)
        assert [own] == traveller.own.asked
        assert [] == traveller.book.asked

    def test_comes_home_by_another_host(self, town: Town) -> None:
        """A short link that leads to us is answered by our register; what that does not know is unknown."""
        home = f"https://own.example:{town.ports['good']}/b/x"
        traveller = Traveller(town)
        traveller.own.links[home] = b"a badge"
        url = town.url("leads-on", f"/?{home}")
        answers = asyncio.run(traveller.fetch(Need(Purpose.LINK, url), Need(Purpose.LINK, f"{url}y")))
        assert b"a badge" == getattr(answers[0], "raw", None)
        assert Missing(Absence.UNKNOWN) == answers[1]

    def test_fetches_once_what_is_asked_twice(self, town: Town) -> None:
        """At the same time, and while it is fresh."""
        before = town.visits.get("good", 0)
        traveller = Traveller(town)
        need = Need(Purpose.KEY, did(town, "good"))

        async def insist() -> int:
            await traveller.fetch(need, need, need)
            traveller.clock.advance(timedelta(minutes=14))
            await traveller.fetch(need)
            return town.visits["good"] - before

        assert 1 == asyncio.run(insist())

    def test_fetches_anew_what_is_no_longer_fresh(self, town: Town) -> None:
        """With the time of the new copy."""
        traveller = Traveller(town)
        need = Need(Purpose.KEY, did(town, "good"))

        async def come_back() -> list[object]:
            await traveller.fetch(need)
            traveller.clock.advance(timedelta(minutes=15))
            return [getattr(each, "at", each) for each in await traveller.fetch(need)]

        assert [NOW + timedelta(minutes=15)] == asyncio.run(come_back())

    def test_gives_the_last_copy_when_a_host_does_not_answer(self, town: Town) -> None:
        """With its own time, for a day; after that it is out of reach."""
        traveller = Traveller(town, good=[[TOWN_HALL], nobody_can_say()])
        need = Need(Purpose.STATUS_LIST, town.url("good"))

        async def come_back() -> list[object]:
            answers = await traveller.fetch(need)
            for later in (timedelta(hours=23), timedelta(hours=1)):
                traveller.clock.advance(later)
                answers += await traveller.fetch(need)
            return [getattr(each, "at", each) for each in answers]

        assert [NOW, NOW, Missing(Absence.UNREACHABLE)] == asyncio.run(come_back())

    def test_gives_no_copy_when_a_host_is_suddenly_inside(self, town: Town) -> None:
        """That its address is refused is an answer, not a silence."""
        traveller = Traveller(town, good=[[TOWN_HALL], ["127.0.0.1"]])
        need = Need(Purpose.STATUS_LIST, town.url("good"))

        async def come_back() -> list[Found | Missing]:
            await traveller.fetch(need)
            traveller.clock.advance(timedelta(hours=1))
            return await traveller.fetch(need)

        assert [Missing(Absence.REFUSED)] == asyncio.run(come_back())

    def test_finishes_for_others_what_one_no_longer_waits_for(self, town: Town) -> None:
        """A visitor who goes away does not take the key from the next one."""
        traveller = Traveller(town)
        need = Need(Purpose.KEY, did(town, "good"))

        async def leave_early() -> bytes:
            first = asyncio.create_task(traveller.sources.fetch(need))
            second = asyncio.create_task(traveller.sources.fetch(need))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            first.cancel()
            answer = await second
            return answer.raw if isinstance(answer, Found) else b""

        assert DOCUMENT == asyncio.run(leave_early())


class TestIsNear:
    def test_tells_what_is_remembered(self, town: Town) -> None:
        """Nothing before it was fetched, and nothing once it is no longer fresh."""
        traveller, need = Traveller(town), Need(Purpose.KEY, did(town, "good"))
        told = [traveller.sources.is_near(need)]
        try:
            asyncio.run(traveller.fetch(need))
        finally:
            traveller.egress.close()
        told.append(traveller.sources.is_near(need))
        traveller.clock.advance(timedelta(minutes=16))
        told.append(traveller.sources.is_near(need))
        assert [False, True, False] == told


class TestKnownIssuer:
    def test_asks_our_own_register(self, town: Town) -> None:
        """A register of others is another matter."""
        traveller = Traveller(town)
        issuer = traveller.own.issuer.did
        assert traveller.own.known[issuer] == asyncio.run(traveller.sources.known_issuer(issuer))
        assert None is asyncio.run(traveller.sources.known_issuer(did(town, "good")))


class TestWithdrawal:
    def test_asks_our_own_register(self, town: Town) -> None:
        """Who withdrew nothing here has nothing here."""
        traveller = Traveller(town)
        assert None is asyncio.run(traveller.sources.withdrawal(Identity(did(town, "good"), "urn:x")))


class TestPurposes:
    def test_have_rules_for_all_that_the_verifier_asks(self) -> None:
        """Each purpose of the verifier is one of the way out, by its name; a did document has its own.

        What only an issuer's own register answers never goes out; signing in and messages have their own.
        """
        names = {each.value for each in purposes.Purpose}
        asked = {each.value for each in Purpose} - {Purpose.SIGNATURE.value}
        own = (purposes.Purpose.DID_WEB, purposes.Purpose.SIGN_IN, purposes.Purpose.TEXT_MESSAGE)
        of_others = {each.value for each in own}
        assert asked | of_others == names
        assert set(purposes.Purpose) == purposes.RULES.keys()
