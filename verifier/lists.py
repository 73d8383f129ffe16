"""Status lists: is this badge withdrawn, says a list of the issuer.

    Bitstring Status List 1.0 and its forerunner of 2021   one bit per badge, signed by the issuer
    1EdTechRevocationList                                  names, unsigned, at an address that was signed

A list is checked once for as long as its bytes stay the same and it is valid; after that a look at one bit is
all that a badge costs.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from badges import factfinding, moments, proofs, status, strictjson
from badges.errors import BadgeError, StatusError, UnhandledShapeError
from badges.members import items, part
from badges.revocation import RevocationList, read_1edtech_list
from badges.statusentry import ListKind, StatusEntry
from badges.strictjson import JsonObject
from verifier.keydocuments import SpeakingKey
from verifier.means import Means
from verifier.needs import Answers, Found
from verifier.proofkeys import Signer, find_keys
from verifier.signatures import check_signature

CACHED_LISTS = 64
SERVES_WITHOUT_END = timedelta(hours=24)
"""So long after it was fetched a list that names no end may say that a badge stands, signed or not."""


class Contents(Protocol):
    """Say who stands in a list."""

    def holds(self, entry: StatusEntry) -> bool:
        """Tell whether the badge with this entry stands in the list."""
        ...


@dataclass(frozen=True, slots=True)
class Bits:
    """Hold the bits of a list, left-most first."""

    bits: bytes = field(repr=False)

    def holds(self, entry: StatusEntry) -> bool:
        """Tell whether the bit is set.

        Raises:
            StatusError: the list is shorter (`status-range`).
        """
        return status.read_bit(self.bits, index=int(entry.place))


@dataclass(frozen=True, slots=True)
class Names:
    """Hold a list of names."""

    names: RevocationList

    def holds(self, entry: StatusEntry) -> bool:
        """Tell whether the badge is named."""
        return self.names.names(str(entry.place))


@dataclass(frozen=True, slots=True)
class StatusList:
    """Hold a list that was checked.

    Attributes:
        source: What was checked, and when it was fetched.
        issuer: Whose it is.
        contents: Who stands in it.
        valid_from: The moment of the list: what it says is "as of" then.
        valid_until: After this moment it may say nothing good any more.
        signatures: The proofs under it; none under a list of names.
        keys: The keys that those were checked with.
    """

    source: Found = field(repr=False)
    issuer: str
    contents: Contents
    valid_from: datetime
    valid_until: datetime
    signatures: tuple[proofs.Proof, ...] = field(default=(), repr=False)
    keys: Mapping[str, SpeakingKey] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Hold the words of one standard for lists of bits."""

    credential: str
    subject: str


_SIGNED = {
    ListKind.BITSTRING: _Kind("BitstringStatusListCredential", "BitstringStatusList"),
    ListKind.STATUS_LIST_2021: _Kind("StatusList2021Credential", "StatusList2021"),
}


def check_list(found: Found, *, entry: StatusEntry, issuer: str, means: Means) -> StatusList:
    """Check a list: it is the one that the badge names, of this issuer, and whole.

    Whether it is still valid now is for whoever uses it.

    Raises:
        StatusError: with `status-verification` when it is not what the issuer says, else as
            `badges.status` and `badges.revocation` say.
        UnhandledShapeError: the fast engine leaves it to the second.
    """
    try:
        document = strictjson.loads_object(found.raw)
        if entry.kind is ListKind.REVOCATION_LIST:
            return _named_list(document, found=found, entry=entry, issuer=issuer)
        return _signed_list(document, found=found, entry=entry, issuer=issuer, means=means)
    except (StatusError, UnhandledShapeError):  # the second is no fault: the other engine is asked
        raise
    except BadgeError as error:
        raise StatusError(f"the list does not hold: {error}", code="status-verification") from error


def is_still_signed(checked: StatusList, *, answers: Answers) -> bool:
    """Tell whether the keys under a list that was checked are still those of whoever they spoke for."""
    try:
        return find_keys(checked.signatures, signer=Signer(checked.issuer), answers=answers) == checked.keys
    except BadgeError:
        return False


