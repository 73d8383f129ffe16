"""`praktijkbewijs backup`: copy all that cannot be made again, while the service goes on."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from app.commands.printing import say
from app.settings import PREFIX, read_settings
from app.worlds import require_service
from issuers.backups.making import make_backup
from issuers.errors import BackupError, BackupOccupiedError, BackupUnreadableError
from web.clock import SystemClock

DAMAGED: Final = 1
UNREADABLE: Final = 3
WRONG_USAGE: Final = 64
FAILED: Final = 70


def run(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="De map waarin de back-up komt.")],
) -> int:
    """Maak een back-up in een lege map. De dienst mag gewoon draaien."""
    settings = read_settings()
    try:
        made = make_backup(require_service(settings), folder, now=SystemClock().now())
    except BackupError as error:
        return refused(error)
    count = len(made.manifest.files)
    say(f"De back-up staat in {folder}: {count} bestand{'en' if count > 1 else ''}, nagelezen.")
    if made.findings is None and made.manifest.database == "sqlite":
        say("De database is van een andere versie van dit programma: het controlespoor is niet nagelopen.")
    say("De sleutels (de map keys, KEY_FILE of KEY) zitten er NIET in. Bewaar die ergens anders:")
    say(f"zonder keys/kek-lists kan niets worden teruggezet. Ze staan in {settings.data_dir / 'keys'}")
    say(f"of waar {PREFIX}KEY_FILE of {PREFIX}KEY dat zegt. Zie docs/keys.md en docs/operations.md.")
    for finding in made.findings or ():
        say(f"{finding.code}\t{finding.place}")
    return DAMAGED if made.findings else 0


def refused(error: BackupError) -> int:
    """Say why nothing was done, and give the code that the command ends with."""
    print(f"{error.nl}\n({error})", file=sys.stderr)
    if isinstance(error, BackupOccupiedError):
        return WRONG_USAGE
    return UNREADABLE if isinstance(error, BackupUnreadableError) else FAILED
