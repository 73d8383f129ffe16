"""Where the student opens what was decided."""

from typing import Final

from issuers.desk import IssuingDesk

OWN: Final = "/besluit"


def address_of(desk: IssuingDesk, token: str) -> str:
    """Give the address by which the student opens it, and whoever he gives it to."""
    return f"{desk.base_url}{OWN}/{token}"
