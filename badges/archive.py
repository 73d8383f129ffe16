"""Unpack a zip of badges, strictly: what two tools would unpack to two things is refused (APPNOTE 4.3).

Our own reader, since that of Python believes the list at the end. Here the list and the members must say the
same, no member may lie over another, and the sizes that they declare are the limits while unpacking.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from badges.errors import ArchiveError
from badges.inflating import inflate

MAX_MEMBERS = 100
MAX_BYTES = 20_000_000
"""The most that all members have together, packed or unpacked."""

_MOST_LISTED = 400
"""Beside each member there may be a folder, and what macOS adds for both."""
_LONGEST_NAME = 255
_MEMBER = struct.Struct("<4sHHHHHIIIHH")
_LISTED = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_MEMBER_MARK, _LISTED_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x2041
"""Flags: encrypted, strongly encrypted, with an encrypted list (APPNOTE 4.4.4)."""
_SIZES_BEHIND = 0x0008
"""Flag: checksum and sizes stand behind the member, and in the list."""
_LEADS_ELSEWHERE = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)", re.DOTALL)
_OF_MACOS = re.compile(r"__MACOSX/|(?:.*/)?\.DS_Store\Z", re.DOTALL)
_OF_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Hold one file of a zip.

    Attributes:
        name: What it is called there, for people to see; nothing is ever written under this name.
        raw: What it holds.
    """

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Spoilt:
    """Hold that one file of a zip cannot be unpacked, and why."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Hold what the list says of a member; `place` is where the member starts."""

    written_name: bytes
    flags: int
    method: int
    checksum: int
    packed_size: int
    size: int
    place: int

    @property
    def name(self) -> str:
        """Give the name without what nobody can see in it."""
        try:
            name = self.written_name.decode("utf-8")
        except UnicodeDecodeError:
            name = self.written_name.decode("cp437")
        seen = (each for each in unicodedata.normalize("NFC", name) if unicodedata.category(each)[0] != "C")
        return "".join(seen)

    @property
    def left_out(self) -> bool:
        """Tell whether it is a folder, or what macOS adds for itself."""
        return self.name.endswith("/") or _OF_MACOS.match(self.name) is not None


def unpack(raw: bytes) -> tuple[Member, ...]:
    """Give the files in a zip, in the order of its list; folders and what macOS adds are left out.

    Raises:
        ArchiveError: it is no zip that we read (`zip-damaged`), it is locked (`zip-encrypted`), has too much
            (`zip-too-large`) or too many files in it (`zip-too-many`) or none (`zip-empty`); a name leads
            elsewhere or stands there twice (`zip-names`); it is a document of an office program
            (`zip-office`), or holds another zip (`zip-nested`) that is no such document.
    """
    if len(raw) > MAX_BYTES:
        raise _too_large()
    count, list_start = _end(raw)
    entries = _entries(raw[: -_END.size], count=count, list_start=list_start)
    _check_names([entry.name for entry in entries])
    kept = [entry for entry in entries if not entry.left_out]
    _check_amount(kept)
    _check_places(raw, entries, list_start=list_start)
    return tuple(Member(name=entry.name, raw=_unpacked(raw, entry)) for entry in kept)


def unpack_many(raw: bytes, *, most: int, most_bytes: int) -> Iterator[Member | Spoilt]:
    """Give the files in a large zip one by one; one that is spoilt says so, and the others are given.

    There may be zips in it; they are given as they are. As a whole it is as strict as `unpack`.

    Raises:
        ArchiveError: it is no zip that we read, or has more in it than `most` files or `most_bytes`.
    """
    count, list_start = _end(raw, most=2 * most)
    entries = _entries(raw[: -_END.size], count=count, list_start=list_start)
    _check_names([entry.name for entry in entries])
    kept = [entry for entry in entries if not entry.left_out]
    if not kept:
        raise ArchiveError("there is nothing in it", code="zip-empty")
    if len(kept) > most:
        raise _too_many()
    if sum(entry.size for entry in kept) > most_bytes:
        raise _too_large()
    _check_places(raw, entries, list_start=list_start)
    for entry in kept:
        if entry.flags & _LOCKED:
            yield Spoilt(entry.name, "zip-encrypted")
            continue
        try:
            yield Member(name=entry.name, raw=_content_of(raw, entry))
        except ArchiveError as error:
            yield Spoilt(entry.name, error.code)


def _end(raw: bytes, *, most: int = _MOST_LISTED) -> tuple[int, int]:
    """Read the end: how many entries the list has, and where it starts (APPNOTE 4.3.16)."""
    place = len(raw) - _END.size
    if place < 0:
        raise _damaged("it is too short")
    mark, disk, first_disk, here, count, size, list_start, comment = _END.unpack_from(raw, place)
    if mark != _END_MARK or disk or first_disk or here != count or list_start + size != place or comment:
        raise _damaged("the end is not as it should be")
    if count > most:
        raise _too_many()
    return count, list_start


def _entries(raw: bytes, *, count: int, list_start: int) -> list[_Entry]:
    """Read the list, up to the end and no further (APPNOTE 4.3.12)."""
    entries, place = [], list_start
    for _ in range(count):
        entry, place = _entry(raw, place)
        entries.append(entry)
    if place != len(raw):
        raise _damaged("the list is not as long as it says")
    return entries


