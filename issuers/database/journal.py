"""Write outside the database what a backup of yesterday must not undo: what was withdrawn, who was removed.

A line is on the disk before the transaction commits, so nothing is withdrawn that the journal does not know.
Where a commit fails after all, the journal says more than happened: at worst a badge whose withdrawal was
asked for stays withdrawn. It holds ids and words of a fixed list, nobody's name and no address.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from sqlmodel import Session

from issuers.errors import RegisterError
from web.clock import Clock, SystemClock

Entry: TypeAlias = Mapping[str, str | int | None]

ENDING: Final = ".jsonl"
_NOTED: Final = "noted for the journal"
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Read:
    """Hold what journals say, the oldest first, and how many of their lines cannot be read."""

    entries: tuple[Entry, ...]
    unreadable: int


class Journal:
    """Append to the file of this machine, in a folder that machines may share."""

    def __init__(self, folder: Path, *, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._path = folder / f"{os.uname().nodename}{ENDING}"

    def begin(self) -> None:
        """Make the file where there is none: that there is nothing in it tells something too.

        Raises:
            RegisterError: it cannot be made.
        """
        self.append(())

    def append(self, entries: Sequence[Entry]) -> None:
        """Write entries, and wait until they are on the disk.

        Raises:
            RegisterError: they cannot be written; then what they tell may not happen.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                fcntl.flock(file, fcntl.LOCK_EX)
                _write(file, b"".join(map(self._line, entries)))
            finally:
                os.close(file)
        except OSError as problem:
            raise RegisterError(
                f"The journal {self._path} cannot be written: {problem.strerror}."
            ) from problem

    def _line(self, entry: Entry) -> bytes:
        """Write an entry; one that does not say when it was, says when it was written."""
        text = json.dumps({"at": self._clock.now().isoformat(), **entry}, separators=(",", ":")).encode()
        return _mark(text) + b" " + text + b"\n"


def note(session: Session, entry: Entry) -> None:
    """Let an entry be in the journal before this transaction commits."""
    session.info.setdefault(_NOTED, []).append(entry)


def noted(session: Session) -> Sequence[Entry]:
    """Give what this transaction noted."""
    found: Sequence[Entry] = session.info.get(_NOTED, ())
    return found


def read_journals(folder: Path) -> Read:
    """Read the journals of all machines; a line that a crash cut off was never committed."""
    entries, unreadable = [], 0
    for path in sorted(folder.glob(f"*{ENDING}")):
        for line in path.read_bytes().splitlines():
            entry = _entry(line)
            if entry is not None:
                entries.append(entry)
            elif line:
                unreadable += 1
    return Read(tuple(sorted(entries, key=lambda each: str(each.get("at")))), unreadable)


def _write(file: int, lines: bytes) -> None:
    """Begin at a line of its own after what a crash cut off."""
    size = os.fstat(file).st_size
    if lines and size and os.pread(file, 1, size - 1) != b"\n":
        lines = b"\n" + lines
    while lines:
        lines = lines[os.write(file, lines) :]
    os.fsync(file)


def _entry(line: bytes) -> Entry | None:
    """Read a line; None for what is not what was written."""
    said, _, text = line.partition(b" ")
    if said != _mark(text):
        return None
    entry: Entry = json.loads(text)
    return entry


def _mark(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:_DIGITS].encode()
