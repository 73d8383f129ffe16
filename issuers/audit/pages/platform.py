"""What whoever runs the service decided, and when: each of them can see it of the others."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from issuers.audit.platform import PAGE, PlatformDeed, read_platform_trail
from issuers.organisations.pages.forms import link_to
from issuers.organisations.pages.visiting import HERE as PLATFORM
from issuers.organisations.pages.visiting import Looking
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = f"{PLATFORM}/wie-deed-wat"


@router.get(HERE)
def show_trail(visit: Looking, pagina: Annotated[int, Query(ge=0, le=10_000)] = 0) -> Response:
    """Show the history of the platform, a page at a time."""
    deeds = read_platform_trail(visit.desk, page=pagina)
    view = views.platform.PlatformTrail(
        frame=frame_of(visit.request),
        rows=tuple(_row(deed) for deed in deeds[:PAGE]),
        back_href=PLATFORM,
        older_href=f"{HERE}?pagina={pagina + 1}" if len(deeds) > PAGE else None,
        newer_href=f"{HERE}?pagina={pagina - 1}" if pagina else None,
    )
    return show(visit.request, "platform-wie-deed-wat", view)


def _row(deed: PlatformDeed) -> views.platform.PlatformTrailRow:
    return views.platform.PlatformTrailRow(
        at=deed.at,
        kind=deed.kind.value,
        who=deed.who,
        whom=deed.whom,
        about=link_to(deed.about, under=f"{PLATFORM}/organisaties"),
    )
