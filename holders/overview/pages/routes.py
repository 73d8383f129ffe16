"""Toward what badges lead: shown with what somebody keeps, and away with one tap."""

from collections.abc import Iterator, Sequence
from typing import Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from holders.dependencies import AHolder
from holders.importing.importing import Foreign
from holders.keeping.telephones import KnownHolder
from holders.overview.dependencies import TheRoutes
from holders.overview.routes import Route, Stretch, hide_routes, list_routes, show_routes
from holders.places import WALLET
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from templates import views
from templates.arches import State, stones

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/routes"


@router.post(f"{HERE}/weg")
def hide(desk: Desk, holder: AHolder) -> Response:
    """Show them no longer."""
    hide_routes(desk, holder=holder)
    return RedirectResponse(f"{WALLET}?klaar=routes-weg", status_code=303)


@router.post(f"{HERE}/terug")
def unhide(desk: Desk, holder: AHolder) -> Response:
    """Show them again."""
    show_routes(desk, holder=holder)
    return RedirectResponse(f"{WALLET}#routes", status_code=303)


def routes_view(
    desk: IssuingDesk,
    badges: Sequence[Given],
    *,
    elsewhere: Sequence[Foreign],
    routes: TheRoutes,
    holder: KnownHolder,
) -> views.wallet.HolderRoutes | None:
    """Show them; where he wants none, only the way to see them again; None where there is nothing to say."""
    found = list_routes(desk, badges, elsewhere=elsewhere, routes=routes, holder=holder)
    if found is None:
        return views.wallet.HolderRoutes(rows=(), hide_action=None, show_action=f"{HERE}/terug")
    rows = tuple(map(_row, found))
    return views.wallet.HolderRoutes(rows=rows, hide_action=f"{HERE}/weg", show_action=None) if rows else None


def _row(route: Route) -> views.wallet.RouteRow:
    return views.wallet.RouteRow(
        title=route.title,
        kind=route.kind,
        href=f"/werkprocessen/{route.crebo}" if route.crebo else None,
        parts=tuple(
            views.wallet.RoutePart(
                title=each.title,
                stones=stones([*_states(each)]),
                have=each.have,
                of=each.of,
                partly=each.partly,
            )
            for each in route.stretches
        ),
    )


def _states(stretch: Stretch) -> Iterator[State]:
    for place in range(stretch.of):
        if place < stretch.have:
            yield "full"
        else:
            yield "part" if place < stretch.have + stretch.partly else "open"
