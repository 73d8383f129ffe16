"""How the register of an issuer is asked about a signature: by the id of the badge and a digest, no more."""

from hashlib import sha256
from urllib.parse import parse_qs, urlencode

from badges import base64url, factfinding
from badges.members import text
from badges.strictjson import JsonObject


def address_of(document: JsonObject, *, signature: bytes) -> str:
    """Name a signature under a credential, for the register of its issuer."""
    issuer, id_ = factfinding.issuer_id(document) or "", text(document.get("id")) or ""
    return f"{issuer}?{urlencode({'id': id_, 'signature': base64url.encode(sha256(signature).digest())})}"


def read_address(address: str) -> tuple[str, str, bytes] | None:
    """Read whose register is asked, for which credential, and the SHA-256 of its signature."""
    issuer, _, query = address.partition("?")
    try:
        asked = parse_qs(query, strict_parsing=True, max_num_fields=2)
        return issuer, asked["id"][0], base64url.decode(asked["signature"][0])
    except (ValueError, KeyError):
        return None
