"""Samples of the pages of a holder."""

from dataclasses import replace

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.static_files import static_url
from tests.templates.samples.holding import facts_to_be
from tests.templates.samples.pieces import FRAME, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    picture = BadgePicture(
        title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek"
    )
    keep = views.Keep(
        frame=replace(FRAME, signed_in=None),
        facts=facts_to_be(),
        picture=badge_svg(picture),
        standing=views.Keeping.FIRST,
        action="/bewaar/voorbeeldvoorbeeldvoorb/voorbeeldvoorbeeldvoorb",
        look_href="/b/voorbeeldvoorbeeldvoorb",
        wallet_href="/mijn-bewijzen",
    )
    shelf = views.Shelf(
        href="/b/voorbeeldvoorbeeldvoorb",
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        picture_href=static_url("velden/logistiek.svg"),
    )
    wallet = views.Wallet(
        frame=replace(FRAME, signed_in=None),
        badges=(shelf, replace(shelf, state=views.State.REVOKED), replace(shelf, state=views.State.REPLACED)),
        count=4,
        leave_action="/mijn-bewijzen/van-deze-telefoon",
        done="Dit bewijs staat nu bij je bewijzen.",
    )
    return {
        **{f"bewaar-{each}": ("bewaar", replace(keep, standing=each)) for each in views.Keeping},
        "bewaar-weinig": (
            "bewaar",
            replace(keep, facts=views.Facts(title="Koffie zetten", issuer="Buurthuis")),
        ),
        "mijn-bewijzen": ("mijn-bewijzen", wallet),
        "mijn-bewijzen-niets": ("mijn-bewijzen", replace(wallet, badges=None, count=0, done=None)),
    }
