"""Killing the service (kill -9) while it issues: nothing that was acknowledged is lost, nothing is double."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from badges.catalogue import embedded
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import open_register
from issuers.desk import IssuingDesk
from issuers.issuing.recovery import recover
from issuers.issuing.tables import Badge, BadgeState
from issuers.opening import open_desk
from tests.databases import Databases
from web.clock import SystemClock

ROUNDS = 10
AT_ONCE = timedelta(seconds=-1)  # no other process runs here; what began this very second is old too

ISSUER = """
import sys
from datetime import date
from pathlib import Path
from badges.catalogue import embedded
from badges.judgement import Judgement, Leervorm
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue
from issuers.opening import open_desk
from issuers.organisations.demo import demo_praktijkopleider
from web.clock import SystemClock

folder, url, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
desk = open_desk(url, data_dir=folder, base_url="https://bewijs.voorbeeld",
                 clock=SystemClock(), catalogue=embedded())
actor = demo_praktijkopleider(desk)
judgement = Judgement(werkproces=werkproces_reference(desk, "25774", code="B1-K2-W1"), name="Sam de Vries",
                      narrative="Sam verzamelde orders.", start=date(2026, 1, 5), end=date(2026, 6, 26),
                      independence=None, role=None, skills=(), leervorm=Leervorm.INFORMEEL)
print("ready", flush=True)
number = first
while True:
    badge = issue(desk, judgement, actor=actor, idempotency_key=f"rij-{number}")
    print(number, badge.credential_id, flush=True)
    number += 1
"""


def kill_while_issuing(folder: Path, *, url: str, first: int, after: float) -> dict[str, str]:
    """Let another process issue five and some, kill it in the middle, give what it had acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", ISSUER, str(folder), url, str(first)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert "ready\n" == process.stdout.readline()
    lines = [process.stdout.readline() for _ in range(5)]
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    whole = [line.split() for line in lines if len(line.split()) == 2 and len(line.split()[1]) == 45]
    return {f"rij-{number}": credential_id for number, credential_id in whole}


def start_again(folder: Path, *, url: str) -> IssuingDesk:
    """Start the service as after a crash."""
    return open_desk(
        url,
        data_dir=folder,
        base_url="https://bewijs.voorbeeld",
        clock=SystemClock(),
        catalogue=embedded(),
    )


@pytest.mark.torture
class TestKill:
    """After every kill the register is whole."""

    def test_loses_nothing_and_doubles_nothing(self, data_dir: Path, databases: Databases) -> None:
        """Acknowledged is there; half done is finished or marked; each key and each place is used once."""
        chance = random.Random(9)  # noqa: S311 (when the process is killed, no secret)
        acknowledged: dict[str, str] = {}
        url = databases.url(data_dir)
        rounds = max(2, round(ROUNDS * float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))))
        for turn in range(rounds):
            first = 1000 * turn
            issued = kill_while_issuing(data_dir, url=url, first=first, after=chance.uniform(0, 0.1))
            acknowledged |= issued
            desk = start_again(data_dir, url=url)
            recover(desk, patience=AT_ONCE)
            rows = desk.register.read(lambda session: session.exec(select(Badge)).all(), within=WHOLE_SERVICE)
            signed = {
                row.idempotency_key: row.credential_id for row in rows if row.state is BadgeState.SIGNED
            }
            assert 5 <= len(issued)
            assert acknowledged.items() <= signed.items()
            assert {BadgeState.SIGNED, BadgeState.FAILED} >= {row.state for row in rows}
            assert len(rows) == len({(row.status_list_id, row.status_index) for row in rows})
            assert () == fsck(desk)
            desk.register.close()
        if url.startswith("sqlite"):
            register = open_register(url)
            look = text("PRAGMA integrity_check")
            found = register.read(lambda session: session.execute(look).scalar(), within=WHOLE_SERVICE)
            register.close()
            assert "ok" == found
