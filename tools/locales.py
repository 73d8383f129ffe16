"""Keep the catalogues of translations in step with the templates.

Without an option it updates messages.po from the templates and compiles it. With --check it changes
nothing, and fails when the extraction is out of date, a sentence has no translation, or the compiled
file differs.

The hulptalen have a catalogue of their own, hulp.po: only the words of the pages that speak them.
"""

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from templates import labels
from templates.hulptalen import CODES, PAGES, SAID

ROOM = Path(__file__).parents[1] / "templates"
LANGUAGES = ("en",)
METHODS = [
    ("**.html", "jinja2.ext:babel_extract"),
    ("emails/**.txt", "jinja2.ext:babel_extract"),
    ("labels/**.py", "python"),
]
STRICT = {"trimmed": "true", "silent": "false"}
OPTIONS = {"**.html": STRICT, "emails/**.txt": STRICT}
HEADER = "# Praktijkbewijs: the words of the pages. The Dutch is the source; keep to plain words."
DROPPED = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Report-Msgid",
    "Last-Trans",
    "Language-Team",
)
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {**extract.DEFAULT_KEYWORDS, "N_": None}


NAMES = re.compile(r'{%-?\s*(?:from|import|include|extends)\s+"([^"]+)"')
TABLES = re.compile(r"\blabels\.([A-Z_]+)")


@dataclass(frozen=True)
class Translation:
    """Hold which file of which language has to translate which sentences."""

    language: str
    domain: str
    extracted: Catalog

    @property
    def file(self) -> Path:
        """Say where the catalogue stands; the compiled one stands beside it."""
        return ROOM / "locales" / self.language / "LC_MESSAGES" / f"{self.domain}.po"


def main() -> int:
    """Update or check each language; give the exit code."""
    if "--check" in sys.argv[1:]:
        problems = [problem for each in translations() for problem in problems_of(each)]
        counts = ", ".join(f"{each.language} {len(each.extracted)}" for each in translations())
        print("\n".join(problems) or f"Each sentence is translated: {counts}.")
        return 1 if problems else 0
    for each in translations():
        update(each)
    return 0


def translations() -> Iterator[Translation]:
    """Give what must be translated: all for each language, and the words of some pages for each hulptaal."""
    everything, some = extracted_catalog(), helped_catalog()
    yield from (Translation(language, "messages", everything) for language in LANGUAGES)
    yield from (Translation(language, "hulp", some) for language in CODES)


def extracted_catalog() -> Catalog:
    """Collect every sentence of the templates, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    found = extract.extract_from_dir(ROOM, METHODS, OPTIONS, KEYWORDS)
    for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return catalog


def helped_catalog() -> Catalog:
    """Collect the sentences of the pages that speak the hulptalen, and of all that they are made of."""
    catalog = Catalog(charset="utf-8")
    tables = set()
    for file in helped_files():
        tables.update(TABLES.findall(file.read_text(encoding="utf-8")))
        with file.open("rb") as opened:
            for _, message, _, _ in extract.extract("jinja2.ext:babel_extract", opened, options=STRICT):
                catalog.add(message)
    for sentence in (*(word for name in sorted(tables) for word in getattr(labels, name).values()), *SAID):
        catalog.add(sentence)
    return catalog


def helped_files() -> list[Path]:
    """List the files of those pages: they, and what they extend or take from."""
    found: set[Path] = set()
    waiting = [ROOM / "pages" / f"{name}.html" for name in PAGES]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += [ROOM / name for name in NAMES.findall(file.read_text(encoding="utf-8"))]
    return sorted(found)


def update(translation: Translation) -> None:
    """Merge the extraction into the catalogue and compile it."""
    catalog, file = merged(translation), translation.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(written(catalog))
    file.with_suffix(".mo").write_bytes(compiled(catalog))
    open_ones = untranslated(catalog)
    print(f"{translation.language}: {len(catalog)} sentences, {len(open_ones)} without a translation")


def merged(translation: Translation) -> Catalog:
    """Give the catalogue of a language as it should be: all sentences, no old ones."""
    po, locale = translation.file, translation.language
    catalog = read_po(io.BytesIO(po.read_bytes()), locale=locale) if po.exists() else Catalog(locale=locale)
    catalog.update(translation.extracted, no_fuzzy_matching=True)
    catalog.header_comment = HEADER
    catalog.project, catalog.version, catalog.fuzzy = "Praktijkbewijs", "", False
    catalog.obsolete.clear()
    return catalog


def problems_of(translation: Translation) -> list[str]:
    """Say what is wrong with the catalogue of a language."""
    catalog, po, language = merged(translation), translation.file, translation.language
    mo = po.with_suffix(".mo")
    problems = [f"{language}: no translation of {sentence!r}" for sentence in untranslated(catalog)]
    if not po.exists() or written(catalog) != po.read_bytes():
        problems.append(f"{language}: {po.name} is out of date; run python tools/locales.py")
    if not mo.exists() or compiled(catalog) != mo.read_bytes():
        problems.append(f"{language}: {mo.name} is not made from {po.name}; run python tools/locales.py")
    for message, errors in catalog.check():
        if _complete(message.string):
            problems += [f"{language}: {message.id!r}: {error}" for error in errors]
    return problems


def untranslated(catalog: Catalog) -> list[str]:
    """List what has no translation, or one that is only a guess."""
    return [str(each.id) for each in catalog if each.id and (each.fuzzy or not _complete(each.string))]


def written(catalog: Catalog) -> bytes:
    """Write the catalogue as text, without the line numbers and the times that make a diff of nothing."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=False, include_lineno=False, sort_output=False)
    lines = out.getvalue().decode().splitlines(keepends=True)
    dropped = tuple(f'"{field}' for field in DROPPED)
    return "".join(line for line in lines if not line.startswith(dropped)).encode()


def compiled(catalog: Catalog) -> bytes:
    """Compile the catalogue as written, so that the result depends on nothing else."""
    out = io.BytesIO()
    read = read_po(io.BytesIO(written(catalog)), locale=catalog.locale)
    read.creation_date = read.revision_date = ALWAYS
    write_mo(out, read)
    return out.getvalue()


def _complete(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


if __name__ == "__main__":
    sys.exit(main())
