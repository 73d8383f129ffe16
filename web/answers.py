"""Read what a host answered: as much of it as its purpose allows, and only as it is."""

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from web.errors import UnfitError, UnreadError, status_error
from web.purposes import Rules

_OK = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FREE_PIECES = 1_000
_SMALLEST_PIECE = 512
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Head:
    """Hold what comes before the body."""

    status: int
    headers: Sequence[tuple[bytes, bytes]]

    @property
    def leads_on(self) -> bool:
        """Tell whether this is a redirect."""
        return self.status in _REDIRECTS

    @property
    def media_type(self) -> str:
        """Give the media type without its parameters (RFC 9110 8.3.1); nonsense counts as none."""
        named = self.header(b"content-type").partition(";")[0].strip().lower()
        return named if _MEDIA_TYPE.fullmatch(named) else ""

    def header(self, name: bytes) -> str:
        """Give a header, all lines of it; what is no text is marked as such."""
        lines = [value for key, value in self.headers if key.lower() == name]
        return b", ".join(lines).decode("utf-8", errors="replace").strip()


def check_head(head: Head, *, rules: Rules) -> None:
    """Refuse what cannot be what was asked for, before its body is read.

    Raises:
        StatusError: the host does not answer that it went well.
        UnfitError: it is coded, too large, or a page for people.
    """
    if head.status != rules.status:
        raise status_error(head.status)
    if head.header(b"content-encoding").lower() not in {"", "identity"}:
        raise UnreadError("it came coded, which was not asked", code="coded")
    if head.media_type == "text/html" and not rules.pages:
        raise UnfitError("a page for people came", code="wrong-type")
    announced = head.header(b"content-length")
    if announced.isdecimal() and int(announced) > rules.most_bytes:
        raise _too_large()


async def read_body(arriving: AsyncGenerator[bytes, None], *, rules: Rules) -> bytes:
    """Read a body up to its limit; one in endless tiny pieces costs us more than its sender.

    Raises:
        UnfitError: there is more of it than we read.
    """
    raw = bytearray()
    pieces = 0
    async with aclosing(arriving):
        async for piece in arriving:
            raw += piece
            pieces += 1
            if len(raw) > rules.most_bytes or pieces > _FREE_PIECES + len(raw) // _SMALLEST_PIECE:
                raise _too_large()
    return bytes(raw)


def _too_large() -> UnreadError:
    return UnreadError("there is more of it than we read", code="too-large")
