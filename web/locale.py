"""Which language a visitor reads: what he chose, else what his browser asks for, else Dutch.

The language of the pages never changes a signed text.
"""

from typing import Literal, TypeAlias, get_args

from babel import negotiate_locale
from starlette.requests import Request
from starlette.responses import Response

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
COOKIE = "taal"
_YEAR = 365 * 24 * 3600
_MOST_ACCEPTED = 20


def language_of(request: Request) -> Language:
    """Choose the language: `?taal=`, the cookie, Accept-Language, Dutch."""
    for chosen in (request.query_params.get("taal"), request.cookies.get(COOKIE)):
        if chosen in LANGUAGES:
            return chosen
    return _accepted(request.headers.get("accept-language", ""))


def remember_language(request: Request, response: Response) -> None:
    """Keep the language that was asked for in the address, so that the next page speaks it too."""
    chosen = request.query_params.get("taal")
    if chosen in LANGUAGES:
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True, secure=secure)


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
