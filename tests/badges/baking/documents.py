"""PDFs to read: what a library writes, what it would not, and how one is refused."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from badges.baking import pdf
from badges.errors import BakingError

CREDENTIAL = b'{"@context":[],"name":"Verzamelt orders \xf0\x9f\x93\xa6"}'
JWS = b"eyJhIjoxfQ.e30.c2ln"
JSON_BYTES = 2_000_000


def document(*changes: Callable[[Pdf], object], pages: int = 1, **saved: Any) -> bytes:
    """Write a document of empty pages, changed."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    for change in changes:
        change(made)
    written = io.BytesIO()
    made.save(written, deterministic_id="encryption" not in saved, **saved)
    return written.getvalue()


def attached(
    content: bytes = CREDENTIAL, *, name: str = "bewijs.json", kind: str = "application/vc"
) -> Callable[[Pdf], object]:
    """Attach a file, in the list of files and among what belongs to the document."""

    def attach(made: Pdf) -> None:
        made.attachments[name] = AttachedFileSpec(made, content, filename=name, mime_type=kind)

    return attach


def described(made: Pdf, content: bytes = CREDENTIAL) -> pikepdf.Object:
    """Describe a file that is attached nowhere yet."""
    stream = made.make_stream(content)
    return made.make_indirect(Dictionary(Type=Name.Filespec, UF="bewijs.json", EF=Dictionary(F=stream)))


def belonging(content: bytes = CREDENTIAL) -> Callable[[Pdf], object]:
    """Put a file among what belongs to the document only."""

    def attach(made: Pdf) -> None:
        made.Root.AF = Array([described(made, content)])

    return attach


def refusal(raw: bytes) -> str:
    """Give the code with which a document is refused."""
    with pytest.raises(BakingError) as caught:
        pdf.unbake(raw)
    return caught.value.code


def classic(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Write a document by hand: objects, the list of where they are, the end."""
    raw, places = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(raw)
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    end = b"trailer <</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(raw))
    return raw + b"xref\n0 %d\n%s%s" % (size, places, end)


def file(content: bytes, said: bytes) -> bytes:
    """Write the stream of a file by hand, with what it says of how it is packed."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (said, len(content), content)


CATALOG = b"<</Type/Catalog/Pages 2 0 R/AF[<</F(a.json)/EF<</F 4 0 R>>>>]>>"
PAGES = (
    b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 9 9]>>",
)


def together(objects: bytes) -> bytes:
    """Write a document whose page is in a stream of objects, and its list of objects too (7.5.7, 7.5.8)."""
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", PAGES[0]]
    bodies.append(file(zlib.compress(objects, 1), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"))
    raw, places = b"%PDF-1.7\n", {}
    for number, body in zip((1, 2, 4), bodies, strict=True):
        places[number] = len(raw)
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[5] = len(raw)
    rows = [struct.pack(">BIH", 1, places[number], 0) for number in (1, 2, 4, 5)]
    rows = [struct.pack(">BIH", 0, 0, 65_535), *rows[:2], struct.pack(">BIH", 2, 4, 0), *rows[2:]]
    table = file(b"".join(rows), b"/Type/XRef/Size 6/W[1 4 2]/Root 1 0 R")
    return raw + b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[5])
