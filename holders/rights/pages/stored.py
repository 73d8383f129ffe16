"""Show a holder what is stored about him, and give it all in one file."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response, StreamingResponse
from starlette.requests import Request

from holders.dependencies import AHolder
from holders.entering.devices import list_devices
from holders.entering.ways_in import find_ways_in
from holders.keeping.wallet import open_wallet
from holders.places import WALLET
from holders.rights.downloading import Packed, download
from holders.rights.gathering import gather
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.organisations.founding import find_organisation
from templates import views
from templates.rendering import render
from web.limits import Meter, Purpose, meter_of
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/gegevens"
FILE: Final = f"{HERE}/alles.zip"
SECONDS_OF_A_BADGE: Final = 0.3
"""So long the files of one badge take on a slow machine, to say how long somebody waits."""


@router.get(HERE)
def show_stored(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Show what is stored, in words."""
    stored, wallet, ways = (
        gather(desk, holder=holder),
        open_wallet(desk, holder),
        find_ways_in(desk, holder=holder),
    )
    givers = dict.fromkeys(each.organisation_id for each in wallet.badges)
    [himself] = stored["holder"]
    view = views.rights.Stored(
        frame=frame_of(request),
        count=wallet.count,
        givers=tuple(find_organisation(desk, each).name for each in givers),
        since=date.fromisoformat(str(himself["since"])[:10]),
        seen=date.fromisoformat(str(himself["seen"])),
        devices=tuple(each.kind for each in list_devices(desk, holder=holder)),
        has_card=ways.card_since is not None,
        passkeys=len(ways.passkeys),
        addresses=tuple(each.hint for each in ways.addresses),
        shares=len(stored.get("share", ())),
        foreign=len(stored.get("foreign_badge", ())),
        seconds=round(wallet.count * SECONDS_OF_A_BADGE) + 1,
        download_href=FILE,
        erase_href=f"{WALLET}/weg",
        back_href=WALLET,
    )
    return show(request, "mijn-gegevens", view)


@router.get(FILE)
def download_all(
    request: Request, desk: Desk, holder: AHolder, meter: Annotated[Meter, Depends(meter_of)]
) -> Response:
    """Give everything in one zip, while it is made."""
    meter.take(Purpose.CARD)
    language = language_of(request)
    page = partial(_page, request, desk, language)
    parts = download(desk, holder=holder, page=page, language=language)
    headers = {
        "Content-Disposition": 'attachment; filename="mijn-bewijzen.zip"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(parts, media_type="application/zip", headers=headers)


def _page(request: Request, desk: IssuingDesk, language: Language, packed: Iterable[Packed]) -> str:
    """Draw the page that goes along: it opens without this service."""
    view = views.rights.Folder(
        frame=frame_of(request),
        made=desk.clock.today(),
        badges=tuple(
            views.rights.FolderBadge(
                title=each.badge.title,
                issuer=each.badge.issuer,
                url=each.badge.url,
                is_withdrawn=each.badge.is_withdrawn,
                files=each.files,
            )
            for each in packed
        ),
        check_url=f"{desk.base_url}/controleer",
    )
    return render("map", view, language=language)
