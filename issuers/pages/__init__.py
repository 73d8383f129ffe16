"""The pages of this room; each module has a router, `router` holds them all."""

from fastapi import APIRouter

from issuers.pages import badge as badge_page
from issuers.pages import catalogue, given, giving, organisations, signing_in

router = APIRouter()
for module in (badge_page, signing_in, giving, given, catalogue, organisations):
    router.include_router(module.router)
