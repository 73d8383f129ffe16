"""Whose assertion it is: an address in the clear, or its hash (OB 2.0 IdentityObject)."""

import re
from dataclasses import dataclass
from hashlib import md5, sha256
from hmac import compare_digest

from badges.members import part, text
from badges.strictjson import Json

KINDS = frozenset({"id", "email", "url", "telephone"})

_HASHED = re.compile(r"md5\$[0-9a-fA-F]{32}|sha256\$[0-9a-fA-F]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Hold by what a recipient is known; `identity` is a hash where `hashed` is true."""

    kind: str
    identity: str
    hashed: bool
    salt: str = ""


def read_recipient(value: Json) -> Recipient | None:
    """Read a recipient; None where it cannot be told who that is."""
    stated = part(value)
    kind, identity, hashed = text(stated.get("type")), text(stated.get("identity")), stated.get("hashed")
    salt = stated.get("salt", "")
    if kind not in KINDS or identity is None or not isinstance(hashed, bool) or not isinstance(salt, str):
        return None
    if is_hash(identity) is not hashed:
        return None
    return Recipient(kind=kind, identity=identity, hashed=hashed, salt=salt)


def is_hash(identity: str) -> bool:
    """Tell an IdentityHash from a text: an algorithm, a dollar sign and hexadecimal digits."""
    return _HASHED.fullmatch(identity) is not None


def is_of(recipient: Recipient, identity: str) -> bool:
    """Tell whether an assertion is of whoever has this address (OB 2.0 IdentityHash).

    >>> is_of(Recipient("email", "sam@voorbeeld.nl", hashed=False), "sam@voorbeeld.nl")
    True
    """
    if not recipient.hashed:
        return recipient.identity == identity
    algorithm, _, digest = recipient.identity.partition("$")
    data = (identity + recipient.salt).encode()
    made = md5(data, usedforsecurity=False) if algorithm == "md5" else sha256(data)
    return compare_digest(made.hexdigest(), digest.lower())
