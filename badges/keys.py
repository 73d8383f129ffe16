"""Who may sign for whom: the key that a proof names, in a document that binds it to the issuer.

A key is found in the document of the issuer, bound in four ways at once: the document is the issuer's,
the key's id stands under the issuer's, the issuer controls the key, and the issuer lists it for making
claims (`assertionMethod`). One of them missing is how a stranger signs in another's name.

Open Badges 3.0 also knows a key with an address of its own. Who controls it, it says itself, and that anyone
can write. So it counts where the issuer's own document lists it; and at the issuer's own host, where the
issuer decides what is written, as long as that document lists no keys.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from badges import moments
from badges.dids import (
    did_document,
    did_key,
    did_key_document,
    did_web,
    did_web_url,
    local_document,
)
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import KeyBindingError, KeyEndError, KeyFormatError, KeyRevokedError
from badges.members import items, part, text
from badges.strictjson import Json, JsonObject
from badges.verificationkey import VerificationKey
from badges.verificationmethod import is_method, read_method

__all__ = [
    "Ed25519Signer",
    "PublicKey",
    "Signer",
    "VerificationKey",
    "controller",
    "did_document",
    "did_key",
    "did_key_document",
    "did_web",
    "did_web_url",
    "find_key",
    "find_listed_key",
    "is_method",
    "key_address",
    "local_document",
]

_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]+", re.ASCII)
_PATHS = ("#", "/", "?")
_STEPS_ASIDE = re.compile(r"/(?:\.|%2e){1,2}(?:[/?#]|\Z)|//|;|%2f|%5c", re.IGNORECASE)
"""How a path leaves the folder that it seems to be in, for one server or another."""


class Signer(Protocol):
    """Sign bytes without showing the key: in memory, in a KMS or on a card."""

    @property
    def verification_method(self) -> str:
        """Tell under which absolute id others find the public key."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Sign these bytes; raises when the key cannot be reached."""
        ...


def key_address(verification_method: str) -> str:
    """Name the document to ask for a key: a did, or an address at https.

    >>> key_address("did:web:school.example#z6Mk")
    'did:web:school.example'

    Raises:
        KeyFormatError: neither of them.
    """
    name = verification_method.partition("#")[0]
    if not _DID.fullmatch(name) and _origin(name) is None:
        raise KeyFormatError("a key stands under a did, or at an address with https")
    return name


def controller(document: JsonObject, *, verification_method: str) -> str:
    """Tell for whom a key is said to speak, in the document at its address; `find_key` asks whether it does.

    Raises:
        KeyFormatError: the document is a key that does not say who controls it.
    """
    if not (is_method(document) or "kty" in document):
        return verification_method.partition("#")[0]
    named = text(document.get("controller"))
    if named is None:
        raise KeyFormatError("this key does not say who controls it")
    return named


def find_key(  # noqa: PLR0913 - which key, whose, when, what for: all of it binds
    document: JsonObject,
    *,
    verification_method: str,
    issuer: str,
    at: datetime | None = None,
    confirmed_by: JsonObject | None = None,
    relation: str = "assertionMethod",
) -> VerificationKey:
    """Find the key that a proof names, in the document at its address (CID 1.0 3.3).

    `at` is when the proof says it was made. A key with an end (`expires`) serves proofs from before that end;
    for one that names no time, as a token does not, nobody can say it. A key that was withdrawn (`revoked`)
    serves nothing by itself: whoever has it now, can write any date. `confirmed_by` is
    the issuer's own document, where that lists keys: a key with an address of its own has to be among them,
    and may then stand at another host. `relation` is what the key is listed for: making claims, unless
    another is asked (`authentication` for presentations).

    Raises:
        KeyBindingError: the key does not speak for this issuer, or not at that time.
        KeyEndError: the key has an end, and `at` is not known.
        KeyRevokedError: the issuer withdrew the key.
        KeyFormatError: the key is there, but is none that we read, or does not say whose it is.
    """
    if confirmed_by is not None:
        _check_listing(confirmed_by, name=verification_method, issuer=issuer, relation=relation)
    if "kty" in document:
        method = _bare_method(document, address=verification_method, issuer=issuer)
    elif is_method(document):
        _check_place(document, address=verification_method, issuer=issuer, confirmed_by=confirmed_by)
        method = document
    else:
        method = _listed_method(document, name=verification_method, issuer=issuer, relation=relation)
    return _read_bound(method, issuer=issuer, at=at)


def find_listed_key(
    document: JsonObject, *, key: VerificationKey, issuer: str, at: datetime | None = None
) -> VerificationKey:
    """Find the very key that a token brought along, in the document of the issuer (OB 3.0 8.2, `jwk`).

    Raises:
        KeyBindingError: the issuer lists other keys, or the document is not the issuer's.
        KeyEndError, KeyRevokedError: the issuer lists other keys, and keys with an end.
        KeyFormatError: the document lists no key at all, so it cannot say.
    """
    if document.get("id") != issuer:
        raise KeyBindingError("the document is not that of the issuer")
    names = sorted(_related(document, "assertionMethod", issuer=issuer))
    if not names:
        raise KeyFormatError("the issuer's document lists no key for making claims")
    ended: KeyEndError | KeyRevokedError | None = None
    for name in names:
        try:
            found = find_key(document, verification_method=name, issuer=issuer, at=at)
        except (KeyBindingError, KeyFormatError):
            continue
        except (KeyEndError, KeyRevokedError) as error:
            ended = error
            continue
        if found == key:
            return found
    raise ended or KeyBindingError("the key of the token is none of the issuer's")


