"""`praktijkbewijs catalogue`: search, show and renew the catalogue of werkprocessen."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.commands.printing import say, written
from app.settings import Settings, read_settings
from app.worlds import IMPORTS, read_catalogue
from badges.catalogue import dumps, loads
from badges.catalogue.changes import as_lines, compare
from badges.catalogue.jsonview import search_as_json, shown_entry
from badges.catalogue.model import Edition, Entry
from badges.catalogue.plain import PlainText, plain_text
from badges.catalogue.sbbxml import read as read_sbb
from badges.catalogue.search import SearchResult
from badges.errors import CatalogueError
from web.clock import SystemClock

cli = typer.Typer(help="Zoek werkprocessen, en laad een nieuwere catalogus.", no_args_is_help=True)
NOTHING_FOUND = 1
YES = {"j", "ja", "y", "yes"}
AsJson = Annotated[bool, typer.Option("--json", help="Als JSON, met alles wat bekend is.")]


@cli.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help="Gewone woorden, een crebo of een code.")],
    as_json: AsJson = False,
) -> int:
    """Zoek werkprocessen met gewone woorden."""
    result = read_catalogue(read_settings().data_dir).search(" ".join(words))
    if as_json:
        say(written(search_as_json(result)))
    else:
        say("\n".join(_told(result)))
    return 0 if result.hits else NOTHING_FOUND


@cli.command("show")
def show(
    key: Annotated[str, typer.Argument(help="Crebo en code: 25774/B1-K1-W1.")], as_json: AsJson = False
) -> None:
    """Toon alles wat wij van een werkproces weten, en wat niet."""
    crebo, _, code = key.partition("/")
    entry = read_catalogue(read_settings().data_dir).entry(crebo, code)
    if as_json:
        say(written(shown_entry(entry)))
    else:
        say("\n".join(_lines(entry)))


@cli.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="De XML van SBB, of een eerder bewaarde catalogus (JSON).")],
    yes: Annotated[bool, typer.Option("--ja", help="Voer het uit zonder te vragen.")] = False,
) -> None:
    """Laat zien wat een nieuwere catalogus verandert, en verander het dan. Oude teksten blijven leesbaar."""
    settings = read_settings()
    catalogue = read_catalogue(settings.data_dir)
    edition = _read_edition(file)
    changes = compare(catalogue, catalogue.with_edition(edition))
    say("\n".join(as_lines(changes)))
    if changes and (yes or typer.prompt("Voer dit uit? [j/n]").strip().lower() in YES):
        say(f"Bewaard als {_keep(settings, edition)}. Start de dienst opnieuw om hem te gebruiken.")


def _read_edition(file: Path) -> Edition:
    """Read SBB's XML or our own JSON, whichever it is."""
    raw = file.read_bytes()
    if raw.lstrip()[:1] == b"{":
        return loads(raw)
    return read_sbb(raw, made=SystemClock().today())


def _keep(settings: Settings, edition: Edition) -> Path:
    """Write the edition beside the older ones, under a name that sorts by its day; never over another.

    Raises:
        CatalogueError: the edition has no day that can name a file.
    """
    folder = settings.data_dir / IMPORTS
    folder.mkdir(parents=True, exist_ok=True)
    day = date.fromisoformat(edition.made)
    for number in range(1, 1000):
        path = folder / f"{day.isoformat()}-{number:03}.json"
        try:
            with path.open("xb") as new:
                new.write(dumps(edition))
        except FileExistsError:
            continue
        return path
    raise CatalogueError(f"{folder} already holds 999 editions of {day}.")


def _told(result: SearchResult) -> list[str]:
    """Tell the hits, or what to do where there are none."""
    hits = [
        f"{hit.werkproces.key:16} {hit.werkproces.title} · {hit.kwalificatie.name}" for hit in result.hits
    ]
    return hits if result.advice is None else [*hits, result.advice.nl]


def _lines(entry: Entry) -> list[str]:
    werkproces, kwalificatie, plain = entry.werkproces, entry.kwalificatie, plain_text(entry.werkproces)
    rows = [
        ("werkproces", f"{werkproces.key} {werkproces.title}"),
        ("kerntaak", f"{werkproces.kerntaak_code} {werkproces.kerntaak_title}"),
        ("kwalificatie", f"{kwalificatie.name} (crebo {kwalificatie.crebo})"),
        ("niveau", kwalificatie.level),
        ("dossier", kwalificatie.dossier_name),
        ("sector", kwalificatie.sector),
        ("in gewone taal", _own_words(plain)),
        ("bron", kwalificatie.source),
        ("nagekeken", "ja" if kwalificatie.verified else "nee"),
        ("digest", entry.digest),
    ]
    return [f"{name:15} {'onbekend' if value is None else value}" for name, value in rows]


def _own_words(plain: PlainText | None) -> str | None:
    """Tell our words and whose they are, or nothing where we have none."""
    if plain is None:
        return None
    words = " ".join(filter(None, (plain.sentence, plain.explanation)))
    checked = f"nagekeken door {plain.checked_by}" if plain.checked_by else "nog door niemand nagekeken"
    return f"{words} ({plain.source} van {plain.written_by}, {plain.status}: {checked})"
