"""Putting a backup back: where nothing is, fit for today, and never half."""

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from badges import status, strictjson
from badges.catalogue import embedded
from badges.fewer import Part
from issuers.apikeys.managing import NewKey, list_api_keys, make_api_key, withdraw_api_key
from issuers.audit.fsck import fsck
from issuers.audit.platform import read_platform_trail
from issuers.audit.tables import PlatformKind
from issuers.backups.making import Service, make_backup
from issuers.backups.manifest import NAME, Manifest, read_whole
from issuers.backups.restoring import Restored, restore
from issuers.backups.silence import confirm_mail, silent_since
from issuers.database.journal import Journal
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import (
    BackupError,
    BackupOccupiedError,
    BackupUnreadableError,
    LostRegisterError,
    NotFoundError,
    UnfinishedRestoreError,
)
from issuers.groups.tables import Group, GroupState
from issuers.identifiers import uuid7
from issuers.issuing.editions import sign_edition
from issuers.issuing.issuing import issue
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import Badge, BadgeState, RevocationReason, StatusList
from issuers.keys.managing import list_keys, withdraw_key
from issuers.mailing.outbox import Letter, deliver_due, new_letter, post
from issuers.mailing.tables import OutgoingMail
from issuers.opening import open_desk
from issuers.organisations.demo import add_person, demo_praktijkopleider
from issuers.organisations.tables import Instance
from issuers.people.members import list_members, remove_member
from issuers.people.permissions import Action, Actor, operator
from issuers.people.sessions import NewSession, find_visitor, sign_in
from issuers.people.tables import Proof, Role
from issuers.publishing.documents import organisation_did_document, status_list
from issuers.recipients.keeping import add_recipient, list_recipients
from issuers.recipients.reading import NewRecipient
from issuers.recipients.tables import Channel
from tests.databases import ON_BOTH, ON_SQLITE
from tests.issuers.backups.conftest import LATER, At
from tests.issuers.conftest import BASE_URL, FRIDAY, judge
from web.clock import FixedClock

pytestmark = ON_BOTH

_forking = get_context("fork")
SEEDED = [f"Wim-{number} Verdwenen-{number}" for number in range(20)]
Restoring = Callable[..., Restored]


def open_journalled(service: Service, clock: FixedClock) -> IssuingDesk:
    """Open a desk as a service does: with its journal."""
    return open_desk(
        service.database_url,
        data_dir=service.data_dir,
        base_url=BASE_URL,
        clock=clock,
        catalogue=embedded(),
        journal=Journal(service.journal_dir),
    )


@pytest.fixture
def clock() -> FixedClock:
    """Stand three minutes after the history began."""
    return FixedClock(FRIDAY + timedelta(minutes=3))


@pytest.fixture
def going(service: Service, busy: IssuingDesk, clock: FixedClock) -> Iterator[IssuingDesk]:
    """Give the desk of a service that goes on, and writes its journal."""
    busy.register.close()
    desk = open_journalled(service, clock)
    yield desk
    desk.register.close()


@pytest.fixture
def actor(going: IssuingDesk) -> Actor:
    """Give who gives badges."""
    return demo_praktijkopleider(going)


@pytest.fixture
def put_back(service: Service, service_at: At, tmp_path: Path) -> Restoring:
    """Put the backup back at another place, with the keys and the journal of the service."""

    def again(
        to: str = "elsewhere", *, has_journal: bool = True, base_url: str | None = BASE_URL
    ) -> Restored:
        return restore(
            prepare(service, service_at, tmp_path / to),
            tmp_path / "backup",
            base_url=base_url,
            has_journal=has_journal,
        )

    return again


@dataclass(frozen=True)
class Scene:
    """Hold a service that goes on, and where a backup of it is put back."""

    going: IssuingDesk
    actor: Actor
    service: Service
    service_at: At
    put_back: Restoring
    clock: FixedClock
    tmp_path: Path


@pytest.fixture
def scene(  # noqa: PLR0913, PLR0917 (what a scene is made of)
    going: IssuingDesk,
    actor: Actor,
    service: Service,
    service_at: At,
    put_back: Restoring,
    clock: FixedClock,
    tmp_path: Path,
) -> Scene:
    """Set it."""
    return Scene(going, actor, service, service_at, put_back, clock, tmp_path)


