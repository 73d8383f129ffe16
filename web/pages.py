"""Answer a request with a page, in the language of the visitor.

What stands around a page (who is signed in, the demo banner) is asked of `app.state.frame_for`, which
`app` fills: no room knows the sessions of another.
"""

from typing import cast

from starlette.requests import Request
from starlette.responses import HTMLResponse

from templates.rendering import render
from templates.views import Frame, View
from web.locale import language_of, remember_language


def frame_of(request: Request) -> Frame:
    """Give what stands around the page that answers this request."""
    return cast("Frame", request.app.state.frame_for(request))


def show(request: Request, name: str, view: View, *, status: int = 200) -> HTMLResponse:
    """Answer with a page; a choice of language in the address is remembered."""
    language = language_of(request)
    response = HTMLResponse(render(name, view, language=language), status_code=status)
    response.headers["Content-Language"] = language
    response.headers.add_vary_header("Accept-Language")
    response.headers.add_vary_header("Cookie")
    remember_language(request, response)
    return response
