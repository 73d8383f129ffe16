"""Keep the catalogues of translations in step with the templates.

Without an option it updates messages.po from the templates and compiles it. With --check it changes
nothing, and fails when the extraction is out of date, a sentence has no translation, or the compiled
file differs.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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


def main() -> int:
    """Update or check each language; give the exit code."""
    extracted = extracted_catalog()
    if "--check" in sys.argv[1:]:
        problems = [problem for language in LANGUAGES for problem in problems_of(language, extracted)]
        print("\n".join(problems) or f"{len(extracted)} sentences, each translated.")
        return 1 if problems else 0
    for language in LANGUAGES:
        update(language, extracted)
    return 0


def extracted_catalog() -> Catalog:
    """Collect every sentence of the templates, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    found = extract.extract_from_dir(ROOM, METHODS, OPTIONS, KEYWORDS)
    for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return catalog


def update(language: str, extracted: Catalog) -> None:
    """Merge the extraction into the catalogue and compile it."""
    catalog = merged(language, extracted)
    folder = folder_of(language)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "messages.po").write_bytes(written(catalog))
    (folder / "messages.mo").write_bytes(compiled(catalog))
    open_ones = untranslated(catalog)
    print(f"{language}: {len(catalog)} sentences, {len(open_ones)} without a translation")


def merged(language: str, extracted: Catalog) -> Catalog:
    """Give the catalogue of a language as it should be: all sentences, no old ones."""
    po = folder_of(language) / "messages.po"
    catalog = (
        read_po(io.BytesIO(po.read_bytes()), locale=language) if po.exists() else Catalog(locale=language)
    )
    catalog.update(extracted, no_fuzzy_matching=True)
    catalog.header_comment = HEADER
    catalog.project, catalog.version, catalog.fuzzy = "Praktijkbewijs", "", False
    catalog.obsolete.clear()
    return catalog


def problems_of(language: str, extracted: Catalog) -> list[str]:
    """Say what is wrong with the catalogue of a language."""
    folder = folder_of(language)
    catalog = merged(language, extracted)
    problems = [f"{language}: no translation of {sentence!r}" for sentence in untranslated(catalog)]
    if written(catalog) != (folder / "messages.po").read_bytes():
        problems.append(f"{language}: messages.po is out of date; run python tools/locales.py")
    if compiled(catalog) != (folder / "messages.mo").read_bytes():
        problems.append(f"{language}: messages.mo is not made from messages.po; run python tools/locales.py")
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


def folder_of(language: str) -> Path:
    """Say where the catalogue of a language stands."""
    return ROOM / "locales" / language / "LC_MESSAGES"


def _complete(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


if __name__ == "__main__":
    sys.exit(main())
