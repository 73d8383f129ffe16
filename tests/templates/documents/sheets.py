"""Badges to set on a sheet, and how to read one back."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from badges.catalogue import embedded
from badges.judgement import WerkprocesReference
from badges.strictjson import JsonObject
from templates.documents.pdf import badge_pdf
from templates.rendering import Language
from tests.world import World, verklaring_of

URL = "https://bewijs.voorbeeld/b/Vt9mQ2xL7dR4wK1sZ8nYpA"
WORLD = World()


def badge(*, narrative: str | None = None, issuer: str | None = None, **changes: Any) -> bytes:
    """Give a signed badge with other words in it; what is set does not depend on the signature."""
    document: Any = json.loads(WORLD.signed())
    subject = document["credentialSubject"]
    if narrative is not None:
        document["evidence"][0]["narrative"] = narrative
    if issuer is not None:
        document["issuer"]["name"] = issuer
    if "name" in changes:
        subject["identifier"] = [subject["identifier"][0] | {"identityHash": changes["name"]}]
        if changes["name"] is None:
            del subject["identifier"]
    if "title" in changes:
        subject["achievement"]["name"] = changes["title"]
        subject["achievement"]["alignment"][0]["targetName"] = changes["title"]
    return json.dumps(document, ensure_ascii=False).encode()


def verklaring(*, count: int) -> bytes:
    """Give a praktijkverklaring of so many werkprocessen."""
    kwalificatie = embedded().kwalificatie("25774")
    works = tuple(
        WerkprocesReference(
            crebo="25774",
            code=each.code,
            title=each.title,
            kwalificatie=kwalificatie.name,
            url="https://bewijs.voorbeeld/werkprocessen/25774",
        )
        for kerntaak in kwalificatie.kerntaken
        for each in kerntaak.werkprocessen
    )
    document: JsonObject = verklaring_of(
        WORLD.school, leerbedrijf=WORLD.issuer, badge=WORLD.signed(), werkprocessen=works[:count]
    )
    return json.dumps(document, ensure_ascii=False).encode()


def made(raw: bytes, *, language: Language = "nl") -> pikepdf.Pdf:
    """Set a badge and open what came of it."""
    return pikepdf.open(
        io.BytesIO(badge_pdf(raw, url=URL, catalogue=embedded(), language=language)), attempt_recovery=False
    )


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give the structure elements in the order in which they are read (ISO 32000-1 14.7.2)."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array):
            waiting.extend(reversed([*node]))
        elif isinstance(node, Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def fonts(pdf: pikepdf.Pdf) -> set[str]:
    """Name the fonts of which letters are in it."""
    return {
        str(each.FontName).partition("+")[2]
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/Type") == "/FontDescriptor"
    }


def letters_in_one(pdf: pikepdf.Pdf) -> set[str]:
    """Give the texts of more than one letter that one sign of a font draws (ISO 32000-1 9.10.3)."""
    maps = [each.read_bytes().decode("latin-1") for each in _character_maps(pdf)]
    codes = [code for each in maps for code in re.findall(r"<[0-9A-Fa-f]{4}>\s*<([0-9A-Fa-f]{8,})>", each)]
    return {bytes.fromhex(each).decode("utf-16-be") for each in codes}


def _character_maps(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/ToUnicode" in each:
            yield each.ToUnicode


def together(*raws: bytes) -> bytes:
    """Put badges together."""
    inside = [json.loads(each) for each in raws]
    return json.dumps({"type": ["VerifiablePresentation"], "verifiableCredential": inside}).encode()