def prepare(service: Service, service_at: At, folder: Path) -> Service:
    """Put keys and journal where a backup comes."""
    folder.mkdir()
    for name in ("keys", "journal"):
        if (service.data_dir / name).is_dir():
            shutil.copytree(service.data_dir / name, folder / name)
    return service_at(folder)


def bits_of_list(desk: IssuingDesk, organisation_id: str, *, number: int) -> bytes:
    """Read a list as the world reads it."""
    document = strictjson.loads_object(status_list(desk, organisation_id, number=number))
    subject = document["credentialSubject"]
    assert isinstance(subject, dict)
    return status.decode(str(subject["encodedList"]))


def is_set(bits: bytes, index: int) -> bool:
    """Read one bit."""
    return bool(bits[index // 8] >> (7 - index % 8) & 1)


def place_of(desk: IssuingDesk, badge_id: UUID) -> tuple[UUID, int]:
    """Say where in which list a badge stands."""
    row = desk.register.read(lambda session: session.get_one(Badge, badge_id), within=WHOLE_SERVICE)
    return row.status_list_id, row.status_index


class TestRestore:
    """`restore` gives a service that is whole, silent, and hands nothing out twice."""

    def test_gives_back_what_was_there(self, scene: Scene) -> None:
        """Badges, withdrawals and chains; and it opens."""
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        restored = scene.put_back()
        assert (0, 0, 0, 0, ()) == (
            restored.settled.replayed.withdrawn,
            restored.settled.replayed.unseen,
            restored.settled.replayed.removed,
            restored.unreadable,
            restored.findings,
        )
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        states = desk.register.read(
            lambda session: sorted(session.exec(select(Badge.state)).all()), within=WHOLE_SERVICE
        )
        assert states == [BadgeState.REVOKED, BadgeState.SIGNED]
        assert PlatformKind.BACKUP_RESTORED is read_platform_trail(desk, page=0)[0].kind
        assert () == fsck(desk)
        desk.register.close()

    def test_hands_no_place_out_twice(self, scene: Scene) -> None:
        """What is given after it stands in a list with a number that no list had; also a second time."""
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        scene.put_back("one")
        shutil.rmtree(scene.service.data_dir / "journal")
        shutil.copytree(scene.tmp_path / "one" / "journal", scene.service.data_dir / "journal")
        scene.put_back("two")
        scene.clock.advance(timedelta(hours=2))
        numbers = []
        for name in ("one", "two"):
            desk = open_journalled(scene.service_at(scene.tmp_path / name), scene.clock)
            given = issue(desk, judge(desk), actor=scene.actor, idempotency_key="daarna")
            list_id, _ = place_of(desk, given.id)
            numbers.append(
                desk.register.read(
                    lambda session, key=list_id: session.get_one(StatusList, key).number,  # type: ignore[misc]  # bound at once
                    within=WHOLE_SERVICE,
                )
            )
            assert () == fsck(desk)
            desk.register.close()
        assert 1 < numbers[0] < numbers[1]

    def test_keeps_withdrawn_what_was_withdrawn_since(self, scene: Scene) -> None:
        """One that the backup knows, and one that was given and withdrawn after it."""
        known = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="bekend")
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        unseen = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="daarna")
        stands = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="blijft")
        places = [place_of(scene.going, each.id)[1] for each in (known, unseen, stands)]
        for each in (known, unseen):
            revoke(scene.going, each.id, actor=scene.actor, reason=RevocationReason.VERGISSING)
        scene.going.register.close()
        restored = scene.put_back()
        assert (1, 1) == (restored.settled.replayed.withdrawn, restored.settled.replayed.unseen)
        assert () == restored.findings
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        bits = bits_of_list(desk, scene.actor.organisation_id, number=1)
        assert [True, True, False] == [is_set(bits, each) for each in places]
        with pytest.raises(NotFoundError):
            revoke(desk, unseen.id, actor=scene.actor, reason=RevocationReason.VERGISSING)
        desk.register.close()

    def test_lets_no_edition_outlive_its_fact(self, scene: Scene) -> None:
        """One of after the backup reads as withdrawn; one that it knows goes with its badge."""
        badge = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="bekend")
        known = sign_edition(scene.going, badge.id, without=frozenset({Part.NAAM})).badge_id
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        after = sign_edition(scene.going, badge.id, without=frozenset({Part.STAP})).badge_id
        places = [place_of(scene.going, each)[1] for each in (badge.id, known, after)]
        scene.going.register.close()
        restored = scene.put_back()
        assert (1, ()) == (restored.settled.replayed.unseen, restored.findings)
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        said = []
        for withdrawn in (False, True):
            if withdrawn:
                revoke(desk, badge.id, actor=scene.actor, reason=RevocationReason.VERGISSING)
            bits = bits_of_list(desk, scene.actor.organisation_id, number=1)
            said.append([is_set(bits, each) for each in places])
        assert [[False, False, True], [True, True, True]] == said
        desk.register.close()

    def test_withdraws_all_that_is_unknown_without_a_journal(self, scene: Scene) -> None:
        """Nothing reads as valid that may have been withdrawn; what the backup knows is as it was."""
        known = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="bekend")
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        after = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="daarna")
        places = [place_of(scene.going, each.id)[1] for each in (known, after)]
        shutil.rmtree(scene.service.data_dir / "journal")
        with pytest.raises(BackupError, match="journal"):
            scene.put_back("with")
        restored = scene.put_back("without", has_journal=False)
        assert () == restored.findings
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "without"), scene.clock)
        bits = bits_of_list(desk, scene.actor.organisation_id, number=1)
        assert [False, True] == [is_set(bits, each) for each in places]
        desk.register.close()

    def test_removes_again_who_was_removed(self, scene: Scene) -> None:
        """No name in the database, in a file, or in a letter; who was not removed is there."""
        ids = [
            add_recipient(
                scene.going, _new(name, mail=f"{name.replace(' ', '.')}@x.voorbeeld"), actor=scene.actor
            )
            for name in SEEDED
        ]
        add_recipient(scene.going, _new("Yara Blijft"), actor=scene.actor)
        _post(scene.going, [new_letter("x@x.voorbeeld", subject="Dag", text=n, now=LATER) for n in SEEDED])
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        for each in ids:
            remove_recipient(scene.going, each, actor=scene.actor)
        restored = scene.put_back()
        assert (len(SEEDED), ()) == (restored.settled.replayed.removed, restored.findings)
        assert [] == _holding(b"Verdwenen", scene.tmp_path / "elsewhere")
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        assert ["Yara Blijft"] == [each.name for each in list_recipients(desk, actor=scene.actor)]
        texts = desk.register.read(
            lambda session: [
                (each.text, each.recipient) for each in session.exec(select(OutgoingMail)).all()
            ],
            within=WHOLE_SERVICE,
        )
        assert {("", "")} == set(texts)
        desk.register.close()

    def test_lets_nobody_in_who_was_let_go(self, scene: Scene) -> None:
        """Neither a colleague nor a system: what was taken away since is not given back."""
        chief = add_person(
            scene.going, "Kim Baas", organisation_id=scene.actor.organisation_id, role=Role.BEHEERDER
        )
        new = NewKey(name="Volgsysteem", actions=frozenset({Action.READ}))
        key = make_api_key(scene.going, new, actor=chief)
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        remove_member(scene.going, scene.actor.person_id, actor=chief)
        withdraw_api_key(scene.going, key.id, actor=chief)
        scene.put_back()
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        assert ["Kim Baas"] == [each.name for each in list_members(desk, actor=chief)]
        assert [False] == [each.withdrawn is None for each in list_api_keys(desk, actor=chief)]
        desk.register.close()

    def test_trusts_no_key_that_was_stolen(self, scene: Scene) -> None:
        """The next one of after the backup is known by its public half, and signs no more."""
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        beheer = operator(scene.actor.organisation_id, now=scene.clock.now())
        keys = list_keys(scene.going, actor=beheer)
        stolen = {each.purpose: each for each in keys if each.retired is None}
        again = {each: withdraw_key(scene.going, stolen[each].id, actor=beheer) for each in stolen}
        after = issue(scene.going, judge(scene.going), actor=scene.actor, idempotency_key="daarna")
        assert () == scene.put_back().findings
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        listed = organisation_did_document(desk, scene.actor.organisation_id)
        trusted = str(listed["assertionMethod"])
        for purpose, key in again.items():
            assert key is not None
            assert [False, True] == [each.multikey in trusted for each in (stolen[purpose], key)]
        issue(desk, judge(desk), actor=scene.actor, idempotency_key="nieuw")
        assert () == fsck(desk)
        assert after.raw
        desk.register.close()

    def test_sends_nothing_until_somebody_confirms_it(self, scene: Scene) -> None:
        """New letters wait; those of the backup went out since, and are given up."""
        _post(scene.going, [new_letter("oud@x.voorbeeld", subject="Dag", text="oud", now=LATER)])
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        assert 1 == scene.put_back().settled.letters
        scene.clock.advance(timedelta(hours=2))
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), scene.clock)
        _post(desk, [new_letter("nieuw@x.voorbeeld", subject="Dag", text="nieuw", now=scene.clock.now())])
        sent: list[Letter] = []
        deliver_due(desk, sent.append)
        assert (LATER, []) == (silent_since(desk), sent)
        assert [True, False] == [confirm_mail(desk) for _ in range(2)]
        deliver_due(desk, sent.append)
        assert ["nieuw"] == [each.text for each in sent]
        assert PlatformKind.MAIL_CONFIRMED is read_platform_trail(desk, page=0)[0].kind
        desk.register.close()

    def test_ends_who_was_signed_in_and_stops_what_ran(self, scene: Scene) -> None:
        """A sign-in of the backup may have ended since, and a group may be done."""
        token = sign_in(
            scene.going, NewSession(person_id=scene.actor.person_id, proof=Proof.DEMO, device="x")
        )
        group_id = _running_group(scene.going, actor=scene.actor)
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        assert 1 == scene.put_back().settled.waiting
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), FixedClock(LATER))
        group = desk.register.read(lambda session: session.get_one(Group, group_id), within=WHOLE_SERVICE)
        assert find_visitor(desk, token) is None
        assert group.state is GroupState.STOPPED
        assert "back-up teruggezet" in str(group.stopped)
        desk.register.close()

    def test_publishes_each_list_with_a_higher_version(self, scene: Scene) -> None:
        """However often the lost service published since."""
        make_backup(scene.service, scene.tmp_path / "backup", now=LATER)
        versions = [max(_versions(scene.going))]
        scene.put_back()
        desk = open_journalled(scene.service_at(scene.tmp_path / "elsewhere"), FixedClock(LATER))
        versions.append(min(each for each in _versions(desk) if each > 1))
        assert versions[1] > versions[0] + 1_000_000
        desk.register.close()


