"""The long runs about links and addresses: nothing is used up, nobody comes in, nobody learns anything."""

import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, func, select

from app.main import create_app
from app.settings import Settings
from app.worlds import CARDS_PER_MINUTE
from holders.entering.addresses import Address, lookup_of
from holders.entering.tables import AddressCode, HolderAddress
from holders.keeping.tables import Holder
from issuers.database.counting import FileCounters
from issuers.database.scopes import WHOLE_SERVICE
from issuers.identifiers import uuid7
from issuers.mailing.tables import OutgoingMail
from issuers.people.platform import add_administrator
from issuers.people.tables import BrowserSession, EnrolmentLink, Person
from issuers.recipients.tables import Channel
from tests.app.serving import desk_of
from tests.postoffice import post_office
from tests.torturing import SHARE, progress
from web.clock import FixedClock
from web.errors import TooManyError
from web.limits import Limiter, Purpose

pytestmark = pytest.mark.torture

SCANS = int(1_000 * SHARE)
ADDRESSES = int(2_000 * SHARE)
TRIES = int(1_000_000 * SHARE)
A_WHILE = timedelta(minutes=14)
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """Open the service of a production that sends mail and counts nobody."""
    with post_office() as office:
        settings = Settings(
            mode="production",
            base_url="https://bewijs.voorbeeld",
            data_dir=tmp_path,
            smtp_url=office.url,
            mail_from="post@bewijs.voorbeeld",
        )
        app = create_app(settings)
        with TestClient(app, base_url=settings.base_url, headers=BROWSER, follow_redirects=False) as client:
            limiter: Limiter = app.state.limiter
            app.state.limiter = Limiter(
                limiter._counters, per_minute={}, clock=app.state.desk.clock, tell=lambda _: None
            )
            yield client


def count(client: TestClient, what: Any) -> int:
    """Count rows of a table."""
    desk = desk_of(client)
    found: int = desk.register.read(
        lambda session: session.exec(select(func.count()).select_from(what)).one(), within=WHOLE_SERVICE
    )
    return found


class TestScanners:
    def test_use_nothing_up(self, client: TestClient) -> None:
        """However often a scanner of mail opens a link, its owner can still use it once."""
        desk = desk_of(client)
        path = f"/instellen/{add_administrator(desk, 'Ada Smit', mail='ada@bewijs.voorbeeld')}"
        for _ in progress(range(SCANS), "scans"):
            client.head(path)
            assert 200 == client.get(path).status_code
        assert 0 == count(client, BrowserSession)
        assert 303 == client.post(path).status_code


class TestAddresses:
    def test_learn_nothing(self, client: TestClient) -> None:
        """Known and unknown addresses get the same bytes and the same headers."""
        desk = desk_of(client)
        now = desk.clock.now()

        def know(session: Session) -> None:
            for number in range(ADDRESSES):
                session.add(Person(id=uuid7(now), name="Noor", mail=f"k{number}@a.voorbeeld", created=now))

        desk.register.write(know, within=WHOLE_SERVICE)
        answers = set()
        for number in progress(range(ADDRESSES), "addresses"):
            for known in "kx":
                answer = client.post("/inloggen/hulp", data={"mail": f"{known}{number}@a.voorbeeld"})
                answers.add((answer.status_code, answer.content, str(answer.headers)))
        assert 1 == len(answers)
        assert (ADDRESSES, 0) == (count(client, EnrolmentLink), count(client, BrowserSession))


class TestHolderAddresses:
    def test_learn_nothing(self, client: TestClient) -> None:
        """By which address somebody opens what he keeps: the same bytes, headers and rows, known or not."""
        desk = desk_of(client)
        now = desk.clock.now()

        def know(session: Session) -> None:
            for number in range(ADDRESSES):
                holder = Holder(id=uuid7(now), since=now, seen=now.date())
                session.add(holder)
                session.flush()
                mail = Address(channel=Channel.MAIL, address=f"k{number}@a.voorbeeld")
                session.add(
                    HolderAddress(
                        id=uuid7(now),
                        holder_id=holder.id,
                        channel=mail.channel,
                        lookup=lookup_of(desk, mail),
                        hint=mail.hint,
                        made=now,
                    )
                )

        desk.register.write(know, within=WHOLE_SERVICE)
        answers = set()
        for number in progress(range(ADDRESSES), "addresses"):
            for known in "kx":
                asked = client.post("/openen/adres", data={"adres": f"{known}{number}@a.voorbeeld"})
                tried = client.post("/openen/adres/code", data={"code": "12345"})
                headers = re.sub(r"wacht=[\w-]{43};", "", str(asked.headers))
                answers.add((asked.status_code, asked.content, headers, tried.status_code, tried.content))
        assert 1 == len(answers)
        assert (2 * ADDRESSES, ADDRESSES) == (count(client, AddressCode), count(client, OutgoingMail))


class TestCards:
    def test_are_looked_at_a_hundred_times(self, tmp_path: Path) -> None:
        """Of a million codes that somebody tries from one place in a quarter of an hour."""
        clock = FixedClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
        rates = {Purpose.CARD: CARDS_PER_MINUTE}
        counters = FileCounters(tmp_path / "limits.db")
        limiter = Limiter(counters, per_minute=rates, clock=clock, tell=pytest.fail)
        looked_at = 0
        for _ in progress(range(TRIES), "codes"):
            clock.advance(A_WHILE / TRIES)
            with contextlib.suppress(TooManyError):
                limiter.take(Purpose.CARD, "192.0.2.1")
                looked_at += 1
        limiter.close()
        assert looked_at <= 100
