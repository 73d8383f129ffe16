"""Give the files that are sent at once one by one, and whom each says that it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from badges.archive import Member, Spoilt, unpack_many
from badges.errors import ArchiveError
from schools.evidence.evidence import Evidence, Taken

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 250_000_000
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_HIDDEN: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one file: its path, what it holds, and the code of why it could not be unpacked."""

    path: str
    raw: bytes
    spoilt: str | None = None


@dataclass(kw_only=True, slots=True)
class Room:
    """Count down how many files, and how many bytes, there may still be in all that is sent at once."""

    files: int = MOST_FILES
    size: int = MOST_BYTES

    def take(self, raw: bytes) -> None:
        """Count a file."""
        self.files -= 1
        self.size -= len(raw)


def files_in(name: str, raw: bytes, *, room: Room) -> Iterator[Found]:
    """Give what is in a zip one by one, or the file itself; what a system adds for itself is left out."""
    if not raw.startswith(_ZIPS):
        yield _alone(name, raw, room=room)
        return
    try:
        for each in unpack_many(raw, most=room.files, most_bytes=room.size):
            found = _found(each)
            room.take(found.raw)
            if each.name.rpartition("/")[2] not in _HIDDEN:
                yield found
    except ArchiveError as error:
        yield Found(name, b"", spoilt=error.code)


def names_in(taken: Iterable[Taken]) -> list[str]:
    """Name whom a file says that it is about, each once; what a forger wrote says nothing."""
    found = (each.name for each in taken if isinstance(each, Evidence) or each.identity is not None)
    return list(dict.fromkeys(" ".join(each.split()) for each in found if each and each.strip()))


def _alone(name: str, raw: bytes, *, room: Room) -> Found:
    """Give a file that is in no zip, while there is room for it."""
    if room.files < 1 or room.size < len(raw):
        return Found(name, b"", spoilt="zip-too-many" if room.files < 1 else "zip-too-large")
    room.take(raw)
    return Found(name, raw)


def _found(each: Member | Spoilt) -> Found:
    if isinstance(each, Spoilt):
        return Found(each.name, b"", spoilt=each.code)
    return Found(each.name, each.raw)
