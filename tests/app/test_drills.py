"""Drills with keys: rotate them while badges are given, check old badges, and put a theft right.

Each runs with a few badges in every run, and with thousands in `make torture`.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from pathlib import Path
from queue import Queue
from uuid import UUID, uuid5

import pytest

from app.sources import OwnSources
from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.reissuing import Reissued, reissue
from issuers.keys.managing import list_keys, rotate_key, withdraw_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.demo import demo_praktijkopleider
from issuers.people.permissions import Actor, operator
from issuers.publishing.documents import signed_bytes
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.issuers.conftest import FRIDAY, judge, open_at
from tests.issuers.issuing.test_reissuing import forged
from tests.once import Once
from tests.torturing import SHARE, progress
from verifier.engine import Verifier
from verifier.states import Verdict
from verifier.workers.inprocess import InProcess
from web.clock import FixedClock

BADGES, FORGED, ROTATIONS = 10_000, 50, 5
STOLEN_BADGES = 1_000
HOUR = timedelta(hours=1)
NAMES = UUID(int=70)


@pytest.fixture
def desk(tmp_path: Path, once: Once, databases: Databases) -> Iterator[IssuingDesk]:
    """Open a desk with the demo leerbedrijf."""
    folder = fresh_in(tmp_path / "data", once=once, databases=databases)
    opened = open_at(folder, FixedClock(FRIDAY), databases=databases)
    yield opened
    opened.register.close()


def few_or(total: int, *, of: float) -> int:
    """Give a share of so many, and a handful at least."""
    return max(10, round(total * of))


def beheer(desk: IssuingDesk) -> Actor:
    """Act for the demo leerbedrijf as whoever runs the service, at this moment."""
    return operator(demo_praktijkopleider(desk).organisation_id, now=desk.clock.now())


def give(desk: IssuingDesk, numbers: Iterable[int]) -> list[IssuedBadge]:
    """Give a badge for each number."""
    actor, judgement = demo_praktijkopleider(desk), judge(desk)
    return [issue(desk, judgement, actor=actor, idempotency_key=f"nummer-{number}") for number in numbers]


def verdicts(desk: IssuingDesk, raws: Iterable[bytes]) -> Counter[Verdict]:
    """Check each as a visitor does, with what our own register says."""
    verifier = Verifier(
        sources=OwnSources(desk), clock=desk.clock, workers=InProcess("verifier.apart:answer")
    )

    async def each() -> Counter[Verdict]:
        return Counter([(await verifier.verify(raw)).verdict for raw in raws])

    return asyncio.run(each())


class TestRotation:
    """Old badges stay good, whatever key comes after."""

    def rotate(self, desk: IssuingDesk, total: int) -> Counter[Verdict]:
        """Give badges, and go on with another key, five times; check them all."""
        badges: list[IssuedBadge] = []
        for turn in range(ROTATIONS):
            numbers = range(turn * total // ROTATIONS, (turn + 1) * total // ROTATIONS)
            badges += give(desk, progress(numbers, f"turn {turn + 1}"))
            desk.clock.advance(HOUR)  # type: ignore[attr-defined]  # it is the fixture's
            rotate_key(desk, KeyPurpose.ASSERTION, actor=beheer(desk))
        return verdicts(desk, progress([badge.raw for badge in badges], "check"))

    def test_leaves_old_badges_good(self, desk: IssuingDesk) -> None:
        """All of them."""
        assert {Verdict.VALID: 10} == self.rotate(desk, 10)

    @pytest.mark.torture
    def test_leaves_thousands_of_old_badges_good(self, desk: IssuingDesk) -> None:
        """10,000 badges under five keys that were retired since (security T25)."""
        total = few_or(BADGES, of=SHARE)
        found = self.rotate(desk, total)
        print(f"\nrotation: {found[Verdict.VALID]:,} of {total:,} valid")  # noqa: T201 - the table
        assert {Verdict.VALID: total} == found


class TestRotationUnderLoad:
    """Who gives a badge does not notice that the key is replaced."""

    def run(self, desk: IssuingDesk, rotations: int) -> list[IssuedBadge]:
        """Replace both keys again and again while two others give badges, at least one between every two."""
        given: Queue[IssuedBadge | Exception] = Queue()
        over = threading.Event()

        def giving(first: int) -> None:
            for number in count(first, 2):
                try:
                    given.put(give(desk, [number])[0])
                except Exception as error:  # noqa: BLE001 - each is one too many
                    given.put(error)
                if over.is_set():
                    return

        with ThreadPoolExecutor(2) as pool:
            pool.map(giving, range(2))
            try:
                badges = [self.rotated(desk, given) for _ in progress(range(rotations), "rotate")]
            finally:
                over.set()
        badges += [given.get_nowait() for _ in range(given.qsize())]
        wrong = [each for each in badges if isinstance(each, Exception)]
        assert [] == wrong
        return [each for each in badges if isinstance(each, IssuedBadge)]

    def rotated(self, desk: IssuingDesk, given: "Queue[IssuedBadge | Exception]") -> IssuedBadge | Exception:
        """Replace both keys, and wait for a badge."""
        for purpose in (KeyPurpose.ASSERTION, KeyPurpose.TOKEN):
            rotate_key(desk, purpose, actor=beheer(desk))
        return given.get(timeout=60)

    def test_makes_no_errors(self, desk: IssuingDesk) -> None:
        """Each badge is good, and the history is whole."""
        badges = self.run(desk, 5)
        assert {Verdict.VALID: len(badges)} == verdicts(desk, [badge.raw for badge in badges])
        assert () == fsck(desk)

    @pytest.mark.torture
    def test_makes_no_errors_in_the_long_run(self, desk: IssuingDesk) -> None:
        """200 rotations of both keys."""
        rotations = few_or(200, of=SHARE)
        badges = self.run(desk, rotations)
        assert {Verdict.VALID: len(badges)} == verdicts(desk, [badge.raw for badge in badges])
        assert () == fsck(desk)
        print(f"\nload: {len(badges):,} badges during {2 * rotations:,} rotations, 0 errors")  # noqa: T201 - the table


class TestTheft:
    """A key was stolen: what the thief signs is refused, and what we signed is good again."""

    def put_right(self, desk: IssuingDesk, *, total: int, thefts: int) -> tuple[int, int]:
        """Give badges, forge others with the same key, and sign ours again; count both as they should be."""
        badges = give(desk, progress(range(total), "give"))
        key = stolen(desk)
        false = [
            self.forge(desk, badges[number % total].raw, key=key, number=number) for number in range(thefts)
        ]
        assert {Verdict.VALID: thefts} == verdicts(desk, false), "before anybody knows, nobody can tell"
        withdraw_key(desk, key.id, actor=beheer(desk))
        refused = verdicts(desk, progress(false, "forged"))[Verdict.INVALID]
        assert {Verdict.VALID: total} == verdicts(desk, [badge.raw for badge in badges]), "we know our own"
        assert Reissued(total, ()) == reissue(desk, key.id, actor=beheer(desk))
        again = [signed_bytes(desk, badge.token) for badge in badges]
        assert set(again).isdisjoint(badge.raw for badge in badges)
        assert refused == verdicts(desk, false)[Verdict.INVALID]
        return refused, verdicts(desk, progress(again, "again"))[Verdict.VALID]

    def forge(self, desk: IssuingDesk, raw: bytes, *, key: Key, number: int) -> bytes:
        """Change a badge, or make one of its own of it, as whoever has the key can."""
        own = {"id": f"urn:uuid:{uuid5(NAMES, str(number))}"} if number % 2 else {}
        return forged(desk, raw, key=key, name=f"Vervalst {number}", **own)

    def test_is_put_right(self, desk: IssuingDesk) -> None:
        """Ten of ten, and ten of ten."""
        assert (10, 10) == self.put_right(desk, total=10, thefts=10)

    @pytest.mark.torture
    def test_is_put_right_for_a_thousand(self, desk: IssuingDesk) -> None:
        """50 of 50 forged are refused, 1,000 of 1,000 are signed again (security T24)."""
        total, thefts = few_or(STOLEN_BADGES, of=SHARE), few_or(FORGED, of=SHARE)
        refused, signed = self.put_right(desk, total=total, thefts=thefts)
        print(f"\ntheft: {refused} of {thefts} forged refused, {signed:,} of {total:,} signed again")  # noqa: T201
        assert (thefts, total) == (refused, signed)


def stolen(desk: IssuingDesk) -> Key:
    """Give the key that signs badges now."""
    keys = list_keys(desk, actor=beheer(desk))
    return next(key for key in keys if key.purpose is KeyPurpose.ASSERTION and key.retired is None)
