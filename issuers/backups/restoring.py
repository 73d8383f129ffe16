"""Put a backup back where nothing is: checked first, made fit for today, and there when it is whole.

A file of SQLite is worked on in a folder beside its place, and renamed as the last step. A database of a
server carries a mark as long as it takes; with that, no service starts on it.
"""

import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import make_url, text

from issuers.audit.fsck import Finding, fsck
from issuers.backups import postgresql, programs
from issuers.backups.making import CATALOGUE, OF_POSTGRESQL, OF_SQLITE, Service
from issuers.backups.manifest import Manifest, digest_of, read_whole, sync, write_durably
from issuers.backups.settling import Settled, settle
from issuers.backups.sqlite import tidy
from issuers.database.journal import ENDING, Entry, read_journals
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.sqlite import database_file
from issuers.database.transactions import is_new, open_register
from issuers.errors import BackupError, BackupOccupiedError, BackupUnreadableError

UNFINISHED: Final = "terugzetten"
"""The folder in DATA_DIR in which a backup is made ready."""

_MAY_BE_THERE: Final = frozenset({"keys", "journal", "tls", UNFINISHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """Tell what was put back, and what came of it.

    `unreadable` counts lines of the journal that a crash cut off.
    """

    manifest: Manifest
    settled: Settled
    unreadable: int
    findings: tuple[Finding, ...]


def restore(service: Service, folder: Path, *, base_url: str | None, has_journal: bool) -> Restored:
    """Put a backup back; `base_url` is the address that the settings name, if they do.

    Raises:
        BackupUnreadableError: it is no backup, is damaged, or of another service or a newer program.
        BackupOccupiedError: something is where it would come.
        BackupError: the keys or the journal are not there.
        BackupToolError: the programs of PostgreSQL do not do it.
    """
    manifest = read_whole(folder)
    _require_fitting(manifest, service=service, base_url=base_url)
    _require_room(service)
    _require_keys(service)
    entries, unreadable = _read_journal(service, manifest) if has_journal else (None, 0)
    put = _put_file if service.is_sqlite else _put_on_server
    settled, findings = put(service, folder, manifest=manifest, entries=entries)
    return Restored(manifest=manifest, settled=settled, unreadable=unreadable, findings=findings)


def _require_fitting(manifest: Manifest, *, service: Service, base_url: str | None) -> None:
    kind = "sqlite" if service.is_sqlite else "postgresql"
    if manifest.database != kind:
        raise BackupUnreadableError(
            f"The backup is of {manifest.database}, DATABASE_URL names {kind}.",
            nl=f"Deze back-up is van {manifest.database}. Zet PRAKTIJKBEWIJS_DATABASE_URL op zo'n database.",
        )
    if base_url and manifest.base_url != base_url:
        raise BackupUnreadableError(
            f"The backup is of {manifest.base_url}, BASE_URL names {base_url}.",
            nl=f"Deze back-up is van een andere dienst: {manifest.base_url}, niet van {base_url}.",
        )
    if not service.knows(manifest.migration):
        raise BackupUnreadableError(
            f"The backup is of a newer version ({manifest.migration}).",
            nl=f"Deze back-up is van een nieuwere versie van dit programma ({manifest.program}, "
            f"tabellen {manifest.migration}). Installeer die versie eerst.",
        )


def _require_room(service: Service) -> None:
    """Let pass a folder with nothing in it but keys and a journal, and an empty database."""
    there = {each.name for each in service.data_dir.iterdir()} if service.data_dir.is_dir() else set()
    if service.is_sqlite and _workplace(service).is_dir():
        there.discard(CATALOGUE)
    if there - _MAY_BE_THERE or (service.is_sqlite and not is_new(service.database_url)):
        named = ", ".join(sorted(there - _MAY_BE_THERE)) or database_file(make_url(service.database_url)).name
        raise BackupOccupiedError(
            f"{service.data_dir} is not empty: {named}.",
            nl=f"In {service.data_dir} staat al iets: {named}. Er wordt nooit ergens overheen geschreven. "
            "Zet PRAKTIJKBEWIJS_DATA_DIR op een map met alleen de map keys (en het journaal) erin.",
        )


def _require_keys(service: Service) -> None:
    if not (service.data_dir / "keys" / "kek-lists").is_file():
        raise BackupError(
            "The key-encryption keys are not there.",
            nl=f"Zet eerst de map keys terug in {service.data_dir}: kek-lists, en kek of wat KEY_FILE of KEY "
            "noemt. Ze zitten niet in de back-up.",
        )


def _read_journal(service: Service, manifest: Manifest) -> tuple[Sequence[Entry], int]:
    """Read the journal, and see to it that it goes on from what there was when the backup was made.

    Raises:
        BackupError: it is not there, or not all of it.
    """
    found = {path.name: path for path in service.journal_dir.glob(f"*{ENDING}")}
    lacking = [
        name
        for name, said in manifest.journal.items()
        if name not in found or digest_of(found[name], most=said.bytes) != said
    ]
    if lacking or not found:
        named = ", ".join(lacking) or "alles"
        raise BackupError(
            f"The journal in {service.journal_dir} is not whole: {named}.",
            nl=f"Het journaal in {service.journal_dir} is er niet of niet helemaal ({named}). Zonder weet "
            "niemand wat er na de back-up is ingetrokken, en wie is weggehaald. Zet het terug. Is het echt "
            "weg, gebruik dan --zonder-journaal: wat na de back-up is gegeven, telt dan als ingetrokken.",
        )
    read = read_journals(service.journal_dir)
    return read.entries, read.unreadable


def _put_file(
    service: Service, folder: Path, *, manifest: Manifest, entries: Sequence[Entry] | None
) -> tuple[Settled, tuple[Finding, ...]]:
    """Make a file of SQLite ready beside its place, and rename it last."""
    workplace, place = _workplace(service), database_file(make_url(service.database_url))
    shutil.rmtree(workplace, ignore_errors=True)
    workplace.mkdir(mode=0o700, parents=True)
    copy = workplace / OF_SQLITE
    copy.touch(mode=0o600)
    shutil.copyfile(folder / OF_SQLITE, copy)
    done = _make_ready(service, f"sqlite:///{copy.absolute()}", manifest=manifest, entries=entries)
    try:
        tidy(copy)
    except sqlite3.Error as problem:
        raise BackupError(str(problem), nl="De teruggezette database is niet te lezen.") from problem
    _copy_catalogue(service, folder)
    copy.replace(place)
    sync(place.parent)
    workplace.rmdir()
    return done


def _workplace(service: Service) -> Path:
    """Name the folder in which a file is made ready: beside its place, so that it can be renamed."""
    return database_file(make_url(service.database_url)).parent / UNFINISHED


def _put_on_server(
    service: Service, folder: Path, *, manifest: Manifest, entries: Sequence[Entry] | None
) -> tuple[Settled, tuple[Finding, ...]]:
    """Mark an empty database, put everything back in it, make it ready, and take the mark away."""
    register = open_register(service.database_url)
    try:
        if not postgresql.is_empty(register):
            raise BackupOccupiedError(
                "The database is not empty.",
                nl="In de database staat al iets. Er wordt nooit ergens overheen geschreven. Maak een lege "
                "database, en zet PRAKTIJKBEWIJS_DATABASE_URL daarop.",
            )
        server = postgresql.server_version(register)
        _mark(service, f"CREATE SCHEMA IF NOT EXISTS {postgresql.RESTORING}")
        programs.put_back(make_url(service.database_url), path=folder / OF_POSTGRESQL, server=server)
    finally:
        register.close()
    done = _make_ready(service, service.database_url, manifest=manifest, entries=entries)
    _copy_catalogue(service, folder)
    _mark(service, f"DROP SCHEMA {postgresql.RESTORING}")
    return done


def _mark(service: Service, statement: str) -> None:
    register = open_register(service.database_url)
    try:
        register.write(lambda session: session.execute(text(statement)), within=WHOLE_SERVICE)
    finally:
        register.close()


def _make_ready(
    service: Service, database_url: str, *, manifest: Manifest, entries: Sequence[Entry] | None
) -> tuple[Settled, tuple[Finding, ...]]:
    """Bring the tables up to date, make it fit for today, and hold everything against everything."""
    desk = service.open(database_url, manifest.base_url)
    try:
        settled = desk.register.write(partial(settle, desk=desk, journal=entries), within=WHOLE_SERVICE)
        return settled, fsck(desk)
    finally:
        desk.register.close()


def _copy_catalogue(service: Service, folder: Path) -> None:
    """Put imported catalogues back; those of an attempt that was broken off go first."""
    shutil.rmtree(service.data_dir / CATALOGUE, ignore_errors=True)
    for path in sorted((folder / CATALOGUE).glob("*.json")):
        write_durably(service.data_dir / CATALOGUE / path.name, path.read_bytes())
