"""A table or a list from another system is no badge: say so, and name the codes that we do not know."""

import re
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.errors import CatalogueError
from verifier.report import Unread

_WHOLE: Final = re.compile(r"\b([0-9]{5})\s*[/;,\t ]\s*([BPD][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2})\b", re.ASCII)
_ALONE: Final = re.compile(r"\b[BPD][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2}\b", re.ASCII)
_SEPARATORS: Final = (";", ",", "\t")
_MOST_READ: Final = 200_000
_MOST_NAMED: Final = 5


def table_told(name: str, raw: bytes, *, catalogue: Catalogue) -> Unread | None:
    """Say of a table what can be done instead; None where it is no table.

    Nobody signed a table, so it proves nothing, whatever codes are in it.
    """
    text = raw[:_MOST_READ].decode(errors="replace")
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    is_named = name.lower().endswith((".csv", ".tsv"))
    if first.lstrip().startswith(("{", "[", "<")) or not any(each in first for each in _SEPARATORS):
        return None
    if not is_named and (_ALONE.search(text) is None or "\n" not in text):
        return None
    nl = (
        "Dit is een tabel, geen bewijs: er zit geen handtekening op. Vraag de persoon om de bewijzen zelf, "
        "als bestand of met een link."
    )
    en = "This is a table, not a badge: nobody signed it. Ask the person for the badges, as files or a link."
    if unknown := _unknown(text, catalogue=catalogue):
        named = ", ".join(unknown[:_MOST_NAMED]) + (" …" if len(unknown) > _MOST_NAMED else "")
        nl += f" Deze codes erin kennen wij niet: {named}."
        en += f" We do not know these codes in it: {named}."
    return Unread("table", nl, en)


def _unknown(text: str, *, catalogue: Catalogue) -> list[str]:
    """Name the werkprocessen that the catalogue does not have; a code alone says nothing."""
    found = dict.fromkeys((each[1], each[2]) for each in _WHOLE.finditer(text))
    return [f"{crebo}/{code}" for crebo, code in found if not _is_known(crebo, code, catalogue=catalogue)]


def _is_known(crebo: str, code: str, *, catalogue: Catalogue) -> bool:
    try:
        catalogue.werkproces(crebo, code)
    except CatalogueError:
        return False
    return True
