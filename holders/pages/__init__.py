"""The pages of this room; each module has a router, `router` holds the routes of them all."""

from fastapi import APIRouter

from holders.pages import cards, keeping, presenting, wallet

PAGES = (keeping, wallet, cards, presenting)

router = APIRouter(routes=[route for module in PAGES for route in module.router.routes])
