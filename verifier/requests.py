"""The body of a request, read by our own strict parser: a key that stands twice is refused here too."""

from dataclasses import dataclass

from starlette.requests import Request

from badges import strictjson
from badges.credential import UnverifiedCredential
from badges.errors import DocumentError
from badges.strictjson import JsonObject
from verifier import reading
from verifier.errors import UnreadableError
from verifier.reading import Kind

_CREDENTIAL = "bewijs"
_LINK = "link"


@dataclass(frozen=True, slots=True)
class Link:
    """Hold the link that somebody gave instead of a badge."""

    address: str


async def body_of(request: Request, *, limit: int = reading.MAX_PICTURE_BYTES) -> bytes:
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


def asked(raw: bytes) -> UnverifiedCredential | Link:
    """Read what is asked: a badge itself in any form, or JSON that holds a badge or a link.

    Raises:
        UnreadableError: it is none of these; the sentence says what to send.
    """
    kind = reading.sniff(raw)
    if kind is Kind.LINK:
        return Link(reading.link_in(raw))
    if kind is not Kind.JSON:
        return reading.read(raw)
    try:
        value = strictjson.loads(raw)
    except DocumentError as error:
        raise UnreadableError(error.code) from error
    if isinstance(value, dict) and "@context" not in value and value.keys() & {_CREDENTIAL, _LINK}:
        return _in_envelope(value)
    return reading.read(raw)


def _in_envelope(envelope: JsonObject) -> UnverifiedCredential | Link:
    """Take the one thing out of the envelope."""
    if len(envelope) != 1:
        raise UnreadableError("request")
    link, credential = envelope.get(_LINK), envelope.get(_CREDENTIAL)
    if isinstance(link, str):
        return Link(link.strip())
    if isinstance(credential, dict):
        return reading.read(strictjson.dumps(credential))
    raise UnreadableError("request")
