"""Counters in a file: for all processes, kept from others, and worth nothing when lost."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from issuers.database.counting import FileCounters
from web.errors import CountingError
from web.limits import LONGEST_WAIT, MINUTE, SECOND, Taking

NOW = 1_795_348_800 * SECOND
PROCESS = """
import sys
from pathlib import Path
from issuers.database.counting import FileCounters
from web.errors import CountingError
from web.limits import Taking

counters = FileCounters(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
taking = Taking(name=7, now=int(sys.argv[2]), price=1_000_000, space=119_000_000)

def take():
    try:
        return counters.take(taking)
    except CountingError:  # the other one wrote for too long
        return take()

print(sum(take() == 0 for _ in range(200)), counters.key_of(1).hex())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of the file."""
    return tmp_path / "limits.db"


def one(*, name: int = 7, now: int = NOW) -> Taking:
    """Ask for one second's worth of a bucket of two minutes."""
    return Taking(name=name, now=now, price=SECOND, space=119 * SECOND)


def names(path: Path) -> set[int]:
    """Read which buckets there are."""
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM bucket")}


def another_process(path: Path) -> subprocess.Popen[str]:
    """Start a process that has opened the counters and waits for a word to begin."""
    started = subprocess.Popen(
        [sys.executable, "-c", PROCESS, str(path), str(NOW)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


class TestFileCounters:
    """`FileCounters` opens the file, or makes it."""

    def test_is_private(self, path: Path) -> None:
        """No other user of the machine reads it, nor its log."""
        counters = FileCounters(path)
        counters.take(one())
        assert {0o600} == {each.stat().st_mode & 0o777 for each in path.parent.iterdir()}

    @pytest.mark.parametrize("damage", [b"no database at all, but long enough to be read as one" * 20, b"x"])
    def test_throws_a_damaged_file_away(self, path: Path, damage: bytes) -> None:
        """Nothing in it is worth a service that does not start."""
        path.write_bytes(damage)
        assert FileCounters(path).take(one()) == 0

    def test_says_where_it_cannot_be(self, tmp_path: Path) -> None:
        """A folder that is not there is named."""
        with pytest.raises(CountingError, match="nowhere"):
            FileCounters(tmp_path / "nowhere" / "limits.db")

    def test_keeps_what_another_wrote(self, path: Path) -> None:
        """A service that starts again goes on counting."""
        first = FileCounters(path)
        for _ in range(120):
            first.take(one())
        first.close()
        assert FileCounters(path).take(one()) == SECOND


class TestTake:
    """`FileCounters.take` is one atomic step."""

    def test_gives_what_is_there_and_then_the_wait(self, path: Path) -> None:
        """120 pass; the next one waits a second."""
        counters = FileCounters(path)
        assert [0] * 120 == [counters.take(one()) for _ in range(120)]
        assert counters.take(one()) == SECOND

    def test_is_shared_by_threads(self, path: Path) -> None:
        """Eight of them together get what one would get."""
        counters = FileCounters(path)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: counters.take(one()), range(400)))
        assert answers.count(0) == 120

    def test_is_shared_by_processes(self, path: Path) -> None:
        """Two real processes that ask at the same time get together what one would get, under one key."""
        running = [another_process(path) for _ in range(2)]
        for each in running:
            print("go", file=each.stdin, flush=True)
        answers = [each.communicate()[0].split() for each in running]
        assert sum(int(given) for given, _ in answers) == 120
        assert len({key for _, key in answers}) == 1

    def test_forgets_what_says_nothing_any_more(self, path: Path) -> None:
        """A bucket that is full again is deleted within a minute of use."""
        counters = FileCounters(path)
        counters.take(one(name=1))
        counters.take(one(name=2, now=NOW + 2 * MINUTE))
        assert names(path) == {2}

    def test_does_not_trust_a_moment_far_ahead(self, path: Path) -> None:
        """A clock that was set back keeps nobody out for longer than the longest wait."""
        counters = FileCounters(path)
        counters.take(one(now=NOW + 3600 * SECOND))
        assert counters.take(one()) <= LONGEST_WAIT

    def test_says_when_the_file_refuses(self, path: Path) -> None:
        """Another one that holds the file makes nobody wait for long."""
        counters = FileCounters(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(CountingError, match="locked"):
                counters.take(one())
        assert counters.take(one()) == 0


class TestKeyOf:
    """`FileCounters.key_of` gives the key of a day."""

    def test_is_the_same_for_all(self, path: Path) -> None:
        """Whoever asks second finds what the first one made."""
        assert FileCounters(path).key_of(5) == FileCounters(path).key_of(5)

    def test_is_gone_the_next_day(self, path: Path) -> None:
        """Asked for the next day, the file forgets the day before, byte for byte."""
        counters = FileCounters(path)
        key = counters.key_of(5)
        assert counters.key_of(6) != key
        counters.close()
        assert key not in path.read_bytes()
