"""Of whom a file is among those of many people: by its folder, or else by the one name that stands in it."""

from collections.abc import Iterable, Iterator, Sequence
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


def files_in(name: str, raw: bytes) -> Iterator[Found]:
    """Give what is in a zip one by one, or the file itself; what a system adds for itself is left out."""
    if not raw.startswith(_ZIPS):
        yield Found(name, raw)
        return
    try:
        for each in unpack_many(raw, most=MOST_FILES, most_bytes=MOST_BYTES):
            if each.name.rpartition("/")[2] not in _HIDDEN:
                yield _found(each)
    except ArchiveError as error:
        yield Found(name, b"", spoilt=error.code)


def persons_by_path(paths: Sequence[str]) -> list[str]:
    """Name for each path the folder that holds it; nobody, where all are in one folder.

    The folder that holds everything (a class, a year) is of nobody.
    """
    parts = [each.strip("/").split("/")[:-1] for each in paths]
    if not parts:
        return []
    common = _common(parts)
    return [each[common] if len(each) > common else "" for each in parts]


def names_in(taken: Iterable[Taken]) -> list[str]:
    """Name whom a file says that it is about, each once; what a forger wrote says nothing."""
    found = (each.name for each in taken if isinstance(each, Evidence) or each.identity is not None)
    return list(dict.fromkeys(" ".join(each.split()) for each in found if each and each.strip()))


def _common(parts: Sequence[Sequence[str]]) -> int:
    """Count the folders that hold everything."""
    first = min(parts, key=len)
    count = 0
    for place, name in enumerate(first):
        if any(each[place] != name for each in parts):
            break
        count = place + 1
    return count


def _found(each: Member | Spoilt) -> Found:
    if isinstance(each, Spoilt):
        return Found(each.name, b"", spoilt=each.code)
    return Found(each.name, each.raw)
