"""Bitstring Status List 1.0, and Status List 2021 before it: one bit tells whether a badge was withdrawn.

A list from outside is a gzip bomb until the opposite is shown: never more is unpacked than the limit, and
what hangs behind the one gzip member is refused.
"""

import binascii
import re
import struct
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable

from badges.errors import StatusError
from badges.members import items
from badges.strictjson import JsonObject

MINIMUM_ENTRIES = 131_072
MAX_BYTES = 8 * 1024 * 1024

ENTRY_TYPE = "BitstringStatusListEntry"

_ENCODED = re.compile(r"u[A-Za-z0-9_-]+", re.ASCII)
_ENCODED_2021 = re.compile(r"(?:[A-Za-z0-9_-]+|[A-Za-z0-9+/]+)(={0,2})", re.ASCII)
_TO_BASE64URL = str.maketrans("+/", "-_")
_INDEX = re.compile(r"[0-9]+", re.ASCII)
_MOST_DIGITS = 12
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_HEADER = bytes.fromhex("1f8b 08 00 00000000 02 ff")
"""Deflate, no name, no time, best compression, unknown system: the same bytes whoever writes it."""


def set_bits(indexes: Iterable[int], *, entries: int = MINIMUM_ENTRIES) -> bytes:
    """Make the bits of a list in which these indexes are set; index 0 is the left-most bit (BSL 3.2).

    Raises:
        StatusError: an index outside the list (`status-range`), or a list that is too short to hide in
            (`status-list-length`).
    """
    if entries < MINIMUM_ENTRIES or entries % 8:
        raise StatusError(f"a list has at least {MINIMUM_ENTRIES} entries", code="status-list-length")
    bits = bytearray(entries // 8)
    for index in indexes:
        if not 0 <= index < entries:
            raise StatusError(f"index {index} is not in the list", code="status-range")
        bits[index >> 3] |= 0x80 >> (index & 7)
    return bytes(bits)


def read_bit(bits: bytes, *, index: int) -> bool:
    """Tell whether the bit at this index is set.

    Raises:
        StatusError: the index is not in the list (`status-range`, BSL 3.4 RANGE_ERROR).
    """
    if not 0 <= index < len(bits) * 8:
        raise StatusError(f"index {index} is not in the list", code="status-range")
    return bool(bits[index >> 3] & (0x80 >> (index & 7)))


def encode(bits: bytes) -> str:
    """Write a list as `u`, base64url without padding, of gzip (BSL 3.3); the same bits give the same text.

    Raises:
        StatusError: fewer than 131,072 entries (`status-list-length`).
    """
    _check_length(bits)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(bits) + deflate.flush()
    trailer = struct.pack("<II", zlib.crc32(bits), len(bits) & 0xFFFFFFFF)
    return "u" + urlsafe_b64encode(_GZIP_HEADER + packed + trailer).decode().rstrip("=")


def decode(encoded: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read the bits of a list (BSL 3.4).

    Raises:
        StatusError: not `u` with base64url, not exactly one whole gzip member, or more than
            `max_bytes` (`status-malformed`); fewer than 131,072 entries (`status-list-length`).
    """
    if not _ENCODED.fullmatch(encoded):
        raise StatusError("encodedList is u with base64url, without padding")
    return _unpack(_base64url(encoded[1:]), max_bytes=max_bytes)


def decode_2021(encoded: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read the bits of a list of Status List 2021, which are base64 without a prefix (SL2021 2.2, 3.3).

    That text names base64 and shows base64url without padding, and lists have either alphabet.

    Raises:
        StatusError: as `decode`.
    """
    found = _ENCODED_2021.fullmatch(encoded)
    if not found or (found[1] and len(encoded) % 4):
        raise StatusError("encodedList is base64 or base64url")
    return _unpack(_base64url(encoded.rstrip("=").translate(_TO_BASE64URL)), max_bytes=max_bytes)


def _unpack(packed: bytes, *, max_bytes: int) -> bytes:
    """Unpack the bits, and never more of them than the limit."""
    unpacking = zlib.decompressobj(_GZIP)
    try:
        bits = unpacking.decompress(packed, max_bytes + 1)
    except zlib.error as error:
        raise StatusError("the list is not gzip") from error
    if len(bits) > max_bytes:
        raise StatusError(f"the list unpacks to more than {max_bytes} bytes")
    if not unpacking.eof or unpacking.unused_data:
        raise StatusError("the list is not exactly one whole gzip member")
    _check_length(bits)
    return bits


def entry_index(entry: JsonObject, *, entry_type: str = ENTRY_TYPE) -> int:
    """Read which bit of the list a credentialStatus points at (BSL 2.1, SL2021 2.1).

    Raises:
        StatusError: not an entry of this type as the standard asks (`status-malformed`), or an index that no
            list has (`status-range`).
    """
    if entry_type not in items(entry.get("type")):
        raise StatusError(f"the entry is no {entry_type}")
    place = entry.get("statusListCredential")
    if not (isinstance(place, str) and place) or entry.get("id") == place:
        raise StatusError("the entry names the list, and has an id of its own if any")
    if not (isinstance(entry.get("statusPurpose"), str) and entry["statusPurpose"]):
        raise StatusError("the entry has a statusPurpose, a text")
    size = entry.get("statusSize", 1)
    if type(size) is not int or size != 1:
        raise StatusError("we read lists of one bit per entry")
    index = entry.get("statusListIndex")
    if not (isinstance(index, str) and _INDEX.fullmatch(index)):
        raise StatusError("statusListIndex is a whole number in digits, as a text")
    if len(index) > _MOST_DIGITS:
        raise StatusError("no list is that long", code="status-range")
    return int(index)


def _check_length(bits: bytes) -> None:
    """Refuse a list in which one badge would stand out (BSL 3.4 STATUS_LIST_LENGTH_ERROR)."""
    if len(bits) * 8 < MINIMUM_ENTRIES:
        raise StatusError(f"a list has at least {MINIMUM_ENTRIES} entries", code="status-list-length")


def _base64url(text: str) -> bytes:
    """Read base64url in its one spelling: no padding, no stray bits."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise StatusError("encodedList is not base64url") from error
    if urlsafe_b64encode(raw[-(len(raw) % 3 or 3) :]).decode().rstrip("=") != text[-(len(text) % 4 or 4) :]:
        raise StatusError("encodedList ends in stray bits")
    return raw
