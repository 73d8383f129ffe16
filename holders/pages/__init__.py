"""The pages of this room; each module has a router, `router` holds the routes of them all."""

from fastapi import APIRouter

from holders.pages import keeping, wallet

PAGES = (keeping, wallet)

router = APIRouter(include_in_schema=False)
for page in PAGES:
    router.routes.extend(page.router.routes)
