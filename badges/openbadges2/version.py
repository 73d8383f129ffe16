"""Which version of Open Badges a document is written in, as far as it is one from before 3.0."""

from enum import StrEnum

from badges.members import items
from badges.strictjson import Json, JsonObject

CONTEXT = "https://w3id.org/openbadges/v2"

_EXTENSIONS = "https://w3id.org/openbadges/extensions/"
_OLDER_CONTEXTS = frozenset(
    {
        "https://w3id.org/openbadges/v1",
        "https://w3id.org/openbadges/v0.5",
        "https://openbadgespec.org/v1/context.json",
    }
)
_ASSERTION = frozenset({"recipient", "badge"})
_OLD_MEMBERS = frozenset({"verify", "issued_on"})
_WORDS = frozenset(
    {
        *("id", "type", "Assertion", "BadgeClass", "Issuer", "Profile", "CryptographicKey", "RevocationList"),
        *("recipient", "identity", "hashed", "salt", "email", "url", "telephone", "image", "criteria"),
        *("badge", "issuer", "issuedOn", "expires", "revoked", "revokedAssertions", "uid", "evidence"),
        *("verification", "verify", "hosted", "HostedBadge", "signed", "SignedBadge", "creator", "owner"),
        *("startsWith", "allowedOrigins", "verificationProperty", "publicKey", "publicKeyPem"),
        *("revocationList", "name", "description", "narrative", "tags", "alignment", "targetName"),
        *("targetUrl", "targetCode", "targetFramework"),
    }
)
"""The words that we read: where a context gives one of them another meaning, we cannot read the document."""


class Version(StrEnum):
    """Name the versions that we tell apart.

    `other`: 2.0 with a context beside it that may change what words mean. `older`: 0.5, 1.0 and 1.1.
    """

    V2 = "2.0"
    OTHER = "other"
    OLDER = "older"


def version_of(document: JsonObject) -> Version | None:
    """Tell the version of an assertion, badge class or profile; None when it is none of those.

    Open Badges 2.1 has the documents of 2.0. Before 1.1 there was no context: such an assertion is known by
    its members.
    """
    contexts = items(document.get("@context"))
    if CONTEXT in contexts:
        first, *others = contexts
        return Version.V2 if first == CONTEXT and all(map(_only_adds, others)) else Version.OTHER
    if any(isinstance(each, str) and each in _OLDER_CONTEXTS for each in contexts):
        return Version.OLDER
    is_old = not contexts and document.keys() >= _ASSERTION and not _OLD_MEMBERS.isdisjoint(document)
    return Version.OLDER if is_old else None


def _only_adds(context: Json) -> bool:
    """Tell a context that adds words and changes none: an extension (OB 2.0, Additional Properties)."""
    if isinstance(context, dict):
        return _WORDS.isdisjoint(context) and not any(name.startswith("@") for name in context)
    return isinstance(context, str) and context.startswith(_EXTENSIONS)
