"""SQLite: durable or not at all, and nobody else's to read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.sqlite import DURABLE, Sqlite
from issuers.database.transactions import Register, open_register
from issuers.errors import RegisterError


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Open an empty database with one table."""
    opened = open_register(f"sqlite:///{tmp_path}/deep/er/p.db")
    opened.write(
        lambda session: session.execute(text("CREATE TABLE t (n INTEGER) STRICT")), within=WHOLE_SERVICE
    )
    yield opened
    opened.close()


class TestSqlite:
    """`Sqlite` makes its file, or says why not."""

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
    """`Sqlite.assert_durable` refuses settings that lose a badge."""

    def test_finds_every_connection_durable(self, register: Register) -> None:
        """Ten connections at once, each as the first."""
        kind = Sqlite(register.engine.url, busy_milliseconds=1)
        connections = [register.engine.connect() for _ in range(10)]
        for connection in connections:
            kind.assert_durable(connection)
            connection.close()
        kind.close()

    @pytest.mark.parametrize(
        "weaker", ["synchronous=NORMAL", "synchronous=OFF", "foreign_keys=OFF", "journal_mode=DELETE"]
    )
    def test_refuses_a_weaker_setting(self, tmp_path: Path, weaker: str) -> None:
        """The sentence names the setting."""
        url = make_url(f"sqlite:///{tmp_path}/p.db")
        kind, engine = Sqlite(url, busy_milliseconds=1), create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for name, wanted in DURABLE.items():
                connection.exec_driver_sql(f"PRAGMA {name}={wanted}")
            kind.assert_durable(connection)
            connection.exec_driver_sql(f"PRAGMA {weaker}")
            with pytest.raises(RegisterError, match=weaker.partition("=")[0]):
                kind.assert_durable(connection)
        engine.dispose()
        kind.close()


class TestVersion:
    """`Sqlite.version` counts commits, and nothing else."""

    def test_stays_when_a_write_failed(self, register: Register) -> None:
        """What was undone never was."""
        before = register.version()
        with pytest.raises(RegisterError):
            register.write(
                lambda session: session.execute(text("INSERT INTO nergens VALUES (1)")), within=WHOLE_SERVICE
            )
        assert before == register.version()
