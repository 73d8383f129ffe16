"""Badges in PDF documents: one attached file that is a credential.

No standard says how a PDF carries a badge, so every place is looked at where a document can hold a file
(ISO 32000-2 7.11.4): its list of files, what belongs to it or to a page, and the paperclips on its pages.
What is drawn on the pages is never read. A damaged document is not mended: two readers may mend it in two
ways.
"""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String
from pikepdf.settings import set_qpdf_limits

from badges import strictjson
from badges.baking.payload import check_payload
from badges.errors import BakingError
from badges.inflating import inflate

MAX_BYTES = 5_000_000
MAX_PAGES = 500

_CREDENTIAL_BYTES = strictjson.MAX_BYTES
_JSON = ("bewijs.json", "application/vc")
_JWT = ("bewijs.jwt", "application/vc+jwt")
_ENDINGS = (".json", ".jsonld", ".jwt", ".jws")
_MEDIA_TYPES = frozenset(
    {
        *("application/vc", "application/vc+ld+json", "application/vc+jwt", "application/vc+ld+json+jwt"),
        *("application/ld+json", "application/json", "application/jwt"),
    }
)
_STRUCTURE_BYTES = 1_000_000
"""The most that one packed part may unpack to: a list of all objects, or many of them together."""
_MOST_ITEMS = 100_000
_MOST_LISTED = 1_000
_MOST_LOOKED_AT = 10_000
_ODD = (AttributeError, KeyError, RuntimeError, TypeError, UnicodeError, ValueError)
"""What pikepdf raises besides its own errors where a document holds something odd."""

set_qpdf_limits(
    flate_max_memory=_STRUCTURE_BYTES,
    png_max_memory=_STRUCTURE_BYTES,
    tiff_max_memory=_STRUCTURE_BYTES,
    run_length_max_memory=_STRUCTURE_BYTES,
    parser_max_container_size=_MOST_ITEMS,
    doc_max_warnings=1_000,
)
"""For the whole process: opening a document unpacks parts of it before we can look."""


def bake(document: bytes, *, credential: bytes) -> bytes:
    """Attach a credential to a document, as a file that says what it is (ISO 32000-2 14.13).

    Raises:
        BakingError: no PDF that we read (`pdf-...`), it holds a badge already (`pdf-two-badges`), or the
            credential does not fit (`credential-...`).
    """
    check_payload(credential, max_bytes=_CREDENTIAL_BYTES)
    with _opened(document) as pdf:
        if _badges(pdf):
            raise _two_badges()
        name, media_type = _JWT if credential.startswith(b"eyJ") else _JSON
        pdf.attachments[name] = pikepdf.AttachedFileSpec(
            pdf, credential, filename=name, mime_type=media_type, relationship=Name.Data
        )
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def unbake(raw: bytes) -> bytes:
    """Take the credential out of a document: JSON or a compact JWS, not looked at any further.

    Raises:
        BakingError: no PDF that we read (`not-a-pdf`, `pdf-damaged`, `pdf-encrypted`, `pdf-too-large`); no
            badge (`pdf-no-badge`) or more than one (`pdf-two-badges`); the attached file cannot be unpacked
            (`pdf-badge-damaged`) or holds nothing, too much or no text (`credential-...`).
    """
    with _opened(raw) as pdf:
        found = _badges(pdf)
        if len(found) > 1:
            raise _two_badges()
        if not found:
            raise BakingError("the document holds no badge", code="pdf-no-badge")
        credential = _content(found[0])
    check_payload(credential, max_bytes=_CREDENTIAL_BYTES)
    return credential


