"""The counters of `web.limits` in a file of their own, shared by all processes of the service.

Here because this room alone has the power over databases. Nothing in it is worth keeping: it is not synced
to the disk, and where it is damaged when the service starts, a new one is made. A counter is deleted once it
says nothing any more, and the key that gave it its name is deleted with its day.
"""

import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path
from secrets import token_bytes
from typing import Any, Final

from web.errors import CountingError
from web.limits import LONGEST_WAIT, MINUTE, Taking

BUSY_SECONDS: Final = 0.25
"""So long we wait for others; more would hold up whoever asks."""

SWEEP_EVERY: Final = MINUTE
"""So often counters that say nothing any more are deleted."""

_KEY_BYTES: Final = 32
_SET_UP: Final = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=OFF;
PRAGMA secure_delete=ON;
PRAGMA trusted_schema=OFF;
CREATE TABLE IF NOT EXISTS bucket (name INTEGER PRIMARY KEY, full_at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS day_key (day INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;
"""
_TAKE: Final = """
INSERT INTO bucket (name, full_at) VALUES (:name, :now + :price)
ON CONFLICT (name) DO UPDATE SET full_at = max(min(full_at, :latest), :now) + :price
WHERE min(full_at, :latest) <= :now + :space
RETURNING full_at
"""
"""One statement is one atomic step. No row comes back where there is too little in the bucket."""


class FileCounters:
    """Keep the counters in a SQLite file; one in each process, for all its threads."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it.

        Raises:
            CountingError: it cannot be made here.
        """
        self._lock = threading.Lock()
        self._swept = 0
        try:
            self._connection = _open(path)
        except (OSError, sqlite3.Error) as problem:
            raise CountingError(f"{path} cannot hold the counters: {problem}.") from problem

    def take(self, taking: Taking) -> int:
        """Take it out and give 0, or leave it and give how long it takes until it can be taken.

        Raises:
            CountingError: the file refused, or others wrote for too long.
        """
        asked = {
            "name": taking.name,
            "now": taking.now,
            "price": taking.price,
            "space": taking.space,
            "latest": taking.now + LONGEST_WAIT,
        }
        with self._lock:
            self._sweep(taking.now)
            if self._run(_TAKE, asked):
                return 0
            found = self._run("SELECT min(full_at, :latest) FROM bucket WHERE name = :name", asked)
        full_at = found[0][0] if found else 0
        return max(full_at - taking.space - taking.now, 1)

    def key_of(self, day: int) -> bytes:
        """Give the key of this day, the same for all processes; delete those of earlier days.

        Raises:
            CountingError: the file refused, or others wrote for too long.
        """
        asked = {"day": day, "key": token_bytes(_KEY_BYTES)}
        with self._lock:
            self._run("DELETE FROM day_key WHERE day < :day", asked)
            self._run("INSERT INTO day_key (day, key) VALUES (:day, :key) ON CONFLICT DO NOTHING", asked)
            found = self._run("SELECT key FROM day_key WHERE day = :day", asked)
        return bytes(found[0][0])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _sweep(self, now: int) -> None:
        """Delete the buckets that are full again: they are like no bucket at all."""
        if now - self._swept >= SWEEP_EVERY:
            self._run("DELETE FROM bucket WHERE full_at <= :now", {"now": now})
            self._swept = now

    def _run(self, statement: str, asked: Mapping[str, Any]) -> list[Any]:
        """Run one statement to its end: only then others can write."""
        try:
            return self._connection.execute(statement, asked).fetchall()
        except sqlite3.Error as problem:
            raise CountingError(f"The counters refused: {problem}.") from problem


def _open(path: Path) -> sqlite3.Connection:
    """Open the file; one that is damaged is thrown away, for it holds nothing of worth."""
    try:
        return _opened(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.executescript(_SET_UP)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
