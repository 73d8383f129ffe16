"""Killing (kill -9) the service while a school sends it the files of a whole year, broken ones among them."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from sqlmodel import Session, select

from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from schools.importing.tables import Candidate, TakenFile
from tests.databases import Databases
from tests.schools.importing.serving import Sender, Service, signed_in
from tests.torturing import SHARE

FILES: Final = 10_000
BROKEN: Final = 0.03
KILLED_AT: Final = (0.2, 0.5, 0.8)
LEAST: Final = 400
EACH: Final = 20
"""So many files are in one person's folder."""
POLL: Final = 0.2
MOST_MEMORY: Final = 1_000.0

WAYS: Final[tuple[Callable[[bytes], bytes], ...]] = (
    lambda _: b"",
    lambda raw: raw[: len(raw) // 2],
    lambda raw: raw.replace(b"zocht", b"vond "),
    lambda raw: raw.replace(b'"proof"', b'"proefje"'),
    lambda raw: b"\x89PNG\r\n\x1a\n" + raw[:40],
    lambda raw: b"%PDF-1.7\n" + raw[:40],
    lambda _: b"crebo;werkproces\n99999;B9-K1-W1\n",
    lambda _: b"<!doctype html><title>Sam</title>",
    lambda _: b"[" * 100_000,
    lambda raw: b"PK\x03\x04" + raw[:40],
)
"""How a file may be broken: ten ways."""


@pytest.fixture
def service(tmp_path: Path, databases: Databases) -> Iterator[Service]:
    """Give a service on a folder of its own."""
    folder = tmp_path / "data"
    found = Service(folder=folder, url=databases.url(folder))
    yield found
    found.kill()


def files_of(raws: list[bytes], *, broken: int) -> dict[str, bytes]:
    """Put badges in the folders of people; break so many, spread over all."""
    step = len(raws) // broken
    return {
        f"jaar/Persoon {place // EACH}/{place}.json": (
            WAYS[place // step % len(WAYS)](raw) if place % step == 0 and place // step < broken else raw
        )
        for place, raw in enumerate(raws)
    }


def kept(session: Session) -> tuple[Counter[str], int]:
    """Count how often each file is kept, and how many people there are."""
    digests = Counter(session.exec(select(TakenFile.digest)).all())
    return digests, len(session.exec(select(Candidate.id)).all())


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Hold where it is told, the seconds to send and in all, and how often the service was killed amid it."""

    page: str
    sent: float
    seconds: float
    killed: int


def take_in(sender: Sender, files: Mapping[str, bytes]) -> Taken:
    """Send the files, kill the service so far on, start it again, and wait until it is done."""
    start, killed = time.monotonic(), 0
    page = sender.send(files)
    sent = time.monotonic() - start
    for share in KILLED_AT:
        while (done := sender.done(page)) is not None and done < share * len(files):
            time.sleep(POLL)
        killed += done is not None
        sender.service.kill()
        sender.service.start()
    while sender.done(page) is not None:
        time.sleep(POLL)
    return Taken(page=page, sent=sent, seconds=time.monotonic() - start, killed=killed)


@pytest.mark.torture
class TestKill:
    """Whatever happens to the service, each file is taken in once or has a reason."""

    def test_takes_in_each_file_once_and_tells_why_not(self, service: Service) -> None:
        """Killed three times amid it; it goes on by itself each time it is started."""
        count = max(LEAST, round(FILES * SHARE))
        broken = round(count * BROKEN)
        files = files_of(service.give(count), broken=broken)
        service.start()
        with signed_in(service) as sender:
            taken = take_in(sender, files)
            counts, reasons = sender.counts(taken.page), sender.reasons(taken.page)
        desk = service.open()
        digests, people = desk.register.read(kept, within=WHOLE_SERVICE)
        print(f"\n{count} files, {service.peak:.0f} MB at most, {taken}")  # noqa: T201 - what the run is for
        assert {"Ingelezen": count - broken, "Niet ingelezen": broken} == counts
        assert broken == len([reason for reason in reasons if reason])
        assert (count - broken, {1}, count // EACH) == (len(digests), {*digests.values()}, people)
        assert taken.killed
        assert service.peak < MOST_MEMORY
        assert () == fsck(desk)
        desk.register.close()