def _entry(raw: bytes, place: int) -> tuple[_Entry, int]:
    """Read one entry of the list, and tell where the next one starts."""
    if place + _LISTED.size > len(raw):
        raise _damaged("the list is cut short")
    fields = _LISTED.unpack_from(raw, place)
    mark, _, _, flags, method, _, _, checksum, packed_size, size, *lengths, _, _, _, member = fields
    name = place + _LISTED.size
    following = name + sum(lengths)
    if mark != _LISTED_MARK or following > len(raw):
        raise _damaged("the list is cut short")
    entry = _Entry(
        written_name=raw[name : name + lengths[0]],
        flags=flags,
        method=method,
        checksum=checksum,
        packed_size=packed_size,
        size=size,
        place=member,
    )
    return entry, following


def _check_names(names: list[str]) -> None:
    """Refuse names that lead out of a folder, that nobody can tell apart, and other files that are zips."""
    if not _OF_OFFICE.isdisjoint(names):
        raise ArchiveError("it is a document of an office program", code="zip-office")
    odd = [name for name in names if not 0 < len(name) <= _LONGEST_NAME or _LEADS_ELSEWHERE.match(name)]
    if odd or len(names) != len({*names}):
        raise ArchiveError("a name leads elsewhere, or stands there twice", code="zip-names")


def _check_amount(entries: list[_Entry]) -> None:
    """Refuse what is locked, nothing, too many, or too much by what it says itself."""
    if not entries:
        raise ArchiveError("there is nothing in it", code="zip-empty")
    if len(entries) > MAX_MEMBERS:
        raise _too_many()
    if any(entry.flags & _LOCKED for entry in entries):
        raise ArchiveError("a password is needed to read it", code="zip-encrypted")
    if sum(entry.size for entry in entries) > MAX_BYTES:
        raise _too_large()


def _check_places(raw: bytes, entries: list[_Entry], *, list_start: int) -> None:
    """Refuse members that lie over each other or over the list, and anything before the first."""
    spans = sorted((entry.place, _content(raw, entry).stop) for entry in entries)
    spans.append((list_start, len(raw)))
    if spans[0][0] or any(stop > start for (_, stop), (start, _) in pairwise(spans)):
        raise _damaged("members lie over each other")


def _content(raw: bytes, entry: _Entry) -> slice:
    """Tell where the content of a member is; what stands before it must say what the list says."""
    if entry.place + _MEMBER.size > len(raw):
        raise _damaged("a member is cut short")
    fields = _MEMBER.unpack_from(raw, entry.place)
    mark, _, flags, method, _, _, checksum, packed_size, size, name_length, extra_length = fields
    name = entry.place + _MEMBER.size
    said = (raw[name : name + name_length], method, flags & _LOCKED)
    sizes = (checksum, packed_size, size)
    if (
        mark != _MEMBER_MARK
        or said != (entry.written_name, entry.method, entry.flags & _LOCKED)
        or (sizes != (entry.checksum, entry.packed_size, entry.size) and not flags & _SIZES_BEHIND)
    ):
        raise _damaged("a member is not as the list says")
    start = name + name_length + extra_length
    return slice(start, start + entry.packed_size)


def _unpacked(raw: bytes, entry: _Entry) -> bytes:
    """Unpack a member that is no zip itself."""
    content = _content_of(raw, entry)
    if content.startswith((_MEMBER_MARK, _END_MARK)) and not _is_office(content):
        raise ArchiveError("there is another zip in it", code="zip-nested")
    return content


def _content_of(raw: bytes, entry: _Entry) -> bytes:
    """Unpack a member: as much as it says, and no more."""
    content = raw[_content(raw, entry)]
    if entry.method == _DEFLATED:
        content = _inflated(content, size=entry.size)
    elif entry.method != _STORED:
        raise _damaged("a member is packed in another way")
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise _damaged("a member is not what it says")
    return content


def _is_office(raw: bytes) -> bool:
    """Tell a document of an office program from other zips, by the names in its list."""
    try:
        count, list_start = _end(raw)
        names = {entry.name for entry in _entries(raw[: -_END.size], count=count, list_start=list_start)}
    except ArchiveError:
        return False
    return not _OF_OFFICE.isdisjoint(names)


def _inflated(packed: bytes, *, size: int) -> bytes:
    """Unpack by deflate, at most one byte more than the size: then it is not what it says."""
    try:
        return inflate(packed, max_bytes=size, wbits=-zlib.MAX_WBITS)
    except zlib.error as error:
        raise _damaged("a member cannot be unpacked") from error


def _too_large() -> ArchiveError:
    """Say that it is too much."""
    return ArchiveError(f"more than {MAX_BYTES} bytes", code="zip-too-large")


def _too_many() -> ArchiveError:
    """Say that there are too many files in it."""
    return ArchiveError(f"more than {MAX_MEMBERS} files", code="zip-too-many")


def _damaged(reason: str) -> ArchiveError:
    """Say that it is damaged."""
    return ArchiveError(reason, code="zip-damaged")
