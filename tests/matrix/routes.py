"""Which routes the running service has: its own, those of the API that is mounted in it, all of them."""

from collections.abc import Iterator

from fastapi.routing import iter_route_contexts
from starlette.routing import Mount
from starlette.types import ASGIApp


def routes_of(app: ASGIApp, *, prefix: str = "") -> Iterator[str]:
    """Name each route as the table does: `POST /gegeven/{badge_id}/intrekken`.

    Raises:
        TypeError: something is mounted of which nobody can tell what it answers.
    """
    for context in iter_route_contexts(_unwrapped(app).routes):  # type: ignore[attr-defined]  # just looked
        if isinstance(context.original_route, Mount):
            mount = context.original_route
            yield from routes_of(mount.app, prefix=prefix + mount.path)
        else:
            for method in sorted(context.methods or {"ANY"}):
                yield f"{method} {prefix}{context.path}"


def _unwrapped(app: ASGIApp) -> ASGIApp:
    """Find the application behind what only adds a header."""
    while not hasattr(app, "routes"):
        inner = getattr(app, "_app", None) or getattr(app, "app", None)
        if inner is None:
            raise TypeError(f"{type(app).__name__} is mounted, and has no routes to look at.")
        app = inner
    return app
