"""Killing (kill -9) whoever gives a roster: every row has one badge, one place and one letter, in the end."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.groups.keeping import find_group, list_lines
from issuers.groups.previewing import look_over
from issuers.groups.running import give_some, start_group
from issuers.groups.states import LineState
from issuers.groups.tables import GroupState
from issuers.issuing.recovery import recover
from issuers.issuing.tables import BadgeJwt, BadgeState
from issuers.mailing.outbox import TAKEN
from issuers.mailing.tables import OutgoingMail
from issuers.organisations.demo import demo_praktijkopleider
from issuers.telling.tables import Told
from tests.databases import ON_BOTH, ON_SQLITE, Databases
from tests.issuers.groups.killing import POINTS, Giver, learners
from tests.issuers.groups.rosters import Inline, keep, many
from tests.issuers.issuing.accidents import badges_of
from tests.issuers.racing import open_now
from tests.torturing import SHARE, progress
from web.clock import FixedClock

pytestmark = ON_BOTH

ROWS = 20_000
MOMENTS = 25
AT_ONCE = timedelta(seconds=-1)

Ways = Sequence[tuple[str, float | None]]
"""At which point it is killed each time, or after how long."""


def begin(data_dir: Path, *, databases: Databases, rows: int) -> Giver:
    """Begin to give so many rows, each of a learner who said yes and wants to hear of it."""
    url = databases.url(data_dir)
    desk = open_now(data_dir, url=url)
    actor = demo_praktijkopleider(desk)
    learners(desk, [f"s{number}" for number in range(rows)], actor=actor)
    group = keep(desk, *many(rows), actor=actor)
    start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
    desk.register.close()
    return Giver(folder=data_dir, url=url, group_id=group, organisation_id=actor.organisation_id)


def kill(giver: Giver, ways: Ways) -> int:
    """Let it be given and killed in each of these ways; tell how often it was.

    Before every other moment that nobody chose, recovery is first.
    """
    killed = 0
    for turn, (point, after) in enumerate(progress(ways, "kill -9")):
        if after and turn % 2:
            desk = open_now(giver.folder, url=giver.url)
            recover(desk, patience=AT_ONCE)
            desk.register.close()
        killed += giver.run_and_die(point, after=after)
    return killed


def finish(giver: Giver) -> IssuingDesk:
    """Start the service as after a crash, and let it do what is left; what was taken to be sent is free."""
    desk = open_now(giver.folder, url=giver.url)
    while give_some(desk, giver.group_id, organisation_id=giver.organisation_id):
        pass
    recover(desk, patience=AT_ONCE)
    later = open_now(giver.folder, url=giver.url, clock=FixedClock(desk.clock.now() + 2 * TAKEN))
    giver.tell(later)
    later.register.close()
    return desk


def assert_whole(desk: IssuingDesk, giver: Giver, *, rows: int) -> None:
    """Every row has one badge that is of this group, one place, one token, one record of its signature."""
    signed = [badge for badge in badges_of(desk) if badge.state is BadgeState.SIGNED]
    places = {(badge.status_list_id, badge.status_index) for badge in badges_of(desk)}
    of_signing = select(AuditRecord.badge_id).where(AuditRecord.kind == AuditKind.BADGE_SIGNED)
    tokens, records = (
        desk.register.read(lambda session, asked=asked: session.exec(asked).all(), within=WHOLE_SERVICE)
        for asked in (select(BadgeJwt.badge_id), of_signing)
    )
    actor = demo_praktijkopleider(desk)
    known = list_lines(desk, giver.group_id, actor=actor)
    assert GroupState.DONE is find_group(desk, giver.group_id, actor=actor).state
    assert {LineState.GIVEN: rows} == Counter(each.state for each in known)
    assert {badge.id for badge in signed} == {each.badge_id for each in known} == set(tokens) == set(records)
    assert rows == len(signed) == len(tokens) == len(records)
    assert len(badges_of(desk)) == len(places)
    assert () == fsck(desk)


def assert_told(desk: IssuingDesk, giver: Giver, *, rows: int) -> None:
    """Each learner was told of his badge once: what went out twice has one Message-ID."""
    told, letters = (
        desk.register.read(lambda session, asked=asked: session.exec(asked).all(), within=WHOLE_SERVICE)
        for asked in (select(Told.letter_id), select(OutgoingMail))
    )
    assert rows == len(told) == len(letters) == len({letter.id for letter in letters})
    assert set(told) == {letter.id for letter in letters if letter.sent}
    assert {str(letter.id) for letter in letters} == set(giver.sent())


@ON_SQLITE
def test_is_given_once_however_often_it_is_killed(data_dir: Path, databases: Databases) -> None:
    """Once at each named point: a small group that is as if nothing happened."""
    rows = 5
    giver = begin(data_dir, databases=databases, rows=rows)
    assert len(POINTS) == kill(giver, [(point, None) for point in POINTS])
    desk = finish(giver)
    assert_whole(desk, giver, rows=rows)
    assert_told(desk, giver, rows=rows)
    desk.register.close()


@pytest.mark.torture
def test_a_large_group_is_given_once_however_often_it_is_killed(data_dir: Path, databases: Databases) -> None:
    """At each named point, and at moments that nobody chose."""
    chance = random.Random(7)  # noqa: S311 (when it is killed, no secret)
    rows = max(500, round(ROWS * SHARE))
    giver = begin(data_dir, databases=databases, rows=rows)
    moments = [chance.uniform(0, 1.5) for _ in range(max(3, round(MOMENTS * SHARE)))]
    ways = [(point, None) for point in POINTS] + [("", after) for after in moments]
    assert len(POINTS) <= kill(giver, ways)
    desk = finish(giver)
    assert_whole(desk, giver, rows=rows)
    assert_told(desk, giver, rows=rows)
    desk.register.close()


@pytest.mark.torture
def test_350_people_with_five_werkprocessen(desk: IssuingDesk) -> None:
    """Each line is a badge; how long it takes, and how much more memory, is told beside it."""
    import resource

    actor = demo_praktijkopleider(desk)
    learners(desk, [f"s{number}" for number in range(350)], actor=actor)
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
    assert 350 == sum(each.profiel_id is not None for each in found)
    assert 1_750 == len(badges_of(desk))
