"""Editions of the catalogue: bytes in, bytes out, and the digest of an agreed text.

The file is JSON with the Dutch names of the starter data. An import never changes a file:
it adds one, and what an older one said stays readable by its digest.
"""

import hashlib
import json
from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from badges.catalogue.model import Edition, Kwalificatie, Werkproces
from badges.catalogue.rows import EditionFile
from badges.catalogue.translation import to_edition, to_file
from badges.errors import CatalogueError

MAX_BYTES = 100_000_000
"""All dossiers of SBB with their texts are some 40 MB as XML; a file beyond this is not one of ours."""

DIGEST_LENGTH = 12


def loads(raw: bytes, *, max_bytes: int = MAX_BYTES) -> Edition:
    """Read an edition from bytes that `dumps` wrote, or that hold the same shape.

    Raises:
        CatalogueError: it is no edition, a kwalificatie or code stands in it twice, or it is too large.
    """
    if len(raw) > max_bytes:
        raise CatalogueError(f"The file is larger than {max_bytes} bytes.")
    try:
        file = EditionFile.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = "/".join(str(part) for part in first["loc"])
        raise CatalogueError(f"This is no edition of the catalogue: {first['msg']} (at /{place}).") from error
    edition = to_edition(file)
    refuse_doubles(edition)
    return edition


def refuse_doubles(edition: Edition) -> None:
    """Refuse an edition in which one key stands twice: nobody could say which text was agreed.

    Raises:
        CatalogueError: a crebo, or a code within a crebo, stands in it twice.
    """
    seen: set[str] = set()
    for kwalificatie in edition.kwalificaties:
        keys = [kwalificatie.crebo, *(werkproces.key for werkproces in kwalificatie.werkprocessen)]
        for key in keys:
            if key in seen:
                raise CatalogueError(f"{key} stands in the file twice.")
            seen.add(key)


def dumps(edition: Edition) -> bytes:
    """Write an edition as JSON that `loads` reads back to an equal one; unknown is written as null."""
    return to_file(edition).model_dump_json(indent=1).encode() + b"\n"


def entry_document(werkproces: Werkproces, *, kwalificatie: Kwalificatie) -> bytes:
    """Give the canonical JSON of a catalogue entry: what was agreed, and nothing of our own words.

    In it stand crebo, code, title and texts of the werkproces, code and title of its kerntaak, and name,
    level and dossier of its kwalificatie, each null where unknown. Sources, notes, skills and our plain words
    are left out: they may get better without another text being agreed. The form is that of RFC 8785
    (JCS): keys sorted, no spaces, UTF-8, nothing escaped that need not be.
    """
    entry = {
        "crebo": werkproces.crebo,
        "code": werkproces.code,
        "titel": werkproces.title,
        "omschrijving": werkproces.description,
        "resultaat": werkproces.result,
        "gedrag": werkproces.behaviour,
        "kerntaak": {"code": werkproces.kerntaak_code, "titel": werkproces.kerntaak_title},
        "kwalificatie": {
            "naam": kwalificatie.name,
            "niveau": kwalificatie.level,
            "dossier": {"naam": kwalificatie.dossier_name, "crebo": kwalificatie.dossier_crebo},
        },
    }
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(werkproces: Werkproces, *, kwalificatie: Kwalificatie) -> str:
    """Give the first 12 hex digits of the SHA-256 of an entry: its name in `/werkprocessen/...`."""
    return hashlib.sha256(entry_document(werkproces, kwalificatie=kwalificatie)).hexdigest()[:DIGEST_LENGTH]


@cache
def embedded_edition() -> Edition:
    """Read the starter catalogue that comes with the program."""
    return loads(files("badges.catalogue").joinpath("data", "catalogue.json").read_bytes())
