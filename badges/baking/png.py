"""Badges in PNG pictures: one iTXt chunk `openbadgecredential` (OB 3.0 5.3.1).

What CLR 2.0 and Open Badges 2.0 put into pictures is read too, but never two of any. Our own chunk reader
looks at every byte before any picture library does: sizes, order, checksums, and nothing behind the end. It
never unpacks pixels.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from badges.baking.payload import MAX_BYTES, check_payload
from badges.errors import BakingError
from badges.inflating import inflate

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
MAX_PIXELS = 25_000_000

_CLR = b"clrcredential"
_OB2 = b"openbadges"
_KEYWORDS = frozenset({KEYWORD, _CLR, _OB2})
_TEXT_KINDS = frozenset({b"iTXt", b"tEXt", b"zTXt"})
_AROUND = 12
"""Bytes of a chunk besides its body: length, kind and checksum."""
_HEADER_BODY = 13


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Hold one chunk: its kind, its body, and where it ends in the file."""

    kind: bytes
    body: bytes
    end: int

    @property
    def keyword(self) -> bytes:
        """Give the keyword of a chunk of text, else nothing."""
        return self.body.partition(b"\0")[0] if self.kind in _TEXT_KINDS else b""


def bake(picture: bytes, *, credential: bytes) -> bytes:
    """Put a credential into a picture, straight behind the header where every reader looks.

    Raises:
        BakingError: no PNG that we read (`not-a-picture`, `png-damaged`, `png-too-large`), it holds a badge
            already (`png-two-badges`), or the credential does not fit (`credential-...`).
    """
    chunks = _read(picture)
    if any(chunk.keyword in _KEYWORDS for chunk in chunks):
        raise BakingError("the picture holds a badge already", code="png-two-badges")
    check_payload(credential)
    header = chunks[0].end
    chunk = _written(b"iTXt", KEYWORD + b"\0\0\0\0\0" + credential)
    return picture[:header] + chunk + picture[header:]


def unbake(raw: bytes) -> bytes:
    """Take the credential out of a picture: JSON, a compact JWS or (OB 2.0) a link, not looked at further.

    Raises:
        BakingError: no PNG that we read (`not-a-picture`, `png-damaged`, `png-too-large`); no badge
            (`png-no-badge`) or more than one of any standard (`png-two-badges`); the chunk has another
            form (`png-badge-damaged`) or holds nothing, too much or no text (`credential-...`).
    """
    found = [chunk for chunk in _read(raw) if chunk.keyword in _KEYWORDS]
    if len(found) > 1:
        raise BakingError("the picture holds more than one badge", code="png-two-badges")
    if not found:
        raise BakingError("the picture holds no badge", code="png-no-badge")
    old = (found[0].kind, found[0].keyword) == (b"tEXt", _OB2)
    credential = _latin_text(found[0]) if old else _international_text(found[0])
    check_payload(credential)
    return credential


def _read(raw: bytes) -> list[_Chunk]:
    """Read all chunks of a picture that is whole: header first, pixels, end last."""
    if not raw.startswith(SIGNATURE):
        raise BakingError("this is no PNG picture", code="not-a-picture")
    chunks = list(_chunks(raw))
    kinds = [chunk.kind for chunk in chunks]
    whole = kinds[:1] == [b"IHDR"] and kinds[-1] == b"IEND" and b"IDAT" in kinds
    if not whole or kinds.count(b"IHDR") != 1 or kinds.count(b"IEND") != 1 or chunks[-1].body:
        raise _damaged("a header, pixels or the end is missing, or stands in the wrong place")
    if chunks[-1].end != len(raw):
        raise _damaged("something hangs behind the end")
    _check_size(chunks[0].body)
    return chunks


def _chunks(raw: bytes) -> Iterator[_Chunk]:
    """Walk from chunk to chunk up to the end of the picture, and check each."""
    place, kind = len(SIGNATURE), b""
    while place < len(raw) and kind != b"IEND":
        if len(raw) - place < _AROUND:
            raise _damaged("it stops in the middle of a chunk")
        length, kind = struct.unpack_from(">I4s", raw, place)
        end = place + _AROUND + length
        if end > len(raw):
            raise _damaged("it stops in the middle of a chunk")
        (checksum,) = struct.unpack_from(">I", raw, end - 4)
        if not (kind.isalpha() and kind.isascii()) or zlib.crc32(raw[place + 4 : end - 4]) != checksum:
            raise _damaged("the checksum of a chunk is wrong")
        yield _Chunk(kind=kind, body=raw[place + 8 : end - 4], end=end)
        place = end


def _check_size(header: bytes) -> None:
    """Refuse a picture of no size, or one that would unpack to more pixels than a badge needs."""
    if len(header) != _HEADER_BODY:
        raise _damaged("the header has another length")
    width, height = struct.unpack_from(">II", header)
    if not width or not height:
        raise _damaged("it has no width or height")
    if width * height > MAX_PIXELS:
        raise BakingError(f"more than {MAX_PIXELS} pixels", code="png-too-large")


def _latin_text(chunk: _Chunk) -> bytes:
    """Read the text of a tEXt chunk, where Open Badges 1.0 put an address (PNG 11.3.3.2).

    By the standard it is Latin-1, but bakers wrote UTF-8: only what is the same in both is read.
    """
    _, _, text = chunk.body.partition(b"\0")
    if not text.isascii():
        raise BakingError("the badge in the picture has another form", code="png-badge-damaged")
    return text


def _international_text(chunk: _Chunk) -> bytes:
    """Read the text of an iTXt chunk (PNG 11.3.3.4), also when it is packed: other bakers do so."""
    _, _, rest = chunk.body.partition(b"\0")
    flags, named = rest[:2], rest[2:].split(b"\0", 2)
    if chunk.kind != b"iTXt" or len(named) != 3 or flags not in {b"\0\0", b"\1\0"}:  # noqa: PLR2004  # language, keyword, text
        raise BakingError("the badge in the picture has another form", code="png-badge-damaged")
    text = named[2]
    return _unpacked(text) if flags[0] else text


def _unpacked(packed: bytes) -> bytes:
    """Unpack a text, never more than fits."""
    try:
        return inflate(packed, max_bytes=MAX_BYTES)
    except zlib.error as error:
        raise BakingError("the badge in the picture cannot be unpacked", code="png-badge-damaged") from error


def _written(kind: bytes, body: bytes) -> bytes:
    """Write a chunk (PNG 5.3)."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _damaged(reason: str) -> BakingError:
    """Say that a PNG is damaged."""
    return BakingError(reason, code="png-damaged")
