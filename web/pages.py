"""Answer a request with a page, in the language of the visitor.

What stands around a page (who is signed in, the demo banner) is asked of `app.state.frame_for`, which
status goes with what went wrong of `app.state.status_for`, and whom to write to of `app.state.contact`; `app`
fills them. No room knows the sessions of
another, and only `app` knows statuses.
"""

from dataclasses import replace
from typing import Any, Final, cast

from starlette.requests import Request
from starlette.responses import HTMLResponse

from templates.hulptalen import PAGES
from templates.rendering import Tongue, render
from templates.views.pieces import Frame, View
from web.before import page_before
from web.locale import hulptaal_of, language_of, remember_language

WRONG: Final = 400
"""From this status on an answer says that something went wrong (RFC 9110 15.5)."""


def frame_of(request: Request) -> Frame:
    """Give what stands around the page that answers this request."""
    return cast("Frame", request.app.state.frame_for(request))


def contact_of(request: Request) -> str:
    """Give the mail address of whoever runs the service."""
    return cast("str", request.app.state.contact)


def show(request: Request, name: str, view: View, *, because: Exception | None = None) -> HTMLResponse:
    """Answer with a page; a choice of language in the address is remembered.

    A page with `problems` says that what was sent cannot be read; one that is shown because of an error has
    the status of that error. After a POST that went wrong the language switch leads to where it came from.
    """
    language, status = _tongue(request, name), cast("int", request.app.state.status_for(view, because))
    if status >= WRONG and view.frame.path is None:
        view = _with_switch(view, page_before(request))
    response = HTMLResponse(render(name, view, language=language), status_code=status)
    response.headers["Content-Language"] = language
    response.headers.add_vary_header("Accept-Language")
    response.headers.add_vary_header("Cookie")
    remember_language(request, response)
    return response


def _with_switch(view: View, path: str | None) -> View:
    """Let the language switch of what went wrong lead to the page from which it was sent."""
    return cast("View", replace(cast("Any", view), frame=replace(view.frame, form_path=path)))


def _tongue(request: Request, name: str) -> Tongue:
    """Choose what this page speaks: a hulptaal only where there is a hulpvertaling of it."""
    hulptaal = hulptaal_of(request) if name in PAGES else None
    return hulptaal or language_of(request)
