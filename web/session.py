"""The session cookie: a random token in the browser, its hash in the register, nothing else.

Beside it one for an errand: who goes to another site and comes back has it for ten minutes; and one for who
waits until another telephone of his lets this one in, or for a code that was sent to him. And one for who
keeps badges on this telephone, one for who borrows it to see his, and one for who helps somebody with his;
each may well work somewhere too.
"""

import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import Response

LIFETIME_SECONDS = 12 * 3600
ERRAND_SECONDS = 600
HOLDER_SECONDS = 400 * 24 * 3600
"""As long as browsers keep a cookie (RFC 6265bis 5.6.2); each day of use begins it anew."""

_SESSION, _ERRAND, _WAITING, _HOLDER, _HELPER = "sessie", "onderweg", "wacht", "bewijzen", "hulp"
_GUEST, _KNOWN, _JOINING = "geleend", "bekend", "samen"


def new_token() -> str:
    """Make the secret that only the browser keeps: 256 bits, URL-safe."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Give what the register keeps of a token: SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_session(request: Request) -> str | None:
    """Give the token that the browser sent, or nothing."""
    return request.cookies.get(_name(request, _SESSION))


def set_session(request: Request, response: Response, *, token: str) -> None:
    """Give the token to the browser: not for scripts, not for other sites."""
    _set(request, response, _SESSION, token=token, seconds=LIFETIME_SECONDS)


def clear_session(request: Request, response: Response) -> None:
    """Take the token back from the browser."""
    _clear(request, response, _SESSION)


def read_errand(request: Request) -> str | None:
    """Give the secret of a browser that went to another site, or nothing."""
    return request.cookies.get(_name(request, _ERRAND))


def set_errand(request: Request, response: Response, *, token: str) -> None:
    """Give a browser a secret for the way to another site and back."""
    _set(request, response, _ERRAND, token=token, seconds=ERRAND_SECONDS)


def read_waiting(request: Request) -> str | None:
    """Give the secret of a telephone that waits to be let in, by another or by a code, or nothing."""
    return request.cookies.get(_name(request, _WAITING))


def set_waiting(request: Request, response: Response, *, token: str) -> None:
    """Give a telephone the secret with which it waits."""
    _set(request, response, _WAITING, token=token, seconds=ERRAND_SECONDS)


def clear_waiting(request: Request, response: Response) -> None:
    """Take it back."""
    _clear(request, response, _WAITING)


def read_holder(request: Request) -> str | None:
    """Give the secret of a telephone on which somebody keeps badges, or nothing."""
    return request.cookies.get(_name(request, _HOLDER))


def set_holder(request: Request, response: Response, *, token: str) -> None:
    """Give the secret to a telephone: not for scripts, not for other sites."""
    _set(request, response, _HOLDER, token=token, seconds=HOLDER_SECONDS)


def clear_holder(request: Request, response: Response) -> None:
    """Take the secret back from a telephone."""
    _clear(request, response, _HOLDER)


def read_guest(request: Request) -> str | None:
    """Give the secret of who borrows this telephone to see what he keeps, or nothing."""
    return request.cookies.get(_name(request, _GUEST))


def set_guest(request: Request, response: Response, *, token: str) -> None:
    """Give the secret to a borrowed telephone until the browser closes; its owner's own stays beside it."""
    _set(request, response, _GUEST, token=token, seconds=None)


def clear_guest(request: Request, response: Response) -> None:
    """Take the secret back from a borrowed telephone."""
    _clear(request, response, _GUEST)


def read_known(request: Request) -> str | None:
    """Give what a browser shows that an address opened something in before, or nothing; it opens nothing."""
    return request.cookies.get(_name(request, _KNOWN))


def set_known(request: Request, response: Response, *, token: str) -> None:
    """Give it to a browser, so that a code which it asks for is not counted with those of strangers."""
    _set(request, response, _KNOWN, token=token, seconds=HOLDER_SECONDS)


def read_joining(request: Request) -> str | None:
    """Give the secret by which somebody proved here that other badges are his too, or nothing."""
    return request.cookies.get(_name(request, _JOINING))


def set_joining(request: Request, response: Response, *, token: str) -> None:
    """Give it, for the ten minutes in which he looks what comes along."""
    _set(request, response, _JOINING, token=token, seconds=ERRAND_SECONDS)


def clear_joining(request: Request, response: Response) -> None:
    """Take it back."""
    _clear(request, response, _JOINING)


def read_helper(request: Request) -> str | None:
    """Give the secret of a browser in which somebody helps a holder, or nothing."""
    return request.cookies.get(_name(request, _HELPER))


def set_helper(request: Request, response: Response, *, token: str) -> None:
    """Give the secret to a browser: not for scripts, not for other sites."""
    _set(request, response, _HELPER, token=token, seconds=HOLDER_SECONDS)


def _clear(request: Request, response: Response, name: str) -> None:
    response.delete_cookie(_name(request, name), path="/", secure=_is_secure(request), httponly=True)


def _set(request: Request, response: Response, name: str, *, token: str, seconds: int | None) -> None:
    response.set_cookie(
        _name(request, name),
        token,
        max_age=seconds,
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite="lax",
    )


def _is_secure(request: Request) -> bool:
    """Tell whether browsers reach us by TLS: our address says so, also where a proxy forgets to."""
    return request.url.scheme == "https" or bool(request.app.state.is_behind_tls)


def _name(request: Request, name: str) -> str:
    """Name a cookie; `__Host-` binds it to this host, and browsers allow that on https only."""
    return f"__Host-{name}" if _is_secure(request) else name
