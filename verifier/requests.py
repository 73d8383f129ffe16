"""The body of a request, read by our own strict parser: a key that stands twice is refused here too."""

from dataclasses import dataclass

from starlette.requests import Request

from badges import strictjson
from badges.errors import DocumentError
from badges.strictjson import Json, JsonObject
from verifier import reading
from verifier.errors import UnreadableError
from verifier.report import Form

MOST_AT_ONCE = 100
MAX_BODY = 20_000_000
MOST_PARTS = 50_000
MOST_COMMAS = 500_000
"""More brackets or commas than a hundred badges have, also with long texts in them."""

_CREDENTIAL = "bewijs"
_LINK = "link"
_SEVERAL = "bewijzen"


@dataclass(frozen=True, slots=True)
class One:
    """Hold the one thing that somebody asks about."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Several:
    """Hold what somebody asks about at once."""

    raws: tuple[bytes, ...]


async def body_of(request: Request, *, limit: int = MAX_BODY) -> bytes:
    """Read the body, and stop as soon as it is too large.

    Raises:
        UnreadableError: more than `limit` bytes (`too-large`).
    """
    stated = request.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > limit:
        raise UnreadableError("too-large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise UnreadableError("too-large")
    return bytes(body)


def asked(raw: bytes) -> One | Several:
    """Read what is asked: a badge in any form, or JSON that holds a badge, a link, or up to 100 of them.

    Raises:
        UnreadableError: it is none of these; the sentence says what to send.
    """
    if raw[:1] not in (b"{", b" ", b"\n", b"\r", b"\t") or _is_intricate(raw):
        return One(raw)
    try:
        value = strictjson.loads(raw, max_bytes=MAX_BODY)
    except DocumentError as error:
        raise UnreadableError(error.code) from error
    if isinstance(value, dict) and "@context" not in value and value.keys() & {_CREDENTIAL, _LINK, _SEVERAL}:
        return _in_envelope(value)
    return One(raw)


def _is_intricate(raw: bytes) -> bool:
    """Tell bytes that take longer to read than an envelope may: a worker looks at them, not we ourselves."""
    return raw.count(b"{") + raw.count(b"[") > MOST_PARTS or raw.count(b",") > MOST_COMMAS


def _in_envelope(envelope: JsonObject) -> One | Several:
    """Take what is asked out of the envelope."""
    if len(envelope) != 1:
        raise UnreadableError("request")
    if _SEVERAL in envelope:
        return _several(envelope[_SEVERAL])
    link = envelope.get(_LINK)
    if isinstance(link, str):
        if not _is_link(link):
            raise UnreadableError("link-unknown")
        return One(link.strip().encode())
    if _CREDENTIAL in envelope:
        return One(_written(envelope[_CREDENTIAL]))
    raise UnreadableError("request")


def _several(listed: Json) -> Several:
    """Take a list of badges and links."""
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_AT_ONCE:
        raise UnreadableError("request-batch")
    return Several(tuple(_written(each) for each in listed))


def _written(value: Json) -> bytes:
    """Give a badge as bytes again: an object is JSON, a text a link or a signed text."""
    if isinstance(value, dict):
        return strictjson.dumps(value)
    if isinstance(value, str):
        return value.encode(errors="replace")
    raise UnreadableError("request")


def _is_link(text: str) -> bool:
    try:
        return reading.form_of(text.encode(errors="replace")) is Form.LINK
    except UnreadableError:
        return False
