"""Bytes from a stranger -> something to check, or a sentence that says what to send instead.

What a file is, is read from its first bytes: names and media types are only what someone says.
Limits hold before anything is parsed (security R11).
"""

import re
from collections.abc import Callable
from enum import StrEnum

from badges import strictjson
from badges.baking import png, svg
from badges.credential import UnverifiedCredential, parse
from badges.errors import BakingError, DocumentError
from badges.members import part, texts
from verifier.errors import UnreadableError

MAX_BYTES = 2_000_000
MAX_PICTURE_BYTES = 5_000_000
MAX_LINK = 2_000

_HEAD = 1_024
_PNG = b"\x89PNG\r\n\x1a\n"
_JWS = re.compile(rb"eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_LINK = re.compile(rb"(?:https?://|/b/)[!-~]+", re.IGNORECASE)
_MAGIC = {
    b"%PDF": "kind-pdf",
    b"PK\x03\x04": "kind-zip",
    b"\xff\xd8\xff": "kind-photo",
    b"GIF8": "kind-photo",
    b"RIFF": "kind-photo",
    b"BM": "kind-photo",
    b"II*\x00": "kind-photo",
    b"MM\x00*": "kind-photo",
}
_OB2_CONTEXT = "https://w3id.org/openbadges/"
_NEARLY = {"VerifiablePresentation": "presentation", "EnvelopedVerifiableCredential": "kind-jws"}
_HEIF = re.compile(rb"....ftyp(?:hei|hev|mif|avif)", re.DOTALL)


class Kind(StrEnum):
    """Name what a visitor can hand us and we can read."""

    JSON = "json"
    PNG = "png"
    SVG = "svg"
    LINK = "link"


_UNBAKE: dict[Kind, Callable[[bytes], bytes]] = {Kind.PNG: png.unbake, Kind.SVG: svg.unbake}


def sniff(raw: bytes) -> Kind:
    """Tell what these bytes are by how they start.

    Raises:
        UnreadableError: nothing, too much, or a kind of file that holds no badge for us.
    """
    if raw.startswith(_PNG):
        return _within(Kind.PNG, raw, limit=MAX_PICTURE_BYTES)
    head = raw[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise UnreadableError("empty" if len(raw) <= _HEAD else "kind-unknown")
    if head[:1] in (b"{", b"["):
        return _within(Kind.JSON, raw, limit=MAX_BYTES)
    if head[:1] == b"<":
        return _within(Kind.SVG, raw, limit=MAX_PICTURE_BYTES)
    if len(raw) <= MAX_LINK and _LINK.fullmatch(raw.strip()):
        return Kind.LINK
    raise UnreadableError(_unread_kind(head, raw))


def read(raw: bytes) -> UnverifiedCredential:
    """Read a credential out of JSON, or out of a PNG or SVG that it is baked into.

    Raises:
        UnreadableError: there is no credential in it; the sentence says what to do.
    """
    kind = sniff(raw)
    if kind is Kind.LINK:
        raise UnreadableError("link-elders")
    if kind in _UNBAKE:
        raw = _unbaked(raw, unbake=_UNBAKE[kind])
    return _parsed(raw)


def link_in(raw: bytes) -> str:
    """Give the link that `sniff` saw."""
    return raw.strip().decode("ascii")


def _within(kind: Kind, raw: bytes, *, limit: int) -> Kind:
    if len(raw) > limit:
        raise UnreadableError("too-large")
    return kind


def _unread_kind(head: bytes, raw: bytes) -> str:
    """Name a kind of file that we recognise, and do not read yet."""
    if _JWS.match(head):
        return "kind-jws"
    if _HEIF.match(raw):
        return "kind-photo"
    return next((code for magic, code in _MAGIC.items() if head.startswith(magic)), "kind-unknown")


def _unbaked(raw: bytes, *, unbake: Callable[[bytes], bytes]) -> bytes:
    """Take the badge out of a picture, within the limits of a badge."""
    try:
        badge = unbake(raw)
    except BakingError as error:
        raise UnreadableError(error.code) from error
    if sniff(badge) is not Kind.JSON:
        raise UnreadableError("credential-not-json")
    return badge


def _parsed(raw: bytes) -> UnverifiedCredential:
    """Parse strictly; what is nearly a credential gets a sentence of its own."""
    try:
        return parse(raw)
    except DocumentError as error:
        code = _nearly(raw) if error.code == "not-a-credential" else error.code
        raise UnreadableError(code) from error


def _nearly(raw: bytes) -> str:
    """Name JSON that is no credential, but that we recognise."""
    document = part(strictjson.loads(raw))
    types = texts(document.get("type"))
    contexts = texts(document.get("@context"))
    if any(each.startswith(_OB2_CONTEXT) for each in contexts):
        return "old-badge"
    return next((_NEARLY[name] for name in types if name in _NEARLY), "not-a-credential")
