"""Killing (kill -9) whoever gives a large roster: every row has one badge, at one place, in the end."""

import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from badges.catalogue import embedded
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.groups.keeping import find_group
from issuers.groups.running import give_some, start_group
from issuers.groups.tables import GroupState
from issuers.issuing.finishing import Stage
from issuers.issuing.recovery import recover
from issuers.issuing.tables import BadgeJwt, BadgeState
from issuers.opening import open_desk
from issuers.people.demo import demo_praktijkopleider
from tests.databases import Databases
from tests.issuers.groups.rosters import Inline, keep, many
from tests.issuers.issuing.accidents import badges_of
from tests.torturing import SHARE, progress
from web.clock import SystemClock

ROWS = 20_000
MOMENTS = 25
AT_ONCE = timedelta(seconds=-1)

GIVER = """
import os, signal, sys
from pathlib import Path
from uuid import UUID
from badges.catalogue import embedded
from issuers.groups.running import give_some
from issuers.opening import open_desk
from web.clock import SystemClock

folder, url, group, organisation, stage, chunks = sys.argv[1:]
desk = open_desk(url, data_dir=Path(folder), base_url="https://bewijs.voorbeeld",
                 clock=SystemClock(), catalogue=embedded())
done = 0

def watch(reached):
    if reached == stage and done >= int(chunks):
        os.kill(os.getpid(), signal.SIGKILL)

print("ready", flush=True)
while give_some(desk, UUID(group), organisation_id=organisation, watch=watch):
    done += 1
"""


def give_and_die(arguments: list[str], *, stage: str, after: float | None) -> None:
    """Let another process give the group, until it kills itself at a stage, or is killed after a while."""
    command = [sys.executable, "-c", GIVER, *arguments, stage, "1"]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        assert "ready\n" == process.stdout.readline()
        if after is not None:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
        assert process.wait() in {-signal.SIGKILL, 0}  # it may have been at the end


def open_again(folder: Path, *, url: str) -> IssuingDesk:
    """Start the service as after a crash."""
    return open_desk(
        url, data_dir=folder, base_url="https://bewijs.voorbeeld", clock=SystemClock(), catalogue=embedded()
    )


def assert_whole(desk: IssuingDesk, *, rows: int) -> None:
    """Every row has one badge, one place, one token, one record of its signature."""
    signed = [badge for badge in badges_of(desk) if badge.state is BadgeState.SIGNED]
    places = {(badge.status_list_id, badge.status_index) for badge in badges_of(desk)}
    tokens = desk.register.read(
        lambda session: session.exec(select(BadgeJwt.badge_id)).all(), within=WHOLE_SERVICE
    )
    of_signing = select(AuditRecord.badge_id).where(AuditRecord.kind == AuditKind.BADGE_SIGNED)
    records = desk.register.read(lambda session: session.exec(of_signing).all(), within=WHOLE_SERVICE)
    assert rows == len(signed) == len({badge.idempotency_key for badge in signed})
    assert len(badges_of(desk)) == len(places)
    assert {badge.id for badge in signed} == set(tokens) == set(records)
    assert rows == len(tokens) == len(records)
    assert () == fsck(desk)


@pytest.mark.torture
class TestKills:
    """A group that is killed is given as if it never was."""

    def test_every_row_has_one_badge(self, data_dir: Path, databases: Databases) -> None:
        """At each named point, and at moments that nobody chose; half the times recovery is first."""
        url, chance = databases.url(data_dir), random.Random(7)  # noqa: S311 (when it is killed, no secret)
        rows = max(3_000, round(ROWS * SHARE))
        desk = open_again(data_dir, url=url)
        actor = demo_praktijkopleider(desk)
        group = keep(desk, *many(rows), actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        desk.register.close()
        moments = [chance.uniform(0, 1.5) for _ in range(max(3, round(MOMENTS * SHARE)))]
        ways: list[tuple[str, float | None]] = [(stage.value, None) for stage in Stage]
        ways += [("nergens", after) for after in moments]
        for turn, (stage, after) in enumerate(progress(ways, "kill -9")):
            desk = open_again(data_dir, url=url)
            is_open = find_group(desk, group, actor=actor).state is GroupState.RUNNING
            if turn % 2:
                recover(desk, patience=AT_ONCE)
            desk.register.close()
            if is_open:
                arguments = [str(data_dir), url, str(group), actor.organisation_id]
                give_and_die(arguments, stage=stage, after=after)
        desk = open_again(data_dir, url=url)
        while give_some(desk, group, organisation_id=actor.organisation_id):
            pass
        recover(desk, patience=AT_ONCE)
        assert GroupState.DONE is find_group(desk, group, actor=actor).state
        assert_whole(desk, rows=rows)
        desk.register.close()


@pytest.mark.torture
def test_350_people_with_five_werkprocessen(desk: IssuingDesk) -> None:
    """Each line is a badge; how long it takes, and how much more memory, is told beside it."""
    import resource

    from issuers.groups.keeping import list_lines
    from issuers.groups.previewing import look_over

    actor = demo_praktijkopleider(desk)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = [
        row.replace("B1-K2-W1", code)
        for row in many(350)
        for code in ("B1-K1-W1", "B1-K1-W2", "B1-K2-W1", "B1-K2-W2", "B1-K2-W3")
    ]
    start = time.process_time()
    group = keep(desk, *rows, actor=actor)
    found = look_over(desk, list_lines(desk, group, actor=actor), actor=actor)
    looked_over = time.process_time() - start
    start = time.process_time()
    start_group(desk, group, actor=actor, runner=Inline(desk))
    given = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    told = f"looked over in {looked_over:.1f} s, given in {given:.1f} s of CPU, {grown:.0f} MB more"
    print(f"\n1,750 lines: {told}")  # noqa: T201 - the table
    assert [()] * 1_750 == [each.problems for each in found]
    assert 1_750 == len(badges_of(desk))
