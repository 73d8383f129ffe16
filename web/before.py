"""Tell where the page is from which a form was sent: its own address, or the nearest above it."""

from collections.abc import Container
from functools import lru_cache
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

FILES: Final = "give"
"""How the name of an endpoint begins that gives a file, and no page."""


def page_before(request: Request) -> str | None:
    """Give the address of the page from which this was sent, as far as the routes tell; None without one."""
    route, app = request.scope.get("route"), request.scope.get("app")
    if route is None or app is None:
        return None
    return nearest(request.url.path, route=route.path, pages=_pages(app))


def nearest(path: str, *, route: str, pages: Container[str]) -> str | None:
    """Go up until there is a page: of the routes, for a word in an address is not the id of something."""
    steps, names = path.split("/"), route.split("/")
    if len(steps) != len(names):
        return None
    found = (end for end in range(len(names), 1, -1) if "/".join(names[:end]) in pages)
    end = next(found, None)
    return "/".join(steps[:end]) if end else None


@lru_cache(maxsize=1)
def _pages(app: Starlette) -> frozenset[str]:
    """List the routes that show a page."""
    return frozenset(
        each.path
        for each in app.routes
        if isinstance(each, Route) and "GET" in (each.methods or ()) and not each.name.startswith(FILES)
    )