@contextmanager
def _opened(raw: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a document that is whole, and name what goes wrong while it is looked at."""
    if not raw.startswith(b"%PDF-"):
        raise BakingError("this is no PDF document", code="not-a-pdf")
    if len(raw) > MAX_BYTES:
        raise _too_large()
    try:
        with pikepdf.open(io.BytesIO(raw), attempt_recovery=False) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise BakingError("a password is needed to read the document", code="pdf-encrypted") from error
    except MemoryError as error:
        raise _too_large() from error
    except (pikepdf.PikepdfError, *_ODD) as error:
        raise BakingError("the document is damaged", code="pdf-damaged") from error


def _badges(pdf: pikepdf.Pdf) -> list[Object]:
    """Find the attached files that are credentials: each once, however often the document names it."""
    found: dict[tuple[int, int], Object] = {}
    for count, each in enumerate(_holders(pdf)):
        if count == _MOST_LOOKED_AT:
            raise _too_large()
        described = _member(each, Name.FS) or each
        for stream in _streams(described):
            if _is_credential(stream, described=described):
                found[stream.objgen] = stream
    return list(found.values())


def _holders(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Give what may hold a file: descriptions of files (ISO 32000-2 7.11.3), and what is pinned to a page."""
    yield from _listed(_member(_member(pdf.Root, Name.Names), Name.EmbeddedFiles))
    yield from _dictionaries(_member(pdf.Root, Name.AF))
    if len(pdf.pages) > MAX_PAGES:
        raise _too_large()
    for page in pdf.pages:
        yield from _dictionaries(_member(page.obj, Name.AF))
        yield from _dictionaries(_member(page.obj, Name.Annots))


def _listed(tree: Object | None) -> Iterator[Object]:
    """Give the values of a name tree (ISO 32000-2 7.9.6), also of one that bites its tail."""
    waiting, visited = [tree], 0
    while waiting:
        node, visited = waiting.pop(), visited + 1
        if visited > _MOST_LISTED:
            raise _too_large()
        values = _items(_member(node, Name.Names))[1::2]
        yield from (value for value in values if isinstance(value, Dictionary))
        waiting.extend(_dictionaries(_member(node, Name.Kids)))


def _streams(described: Object) -> Iterator[Object]:
    """Give the files that a description stands for: one, or several under names for several systems."""
    embedded = _member(described, Name.EF)
    for key in (Name.F, Name.UF, Name.DOS, Name.Mac, Name.Unix):
        stream = _member(embedded, key)
        if isinstance(stream, Stream):
            yield stream


def _is_credential(stream: Object, *, described: Object) -> bool:
    """Tell whether a file says that it is a credential, by its name or its media type."""
    names = [_member(described, key) for key in (Name.UF, Name.F)]
    kind = stream.get(Name.Subtype)
    media_type = str(kind).removeprefix("/").partition(";")[0].strip().lower()
    return (isinstance(kind, Name) and media_type in _MEDIA_TYPES) or any(
        str(name).lower().endswith(_ENDINGS) for name in names if isinstance(name, String)
    )


def _content(stream: Object) -> bytes:
    """Unpack a file: packed by deflate or not at all, as every tool writes it."""
    filters = stream.get(Name.Filter)
    packing = [*filters] if isinstance(filters, Array) else [filters] if filters is not None else []
    raw = stream.read_raw_bytes()
    if not packing:
        return raw
    if packing != [Name.FlateDecode] or Name.DecodeParms in stream:
        raise BakingError("the attached file is packed in another way", code="pdf-badge-damaged")
    try:
        return inflate(raw, max_bytes=_CREDENTIAL_BYTES)
    except zlib.error as error:
        raise BakingError("the attached file cannot be unpacked", code="pdf-badge-damaged") from error


def _member(value: Object | None, key: Name) -> Object | None:
    """Give a member of a dictionary, or None where there is no such thing."""
    return value.get(key) if isinstance(value, Dictionary) else None


def _items(value: Object | None) -> list[Object]:
    """Give the items of an array, or none where there is no such thing."""
    if not isinstance(value, Array):
        return []
    if len(value) > _MOST_LISTED:
        raise _too_large()
    return [*value]


def _dictionaries(value: Object | None) -> list[Object]:
    """Give the dictionaries of an array."""
    return [item for item in _items(value) if isinstance(item, Dictionary)]


def _two_badges() -> BakingError:
    """Say that there is more than one badge."""
    return BakingError("the document holds more than one badge", code="pdf-two-badges")


def _too_large() -> BakingError:
    """Say that a document is more than a badge needs."""
    return BakingError("the document holds too much", code="pdf-too-large")
