"""Samples of the page of all that a holder keeps."""

from dataclasses import replace

from templates import views
from templates.arches import stones
from templates.static_files import static_url
from tests.templates.samples.keeping import COPY
from tests.templates.samples.pieces import FRAME, MOMENT, Sample
from tests.templates.samples.sharing import outdated


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    shelf = views.wallet.Shelf(
        href="/b/voorbeeldvoorbeeldvoorb",
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        picture_href=static_url("velden/logistiek.svg"),
    )
    part = views.wallet.RoutePart(
        title="Verzorgt goederenontvangst", stones=stones(["full", "full", "open"]), have=2, of=3
    )
    route = views.wallet.RouteRow(
        title="Logistiek medewerker", kind="kwalificatie", href="/werkprocessen/25774", parts=(part, part)
    )
    partly = replace(part, stones=stones(["full", "part", "open"]), have=1, partly=1)
    hinted = replace(part, stones=stones(["part", "open", "open"]), have=0, partly=1)
    routes = views.wallet.HolderRoutes(
        rows=(
            route,
            replace(route, kind="mbo-certificaat", parts=(partly, hinted)),
            replace(route, href=None),
        ),
        hide_action="/mijn-bewijzen/routes/weg",
        show_action=None,
    )
    decided = views.wallet.DecidedRow(
        href="/besluit/abc",
        title="Proeve Bereiden",
        school="MBO Voorbeeld",
        outcome="vrijstelling",
        day=MOMENT.date(),
    )
    wallet = views.wallet.Wallet(
        frame=replace(FRAME, signed_in=None),
        badges=(
            replace(shelf, sentence="Ik kan bestellingen bij elkaar zoeken."),
            replace(shelf, state=views.pieces.State.REVOKED),
            replace(shelf, state=views.pieces.State.REPLACED),
            replace(shelf, improved=MOMENT.date()),
        ),
        count=4,
        outdated=outdated(),
        leave_action="/mijn-bewijzen/van-deze-telefoon",
        card_href="/kaart",
        passkey_href="/openen/passkey",
        address_href="/openen/adres",
        share_href="/mijn-bewijzen/delen",
        paper_href="/mijn-bewijzen/delen?verder=papier",
        evc_href="/mijn-bewijzen/evc",
        shares_href="/mijn-bewijzen/gedeeld",
        schools_href="/mijn-bewijzen/scholen",
        ways_href="/mijn-bewijzen/toegang",
        helpers_href="/mijn-bewijzen/helpers",
        is_only_this=True,
        stored_href="/mijn-bewijzen/gegevens",
        foreign=(
            replace(
                shelf, href="/mijn-bewijzen/elders/1", title="Assistent logistiek: basis", picture_href=""
            ),
            replace(
                shelf, href="/mijn-bewijzen/elders/2", picture_href="", state=views.pieces.State.UNLISTED
            ),
        ),
        import_href="/mijn-bewijzen/elders",
        decided=(
            decided,
            replace(decided, is_replaced=True),
            replace(decided, outcome="nu-niet", is_advice=True),
        ),
        routes=routes,
        done="Dit bewijs staat nu bij je bewijzen.",
    )
    copied = replace(FRAME, signed_in=None, copy=COPY)
    return {
        "mijn-bewijzen-kopie": ("mijn-bewijzen", replace(wallet, frame=copied)),
        "mijn-bewijzen-geleend": (
            "mijn-bewijzen",
            replace(
                wallet,
                is_borrowed=True,
                only_of="Magazijn De Maas",
                ways_href=None,
                is_only_this=False,
                share_href=None,
                shares_href=None,
                schools_href=None,
                helpers_href=None,
                take_over_from=MOMENT.date(),
            ),
        ),
        "mijn-bewijzen-meer": (
            "mijn-bewijzen",
            replace(wallet, is_only_this=False, has_given_card=True),
        ),
        "mijn-bewijzen-overzetten": (
            "mijn-bewijzen",
            replace(wallet, take_over_from=MOMENT.date(), take_over_action="/mijn-bewijzen/overzetten"),
        ),
        "mijn-bewijzen": ("mijn-bewijzen", wallet),
        "mijn-bewijzen-niets": ("mijn-bewijzen", replace(wallet, badges=None, count=0, done=None)),
    }
