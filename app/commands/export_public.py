"""`praktijkbewijs export-public`: everything public as a folder."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from app.commands.printing import say
from app.offline import write_bundle
from app.settings import read_settings
from app.sources import known_as
from app.worlds import require_own_desk
from issuers.desk import IssuingDesk
from issuers.organisations.founding import organisations
from issuers.publishing.documents import Introduction, introduce
from issuers.publishing.exporting import public_files
from issuers.statuslists import republish_due
from verifier.registers import IssuerRegister, Listing


def run(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="De map waarin alles komt.")],
) -> None:
    """Schrijf alles wat openbaar is in een map: om bewijzen te controleren zonder deze dienst."""
    desk = require_own_desk(read_settings())
    try:
        republish_due(desk)
        contents = write_bundle(
            folder,
            public_files(desk),
            register=own_register(desk),
            base_url=desk.base_url,
            as_of=desk.clock.now(),
        )
    finally:
        desk.register.close()
    say(f"{len(contents.files)} bestanden in {folder}, zoals het was op {contents.as_of:%Y-%m-%d %H:%M} UTC")


def own_register(desk: IssuingDesk) -> IssuerRegister:
    """List our own organisations as a register: their names are public, as their pages are."""
    listings = {desk.addresses.did(each.id): _listing(introduce(desk, each)) for each in organisations(desk)}
    return IssuerRegister(urlsplit(desk.base_url).netloc, listings)


def _listing(known: Introduction) -> Listing:
    return Listing(known_as(known))
