"""Run the programs of PostgreSQL that copy a database and put it back: the one module that starts programs.

They run without a shell. A password is in the environment of the program, where only its own user reads it,
never on the command line, which every user of the machine can read.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import URL

from issuers.database.scopes import SCOPE_SETTING, WHOLE_SERVICE
from issuers.errors import BackupToolError

DUMP: Final = "pg_dump"
RESTORE: Final = "pg_restore"
LEFT_OUT: Final = "dbos"
"""The schema of work that is under way; it is made again from the register."""

_VERSION: Final = re.compile(r"\(PostgreSQL\) (\d+)")


def dump(url: URL, *, to: Path, server: int) -> None:
    """Write the whole database to a file, as it is at one moment.

    The role of the service sees every row within the whole service (`migrations.walls`).

    Raises:
        BackupToolError: there is no pg_dump, it is older than the server, or it did not succeed.
    """
    _require(DUMP, server=server)
    options = ("--format=custom", "--enable-row-security", "--no-owner", "--no-privileges")
    _run(DUMP, (*options, f"--exclude-schema={LEFT_OUT}", f"--file={to}"), url=url)


def read_through(path: Path) -> None:
    """Read a file that `dump` wrote from the first byte to the last.

    Raises:
        BackupToolError: it cannot be read.
    """
    _run(RESTORE, (f"--file={os.devnull}", str(path)), url=None)


def put_back(url: URL, *, path: Path, server: int) -> None:
    """Put what `dump` wrote back into an empty database, whole or not at all.

    Raises:
        BackupToolError: there is no pg_restore, it is older than the server, or it did not succeed.
    """
    _require(RESTORE, server=server)
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run(RESTORE, (*options, str(path)), url=url)


def _require(program: str, *, server: int) -> None:
    """Look whether a program is there, and new enough for the server."""
    said = subprocess.run(  # noqa: S603 (a program of a fixed name, and no shell)
        [_place_of(program), "--version"], capture_output=True, text=True, check=False
    )
    found = _VERSION.search(said.stdout)
    if found is None or int(found[1]) < server:
        raise BackupToolError(
            f"{program} is of version {found[1] if found else 'unknown'}, the server of version {server}.",
            nl=f"{program} op deze machine is ouder dan de PostgreSQL-server ({server}). Installeer "
            f"postgresql-client van versie {server} of nieuwer, en zet die vooraan in PATH.",
        )


def _place_of(program: str) -> str:
    place = shutil.which(program)
    if place is None:
        raise BackupToolError(
            f"There is no {program} on this machine.",
            nl=f"{program} is er niet op deze machine. Installeer postgresql-client, of zet hem in PATH.",
        )
    return place


def _run(program: str, options: Sequence[str], *, url: URL | None) -> None:
    """Run a program; of what it says goes on only the first line, for the rest may hold rows."""
    environ = {**os.environ, "PGOPTIONS": f"-c {SCOPE_SETTING}={WHOLE_SERVICE.word}"}
    if url is not None:
        password = url.password or url.query.get("password")
        environ |= {"PGPASSWORD": str(password)} if password else {}
        options = (*options, "--no-password", f"--dbname={_without_password(url)}")
    done = subprocess.run(  # noqa: S603 (a program of a fixed name, and no shell)
        [_place_of(program), *options],
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        first = next(iter(done.stderr.splitlines()), "no reason")
        raise BackupToolError(
            f"{program} ended with {done.returncode}: {first}",
            nl=f"{program} is niet gelukt. Kijk of het adres van de database en het wachtwoord kloppen.",
        )


def _without_password(url: URL) -> str:
    bare = URL.create(
        "postgresql", username=url.username, host=url.host, port=url.port, database=url.database
    )
    rest = {name: each for name, each in url.query.items() if name != "password"}
    return bare.update_query_dict(rest).render_as_string()
