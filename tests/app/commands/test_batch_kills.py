"""Killing (kill -9) `praktijkbewijs issue --batch` with all that it began: the roster once more ends it."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from issuers.audit.fsck import fsck
from issuers.issuing.tables import BadgeState
from tests.app.commands.commanding import Run
from tests.databases import Databases
from tests.issuers.conftest import BASE_URL
from tests.issuers.groups.rosters import HEADER, many
from tests.issuers.issuing.accidents import badges_of
from tests.issuers.racing import open_now
from tests.torturing import SHARE, progress

ROWS = 20_000
MOMENTS = 25
STARTS = 4.0
"""So many seconds pass before anything is given: the command reads its modules, and begins processes."""

COMMAND = (sys.executable, "-c", "from app.cli import main; main()", "issue", "--batch")


def give_and_die(roster: Path, *, settings: dict[str, str], after: float) -> None:
    """Begin, and be killed after a while."""
    environ = os.environ | {f"PRAKTIJKBEWIJS_{name}": value for name, value in settings.items()}
    with subprocess.Popen([*COMMAND, str(roster)], env=environ, stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.kill()


@pytest.mark.torture
def test_gives_each_row_once_however_often_it_is_killed(
    run: Run, tmp_path: Path, databases: Databases
) -> None:
    """At moments that nobody chose; what was given counts as given, and nothing is given twice."""
    chance = random.Random(11)  # noqa: S311 (when it is killed, no secret)
    rows = max(1_500, round(ROWS * SHARE))
    roster, folder = tmp_path / "rooster.csv", tmp_path / "data"
    roster.write_text("\n".join((HEADER, *many(rows))))
    url = databases.url(folder)
    settings = {"MODE": "demo", "DATA_DIR": str(folder), "DATABASE_URL": url, "BASE_URL": BASE_URL}
    for _ in progress(range(max(2, round(MOMENTS * SHARE))), "kill -9"):
        give_and_die(roster, settings=settings, after=chance.uniform(0, 2 * STARTS))
    done = run("issue", "--batch", str(roster), **settings)
    new, already, refused = (int(each.split()[1]) for each in done.stdout.splitlines()[-1].split(", "))
    desk = open_now(folder, url=url)
    badges = badges_of(desk)
    signed = [badge for badge in badges if badge.state is BadgeState.SIGNED]
    assert (0, rows, 0) == (done.returncode, new + already, refused)
    assert rows == len(signed) == len({badge.idempotency_key for badge in signed})
    assert len(badges) == len({(badge.status_list_id, badge.status_index) for badge in badges})
    assert () == fsck(desk)
    desk.register.close()