class TestRefusals:
    """`restore` says what to do, and changes nothing."""

    @pytest.fixture
    def made(self, going: IssuingDesk, service: Service, tmp_path: Path) -> Path:
        """Make a backup."""
        make_backup(service, tmp_path / "backup", now=LATER)
        going.register.close()
        return tmp_path / "backup"

    def test_writes_over_nothing(self, made: Path, service: Service) -> None:
        """A service is there, on either kind of database."""
        with pytest.raises(BackupOccupiedError) as refused:
            restore(service, made, base_url=None, has_journal=True)
        assert "nooit ergens overheen" in refused.value.nl

    def test_writes_over_no_database(
        self, made: Path, service: Service, service_at: At, tmp_path: Path
    ) -> None:
        """The folder is empty, the database is not."""
        empty = prepare(service, service_at, tmp_path / "elsewhere")
        with pytest.raises(BackupOccupiedError):
            restore(replace(empty, database_url=service.database_url), made, base_url=None, has_journal=True)

    @ON_SQLITE
    def test_asks_for_the_keys_first(self, made: Path, service_at: At, tmp_path: Path) -> None:
        """Without, lists cannot be signed and nothing can be looked over."""
        with pytest.raises(BackupError) as refused:
            restore(service_at(tmp_path / "nothing"), made, base_url=None, has_journal=True)
        assert "map keys" in refused.value.nl
        assert not (tmp_path / "nothing").exists()

    @ON_SQLITE
    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"base_url": "https://anders.voorbeeld"}, "van een andere dienst"),
            ({"migration": "9999"}, "nieuwere versie"),
            ({"database": "postgresql"}, "is van postgresql"),
        ],
        ids=["another service", "newer tables", "another kind"],
    )
    def test_refuses_what_does_not_fit_here(
        self, made: Path, put_back: Restoring, changes: dict[str, str], said: str
    ) -> None:
        """The manifest says so; nothing is written."""
        manifest = replace(read_whole(made), **changes)  # type: ignore[arg-type]  # the test names them
        (made / NAME).write_bytes(manifest.written())
        with pytest.raises(BackupUnreadableError) as refused:
            put_back()
        assert said in refused.value.nl

    def test_refuses_a_byte_that_was_changed(self, made: Path, put_back: Restoring, tmp_path: Path) -> None:
        """In each file; nothing is put back."""
        for number, path in enumerate(sorted(made.iterdir())):
            raw = bytearray(path.read_bytes())
            kept = bytes(raw)
            raw[len(raw) // 2] ^= 1
            path.write_bytes(raw)
            with pytest.raises(BackupUnreadableError):
                put_back(f"to-{number}")
            assert {"journal", "keys"} == {each.name for each in (tmp_path / f"to-{number}").iterdir()}
            path.write_bytes(kept)
        assert isinstance(read_whole(made), Manifest)

    @ON_SQLITE
    def test_refuses_a_journal_of_before_the_backup(
        self, made: Path, service: Service, put_back: Restoring
    ) -> None:
        """An old copy of it would leave out what was withdrawn."""
        [path] = (service.data_dir / "journal").iterdir()
        path.unlink()
        Journal(service.data_dir / "elsewhere").append([{"kind": "x"}])
        with pytest.raises(BackupError) as refused:
            put_back()
        assert "--zonder-journaal" in refused.value.nl


class TestKilled:
    """A restore that was killed leaves nothing on which a service starts, or all of it."""

    def test_leaves_nothing_half(self, scene: Scene) -> None:
        """At whatever moment; on SQLite the same command then goes through."""
        backup = scene.tmp_path / "backup"
        make_backup(scene.service, backup, now=LATER)
        scene.going.register.close()
        whole = prepare(scene.service, scene.service_at, scene.tmp_path / "whole")
        begun = time.monotonic()
        restore(whole, backup, base_url=None, has_journal=True)
        lasts = time.monotonic() - begun
        parts = range(10) if scene.service.is_sqlite else range(4)
        for part in parts:
            there = prepare(scene.service, scene.service_at, scene.tmp_path / f"killed-{part}")
            process = _forking.Process(
                target=_restore_alone, args=(there, backup), kwargs={"base_url": None, "has_journal": True}
            )
            process.start()
            process.join(lasts * part / len(parts))
            _kill_all(process.pid or 0)
            process.join()
            _check(there, backup)


def _restore_alone(service: Service, folder: Path, *, base_url: str | None, has_journal: bool) -> None:
    """Restore in a group of processes of its own, so that its programs end with it."""
    os.setsid()
    restore(service, folder, base_url=base_url, has_journal=has_journal)


def _kill_all(leader: int) -> None:
    """Kill a process and those that it started, as far as they are there."""
    with suppress(ProcessLookupError):
        os.kill(leader, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def _check(there: Service, backup: Path) -> None:
    """See that there is all of it, or that no service starts, and that SQLite can begin anew."""
    late = FixedClock(LATER + timedelta(hours=1))
    try:
        desk = open_journalled(there, late)
    except (LostRegisterError, UnfinishedRestoreError):
        desk = None
    if desk is None and there.is_sqlite:
        shutil.rmtree(there.data_dir / "journal")
        Journal(there.journal_dir).begin()
        restored = restore(there, backup, base_url=None, has_journal=False)
        assert () == restored.findings
        desk = open_journalled(there, late)
    if desk is not None:
        since = desk.register.read(lambda session: session.get_one(Instance, 1), within=WHOLE_SERVICE)
        if there.is_sqlite or since.mail_waits:
            assert since.mail_waits == LATER
        desk.register.close()


def _new(name: str, *, mail: str | None = None) -> NewRecipient:
    return NewRecipient(
        name=name,
        channel=Channel.MAIL if mail else Channel.NONE,
        address=mail,
        reference=None,
        is_somebody_else=False,
    )


def _post(desk: IssuingDesk, letters: list[Letter]) -> None:
    def work(session: Session) -> None:
        for each in letters:
            post(session, each, now=desk.clock.now(), organisation_id=None)

    desk.register.write(work, within=WHOLE_SERVICE)


def _versions(desk: IssuingDesk) -> list[int]:
    asked = select(StatusList.version).order_by(col(StatusList.number))
    return list(desk.register.read(lambda session: session.exec(asked).all(), within=WHOLE_SERVICE))


def _holding(words: bytes, folder: Path) -> list[Path]:
    """List the files in which these words stand."""
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


def _running_group(desk: IssuingDesk, *, actor: Actor) -> UUID:
    """Let a group be under way."""
    now = desk.clock.now()
    group = Group(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        name="Vrijdag",
        state=GroupState.RUNNING,
        made_by=actor.person_id,
        created=now,
        touched=now,
    )
    desk.register.write(lambda session: session.add(group), within=WHOLE_SERVICE)
    return group.id
