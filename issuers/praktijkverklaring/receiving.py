"""What a recipient has of his school: he opens the werkplekprofiel with its token, and sees what is on it."""

from functools import partial

from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.praktijkverklaring.register import verklaringen_with
from issuers.werkplekprofiel.known import Received, received


def received_with(desk: IssuingDesk, token: str) -> tuple[Received, ...]:
    """List the praktijkverklaringen that stand on the werkplekprofiel of a token, the newest first."""
    rows = desk.register.read(partial(verklaringen_with, token=token), within=Public(holding=token))
    return tuple(received(each) for each in rows)
