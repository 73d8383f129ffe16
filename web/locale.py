"""Which language a visitor reads: what he chose, else what his browser asks for, else Dutch.

Who chose a hulptaal reads it where there is a hulpvertaling, and Dutch elsewhere.

The language of the pages never changes a signed text.
"""

from typing import Literal, TypeAlias, cast, get_args

from babel import negotiate_locale
from starlette.requests import Request
from starlette.responses import Response

from templates.hulptalen import Hulptaal

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
COOKIE = "taal"
_YEAR = 365 * 24 * 3600
_MOST_ACCEPTED = 20


def language_of(request: Request) -> Language:
    """Choose the language: `?taal=`, the cookie, Accept-Language, Dutch."""
    chosen = _chosen(request)
    if chosen is not None:
        return chosen if chosen in LANGUAGES else "nl"
    return _accepted(request.headers.get("accept-language", ""))


def hulptaal_of(request: Request) -> Hulptaal | None:
    """Give the hulptaal that was chosen, if one was and it is on here."""
    chosen = _chosen(request)
    return next((each for each in _spoken(request) if each == chosen), None)


def tongue_named(request: Request, named: str) -> Language | Hulptaal:
    """Give the language that was asked for by its code, if it is spoken here; else the one of the page."""
    spoken = (*LANGUAGES, *_spoken(request))
    return next((each for each in spoken if each == named), hulptaal_of(request) or language_of(request))


def remember_language(request: Request, response: Response) -> None:
    """Keep the language that was asked for in the address, so that the next page speaks it too."""
    chosen = request.query_params.get("taal")
    if chosen is not None and chosen in (*LANGUAGES, *_spoken(request)):
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True, secure=secure)


def _chosen(request: Request) -> Language | Hulptaal | None:
    """Read what was chosen in the address, or else before; what is not spoken here counts as nothing."""
    for chosen in (request.query_params.get("taal"), request.cookies.get(COOKIE)):
        if chosen in LANGUAGES:
            return chosen
        for each in _spoken(request):
            if chosen == each:
                return each
    return None


def _spoken(request: Request) -> tuple[Hulptaal, ...]:
    """List the hulptalen that are on here: `app` says which."""
    app = request.scope.get("app")
    return cast("tuple[Hulptaal, ...]", getattr(app.state, "hulptalen", ())) if app else ()


def _accepted(header: str) -> Language:
    """Read Accept-Language (RFC 9110 12.5.4), the weights in order; nonsense counts as nothing."""
    ranges = []
    for part in header.split(",")[:_MOST_ACCEPTED]:
        name, _, weight = part.partition(";q=")
        try:
            ranges.append((-float(weight or 1), name.strip()))
        except ValueError:
            continue
    ordered = [name for _, name in sorted(ranges, key=lambda each: each[0])]
    found = negotiate_locale(ordered, LANGUAGES, sep="-")
    return "en" if found == "en" else "nl"
