"""What the pages of this wing ask for, beside what those of the whole room do."""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request

from holders.overview.routes import Routes


def routes_of(request: Request) -> Routes:
    """Give what says toward what badges lead, which `app` filled in: this room knows no school."""
    return cast("Routes", request.app.state.routes)


TheRoutes: TypeAlias = Annotated[Routes, Depends(routes_of)]
