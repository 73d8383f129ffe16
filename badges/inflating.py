"""Unpack what a stranger packed: never more than the limit, and nothing behind it (security T9)."""

import zlib


def inflate(packed: bytes, *, max_bytes: int, wbits: int = zlib.MAX_WBITS) -> bytes:
    """Unpack up to one byte past the limit: who gets that byte knows that there is more.

    Raises:
        zlib.error: it is no such data, it is cut short, or something hangs behind it.
    """
    unpacking = zlib.decompressobj(wbits)
    raw = unpacking.decompress(packed, max_bytes + 1)
    if len(raw) <= max_bytes and (not unpacking.eof or unpacking.unused_data):
        raise zlib.error("cut short, or something hangs behind it")
    return raw
