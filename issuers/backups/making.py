"""Make a backup: the database as it is at one moment, and the files that cannot be made again.

It is written beside the place where it comes, held against itself, and gets its name when it is whole. The
keys that guard keys are never in it: who has both can sign in the name of everybody.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sqlalchemy import make_url

from issuers.audit.fsck import Finding, fsck
from issuers.backups import postgresql, programs, sqlite
from issuers.backups.manifest import NAME, Manifest, digest_of, files_in, read_whole, sync, write_durably
from issuers.database.sqlite import database_file
from issuers.database.transactions import open_register
from issuers.desk import IssuingDesk
from issuers.errors import BackupOccupiedError, BackupUnreadableError

CATALOGUE: Final = "catalogue"
OF_SQLITE: Final = "praktijkbewijs.db"
OF_POSTGRESQL: Final = "database.dump"

Open = Callable[[str, str], IssuingDesk]
"""Open the database at an address, which is bound to a second, beside the keys of this service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Say where a service is kept.

    Attributes:
        newest: How far the tables of this program have come.
        knows: Tells whether this program can bring tables that had this migration last up to date.
        open: Opens a database beside the keys of this service.
    """

    database_url: str
    data_dir: Path
    journal_dir: Path
    newest: str
    knows: Callable[[str], bool]
    open: Open

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the database is a file."""
        return make_url(self.database_url).get_backend_name() == "sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Tell what was made; `findings` is None where the copy could not be held against its audit chains."""

    manifest: Manifest
    findings: tuple[Finding, ...] | None


def make_backup(service: Service, folder: Path, *, now: datetime) -> Made:
    """Make a backup in a folder that is empty, or not there yet.

    Raises:
        BackupOccupiedError: something is in the folder.
        BackupToolError: the programs of PostgreSQL do not do it.
        RegisterError: the database is damaged, or not one of this service.
    """
    _require_empty(folder)
    folder.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.onaf-", dir=folder.absolute().parent))
    try:
        made = _fill(service, unfinished, now=now)
        unfinished.rename(folder.absolute())
        sync(folder.absolute().parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return made


def _require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupOccupiedError(
            f"{folder} is not empty.",
            nl=f"In {folder} staat al iets. Noem een map die er nog niet is.",
        )


def _fill(service: Service, folder: Path, *, now: datetime) -> Made:
    """Write everything, read it back, and name it in the manifest last."""
    journal = {each.name: digest_of(each) for each in sorted(service.journal_dir.glob("*.jsonl"))}
    _copy_catalogue(service.data_dir / CATALOGUE, folder / CATALOGUE)
    if service.is_sqlite:
        migration, base_url, findings = _copy_file(service, folder / OF_SQLITE)
    else:
        migration, base_url = _copy_from_server(service, folder / OF_POSTGRESQL)
        findings = None
    manifest = Manifest(
        program=version("praktijkbewijs"),
        migration=migration,
        made=now,
        database="sqlite" if service.is_sqlite else "postgresql",
        base_url=base_url,
        journal=journal,
        files=files_in(folder),
    )
    write_durably(folder / NAME, manifest.written())
    sync(folder)
    if read_whole(folder) != manifest:
        raise BackupUnreadableError("It reads back otherwise.", nl="De back-up leest niet goed terug.")
    return Made(manifest=manifest, findings=findings)


def _copy_catalogue(source: Path, target: Path) -> None:
    """Copy every edition that was imported: texts that badges go on naming."""
    for path in sorted(source.glob("*.json")):
        write_durably(target / path.name, path.read_bytes())


def _copy_file(service: Service, target: Path) -> tuple[str, str, tuple[Finding, ...] | None]:
    """Copy a SQLite database, and hold the copy against its own audit chains."""
    sqlite.copy_database(database_file(make_url(service.database_url)), target)
    migration, base_url = sqlite.read_facts(target)
    if migration != service.newest:
        return migration, base_url, None
    desk = service.open(f"sqlite:///{target}", base_url)
    try:
        findings = fsck(desk)
    finally:
        desk.register.close()
    sqlite.tidy(target)
    return migration, base_url, findings


def _copy_from_server(service: Service, target: Path) -> tuple[str, str]:
    """Let the programs of PostgreSQL copy the database, and read it through."""
    register = open_register(service.database_url)
    try:
        migration, base_url = postgresql.read_facts(register)
        server = postgresql.server_version(register)
    finally:
        register.close()
    target.touch(mode=0o600)
    programs.dump(make_url(service.database_url), to=target, server=server)
    programs.read_through(target)
    sync(target)
    return migration, base_url
