"""`praktijkbewijs keys`: see which keys speak for whom. A private key never leaves its place."""

from typing import Annotated

import typer

from app.commands.printing import say
from app.settings import read_settings
from app.worlds import require_own_desk
from badges.strictjson import dumps
from issuers.organisations.founding import organisations
from issuers.publishing.documents import organisation_did_document

cli = typer.Typer(help="Bekijk wie met welke sleutel ondertekent.", no_args_is_help=True)


@cli.command("list")
def list_organisations() -> None:
    """Toon elke organisatie met haar korte code en haar did."""
    desk = require_own_desk(read_settings())
    for organisation in organisations(desk):
        say(f"{organisation.id}\t{organisation.name}\t{desk.addresses.did(organisation.id)}")


@cli.command("show")
def show_keys(
    organisation: Annotated[str, typer.Argument(help="De korte code van de organisatie.")],
) -> None:
    """Toon het did-document van een organisatie: haar openbare sleutels, zoals de wereld ze leest."""
    desk = require_own_desk(read_settings())
    say(dumps(organisation_did_document(desk, organisation)).decode())
