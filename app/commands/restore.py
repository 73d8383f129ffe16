"""`praktijkbewijs restore`: put a backup back where nothing is, and later let mail go out again."""

from pathlib import Path
from typing import Annotated

import typer

from app.commands.backup import DAMAGED, refused
from app.commands.printing import say
from app.settings import Settings, SettingsError, read_settings
from app.worlds import place_of_service, require_own_desk
from issuers.backups.restoring import Restored, restore
from issuers.backups.silence import confirm_mail
from issuers.errors import BackupError

Without = Annotated[
    bool,
    typer.Option(
        "--zonder-journaal",
        help="Het journaal is weg. Wat na de back-up is gegeven, telt dan als ingetrokken.",
    ),
]
Mail = Annotated[
    bool, typer.Option("--confirm-mail", help="Laat de dienst na het terugzetten weer mail sturen.")
]


def run(
    folder: Annotated[Path | None, typer.Argument(metavar="MAP", help="De map met de back-up.")] = None,
    without_journal: Without = False,
    mail: Mail = False,
) -> int:
    """Zet een back-up terug, waar nog niets is. De dienst stuurt pas mail na --confirm-mail."""
    settings = read_settings()
    if mail == (folder is not None):
        raise SettingsError("Noem de map met de back-up, of geef alleen --confirm-mail.")
    if folder is None:
        return _let_mail_out(settings)
    try:
        restored = restore(
            place_of_service(settings),
            folder,
            base_url=settings.base_url or None,
            has_journal=not without_journal,
        )
    except BackupError as error:
        return refused(error)
    return _tell(restored)


def _let_mail_out(settings: Settings) -> int:
    desk = require_own_desk(settings)
    try:
        waited = confirm_mail(desk)
    finally:
        desk.register.close()
    say("De dienst stuurt weer mail." if waited else "De dienst stuurde al mail. Er is niets veranderd.")
    return 0


def _tell(restored: Restored) -> int:
    """Say what was put back, what was done again, and what to do now."""
    made, settled = restored.manifest.made, restored.settled
    done = settled.replayed
    say(f"De back-up van {made:%Y-%m-%d %H:%M} UTC is teruggezet, van {restored.manifest.base_url}.")
    say(f"Opnieuw ingetrokken: {done.withdrawn} bewijzen, en {done.unseen} die de back-up niet kent.")
    say(f"Opnieuw weggehaald: {done.removed} deelnemers. Opnieuw gewist: {done.erased} bewijzen.")
    say(f"Statuslijsten van na de back-up: {done.lists}.")
    if restored.unreadable:
        say(f"Let op: {restored.unreadable} regels van het journaal zijn niet te lezen.")
    say("Iedereen moet opnieuw inloggen, en links die nog niet gebruikt waren, werken niet meer.")
    say(f"Wachten op een mens: {settled.waiting}. Brieven die niet meer weggaan: {settled.letters}.")
    say("De dienst stuurt nog GEEN mail. Kijk alles na, en geef dan: praktijkbewijs restore --confirm-mail")
    for finding in restored.findings:
        say(f"{finding.code}\t{finding.place}")
    if not restored.findings:
        say("Alles klopt.")
    return DAMAGED if restored.findings else 0
