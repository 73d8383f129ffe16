"""`praktijkbewijs openapi`: print the description of the API."""

import json

from app.commands.printing import say
from app.settings import Settings

EXAMPLE_ADDRESS = "https://bewijs.voorbeeld"


def run() -> None:
    """Toon de beschrijving van de API (OpenAPI), dezelfde op elke machine."""
    from app.main import create_api  # noqa: PLC0415 - other commands need no half of it
    from app.openapi import describe  # noqa: PLC0415 - as above

    settings = Settings(base_url=EXAMPLE_ADDRESS)
    say(json.dumps(describe(create_api(settings)), indent=2, ensure_ascii=False))
