"""`praktijkbewijs issue --batch`: give the badges of a whole roster; the same roster again adds nothing."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.batches import Came, Stopped, collecting_nothing, give_all, helping
from app.commands.printing import say
from app.commands.writing import write_badge
from app.settings import Settings, SettingsError
from app.worlds import open_own_desk
from badges.texts import shown_in_line
from issuers.desk import IssuingDesk
from issuers.errors import FormError, SpreadsheetError
from issuers.groups.giving import LineResult
from issuers.groups.headings import tell_unread, unread_headings
from issuers.groups.reading import read_lines
from issuers.groups.states import LineState
from issuers.organisations.demo import DEMO, demo_praktijkopleider, praktijkopleider_of
from issuers.organisations.founding import organisations
from issuers.people.permissions import Actor
from issuers.publishing.documents import signed_bytes
from issuers.spreadsheets import Limits, read_table

INVALID: Final = 64
STOPPED: Final = 70
LIMITS: Final = Limits(bytes=60_000_000, rows=200_000)


def issue_batch(settings: Settings, file: Path, *, output: Path | None, organisation: str) -> int:
    """Give all badges of a roster, and tell of each row that has none why; 0 when every row has one."""
    try:
        with file.open("rb") as roster, collecting_nothing():
            table = read_table(roster.read(LIMITS.bytes + 1), limits=LIMITS)
            unread = tell_unread(unread_headings(table))
            lines = read_lines(table)
    except SpreadsheetError as error:
        print(error.nl, file=sys.stderr)
        return INVALID
    except FormError as error:
        print("\n".join(each.nl for each in (*error.problems, *unread)), file=sys.stderr)
        return INVALID
    for each in unread:
        print(shown_in_line(each.nl), file=sys.stderr)
    rows = len(table)
    with helping(settings, rows=rows) as pool:
        desk = open_own_desk(settings)
        try:
            came = give_all(desk, lines, actor=_actor(desk, organisation), pool=pool, rows=rows)
            return _tell(desk, came, rows=rows, output=output)
        finally:
            desk.register.close()


def _actor(desk: IssuingDesk, organisation: str) -> Actor:
    """Act as who gives badges for this organisation, or for the only one; if there is none, for the demo.

    Raises:
        SettingsError: it is not said for which, or nobody gives badges there.
    """
    known = organisations(desk)
    if not organisation and all(each.name == DEMO.name for each in known):
        return demo_praktijkopleider(desk)
    if len(known) > 1 and not organisation:
        names = "\n".join(f"  {each.id}  {shown_in_line(each.name)}" for each in known)
        raise SettingsError(f"Hier zijn meer organisaties. Kies er een met --organisation CODE:\n{names}")
    actor = praktijkopleider_of(desk, organisation or known[0].id)
    if actor is None:
        raise SettingsError(
            f"Bij {organisation or known[0].id} is niemand praktijkopleider. "
            "Zo zie je welke organisaties er zijn: praktijkbewijs organisations list"
        )
    return actor


def _tell(desk: IssuingDesk, came: Iterable[Came], *, rows: int, output: Path | None) -> int:
    """Show how far it is, write what was given, and say at the end what came of it."""
    counted: Counter[LineState] = Counter()
    refused: list[LineResult] = []
    stopped = None
    with _progress(rows) as advance:
        for each in came:
            if isinstance(each, Stopped):
                stopped = each
                continue
            counted.update(result.state for result in each)
            refused += [result for result in each if result.state is LineState.REFUSED]
            if output:
                _write(desk, each, folder=output)
            advance(len(each))
    for result in sorted(refused, key=lambda each: each.number):
        print("\n".join(_reasons(result)), file=sys.stderr)
    if stopped:
        print(f"Gestopt: {stopped.nl} De rest kan later: geef hetzelfde bestand opnieuw.", file=sys.stderr)
    if held := counted[LineState.HELD]:
        print(f"{held} wachten nog: de organisatie vraagt om meekijken of bedenktijd.", file=sys.stderr)
    say(
        f"issued {counted[LineState.GIVEN]}, already {counted[LineState.ALREADY]}, "
        f"refused {counted[LineState.REFUSED]}"
    )
    return STOPPED if stopped else min(len(refused), 1)


def _reasons(result: LineResult) -> Iterator[str]:
    for each in result.problems:
        where = f"rij {result.number}, {each.field}" if each.field else f"rij {result.number}"
        yield f"{where}: {each.nl}"


def _write(desk: IssuingDesk, results: Sequence[LineResult], *, folder: Path) -> None:
    """Write each badge as files, named by the row of its person and by its own id."""
    for each in results:
        if each.badge_id is not None:
            raw = signed_bytes(desk, each.token)
            write_badge(raw, folder=folder, name=f"rij-{each.number:06}-{each.badge_id}")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Draw a bar where somebody looks."""
    from rich.console import Console  # noqa: PLC0415 - only a batch draws
    from rich.progress import Progress  # noqa: PLC0415 - only who waits for a bar needs it

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Bewijzen geven", total=total)
        yield lambda count: progress.advance(task, count)