def _listed_method(document: JsonObject, *, name: str, issuer: str, relation: str) -> JsonObject:
    """Find a method in a did or controller document of the issuer."""
    if document.get("id") != issuer:
        raise KeyBindingError("the document is not that of the issuer")
    if not name.startswith(f"{issuer}#") or name.count("#") != 1:
        raise KeyBindingError("the key of the proof does not stand under the issuer")
    if "publicKey" in document and not _everything(document, relation):
        raise KeyFormatError("the issuer's document lists its keys in a way that we do not read")
    methods = [entry for entry in _everything(document, relation) if isinstance(entry, dict)]
    named = [entry for entry in methods if name in _absolute([entry.get("id")], under=issuer)]
    is_withdrawn = any("revoked" in entry for entry in named)
    if name not in _related(document, relation, issuer=issuer) and not is_withdrawn:
        raise KeyBindingError(f"the issuer does not list this key under {relation}")
    if len(named) != 1:
        raise KeyBindingError("the issuer's document does not hold this key exactly once")
    return named[0]


def _check_listing(own: JsonObject, *, name: str, issuer: str, relation: str) -> None:
    """Refuse a key that is none of those in the issuer's own document (CID 1.0 3.3)."""
    if own.get("id") != issuer:
        raise KeyBindingError("the document is not that of the issuer")
    named = _absolute(
        (text(part(each).get("id")) or each for each in items(own.get("publicKey"))), under=issuer
    )
    if name not in named | _related(own, relation, issuer=issuer):
        raise KeyBindingError("the issuer does not list this key")


def _check_place(document: JsonObject, *, address: str, issuer: str, confirmed_by: JsonObject | None) -> None:
    """Refuse a document that is one key, unless the issuer lists it, or decides what is written there."""
    if document.get("id") != address:
        raise KeyBindingError("the key is not the one that the proof names")
    at_home = _origin(address) is not None and _origin(address) == _origin(issuer)
    if confirmed_by is None and (_shares_host(issuer) or not at_home):
        raise KeyBindingError("the key stands at another host than the issuer, which does not list it")


def _shares_host(issuer: str) -> bool:
    """Tell a did:web with a path: at its host are others too, so only its own document speaks for it."""
    return issuer.startswith("did:web:") and ":" in issuer.removeprefix("did:web:")


def _bare_method(document: JsonObject, *, address: str, issuer: str) -> JsonObject:
    """Take a bare JWK as a method of the issuer under whose own address it stands.

    It says nothing of a controller. At another address, also at the same host, it may be anybody's.
    """
    under = any(address.startswith(issuer.removesuffix("/") + step) for step in _PATHS)
    if (
        not under
        or _STEPS_ASIDE.search(address.partition("://")[2])
        or _origin(address) is None
        or _origin(address) != _origin(issuer)
    ):
        raise KeyFormatError("this key does not say who controls it")
    return {"type": "JsonWebKey", "controller": issuer, "publicKeyJwk": document}


def _read_bound(method: JsonObject, *, issuer: str, at: datetime | None) -> VerificationKey:
    """Read the key of a method that the issuer must control, and that must not have ended."""
    if method.get("controller") != issuer:
        raise KeyBindingError("the issuer does not control this key")
    _check_end(method.get("expires"), at=at)
    key = read_method(method)
    if method.get("revoked") is not None:
        since = moments.read(method["revoked"])
        raise KeyRevokedError(key, is_after=since is None or (at is not None and at >= since))
    return key


def _related(document: JsonObject, relation: str, *, issuer: str) -> set[str]:
    """Give the ids of the keys for a purpose, by name or written out on the spot (CID 1.0 2.3)."""
    listed = _listed(document, relation)
    return _absolute((each.get("id") if isinstance(each, dict) else each for each in listed), under=issuer)


def _everything(document: JsonObject, relation: str) -> list[Json]:
    """Give what stands in the two places where a key for a purpose may be written out."""
    return [*_listed(document, "verificationMethod"), *_listed(document, relation)]


def _listed(document: JsonObject, relation: str) -> Sequence[Json]:
    """Give what a did document lists; anything but a list counts as nothing."""
    listed = document.get(relation)
    return listed if isinstance(listed, list) else []


def _absolute(ids: Iterable[Json], *, under: str) -> set[str]:
    """Complete ids that are written relative to the document (DID 1.0 3.2.2)."""
    texts = [name for name in ids if isinstance(name, str)]
    return {under + name if name.startswith("#") else name for name in texts}


def _check_end(end: Json, *, at: datetime | None) -> None:
    """Refuse a key that had ended when the proof was made, or may have."""
    if end is None:
        return
    if at is None:
        raise KeyEndError("the key has an end, and the proof does not say when it was made")
    moment = moments.read(end)
    if moment is None or at >= moment:
        raise KeyBindingError("the key had ended when the proof was made")


def _origin(name: str) -> tuple[str, int | None] | None:
    """Give the host and port that decide what is written at an address, or in the document of a did:web."""
    try:
        parts = urlsplit(did_web_url(name) if name.startswith("did:web:") else name)
        port = parts.port
    except (ValueError, KeyFormatError):
        return None
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.hostname, port