def _named_list(document: JsonObject, *, found: Found, entry: StatusEntry, issuer: str) -> StatusList:
    """Read a list of names: of the moment at which its host gave it."""
    names = read_1edtech_list(document, url=entry.url, issuer=issuer)
    until = found.at + SERVES_WITHOUT_END
    return StatusList(
        source=found, issuer=issuer, contents=Names(names), valid_from=found.at, valid_until=until
    )


def _signed_list(
    document: JsonObject, *, found: Found, entry: StatusEntry, issuer: str, means: Means
) -> StatusList:
    """Check a list of bits (BSL 3.2, Validate Algorithm)."""
    kind = _SIGNED[entry.kind]
    _check_identity(document, kind=kind, url=entry.url, issuer=issuer)
    keys = check_signature(document, means=means)
    since, until = _period(document, found=found)
    encoded = _encoded(document, kind=kind, entry=entry)
    decode = status.decode if entry.kind is ListKind.BITSTRING else status.decode_2021
    return StatusList(
        source=found,
        issuer=issuer,
        contents=Bits(decode(encoded)),
        valid_from=since,
        valid_until=until,
        signatures=proofs.read_proofs(document),
        keys=keys,
    )


def _check_identity(document: JsonObject, *, kind: _Kind, url: str, issuer: str) -> None:
    """Refuse another list than the one that the badge names (security T28)."""
    if document.get("id") != url:
        raise StatusError("the list is not the one at this address", code="status-verification")
    if factfinding.issuer_id(document) != issuer:
        raise StatusError("the list is of another issuer", code="status-verification")
    if kind.credential not in items(document.get("type")):
        raise StatusError("this is no status list", code="status-verification")
    if "credentialStatus" in document:
        raise StatusError("a status list with a status of its own", code="status-verification")


def _period(document: JsonObject, *, found: Found) -> tuple[datetime, datetime]:
    """Read from when until when the list speaks; without an end it does so for a day after it was fetched.

    A proof that ends before the list does ends what the list may say.
    """
    since = moments.read(document.get("validFrom")) or moments.read(document.get("issuanceDate"))
    if since is None:
        raise StatusError("a list without validFrom")
    ends = [proof.expires for proof in proofs.read_proofs(document) if proof.expires is not None]
    stated = [name for name in ("validUntil", "expirationDate") if name in document]
    for name in stated:
        end = moments.read(document[name])
        if end is None:
            raise StatusError("a list of which the end cannot be read")
        ends.append(end)
    return since, min([*ends, *([] if stated else [found.at + SERVES_WITHOUT_END])])


def _encoded(document: JsonObject, *, kind: _Kind, entry: StatusEntry) -> str:
    """Give the packed bits of a list of the purpose that the entry names (BSL 2.2)."""
    subject = part(document.get("credentialSubject"))
    if kind.subject not in items(subject.get("type")):
        raise StatusError(f"the subject is no {kind.subject}")
    if entry.purpose.value not in items(subject.get("statusPurpose")):
        raise StatusError("a list of another purpose", code="status-purpose")
    encoded = subject.get("encodedList")
    if not isinstance(encoded, str):
        raise StatusError("a list without encodedList")
    return encoded


class ListMemory:
    """Remember lists that were checked, the most recently used ones."""

    def __init__(self, *, size: int = CACHED_LISTS) -> None:
        self._lists: OrderedDict[tuple[str, StatusEntry], StatusList] = OrderedDict()
        self._size = size

    def known(self, found: Found, *, entry: StatusEntry, issuer: str, now: datetime) -> StatusList | None:
        """Give the checked list for exactly these bytes, not fetched before it, while it is valid."""
        kept = self._lists.get(_key(entry, issuer=issuer))
        if kept is None or kept.source.raw != found.raw or found.at < kept.source.at:
            return None
        return kept if kept.valid_from <= now <= kept.valid_until else None

    def keep(self, checked: StatusList, *, entry: StatusEntry) -> StatusList:
        """Remember a list; the one that was kept longest ago makes place."""
        key = _key(entry, issuer=checked.issuer)
        self._lists.pop(key, None)
        self._lists[key] = checked
        while len(self._lists) > self._size:
            self._lists.popitem(last=False)
        return checked


def _key(entry: StatusEntry, *, issuer: str) -> tuple[str, StatusEntry]:
    """Name a list by whose it is, where, and of which kind and purpose; the place in it does not matter."""
    return issuer, StatusEntry(kind=entry.kind, purpose=entry.purpose, url=entry.url, place="")
