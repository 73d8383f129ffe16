"""`praktijkbewijs platform` and `rescue`: let someone run the service, or in who cannot get in any more."""

from typing import Annotated

import typer

from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.people.platform import add_administrator, end_administrator, rescue

_ONCE = "Met deze link kan 1 persoon 1 keer een passkey maken. Hij werkt 24 uur. Geef hem aan niemand anders."
Mail = Annotated[str, typer.Argument(help="Het mailadres van deze persoon.")]


def run(
    name: Annotated[str, typer.Argument(help="Hoe deze persoon heet.")],
    mail: Mail,
    ends: Annotated[bool, typer.Option("--einde", help="Deze persoon beheert de dienst niet meer.")] = False,
) -> None:
    """Maak iemand beheerder van de hele dienst, en toon de link om in te loggen; of laat dat eindigen."""
    desk = require_own_desk(read_settings())
    try:
        if ends:
            print(f"{end_administrator(desk, mail)} beheert de dienst niet meer.")
            return
        token = add_administrator(desk, name, mail=mail)
    finally:
        desk.register.close()
    print(f"{name} kan nu de dienst beheren, en heeft daarmee geen rol in een organisatie.")
    print(_ONCE)
    print(f"{desk.base_url}/instellen/{token}")


def let_in(mail: Mail) -> None:
    """Maak een link voor iemand die niet meer kan inloggen. Wat deze persoon mag, blijft hetzelfde."""
    desk = require_own_desk(read_settings())
    try:
        found = rescue(desk, mail)
    finally:
        desk.register.close()
    print(f"Voor {found.name}. {_ONCE}")
    print("Wat deze persoon eerder had om in te loggen, werkt daarna niet meer.")
    print(f"{desk.base_url}/instellen/{found.token}")
