"""The session cookie: a random token in the browser, its hash in the register, nothing else."""

import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import Response

LIFETIME_SECONDS = 12 * 3600


def new_token() -> str:
    """Make the secret that only the browser keeps: 256 bits, URL-safe."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Give what the register keeps of a token: SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_session(request: Request) -> str | None:
    """Give the token that the browser sent, or nothing."""
    return request.cookies.get(_name(request))


def set_session(request: Request, response: Response, *, token: str) -> None:
    """Give the token to the browser: not for scripts, not for other sites."""
    response.set_cookie(
        _name(request),
        token,
        max_age=LIFETIME_SECONDS,
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite="lax",
    )


def clear_session(request: Request, response: Response) -> None:
    """Take the token back from the browser."""
    response.delete_cookie(_name(request), path="/", secure=_is_secure(request), httponly=True)


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"


def _name(request: Request) -> str:
    """Name the cookie; `__Host-` binds it to this host, and browsers allow that on https only."""
    return "__Host-sessie" if _is_secure(request) else "sessie"
