"""The register on both databases: whole changes or none, and nobody reads half of one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import pytest
from sqlalchemy import create_engine, text
from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import Register, is_new, open_register
from issuers.errors import NotFoundError, RegisterBusyError, RegisterError
from tests.databases import ON_BOTH, Databases

pytestmark = ON_BOTH


@pytest.fixture
def register(tmp_path: Path, databases: Databases) -> Iterator[Register]:
    """Open an empty database with one table."""
    opened = open_register(databases.url(tmp_path))
    table = text("CREATE TABLE t (n INTEGER CHECK (n < 1000))")
    opened.write(lambda session: session.execute(table), within=WHOLE_SERVICE)
    yield opened
    opened.close()


def count(register: Register) -> int:
    """Count the rows."""
    return int(
        register.read(
            lambda session: session.execute(text("SELECT count(*) FROM t")).scalar_one(), within=WHOLE_SERVICE
        )
    )


def insert(session: Session) -> None:
    """Add a row."""
    session.execute(text("INSERT INTO t VALUES (1)"))


class TestOpenRegister:
    """`open_register` gives a database to trust, or says what is wrong."""

    @pytest.mark.parametrize("address", ["", "huh", "sqlite://", "sqlite:///:memory:", "mysql://h/p"])
    def test_refuses_what_is_no_database_of_ours(self, address: str) -> None:
        """A database in memory forgets, and another kind was never tried."""
        with pytest.raises(RegisterError, match="DATABASE_URL"):
            open_register(address)

    def test_says_that_a_server_is_not_there(self, tmp_path: Path) -> None:
        """The password that may be in the address is not in the sentence."""
        with pytest.raises(RegisterError, match=r"refused: OperationalError\.") as caught:
            open_register(f"postgresql://rol:geheim@/p?host={tmp_path}")
        assert "geheim" not in str(caught.value)


class TestIsNew:
    """`is_new` tells whether a service was ever started there."""

    def test_until_there_is_a_database(self, tmp_path: Path, databases: Databases) -> None:
        """The file is not there yet; a database on a server always is."""
        url = databases.url(tmp_path)
        assert url.startswith("sqlite") == is_new(url)
        open_register(url).close()
        assert not is_new(url)


class TestTakeTurns:
    """`Register.take_turns` lets processes wait for each other before they ask the database for its lock."""

    def test_writes_while_it_has_the_turn(self, register: Register) -> None:
        """It is given back, whatever came of the work."""
        turns = Lock()
        register.take_turns(turns)
        assert register.write(lambda _session: turns.locked(), within=WHOLE_SERVICE)
        with pytest.raises(RegisterError):
            register.write(lambda session: session.execute(text("huh")), within=WHOLE_SERVICE)
        assert not turns.locked()

    def test_reads_without(self, register: Register) -> None:
        """Who only looks, waits for nobody."""
        turns = Lock()
        register.take_turns(turns)
        with turns:
            assert 0 == count(register)


class TestWrite:
    """`Register.write` does all of a change or nothing."""

    def test_keeps_nothing_of_work_that_fails(self, register: Register) -> None:
        """An error after the first statement takes that back."""

        def work(session: Session) -> None:
            insert(session)
            raise LookupError

        with pytest.raises(LookupError):
            register.write(work, within=WHOLE_SERVICE)
        assert 0 == count(register)

    def test_loses_no_change_of_many_threads(self, register: Register) -> None:
        """Who reads and then writes in one piece of work sees what others wrote before."""

        def work(session: Session) -> None:
            seen = session.execute(text("SELECT count(*) FROM t")).scalar_one()
            session.execute(text("INSERT INTO t VALUES (:seen)"), {"seen": seen})

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _turn: register.write(work, within=WHOLE_SERVICE), range(80)))
        numbers = register.read(
            lambda session: session.execute(text("SELECT n FROM t ORDER BY n")).scalars().all(),
            within=WHOLE_SERVICE,
        )
        assert list(range(80)) == numbers

    def test_says_that_it_is_busy(self, tmp_path: Path, register: Register, databases: Databases) -> None:
        """Who writes too long makes others hear so, and nothing of theirs is done."""
        other = open_register(databases.url(tmp_path), busy_milliseconds=50)

        def hold(session: Session) -> None:
            insert(session)
            with pytest.raises(RegisterBusyError):
                other.write(insert, within=WHOLE_SERVICE)

        register.write(hold, within=WHOLE_SERVICE)
        other.close()
        assert 1 == count(register)

    def test_leaves_connections_for_who_reads(self, register: Register) -> None:
        """However many wait to write."""

        def hold(session: Session) -> int:
            insert(session)
            with ThreadPoolExecutor(20) as pool:
                waiting = [pool.submit(register.write, insert, within=WHOLE_SERVICE) for _ in range(20)]
                found = count(register)
                session.commit()
            assert 20 == sum(each.result() is None for each in waiting)
            return found

        assert 0 == register.write(hold, within=WHOLE_SERVICE)

    def test_wraps_what_the_database_says(self, register: Register) -> None:
        """A full disk or a broken rule is an error of ours, without the values."""
        with pytest.raises(RegisterError) as caught:
            register.write(
                lambda session: session.execute(text("INSERT INTO t VALUES (987654)")), within=WHOLE_SERVICE
            )
        assert "987654" not in str(caught.value)

    def test_reads_while_another_writes(self, register: Register) -> None:
        """A check of a badge never waits for an issuer."""

        def work(session: Session) -> int:
            insert(session)
            return count(register)

        assert 0 == register.write(work, within=WHOLE_SERVICE)
        assert 1 == count(register)


class TestRead:
    """`Register.read` looks at one moment."""

    def test_sees_nothing_of_what_comes_in_between(self, register: Register) -> None:
        """Two looks in one piece of work see the same."""

        def work(session: Session) -> list[int]:
            look = text("SELECT count(*) FROM t")
            first = session.execute(look).scalar_one()
            register.write(insert, within=WHOLE_SERVICE)
            return [first, session.execute(look).scalar_one()]

        assert [0, 0] == register.read(work, within=WHOLE_SERVICE)
        assert 1 == count(register)

    def test_finds_nothing_under_a_name_that_no_database_can_hold(
        self, register: Register, databases: Databases
    ) -> None:
        """A NUL in a text: one database says that there is no such row, the other that there cannot be."""
        look = text("SELECT n FROM t WHERE CAST(n AS TEXT) = :name")

        def work(session: Session) -> object:
            return session.execute(look, {"name": "\x00"}).scalar()

        if databases.url(Path("x")).startswith("sqlite"):
            assert register.read(work, within=WHOLE_SERVICE) is None
        else:
            with pytest.raises(NotFoundError):
                register.read(work, within=WHOLE_SERVICE)


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
        register.write(insert, within=WHOLE_SERVICE)
        assert before != register.version()

    def test_changes_with_a_commit_of_another_process(self, register: Register) -> None:
        """A connection that knows nothing of ours stands for one."""
        before = register.version()
        url = register.engine.url
        other = create_engine(url)
        with other.begin() as connection:
            connection.execute(text("INSERT INTO t VALUES (1)"))
        other.dispose()
        assert before != register.version()
