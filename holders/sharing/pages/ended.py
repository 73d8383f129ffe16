"""Say that a link shows nothing: the same whether it ended or never was."""

from fastapi.responses import Response
from starlette.requests import Request

from holders.errors import ShareEndedError
from templates import views
from web.pages import frame_of, show


def tell_ended(request: Request, error: ShareEndedError) -> Response:
    """Tell somebody whom he can ask, in the language that he chose."""
    return show(request, "gedeeld-weg", views.sharing.ShareEnded(frame=frame_of(request)), because=error)
