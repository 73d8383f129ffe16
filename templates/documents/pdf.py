"""Set a badge on a sheet of A4 to keep and to frame, with the signed badge inside the file.

PDF/A-3a and PDF/UA-1 (ISO 19005-3, ISO 14289-1): whoever cannot see it hears it in order, and it can be read
for as long as there are computers. What others wrote goes in as data and is never read as markup.
"""

import json
import re
import threading
import unicodedata
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from badges.catalogue import Catalogue
from badges.credential import parse
from badges.factfinding import read_facts
from badges.facts import Facts
from badges.members import at, text
from badges.strictjson import JsonObject
from badges.texts import shown as readable
from templates.documents.badge import BadgePicture, badge_png, badge_svg
from templates.documents.glyphs import FONTS, writable
from templates.documents.qr import printed_qr_svg
from templates.documents.sheet import sheet_of
from templates.errors import PictureError
from templates.rendering import Language
from templates.showing import picture_of, shown_facts

if TYPE_CHECKING:
    import typst

_HERE: Final = Path(__file__).parent
_STATIC: Final = _HERE.parent / "static"
SHEET: Final = "sheet.typ"
_STANDARDS: Final = ("a-3a", "ua-1")
_LANGUAGE: Final = re.compile("[a-z]{2,3}")
_DOTS: Final = 1200
_LAST_APART: Final = "\u052f"
"""The last of the letters that stand apart: Latin, Greek, Cyrillic."""
_OWN: Final = threading.local()


def badge_pdf(raw: bytes, *, url: str, catalogue: Catalogue, language: Language) -> bytes:
    """Give a PDF that shows a badge and holds its exact signed bytes; the same badge gives the same file.

    Args:
        raw: What was signed.
        url: Where the badge is, for the QR code.
        catalogue: For our plain sentences.
        language: The language of our words; what was signed stays as it was.

    Raises:
        PictureError: it could not be set.
    """
    document = parse(raw).document
    facts = read_facts(document)
    shown = shown_facts(facts, catalogue=catalogue, language=language)
    sheet = asdict(sheet_of(shown, url=url, language=language, signed_in=_language(document)))
    sheet |= _pictures(facts, url=url)
    moment = facts.awarded or facts.valid_from or datetime.fromtimestamp(0, tz=UTC)
    return set_in(SHEET, sheet, credential=raw, moment=moment)


def _pictures(facts: Facts, *, url: str) -> dict[str, str]:
    """Draw what is no text."""
    drawn = picture_of(facts)
    words = replace(drawn, title=writable(readable(drawn.title)), issuer=writable(readable(drawn.issuer)))
    return {"picture": badge_drawing(words), "qr": printed_qr_svg(url, title="QR"), "logo": logo()}


def badge_drawing(picture: BadgePicture) -> str:
    """Draw the badge: as lines, or as dots where letters join (PDF/A asks what each of them stands for)."""
    if not _joins(picture.title + picture.issuer):
        return badge_svg(picture)
    dots = b64encode(badge_png(picture, size=_DOTS)).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">'
        f'<image width="400" height="400" href="data:image/png;base64,{dots}"/></svg>'
    )


def _joins(words: str) -> bool:
    """Tell whether letters change or carry each other, as those of Arabic, or accents of their own."""
    return any(sign > _LAST_APART or unicodedata.combining(sign) for sign in words)


def _language(document: JsonObject) -> str:
    """Give the language of what was signed (OB 3.0 Achievement.inLanguage)."""
    stated = text(at(document, "credentialSubject", "achievement", "inLanguage")) or ""
    return stated if _LANGUAGE.fullmatch(stated) else "nl"


def set_in(layout: str, sheet: Mapping[str, object], *, credential: bytes | None, moment: datetime) -> bytes:
    """Set a sheet by one of our layouts, with what was signed, if anything, as a file inside.

    Raises:
        PictureError: it could not be set.
    """
    inputs = {"sheet": json.dumps(sheet), "credential": (credential or b"").decode()}
    try:
        made = _compiler(layout).compile(
            format="pdf", sys_inputs=inputs, pdf_standards=[*_STANDARDS], timestamp=int(moment.timestamp())
        )
    except RuntimeError as error:
        raise PictureError(str(error)) from error
    if not isinstance(made, bytes):
        raise PictureError("it is no file")
    return made


def _compiler(layout: str) -> "typst.Compiler":
    """Give the compiler of this thread: one cannot do two things at once, and making one costs time."""
    import typst  # noqa: PLC0415 - it is large; only who asks for a PDF pays for it

    if not hasattr(_OWN, "compilers"):
        _OWN.compilers = {}
    compilers: dict[str, typst.Compiler] = _OWN.compilers
    if layout not in compilers:
        compilers[layout] = typst.Compiler(_HERE / layout, root=_HERE, font_paths=_fonts())
    return compilers[layout]


@cache
def _fonts() -> "typst.Fonts":
    """Read our own letters, and none of the machine."""
    import typst  # noqa: PLC0415 - large, as where it compiles

    folders = [str(FONTS), str(_STATIC / "vendor" / "fonts")]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def logo() -> str:
    """Give our sign, as a drawing."""
    return (_STATIC / "icon.svg").read_text(encoding="utf-8")
