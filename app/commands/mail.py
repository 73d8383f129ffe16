"""`praktijkbewijs mail`: take back what a mail server could not bring after all."""

import sys
from typing import Annotated, Final

import typer

from app.commands.printing import say
from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.errors import IssuersError
from issuers.mailing.bounces import MOST_BYTES
from issuers.mailing.returning import take_back

LATER: Final = 75
"""Asks the mail server to come again (sysexits EX_TEMPFAIL)."""

cli = typer.Typer(help="Lees mail die terugkomt.", no_args_is_help=True)


@cli.callback()
def _group() -> None:
    """Lees mail die terugkomt."""


@cli.command("bounce")
def bounce(
    to: Annotated[
        str, typer.Option("--aan", metavar="ADRES", help="Aan welk adres het kwam, zoals de mailserver zegt.")
    ] = "",
) -> None:
    """Lees van stdin 1 bericht dat een mailserver terugstuurde, en zet de brief bij niet aangekomen."""
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        desk = require_own_desk(read_settings())
        try:
            say(take_back(desk, raw, sent_to=to))
        finally:
            desk.register.close()
    except IssuersError as error:
        print(error.nl, file=sys.stderr)
        raise typer.Exit(LATER) from error
