"""A photo of the work at the address that a badge names, in exactly the bytes that the badge names too."""

from typing import Annotated, Final

from fastapi import APIRouter, Path
from fastapi.responses import Response

from badges.relatedresource import PHOTO_MEDIA_TYPE
from issuers.dependencies import Desk
from issuers.evidence.public import find_public_photo

router = APIRouter(include_in_schema=False)

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, noimageindex",
    # Who checks the digest may read the bytes; as for the badge itself, the address is what lets him in.
    "Access-Control-Allow-Origin": "*",
}


@router.get("/foto/{token}")
def show_photo(desk: Desk, token: Annotated[str, Path(max_length=64)]) -> Response:
    """Give the photo while a badge that names it stands; nobody on the way keeps it."""
    photo = find_public_photo(desk, token)
    return Response(photo.jpeg, media_type=PHOTO_MEDIA_TYPE, headers=HEADERS)
