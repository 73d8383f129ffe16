"""Where somebody makes a zip of his badges for a provider of EVC, to take there himself."""

from collections.abc import Collection
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response, StreamingResponse
from starlette.requests import Request

from holders.dependencies import AHolder
from holders.importing.importing import Foreign
from holders.keeping.pages.pictures import picture_href
from holders.keeping.telephones import KnownHolder
from holders.places import WALLET
from holders.rights.bundling import Choice, bundle, choices
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.saying import shown
from templates import views
from web.limits import Meter, Purpose, meter_of
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/evc"
FILE: Final = f"{HERE}/bundel.zip"


@router.get(HERE)
def ask(request: Request, desk: Desk, holder: AHolder) -> Response:
    """Ask which badges go in: all of them, unless he leaves one out."""
    return _page(request, desk, holder)


@router.get(FILE)
def give(
    request: Request,
    desk: Desk,
    holder: AHolder,
    meter: Annotated[Meter, Depends(meter_of)],
    bewijs: Annotated[list[str] | None, Query(max_length=200)] = None,
) -> Response:
    """Give the zip, while it is made."""
    meter.take(Purpose.CARD)
    chosen = bewijs or []
    try:
        parts = bundle(desk, _ids(chosen), holder=holder, language=language_of(request))
    except FormError as error:
        return _page(request, desk, holder, chosen=chosen, because=error)
    headers = {"Content-Disposition": 'attachment; filename="evc.zip"', "Cache-Control": "no-store"}
    return StreamingResponse(parts, media_type="application/zip", headers=headers)


def _page(
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    chosen: Collection[str] | None = None,
    because: FormError | None = None,
) -> Response:
    found = choices(desk, holder=holder)
    view = views.sharing.EvcBundle(
        frame=frame_of(request),
        action=FILE,
        choices=tuple(_choice(each, is_chosen=chosen is None or str(each.id) in chosen) for each in found),
        back_href=WALLET,
        problems=shown(request, because.problems) if because else (),
    )
    return show(request, "mijn-evc", view)


def _choice(of: Choice, *, is_chosen: bool) -> views.sharing.Choice:
    return views.sharing.Choice(
        value=str(of.id),
        title=of.title,
        issuer=of.issuer,
        picture_href="" if isinstance(of.badge, Foreign) else picture_href(of.badge),
        is_chosen=is_chosen,
    )


def _ids(chosen: Collection[str]) -> frozenset[UUID]:
    """Read what was chosen; what is no id chooses nothing."""
    found = set()
    for each in chosen:
        try:
            found.add(UUID(each))
        except ValueError:
            continue
    return frozenset(found)
