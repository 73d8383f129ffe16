"""The pages of this room; each module has a router, `router` holds the routes of them all."""

from fastapi import APIRouter

from holders.cards.pages import cards, printing
from holders.entering.pages import adding, addresses, passkeys, ways_in
from holders.helping.pages import helpers, helping
from holders.importing.pages import importing
from holders.keeping.pages import keeping, offline
from holders.overview.pages import routes, wallet
from holders.rights.pages import bundling, erasing, joining, stored
from holders.sharing.pages import consenting, onepage, presenting, renewing, shared, sharing

PAGES = (
    shared,
    helping,
    helpers,
    keeping,
    adding,
    addresses,
    routes,
    wallet,
    offline,
    ways_in,
    passkeys,
    cards,
    printing,
    stored,
    erasing,
    joining,
    importing,
    sharing,
    onepage,
    renewing,
    consenting,
    bundling,
    presenting,
)

router = APIRouter(routes=[route for module in PAGES for route in module.router.routes])
