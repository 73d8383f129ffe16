"""The long runs about links and addresses: nothing is used up, nobody comes in, nobody learns anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, func, select

from app.main import create_app
from app.settings import Settings
from issuers.database.scopes import WHOLE_SERVICE
from issuers.identifiers import uuid7
from issuers.people.platform import add_administrator
from issuers.people.tables import BrowserSession, EnrolmentLink, Person
from tests.app.serving import desk_of
from tests.postoffice import post_office
from tests.torturing import SHARE, progress
from web.limits import Limiter

pytestmark = pytest.mark.torture

SCANS = int(1_000 * SHARE)
ADDRESSES = int(2_000 * SHARE)
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
