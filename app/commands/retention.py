"""`praktijkbewijs retention`: say how long we keep what, and forget what is over."""

from typing import Annotated

import typer

from app.commands.printing import say
from app.retention import CANDIDATES, kinds_with
from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.retention.forgetting import count_due, forget_due
from issuers.retention.kinds import term_of
from schools.importing.letting_go import count_undecided, forget_undecided

DryRun = Annotated[bool, typer.Option("--dry-run", help="Zeg alleen wat er weg zou gaan.")]


def run(dry_run: DryRun = False) -> int:
    """Zegt hoe lang wat bewaard blijft, en wist wat voorbij zijn termijn is. De dienst doet dat elke dag."""
    settings = read_settings()
    desk = require_own_desk(settings)
    try:
        counted = dict(count_due(desk) if dry_run else forget_due(desk))
        kept = settings.candidates_kept
        look = count_undecided if dry_run else forget_undecided
        counted[CANDIDATES] = look(desk, kept=kept)
    finally:
        desk.register.close()
    verb = "gaat weg" if dry_run else "gewist"
    for kind in kinds_with(kept):
        found = f"{counted[kind.name]} {verb}" if kind.name in counted else "loopt vanzelf af"
        say(f"{kind.name}\t{term_of(kind)} {kind.since}\t{found if kind.term else 'geen termijn'}")
    return 0
