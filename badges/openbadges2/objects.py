"""The documents of Open Badges 2.0, as far as a check asks about them.

What is not there, or has another form, is None here; `badges.openbadges2.validation` says what is wrong.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from badges.members import items, only, part, text, texts
from badges.openbadges2.recipient import Recipient, read_recipient
from badges.openbadges2.scope import Scope
from badges.openbadges2.values import read_moment
from badges.strictjson import Json, JsonObject


class Method(StrEnum):
    """Say how an assertion is verified (OB 2.0 VerificationObject)."""

    HOSTED = "hosted"
    SIGNED = "signed"


_METHODS = {
    "hosted": Method.HOSTED,
    "HostedBadge": Method.HOSTED,
    "signed": Method.SIGNED,
    "SignedBadge": Method.SIGNED,
}


@dataclass(frozen=True, slots=True)
class Link:
    """Point at another document: by its id, and perhaps with a copy of it."""

    id: str | None
    embedded: JsonObject | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """Hold who earned what, when, and how that can be checked (OB 2.0 Assertion)."""

    id: str | None
    uid: str | None
    badge: Link
    recipient: Recipient | None
    method: Method | None
    creator: str | None
    issued_on: datetime | None
    expires: datetime | None
    revoked: bool


@dataclass(frozen=True, slots=True)
class BadgeClass:
    """Hold what was earned, by its issuer (OB 2.0 BadgeClass)."""

    id: str | None
    issuer: Link


@dataclass(frozen=True, slots=True)
class Profile:
    """Hold who issued it, where it may say so, and by which keys (OB 2.0 Profile)."""

    id: str | None
    scope: Scope
    keys: tuple[Link, ...]
    revocation_list: str | None


@dataclass(frozen=True, slots=True)
class CryptographicKey:
    """Hold a key, and the profile that owns it (OB 2.0 CryptographicKey)."""

    id: str | None
    owner: str | None
    pem: str | None


def read_assertion(document: JsonObject) -> Assertion:
    """Read an assertion."""
    verification = part(verification_of(document))
    return Assertion(
        id=text(document.get("id")),
        uid=text(document.get("uid")),
        badge=read_link(document.get("badge")),
        recipient=read_recipient(document.get("recipient")),
        method=_method(verification.get("type")),
        creator=read_link(verification.get("creator")).id,
        issued_on=read_moment(only(document.get("issuedOn"))),
        expires=read_moment(only(document.get("expires"))),
        revoked=any(each is True for each in items(document.get("revoked"))),
    )


def read_badge_class(document: JsonObject) -> BadgeClass:
    """Read a badge class."""
    return BadgeClass(id=text(document.get("id")), issuer=read_link(document.get("issuer")))


def read_profile(document: JsonObject) -> Profile:
    """Read the profile of an issuer."""
    identity = text(document.get("id"))
    policy = part(verification_of(document))
    return Profile(
        id=identity,
        scope=Scope(
            issuer=identity or "",
            starts_with=texts(policy.get("startsWith")),
            origins=texts(policy.get("allowedOrigins")),
        ),
        keys=tuple(read_link(each) for each in items(document.get("publicKey"))),
        revocation_list=read_link(document.get("revocationList")).id,
    )


def read_key(document: JsonObject) -> CryptographicKey:
    """Read a key."""
    return CryptographicKey(
        id=text(document.get("id")),
        owner=read_link(document.get("owner")).id,
        pem=text(document.get("publicKeyPem")),
    )


def read_link(value: Json) -> Link:
    """Read an id, or an object with one; an array of one is the same (JSON-LD 1.1 4.3)."""
    one = only(value)
    if isinstance(one, dict):
        return Link(text(one.get("id")), one)
    return Link(text(one))


def verification_of(document: JsonObject) -> Json:
    """Give the verification instructions, by either name that the context has for them."""
    return document.get("verification", document.get("verify"))


def _method(value: Json) -> Method | None:
    """Tell the method by its one type."""
    names = texts(value)
    return _METHODS.get(names[0]) if len(names) == 1 else None
