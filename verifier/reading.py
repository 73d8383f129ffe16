"""Bytes from a stranger -> something to examine, or a sentence that says what to send instead.

What a file is, is read from its first bytes: names and media types are only what someone says.
Limits hold before anything is parsed (security R11).
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from badges import strictjson
from badges.credential import UnverifiedCredential, recognise
from badges.errors import DocumentError
from badges.members import items, texts
from badges.openbadges2.version import version_of
from badges.strictjson import JsonObject
from verifier.errors import UnreadableError
from verifier.report import Form

MAX_BYTES = 2_000_000
MAX_PICTURE_BYTES = 5_000_000
MAX_PHOTO_BYTES = 20_000_000
MAX_LINK = 2_000

LIMITS = {
    Form.JSON: MAX_BYTES,
    Form.JWS: MAX_BYTES,
    Form.PNG: MAX_PHOTO_BYTES,
    Form.SVG: MAX_PICTURE_BYTES,
    Form.PDF: MAX_PICTURE_BYTES,
    Form.PHOTO: MAX_PHOTO_BYTES,
    Form.ZIP: MAX_PHOTO_BYTES,
    Form.LINK: MAX_LINK,
}
"""The most bytes of each form. A screenshot with a QR code is a PNG too, and large."""

THOROUGH = frozenset({Form.PDF, Form.PHOTO, Form.ZIP})
"""Forms that only a thorough look opens."""

_HEAD = 1_024
_JWS = re.compile(rb"eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\s*")
_LINK = re.compile(rb"(?:https?://|/[bd]/)[!-~]+", re.IGNORECASE)
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": Form.PNG,
    b"%PDF-": Form.PDF,
    b"PK\x03\x04": Form.ZIP,
    b"PK\x05\x06": Form.ZIP,
    b"\xff\xd8\xff": Form.PHOTO,
    b"GIF8": Form.PHOTO,
    b"RIFF": Form.PHOTO,
    b"BM": Form.PHOTO,
    b"II*\x00": Form.PHOTO,
    b"MM\x00*": Form.PHOTO,
}
_HEIF = re.compile(rb"....ftyp(?:hei|hev|mif|avif)", re.DOTALL)
_ENVELOPE = re.compile(r"data:application/(?:vc|vp)(?:\+ld\+json)?\+jwt,(eyJ[A-Za-z0-9._-]+)")


@dataclass(frozen=True, slots=True)
class Token:
    """Hold a compact JWS, not looked at yet."""

    raw: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """Hold an assertion of Open Badges 2.0 (or older), not checked yet."""

    document: JsonObject


@dataclass(frozen=True, slots=True)
class Presentation:
    """Hold a presentation: credentials that somebody put together (VCDM 2.0 4.13)."""

    document: JsonObject


Held: TypeAlias = UnverifiedCredential | Token | Assertion | Presentation


def form_of(raw: bytes) -> Form:
    """Tell what these bytes are by how they start.

    Raises:
        UnreadableError: nothing, too much, or a kind of file that holds no badge for us.
    """
    form = _form(raw)
    if len(raw) > LIMITS[form]:
        raise UnreadableError("too-large")
    return form


def read(raw: bytes) -> Held:
    """Read JSON or a compact JWS as something to examine.

    Raises:
        UnreadableError: it is no credential; the sentence says what to do.
    """
    form = form_of(raw)
    if form is Form.JWS:
        return token_in(raw)
    if form is not Form.JSON:
        raise UnreadableError("not-a-credential")
    try:
        value = strictjson.loads(raw)
    except DocumentError as error:
        raise UnreadableError(error.code) from error
    if not isinstance(value, dict):
        raise UnreadableError("not-a-credential")
    return held_in(value)


def held_in(document: JsonObject) -> Held:
    """Tell what a JSON object is.

    Raises:
        UnreadableError: it is no credential.
    """
    if version_of(document) is not None:
        return Assertion(document)
    types = items(document.get("type"))
    enveloped = _ENVELOPE.fullmatch(str(document.get("id", "")))
    if enveloped and {"EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"} & {*texts(types)}:
        return Token(enveloped[1])
    if "VerifiablePresentation" in types:
        return Presentation(document)
    try:
        return recognise(document, raw=strictjson.dumps(document))
    except DocumentError as error:
        raise UnreadableError(error.code) from error


def token_in(raw: bytes) -> Token:
    """Take a compact JWS (RFC 7515 3.1).

    Raises:
        UnreadableError: it is none.
    """
    if not _JWS.fullmatch(raw.strip()):
        raise UnreadableError("not-a-credential")
    return Token(raw.strip().decode("ascii"))


def link_in(raw: bytes) -> str:
    """Give the link that `form_of` saw."""
    return raw.strip().decode("ascii")


def _form(raw: bytes) -> Form:
    """Tell by the first bytes."""
    for magic, form in _MAGIC.items():
        if raw.startswith(magic):
            return form
    head = raw[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise UnreadableError("empty" if len(raw) <= _HEAD else "kind-unknown")
    if head[:1] in (b"{", b"["):
        return Form.JSON
    if head[:1] == b"<":
        return Form.SVG
    if _JWS.fullmatch(raw.strip()):
        return Form.JWS
    if len(raw) <= MAX_LINK and _LINK.fullmatch(raw.strip()):
        return Form.LINK
    raise UnreadableError("kind-heif" if _HEIF.match(raw) else "kind-unknown")
