"""`praktijkbewijs retention`: say how long we keep what, and forget what is over."""

from typing import Annotated

import typer

from app.commands.printing import say
from app.retention import KINDS
from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.retention.forgetting import count_due, forget_due
from issuers.retention.kinds import term_of

DryRun = Annotated[bool, typer.Option("--dry-run", help="Zeg alleen wat er weg zou gaan.")]


def run(dry_run: DryRun = False) -> int:
    """Zegt hoe lang wat bewaard blijft, en wist wat voorbij zijn termijn is. De dienst doet dat elke dag."""
    desk = require_own_desk(read_settings())
    try:
        counted = count_due(desk) if dry_run else forget_due(desk)
    finally:
        desk.register.close()
    verb = "gaat weg" if dry_run else "gewist"
    for kind in KINDS:
        found = f"{counted[kind.name]} {verb}" if kind.name in counted else "loopt vanzelf af"
        say(f"{kind.name}\t{term_of(kind)} {kind.since}\t{found if kind.term else 'geen termijn'}")
    return 0
