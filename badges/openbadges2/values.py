"""The kinds of values that Open Badges 2.0 knows (OB 2.0, Primitive datatypes), each with a test."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from badges.jsonld.iris import is_absolute_iri
from badges.strictjson import Json

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)",
    re.ASCII,
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PICTURE = re.compile(r"data:image/(?:png|svg\+xml)[;,]", re.IGNORECASE | re.ASCII)
_WEB = re.compile(r"https?://[!-~]+", re.IGNORECASE | re.ASCII)


def read_moment(value: Json) -> datetime | None:
    """Read an ISO 8601 date with a time and a zone, in UTC; seconds may be left out (OB 2.0 DateTime)."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def is_moment(value: Json) -> bool:
    """Tell a DateTime."""
    return read_moment(value) is not None


def is_text(value: Json) -> bool:
    """Tell a Text."""
    return isinstance(value, str)


def is_flag(value: Json) -> bool:
    """Tell a Boolean."""
    return isinstance(value, bool)


def is_iri(value: Json) -> bool:
    """Tell an IRI, written in full."""
    return isinstance(value, str) and is_absolute_iri(value)


def is_url(value: Json) -> bool:
    """Tell a URL, at http or https."""
    return isinstance(value, str) and place_of(value) is not None


def is_email(value: Json) -> bool:
    """Tell an e-mail address, by no more than its form."""
    return isinstance(value, str) and _EMAIL.fullmatch(value) is not None


def is_picture(value: Json) -> bool:
    """Tell the address of a picture, or a PNG or SVG in a data: URI (OB 2.0 Image)."""
    return is_url(value) or (isinstance(value, str) and _PICTURE.match(value) is not None)


def place_of(url: str) -> str | None:
    """Give the host of a web address, with its port unless that is the usual one; None when it has none.

    An address that readers could take for one at another host (`https://school.nl@else.nl`) has none.
    """
    if not _WEB.fullmatch(url) or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname or "@" in parts.netloc:
        return None
    usual = {"http": 80, "https": 443}[parts.scheme]
    return parts.hostname if port in (None, usual) else f"{parts.hostname}:{port}"
