"""The database: durable or not at all, whole changes or none."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlmodel import Session

from issuers.database import DURABLE, Register, assert_durable, open_register
from issuers.errors import RegisterBusyError, RegisterError


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Open an empty database with one table."""
    opened = open_register(f"sqlite:///{tmp_path}/deep/er/p.db")
    opened.write(lambda session: session.execute(text("CREATE TABLE t (n INTEGER) STRICT")))
    yield opened
    opened.close()


def count(register: Register) -> int:
    """Count the rows."""
    return int(register.read(lambda session: session.execute(text("SELECT count(*) FROM t")).scalar_one()))


def insert(session: Session) -> None:
    """Add a row."""
    session.execute(text("INSERT INTO t VALUES (1)"))


class TestOpenRegister:
    """`open_register` gives a database to trust, or says what is wrong."""

    def test_runs_every_connection_with_the_durable_settings(self, register: Register) -> None:
        """Ten connections at once, each as the first."""
        connections = [register.engine.connect() for _ in range(10)]
        for connection in connections:
            assert_durable(connection)
            connection.close()

    @pytest.mark.parametrize(
        "address", ["", "huh", "sqlite://", "sqlite:///:memory:", "postgresql://localhost/p", "mysql://h/p"]
    )
    def test_refuses_what_is_no_sqlite_file(self, address: str) -> None:
        """A database in memory forgets, and another kind is for later."""
        with pytest.raises(RegisterError, match="DATABASE_URL"):
            open_register(address)

    def test_keeps_its_files_from_other_users(self, register: Register) -> None:
        """Names of people are in it: the file and its log are the owner's only."""
        files = list(Path(str(register.engine.url.database)).parent.iterdir())
        assert {0o600} == {path.stat().st_mode & 0o777 for path in files}
        assert "p.db-wal" in {path.name for path in files}

    def test_says_when_the_folder_cannot_be_made(self, tmp_path: Path) -> None:
        """A file stands in the way."""
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(RegisterError, match="cannot be written"):
            open_register(f"sqlite:///{tmp_path}/file/p.db")

    def test_refuses_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        """A file of something else is left as it is."""
        path = tmp_path / "p.db"
        path.write_bytes(b"this is a letter to my aunt" * 100)
        with pytest.raises(RegisterError, match=r"damaged.*backup"):
            open_register(f"sqlite:///{path}")
        assert path.read_bytes().startswith(b"this is a letter")


class TestAssertDurable:
    """`assert_durable` refuses settings that lose a badge."""

    @pytest.mark.parametrize(
        "weaker", ["synchronous=NORMAL", "synchronous=OFF", "foreign_keys=OFF", "journal_mode=DELETE"]
    )
    def test_refuses_a_weaker_setting(self, tmp_path: Path, weaker: str) -> None:
        """The sentence names the setting."""
        engine = create_engine(f"sqlite:///{tmp_path}/p.db", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for name, wanted in DURABLE.items():
                connection.exec_driver_sql(f"PRAGMA {name}={wanted}")
            assert_durable(connection)
            connection.exec_driver_sql(f"PRAGMA {weaker}")
            with pytest.raises(RegisterError, match=weaker.partition("=")[0]):
                assert_durable(connection)
        engine.dispose()


class TestWrite:
    """`Register.write` does all of a change or nothing."""

    def test_keeps_nothing_of_work_that_fails(self, register: Register) -> None:
        """An error after the first statement takes that back."""

        def work(session: Session) -> None:
            insert(session)
            raise LookupError

        with pytest.raises(LookupError):
            register.write(work)
        assert 0 == count(register)

    def test_loses_no_change_of_many_threads(self, register: Register) -> None:
        """Who reads and then writes in one piece of work sees what others wrote before."""

        def work(session: Session) -> None:
            seen = session.execute(text("SELECT count(*) FROM t")).scalar_one()
            session.execute(text("INSERT INTO t VALUES (:seen)"), {"seen": seen})

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _turn: register.write(work), range(80)))
        numbers = register.read(
            lambda session: session.execute(text("SELECT n FROM t ORDER BY n")).scalars().all()
        )
        assert list(range(80)) == numbers

    def test_says_that_it_is_busy(self, register: Register) -> None:
        """Who holds the lock too long makes others hear so, and nothing is done."""
        other = sqlite3.connect(str(register.engine.url.database), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        def work(session: Session) -> None:
            insert(session)

        with register.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=1")
        with pytest.raises(RegisterBusyError):
            register.write(work)
        other.execute("ROLLBACK")
        other.close()
        assert 0 == count(register)

    def test_wraps_what_the_database_says(self, register: Register) -> None:
        """A full disk or a broken rule is an error of ours, without the values."""
        with pytest.raises(RegisterError) as caught:
            register.write(lambda session: session.execute(text("INSERT INTO t VALUES ('geheim')")))
        assert "geheim" not in str(caught.value)

    def test_reads_while_another_writes(self, register: Register) -> None:
        """A check of a badge never waits for an issuer."""

        def work(session: Session) -> int:
            insert(session)
            return count(register)

        assert 0 == register.write(work)
        assert 1 == count(register)


class TestVersion:
    """`Register.version` tells whether anybody wrote since."""

    def test_stays_while_everybody_reads(self, register: Register) -> None:
        """What was read holds."""
        before = register.version()
        count(register)
        assert before == register.version()

    def test_changes_with_a_commit_of_our_own(self, register: Register) -> None:
        """Also when the same process wrote."""
        before = register.version()
        register.write(insert)
        assert before != register.version()

    def test_changes_with_a_commit_of_another_process(self, register: Register) -> None:
        """A connection that knows nothing of ours stands for one."""
        before = register.version()
        with sqlite3.connect(str(register.engine.url.database)) as other:
            other.execute("INSERT INTO t VALUES (1)")
        other.close()
        assert before != register.version()

    def test_stays_when_a_write_failed(self, register: Register) -> None:
        """What was undone never was."""
        before = register.version()
        with pytest.raises(RegisterError):
            register.write(lambda session: session.execute(text("INSERT INTO nergens VALUES (1)")))
        assert before == register.version()
