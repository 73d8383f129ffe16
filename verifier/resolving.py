"""Resolve a did for a program that asks for its document (DID Resolution 0.3)."""

from dataclasses import dataclass

from badges import keys, multibase, strictjson
from badges.errors import BadgeError, DocumentError, KeyFormatError
from badges.strictjson import JsonObject
from verifier.needs import Missing, Need, Purpose
from verifier.sources import Sources

RESOLUTION = 'application/ld+json;profile="https://w3id.org/did-resolution"'

_STATUS = {
    "invalidDid": 400,
    "invalidDidUrl": 400,
    "invalidPublicKey": 400,
    "invalidPublicKeyLength": 400,
    "notFound": 404,
    "methodNotSupported": 501,
    "unsupportedPublicKeyType": 501,
}
_CODECS = {b"\xed\x01": 32, b"\x80\x24": 33, b"\x81\x24": 49}
_LONGEST_KEY = 140


@dataclass(frozen=True, slots=True)
class Resolved:
    """Hold the answer to whoever asked for a did."""

    status: int
    body: JsonObject


async def resolve(did: str, *, sources: Sources) -> Resolved:
    """Give the document of a did, or why there is none."""
    if any(sign in did for sign in "#?/"):
        return _failed("invalidDidUrl")
    prefix, _, rest = did.partition(":")
    method, _, name = rest.partition(":")
    if prefix != "did" or not method or not name:
        return _failed("invalidDid")
    if method not in {"key", "jwk", "web"}:
        return _failed("methodNotSupported")
    if method == "web":
        return await _fetched(did, sources=sources)
    try:
        document = keys.local_document(did)
    except KeyFormatError:
        return _failed(_fault(name) if method == "key" else "invalidDid")
    return _found(document or {})


async def _fetched(did: str, *, sources: Sources) -> Resolved:
    """Resolve a did:web."""
    try:
        keys.did_web_url(did)
        found = await sources.fetch(Need(Purpose.KEY, did))
        if isinstance(found, Missing):
            return _failed("notFound")
        return _found(strictjson.loads_object(found.raw))
    except DocumentError:
        return _failed("notFound")
    except BadgeError:
        return _failed("invalidDid")


def _fault(multikey: str) -> str:
    """Say what is wrong with the key of a did:key (did:key 3.1.2)."""
    raw = _decoded(multikey)
    if raw is None:
        return "invalidDid"
    size = _CODECS.get(raw[:2])
    if size is None:
        return "unsupportedPublicKeyType"
    return "invalidPublicKeyLength" if len(raw) != 2 + size else "invalidPublicKey"


def _decoded(multikey: str) -> bytes | None:
    """Read base58btc of any length that a key may have."""
    if not multikey.startswith("z"):
        return None
    for size in range(1, _LONGEST_KEY):
        try:
            return multibase.decode(multikey[1:], size=size)
        except ValueError:
            continue
    return None


def _found(document: JsonObject) -> Resolved:
    return Resolved(200, _body(document, {"contentType": "application/did+ld+json"}))


def _failed(error: str) -> Resolved:
    return Resolved(_STATUS[error], _body(None, {"error": error}))


def _body(document: JsonObject | None, metadata: JsonObject) -> JsonObject:
    return {
        "@context": "https://w3id.org/did-resolution/v1",
        "didDocument": document,
        "didDocumentMetadata": {},
        "didResolutionMetadata": metadata,
    }
