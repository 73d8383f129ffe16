"""The pages of this room; each module has a router, `router` holds them all."""

from fastapi import APIRouter

from issuers.pages import badge, catalogue, given, giving, signing_in

router = APIRouter()
for module in (signing_in, giving, given, badge, catalogue):
    router.include_router(module.router)
