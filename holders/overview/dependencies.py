"""What the pages of this wing ask for, beside what those of the whole room do."""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request

from holders.overview.decided import Decisions
from holders.overview.routes import Routes


def decisions_of(request: Request) -> Decisions:
    """Give what says what schools decided, which `app` filled in: this room knows no school."""
    return cast("Decisions", request.app.state.decisions)


def routes_of(request: Request) -> Routes:
    """Give what says toward what badges lead, which `app` filled in: this room knows no school."""
    return cast("Routes", request.app.state.routes)


TheRoutes: TypeAlias = Annotated[Routes, Depends(routes_of)]
TheDecisions: TypeAlias = Annotated[Decisions, Depends(decisions_of)]
