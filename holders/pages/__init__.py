"""The pages of this room; each module has a router, `router` holds the routes of them all."""

from fastapi import APIRouter

from holders.pages import (
    adding,
    addresses,
    bundling,
    cards,
    consenting,
    erasing,
    helpers,
    helping,
    importing,
    keeping,
    offline,
    passkeys,
    presenting,
    printing,
    routes,
    shared,
    sharing,
    stored,
    wallet,
    ways_in,
)

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
    importing,
    sharing,
    consenting,
    bundling,
    presenting,
)

router = APIRouter(routes=[route for module in PAGES for route in module.router.routes])
