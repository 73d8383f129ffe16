"""Who may sign for whom: dids, their documents, and the key that a proof names.

A key is found in the document of the issuer, bound in four ways at once: the document is the issuer's,
the key's id stands under the issuer's, the issuer controls the key, and the issuer lists it for making
claims (`assertionMethod`). One of them missing is how a stranger signs in another's name.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from badges import moments
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import KeyBindingError, KeyFormatError
from badges.strictjson import Json, JsonObject

__all__ = [
    "DID_CONTEXT",
    "MULTIKEY_CONTEXT",
    "Ed25519Signer",
    "PublicKey",
    "Signer",
    "did_document",
    "did_key",
    "did_key_document",
    "did_web",
    "did_web_url",
    "find_key",
]

DID_CONTEXT = "https://www.w3.org/ns/did/v1"
MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1"

_KEY_TYPES = ("Multikey", "Ed25519VerificationKey2020")
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!0x)(?![0-9]+\Z){_LABEL}|localhost", re.ASCII)
_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_SEGMENT = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]+", re.ASCII)
_LAST_PORT = 65_535


class Signer(Protocol):
    """Sign bytes without showing the key: in memory, in a KMS or on a card."""

    @property
    def verification_method(self) -> str:
        """Tell under which absolute id others find the public key."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Sign these bytes; raises when the key cannot be reached."""
        ...


def did_key(key: PublicKey) -> str:
    """Name a key by itself (did:key)."""
    return f"did:key:{key.multikey}"


def did_key_document(did: str) -> JsonObject:
    """Make the document of a did:key, which holds no more than the key (did:key 3.1.1).

    Raises:
        KeyFormatError: no did:key, or of another kind of key than Ed25519.
    """
    if not did.startswith("did:key:"):
        raise KeyFormatError("a did:key starts with did:key:")
    key = PublicKey.from_multikey(did.removeprefix("did:key:"))
    document = did_document(did, assertion=[key])
    for relation in ("authentication", "capabilityInvocation", "capabilityDelegation"):
        document[relation] = [f"{did}#{key.multikey}"]
    return document


