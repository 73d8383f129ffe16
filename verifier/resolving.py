"""Resolve a did for a program that asks for its document, or for one key in it (DID Resolution 0.3)."""

from dataclasses import dataclass

from badges import keys, multibase, strictjson
from badges.errors import BadgeError, DocumentError, KeyFormatError
from badges.members import objects
from badges.strictjson import JsonObject
from verifier.needs import Missing, Need, Purpose
from verifier.sources import Sources

MULTIKEY = "Multikey"
RESOLUTION = 'application/ld+json;profile="https://w3id.org/did-resolution"'

_STATUS = {
    "invalidDid": 400,
    "invalidDidUrl": 400,
    "invalidPublicKey": 400,
    "invalidPublicKeyLength": 400,
    "invalidPublicKeyType": 400,
    "notFound": 404,
    "unsupportedPublicKeyType": 501,
}
_CODECS = {b"\xed\x01": 32, b"\x80\x24": 33, b"\x81\x24": 49}
_LONGEST_KEY = 140
_OLD_FORMATS = frozenset(
    {
        *("Ed25519VerificationKey2018", "Ed25519VerificationKey2020", "JsonWebKey2020"),
        *("X25519KeyAgreementKey2019", "X25519KeyAgreementKey2020"),
    }
)
"""Ways to write a key that exist, and that we do not write."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Hold the answer to whoever asked for a did."""

    status: int
    body: JsonObject


async def resolve(did: str, *, sources: Sources, key_format: str = MULTIKEY) -> Resolved:
    """Give the document of a did, or one key of it for a did with a fragment; else why there is none.

    `key_format` is how the keys of a did:key are to be written (did:key 3.1.3).
    """
    base, mark, _ = did.partition("#")
    if key_format != MULTIKEY:
        fault = "invalidPublicKeyType" if key_format in _OLD_FORMATS else "unsupportedPublicKeyType"
        return _failed_url(fault) if mark else _failed(fault)
    if any(sign in base for sign in "?/"):
        return _failed_url("invalidDidUrl")
    found = await _resolved(base, sources=sources)
    return _key_in(found, name=did) if mark else found


async def _resolved(did: str, *, sources: Sources) -> Resolved:
    """Give the document of a did; one of another method is none to us (did:key 3.1.1)."""
    prefix, _, rest = did.partition(":")
    method, _, name = rest.partition(":")
    if prefix != "did" or method not in {"key", "jwk", "web"} or not name:
        return _failed("invalidDid")
    if method == "web":
        return await _fetched(did, sources=sources)
    try:
        document = keys.local_document(did)
    except KeyFormatError:
        return _failed(_fault(name) if method == "key" else "invalidDid")
    return _found(document or {})


def _key_in(found: Resolved, *, name: str) -> Resolved:
    """Give the one key of this name (DID Resolution 0.3, 5.1); of no document, that there is none."""
    if found.status == _STATUS["notFound"]:
        return _failed_url("notFound")
    methods = objects(found.body, "didDocument", "verificationMethod")
    method = next((each for each in methods if each.get("id") == name), None)
    return _found(method) if method else _failed_url("invalidDidUrl")


async def _fetched(did: str, *, sources: Sources) -> Resolved:
    """Resolve a did:web; a document of another did at its place is none of this one (did:web 2.5.2)."""
    try:
        keys.did_web_url(did)
        found = await sources.fetch(Need(Purpose.KEY, did))
        if isinstance(found, Missing):
            return _failed("notFound")
        document = strictjson.loads_object(found.raw)
        return _found(document) if document.get("id") == did else _failed("notFound")
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
    """Say why there is no document."""
    return Resolved(_STATUS[error], _body({}, {"error": error}))


def _failed_url(error: str) -> Resolved:
    """Say it where the answer about one key would tell, too."""
    failed = _failed(error)
    return Resolved(failed.status, {**failed.body, "didDereferencingMetadata": {"error": error}})


def _body(document: JsonObject, metadata: JsonObject) -> JsonObject:
    return {
        "@context": "https://w3id.org/did-resolution/v1",
        "didDocument": document,
        "didDocumentMetadata": {},
        "didResolutionMetadata": metadata,
    }
