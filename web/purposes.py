"""What is fetched for which purpose, and by which rules. A call that names no purpose does not exist."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto


class Purpose(StrEnum):
    """Say why something is fetched."""

    DID_WEB = "did-web"
    KEY = "key"
    STATUS_LIST = "status-list"
    REVOCATION_LIST = "revocation-list"
    SCHEMA = "schema"
    REFRESH = "refresh"
    HOSTED = "hosted"
    LINK = "link"
    SIGN_IN = "sign-in"
    TEXT_MESSAGE = "text-message"


class Redirects(Enum):
    """Say where a host may lead us on to, by the same rules and at most three times.

    Whoever can make a host lead on to him (many a site has a page for that) would speak in its name. So a key
    comes from the very host that was asked, and a did document from the very address (did:web 2.5.2).
    """

    NEVER = auto()
    AT_THIS_HOST = auto()
    ANYWHERE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Hold the rules of a purpose.

    Attributes:
        most_bytes: So much is read of it, and no more.
        accept: The media types that we ask for.
        redirects: Where it may lead on to.
        pages: Whether a page for people (text/html) can be it.
        status: How the host says that it went well (RFC 9110 15.3).
    """

    most_bytes: int
    accept: str
    redirects: Redirects = Redirects.ANYWHERE
    pages: bool = False
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Hold what is sent: the fields of a form, coded, and who we are to the host."""

    body: bytes = field(repr=False)
    authorization: str | None = field(default=None, repr=False)
    media_type: str = "application/x-www-form-urlencoded"


_KB, _MB = 1024, 1024 * 1024
_JSON = "application/json, application/ld+json;q=0.9, */*;q=0.1"
_KEYS = f"application/did+json, application/did+ld+json, {_JSON}"
_CREDENTIALS = f"application/vc, application/vc+ld+json, application/vc+jwt;q=0.8, {_JSON}"

RULES: dict[Purpose, Rules] = {
    Purpose.DID_WEB: Rules(most_bytes=64 * _KB, accept=_KEYS, redirects=Redirects.NEVER),
    Purpose.KEY: Rules(most_bytes=64 * _KB, accept=_KEYS, redirects=Redirects.AT_THIS_HOST),
    Purpose.STATUS_LIST: Rules(most_bytes=_MB, accept=_CREDENTIALS),
    Purpose.REVOCATION_LIST: Rules(most_bytes=_MB, accept=_JSON),
    Purpose.SCHEMA: Rules(most_bytes=256 * _KB, accept=f"application/schema+json, {_JSON}"),
    Purpose.REFRESH: Rules(most_bytes=2 * _MB, accept=_CREDENTIALS),
    Purpose.HOSTED: Rules(most_bytes=2 * _MB, accept="application/ld+json, application/json, */*;q=0.1"),
    Purpose.LINK: Rules(
        most_bytes=5 * _MB, accept=f"{_CREDENTIALS}, image/png, image/svg+xml, application/pdf", pages=True
    ),
    Purpose.TEXT_MESSAGE: Rules(
        most_bytes=64 * _KB, accept="application/json", redirects=Redirects.NEVER, status=201
    ),
    Purpose.SIGN_IN: Rules(most_bytes=128 * _KB, accept="application/json", redirects=Redirects.NEVER),
}
