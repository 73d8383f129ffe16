"""What a link shows, on one A4 to write on: for who made the link, and for nobody who only has it.

That somebody wants such a page can tell of a programme; the page of the link says nothing of it.
"""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from holders.dependencies import AHolder
from holders.sharing.pages.passport import on_paper
from holders.sharing.pages.sharing import ONE
from holders.sharing.shared import open_share
from holders.sharing.sharing import find_share
from issuers.dependencies import Desk
from issuers.errors import NotFoundError
from templates.documents.papers import ONE_PAGE

router = APIRouter(include_in_schema=False)


@router.get(f"{ONE}/blad.pdf")
def download(request: Request, desk: Desk, holder: AHolder, share_id: UUID) -> Response:
    """Give the page: the editions that the link shows and that stand today, and no word of anything else.

    Raises:
        ShareEndedError: the link shows nothing any more.
        NotFoundError: he made no such link, nothing that it shows stands, or its address may not stand here.
    """
    share = find_share(desk, share_id, holder=holder)
    if share.is_elsewhere:
        raise NotFoundError
    made = on_paper(request, desk, open_share(desk, share.token), paper=ONE_PAGE)
    made.headers["Content-Disposition"] = 'attachment; filename="skillspaspoort-blad.pdf"'
    made.headers["Cache-Control"] = "no-store"
    return made
