"""What a credential says about bytes that stand elsewhere: their digest, in two ways (VCDM 2.0 5.3).

We write the one (`digestMultibase`), and read both.
"""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256, sha384, sha512
from types import MappingProxyType

from badges import base64url, multibase
from badges.errors import RelatedResourceError
from badges.members import text
from badges.strictjson import JsonObject

_HASHES = MappingProxyType({"sha256": sha256, "sha384": sha384, "sha512": sha512})
"""By the name in an integrity string, weakest first (SRI 3.2)."""

_SHA256 = b"\x12\x20"
_MULTIHASHES = MappingProxyType({_SHA256: "sha256", b"\x20\x30": "sha384", b"\x13\x40": "sha512"})
"""How a multihash begins: the code of the hash, and the number of bytes (CID 1.0 2.5)."""


BADGE_MEDIA_TYPE = "application/vc"
"""How a signed badge is named where it is cited (VCDM 2.0 6.2)."""

PHOTO_MEDIA_TYPE = "image/jpeg"
"""How a photo of the work is named, and served: we draw each anew as JPEG (RFC 2046 4.2)."""

ACHIEVEMENT_MEDIA_TYPE = "application/ld+json"
"""How the document at the address of an achievement is named where it is cited (JSON-LD 1.1 C)."""


@dataclass(frozen=True, slots=True)
class RelatedResource:
    """Name what stands elsewhere in exactly these bytes, by their SHA-256 (VCDM 2.0 5.3)."""

    id: str
    digest: str
    media_type: str

    @classmethod
    def of_badge(cls, credential_id: str, *, raw: bytes) -> "RelatedResource":
        """Cite a signed badge."""
        return cls(credential_id, digest=digest_multibase(raw), media_type=BADGE_MEDIA_TYPE)

    @classmethod
    def of_achievement(cls, url: str, *, raw: bytes) -> "RelatedResource":
        """Cite what stands at the address of an achievement."""
        return cls(url, digest=digest_multibase(raw), media_type=ACHIEVEMENT_MEDIA_TYPE)

    @classmethod
    def of_photo(cls, url: str, *, raw: bytes) -> "RelatedResource":
        """Cite a photo that stands at its public address."""
        return cls(url, digest=digest_multibase(raw), media_type=PHOTO_MEDIA_TYPE)

    def as_json(self) -> JsonObject:
        """Write the entry."""
        return {"id": self.id, "digestMultibase": self.digest, "mediaType": self.media_type}


def digest_multibase(raw: bytes) -> str:
    """Write the SHA-256 of bytes as a multihash in base64url (CID 1.0 2.4, 2.5).

    >>> digest_multibase(b"")
    'uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ'
    """
    return "u" + base64url.encode(_SHA256 + sha256(raw).digest())


def digest_sri(digest: str) -> str:
    """Write a digest of `digest_multibase` the other way, as an integrity string (SRI 3.1).

    >>> digest_sri(digest_multibase(b""))
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

    Raises:
        ValueError: it is no such digest.
    """
    for name, raw in _read_multihash(digest or " "):
        if name == "sha256":
            return f"sha256-{base64.b64encode(raw).decode()}"
    raise ValueError("this is no SHA-256 as a multihash")


def check_related_resource(entry: JsonObject, raw: bytes) -> None:
    """Check that these bytes are those that an entry of `relatedResource` names, by every digest it has.

    Raises:
        RelatedResourceError: they are others (`resource-changed`), or a digest is none that we compute
            (`resource-unknown-digest`).
    """
    integrity, multihash = text(entry.get("digestSRI")), text(entry.get("digestMultibase"))
    named = [_read_integrity(integrity)] if integrity else []
    named += [_read_multihash(multihash)] if multihash else []
    if not named or not all(named):
        raise RelatedResourceError("there is no digest that we compute", code="resource-unknown-digest")
    for digests in named:
        if not any(_HASHES[name](raw).digest() == digest for name, digest in digests):
            raise RelatedResourceError("the bytes are not those that were named", code="resource-changed")


def _read_integrity(written: str) -> list[tuple[str, bytes]]:
    """Read the strongest digests of an integrity string; one of them must fit (SRI 3.3.4)."""
    found: list[tuple[str, bytes]] = []
    for each in written.split():
        name, _, rest = each.partition("-")
        digest = _base64(rest.partition("?")[0])
        if name in _HASHES and len(digest) == _HASHES[name]().digest_size:
            found.append((name, digest))
    strongest = max((name for name, _ in found), key=list(_HASHES).index, default=None)
    return [(name, digest) for name, digest in found if name == strongest]


def _base64(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _read_multihash(written: str) -> list[tuple[str, bytes]]:
    """Read a multihash in base58btc or base64url, the two bases of multibase (CID 1.0 2.4)."""
    for begin, name in _MULTIHASHES.items():
        size = len(begin) + _HASHES[name]().digest_size
        try:
            raw = (
                base64url.decode(written[1:])
                if written[0] == "u"
                else multibase.decode(written[1:], size=size)
            )
        except ValueError:
            continue
        if written[0] in "uz" and len(raw) == size and raw.startswith(begin):
            return [(name, raw[len(begin) :])]
    return []