def did_web(url: str) -> str:
    """Name the organisation whose pages are at this address (did:web 2.4).

    >>> did_web("https://h.example:8443/organisaties/x")
    'did:web:h.example%3A8443:organisaties:x'

    Raises:
        KeyFormatError: an address that did:web cannot say, see `did_web_url`.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise KeyFormatError("this is no web address") from error
    host = parts.hostname or ""
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise KeyFormatError("a did:web is made of a host and a path only")
    place = host if port is None else f"{host}%3A{port}"
    path = parts.path.removeprefix("/").removesuffix("/")
    did = ":".join(["did:web", place, *(path.split("/") if path else [])])
    if urlsplit(did_web_url(did)).scheme != parts.scheme:
        raise KeyFormatError("a did:web is at https (at http on localhost)")
    return did


def did_web_url(did: str) -> str:
    """Tell where the document of a did:web is (did:web 2.5.2).

    One spelling only: lower-case names (no IP addresses), `%3A` before a port, segments of
    `[A-Za-z0-9._-]`. What is shown is then what is asked. A name that never leaves this machine
    (`localhost`) is at http, all others are at https.

    Raises:
        KeyFormatError: not such a did.
    """
    prefix, _, rest = did.partition("did:web:")
    place, *segments = rest.split(":")
    host, colon, port = place.partition("%3A")
    if prefix or not _HOST.fullmatch(host):
        raise KeyFormatError("a did:web names a host: lower-case, and no IP address")
    if colon and not (_PORT.fullmatch(port) and int(port) <= _LAST_PORT):
        raise KeyFormatError("a did:web has %3A and a port number after the host, or nothing")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        raise KeyFormatError("the path of a did:web holds letters, digits, dot, dash and underscore")
    scheme = "http" if host == "localhost" or host.endswith(".localhost") else "https"
    authority = f"{host}:{port}" if colon else host
    return "/".join([f"{scheme}://{authority}", *(segments or [".well-known"]), "did.json"])


def did_document(
    did: str,
    *,
    assertion: Sequence[PublicKey],
    former: Sequence[PublicKey] = (),
    withdrawn: Sequence[PublicKey] = (),
) -> JsonObject:
    """Make the did document that tells which keys speak for this did (DID 1.0 5, CID 1.0 2.2).

    `assertion` are the keys in use. `former` no longer sign but stay listed in both places: a badge
    must hold after its key was replaced, and peers ask for `assertionMethod` *and*
    `verificationMethod`. `withdrawn` fell into other hands: still named, so that others can tell which key it
    was, but no longer under `assertionMethod`, so nothing that it signed is accepted.
    """
    speaking: list[Json] = [f"{did}#{key.multikey}" for key in (*assertion, *former)]
    methods: list[Json] = [_method(did, key) for key in (*assertion, *former, *withdrawn)]
    return {
        "@context": [DID_CONTEXT, MULTIKEY_CONTEXT],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": speaking,
    }


def _method(did: str, key: PublicKey) -> JsonObject:
    """Describe one key as a Multikey verification method."""
    return {
        "id": f"{did}#{key.multikey}",
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": key.multikey,
    }


def find_key(
    document: JsonObject, *, verification_method: str, issuer: str, at: datetime | None = None
) -> PublicKey:
    """Find the key that a proof names in the document of the issuer (CID 1.0 3.3).

    `at` is when the proof says it was made. A key with an end (`expires`, `revoked`) serves proofs from
    before that end; without `at` it serves none.

    Raises:
        KeyBindingError: the key does not speak for this issuer, or not at that time.
        KeyFormatError: the key is there, but is none that we read.
    """
    if document.get("id") != issuer:
        raise KeyBindingError("the document is not that of the issuer")
    if not verification_method.startswith(f"{issuer}#") or verification_method.count("#") != 1:
        raise KeyBindingError("the key of the proof does not stand under the issuer")
    if verification_method not in _absolute(_listed(document, "assertionMethod"), under=issuer):
        raise KeyBindingError("the issuer does not list this key under assertionMethod")
    methods = [entry for entry in _listed(document, "verificationMethod") if isinstance(entry, dict)]
    named = [entry for entry in methods if verification_method in _absolute([entry.get("id")], under=issuer)]
    if len(named) != 1:
        raise KeyBindingError("the issuer's document does not hold this key exactly once")
    _check_term(named[0], at=at)
    return _read_method(named[0], controller=issuer)


def _listed(document: JsonObject, relation: str) -> list[Json]:
    """Give what a did document lists; anything but a list counts as nothing."""
    listed = document.get(relation)
    return listed if isinstance(listed, list) else []


def _absolute(ids: Iterable[Json], *, under: str) -> set[str]:
    """Complete ids that are written relative to the document (DID 1.0 3.2.2)."""
    texts = [name for name in ids if isinstance(name, str)]
    return {under + name if name.startswith("#") else name for name in texts}


def _check_term(method: JsonObject, *, at: datetime | None) -> None:
    """Refuse a key that had ended when the proof was made."""
    for end in (method.get("expires"), method.get("revoked")):
        if end is None:
            continue
        moment = moments.read(end)
        if at is None or moment is None or at >= moment:
            raise KeyBindingError("the key had ended when the proof was made")


def _read_method(method: JsonObject, *, controller: str) -> PublicKey:
    """Read the key out of a verification method that `controller` must control."""
    if method.get("controller") != controller:
        raise KeyBindingError("the issuer does not control this key")
    if method.get("type") not in _KEY_TYPES:
        raise KeyFormatError("a verification method that we read has type Multikey")
    if "secretKeyMultibase" in method:
        raise KeyBindingError("the secret key stands in the open: anyone can sign with it")
    text = method.get("publicKeyMultibase")
    if not isinstance(text, str):
        raise KeyFormatError("a Multikey has publicKeyMultibase")
    return PublicKey.from_multikey(text)
