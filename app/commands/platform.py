"""`praktijkbewijs platform`: let someone run the service; the first one can come in no other way."""

from typing import Annotated

import typer

from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.people.platform import add_administrator


def run(
    name: Annotated[str, typer.Argument(help="Hoe deze persoon heet.")],
    mail: Annotated[str, typer.Argument(help="Het mailadres van deze persoon.")],
) -> None:
    """Maak iemand beheerder van de hele dienst, en toon de link waarmee die persoon kan gaan inloggen."""
    desk = require_own_desk(read_settings())
    try:
        token = add_administrator(desk, name, mail=mail)
    finally:
        desk.register.close()
    print(
        "Met deze link kan 1 persoon 1 keer een passkey maken. Hij werkt 24 uur. Geef hem aan niemand anders."
    )
    print(f"{desk.base_url}/instellen/{token}")
