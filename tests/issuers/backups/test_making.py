"""Making a backup of a service that goes on, on both kinds of database."""

import os
import sqlite3
import stat
import time
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from issuers.audit.fsck import fsck
from issuers.backups.making import Service, make_backup
from issuers.backups.manifest import NAME, read_whole
from issuers.desk import IssuingDesk
from issuers.errors import BackupOccupiedError, BackupUnreadableError, RegisterError
from issuers.issuing.issuing import issue
from issuers.organisations.demo import demo_praktijkopleider
from tests.databases import ON_BOTH, ON_SQLITE, Databases
from tests.issuers.backups.conftest import LATER
from tests.issuers.conftest import FRIDAY, judge, open_at
from web.clock import FixedClock

pytestmark = ON_BOTH

_forking = get_context("fork")


class TestMakeBackup:
    """`make_backup` gives a folder that is whole, or none."""

    def test_says_what_it_is_of(self, service: Service, tmp_path: Path) -> None:
        """The manifest names version, tables, moment, address and files, and nobody else can read any."""
        folder = tmp_path / "backup"
        made = make_backup(service, folder, now=LATER)
        read = read_whole(folder)
        assert made.manifest == read
        assert (LATER, service.newest, "https://bewijs.voorbeeld") == (
            read.made,
            read.migration,
            read.base_url,
        )
        assert {0o700} == {stat.S_IMODE(each.stat().st_mode) for each in (folder,)}
        assert {0o600} == {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}

    def test_leaves_the_keys_where_they_are(self, service: Service, tmp_path: Path) -> None:
        """Who has database and keys can sign in the name of everybody."""
        make_backup(service, tmp_path / "backup", now=LATER)
        keys = [path.read_bytes() for path in (service.data_dir / "keys").iterdir()]
        copied = b"".join(each.read_bytes() for each in (tmp_path / "backup").iterdir())
        assert len(keys) == 2
        assert not any(key in copied for key in keys)

    @ON_SQLITE
    def test_takes_imported_catalogues_along(self, service: Service, tmp_path: Path) -> None:
        """Badges go on naming their texts."""
        (service.data_dir / "catalogue").mkdir()
        (service.data_dir / "catalogue" / "2027.json").write_text("{}")
        made = make_backup(service, tmp_path / "backup", now=LATER)
        assert "catalogue/2027.json" in made.manifest.files

    @ON_SQLITE
    def test_holds_the_copy_against_its_audit_chains(
        self, service: Service, databases: Databases, tmp_path: Path
    ) -> None:
        """What was changed behind our back is told with the backup that holds it."""
        assert () == make_backup(service, tmp_path / "one", now=LATER).findings
        databases.tamper(service.database_url, "UPDATE badge SET raw = CAST('{}' AS BLOB) WHERE rowid = 1")
        findings = make_backup(service, tmp_path / "two", now=LATER).findings
        assert findings
        assert "badge-changed" in {each.code for each in findings}

    @ON_SQLITE
    def test_copies_what_an_older_program_left(self, older: Service, tmp_path: Path) -> None:
        """Before a new version is started, tables are left as they are."""
        made = make_backup(older, tmp_path / "backup", now=LATER)
        assert made.findings is None

    @ON_SQLITE
    def test_leaves_out_what_was_deleted(
        self, service: Service, databases: Databases, tmp_path: Path
    ) -> None:
        """SQLite leaves the bytes of a deleted row in its file; they do not go along."""
        databases.tamper(
            service.database_url,
            "CREATE TABLE seen (name TEXT);INSERT INTO seen VALUES ('Wim Verdwenen');DELETE FROM seen;"
            "DROP TABLE seen",
        )
        make_backup(service, tmp_path / "backup", now=LATER)
        assert b"Verdwenen" not in (tmp_path / "backup" / "praktijkbewijs.db").read_bytes()

    @pytest.mark.parametrize("name", ["file", "folder"])
    @ON_SQLITE
    def test_writes_over_nothing(self, service: Service, tmp_path: Path, name: str) -> None:
        """A folder with something in it, or a file."""
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "iets").write_text("van mij")
        (tmp_path / "file").write_text("van mij")
        with pytest.raises(BackupOccupiedError):
            make_backup(service, tmp_path / name, now=LATER)

    @ON_SQLITE
    def test_copies_no_damaged_database(self, service: Service, busy: IssuingDesk, tmp_path: Path) -> None:
        """A backup of it would be found out when it is needed; nothing is left behind."""
        busy.register.close()
        path = service.data_dir / "praktijkbewijs.db"
        raw = bytearray(path.read_bytes())
        for page in range(4096 * 8, len(raw), 4096):
            raw[page : page + 512] = os.urandom(512)
        path.write_bytes(raw)
        with pytest.raises(RegisterError):
            make_backup(service, tmp_path / "backup", now=LATER)
        assert {"busy"} == {each.name for each in tmp_path.iterdir()}

    @ON_SQLITE
    def test_leaves_nothing_that_looks_whole_when_it_is_killed(
        self, service: Service, tmp_path: Path
    ) -> None:
        """At whatever moment: either there is no folder of that name, or it is whole."""
        begun = time.monotonic()
        make_backup(service, tmp_path / "whole", now=LATER)
        lasts = time.monotonic() - begun
        for part in range(12):
            folder = tmp_path / f"killed-{part}"
            process = _forking.Process(target=make_backup, args=(service, folder), kwargs={"now": LATER})
            process.start()
            process.join(lasts * part / 10)
            process.kill()
            process.join()
            if folder.exists():
                read_whole(folder)
        for left in tmp_path.glob(".killed-*"):
            if not (left / NAME).exists():
                with pytest.raises(BackupUnreadableError):
                    read_whole(left)

    def test_copies_one_moment_while_badges_are_given(
        self,
        service: Service,
        busy: IssuingDesk,
        databases: Databases,
        tmp_path: Path,
    ) -> None:
        """Another process gives badges all the while; no chain is cut and no badge is half."""
        process = _forking.Process(target=_give, args=(service.data_dir, databases))
        busy.register.close()
        process.start()
        try:
            made = [make_backup(service, tmp_path / f"{number}", now=LATER) for number in range(3)]
        finally:
            process.kill()
            process.join()
        assert all(not each.findings for each in made)
        if service.is_sqlite:
            counts = [_count(tmp_path / str(number) / "praktijkbewijs.db") for number in range(3)]
            assert counts == sorted(counts)
        desk = open_at(service.data_dir, FixedClock(LATER), databases=databases)
        assert () == fsck(desk)
        desk.register.close()


def _give(folder: Path, databases: Databases) -> None:
    """Give badges until somebody ends it."""
    desk = open_at(folder, FixedClock(FRIDAY.replace(hour=15)), databases=databases)
    actor, judgement = demo_praktijkopleider(desk), judge(desk)
    for number in range(100_000):
        issue(desk, judgement, actor=actor, idempotency_key=f"meer-{number}")


def _count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as copy:
        return int(copy.execute("SELECT count(*) FROM badge").fetchone()[0])
