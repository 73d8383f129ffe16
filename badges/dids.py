"""Dids and their documents: who somebody is, by a name that says where the keys are.

A did:key and a did:jwk are their own document. A did:web says at which address its document is.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol
from urllib.parse import urlsplit

from badges import base64url, jwk, moments, strictjson
from badges.ecdsa import EcdsaKey
from badges.errors import DocumentError, KeyFormatError
from badges.multikey import read_multikey
from badges.strictjson import Json, JsonObject

DID_CONTEXT = "https://www.w3.org/ns/did/v1"
MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1"
JWK_CONTEXT = "https://w3id.org/security/jwk/v1"

_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!0x)(?![0-9]+\Z){_LABEL}|localhost", re.ASCII)
_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_SEGMENT = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]+", re.ASCII)
_LAST_PORT = 65_535
_MAX_DID = 2_000


class Multikey(Protocol):
    """Name a public key that has a Multikey: of Ed25519, P-256 or P-384."""

    @property
    def multikey(self) -> str:
        """Write the key as a Multikey."""
        ...


def did_key(key: Multikey) -> str:
    """Name a key by itself (did:key)."""
    return f"did:key:{key.multikey}"


def did_key_document(did: str) -> JsonObject:
    """Make the document of a did:key, which holds no more than the key (did:key 3.1.1).

    Raises:
        KeyFormatError: no did:key, or of another kind of key than Ed25519, P-256 and P-384.
    """
    if not did.startswith("did:key:"):
        raise KeyFormatError("a did:key starts with did:key:")
    key = read_multikey(did.removeprefix("did:key:"))
    document = did_document(did, assertion=[key])
    for relation in ("authentication", "capabilityInvocation", "capabilityDelegation"):
        document[relation] = [f"{did}#{key.multikey}"]
    return document


def did_jwk_document(did: str) -> JsonObject:
    """Make the document of a did:jwk, which holds no more than the key (did:jwk, Resolve).

    Raises:
        KeyFormatError: no did:jwk, or its key is none that we read, or not for signing.
    """
    if not did.startswith("did:jwk:"):
        raise KeyFormatError("a did:jwk starts with did:jwk:")
    try:
        written = strictjson.loads_object(base64url.decode(did.removeprefix("did:jwk:")))
    except (ValueError, DocumentError) as error:
        raise KeyFormatError("a did:jwk holds a JWK in base64url") from error
    jwk.read_jwk(written)
    method: JsonObject = {"id": f"{did}#0", "type": "JsonWebKey", "controller": did, "publicKeyJwk": written}
    return {
        "@context": [DID_CONTEXT, JWK_CONTEXT],
        "id": did,
        "verificationMethod": [method],
        "assertionMethod": [f"{did}#0"],
    }


def local_document(did: str) -> JsonObject | None:
    """Give the document of a did that holds its own key; None where it has to be fetched.

    Raises:
        KeyFormatError: it should hold its key, but that is none that we read.
    """
    if len(did) > _MAX_DID:
        raise KeyFormatError("no did is as long as this")
    if did.startswith("did:key:"):
        return did_key_document(did)
    if did.startswith("did:jwk:"):
        return did_jwk_document(did)
    return None


@lru_cache(maxsize=1024)
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
    assertion: Sequence[Multikey],
    former: Sequence[Multikey] = (),
    withdrawn: Mapping[Multikey, datetime] = MappingProxyType({}),
    tokens: Collection[Multikey] = (),
) -> JsonObject:
    """Make the did document that tells which keys speak for this did (DID 1.0 5, CID 1.0 2.2).

    `assertion` are the keys in use. `former` no longer sign but stay listed in both places: a badge
    must hold after its key was replaced, and peers ask for `assertionMethod` *and*
    `verificationMethod`. `withdrawn` fell into other hands, at the moment that stands with it: still named,
    so that others can tell which key it was, but no longer under `assertionMethod`, so nothing that it
    signed is accepted. Those of `tokens` are written as JWK, which is what readers of tokens ask for
    (VC-JOSE-COSE 4.2), the others as Multikey.
    """
    speaking: list[Json] = [f"{did}#{key.multikey}" for key in (*assertion, *former)]
    methods: list[Json] = [_method(did, key, tokens=tokens) for key in (*assertion, *former)]
    methods += [
        _method(did, key, tokens=tokens) | {"revoked": moments.write(since)}
        for key, since in withdrawn.items()
    ]
    contexts: list[Json] = [DID_CONTEXT, MULTIKEY_CONTEXT, *([JWK_CONTEXT] if tokens else [])]
    return {
        "@context": contexts,
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": speaking,
    }


def _method(did: str, key: Multikey, *, tokens: Collection[Multikey]) -> JsonObject:
    """Describe one key as a verification method (CID 1.0 2.2.2, 2.2.3)."""
    about: JsonObject = {"id": f"{did}#{key.multikey}", "type": "Multikey", "controller": did}
    if key in tokens and isinstance(key, EcdsaKey):
        return about | {"type": "JsonWebKey", "publicKeyJwk": jwk.write_jwk(key)}
    return about | {"publicKeyMultibase": key.multikey}
