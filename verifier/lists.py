"""Status lists: is this badge withdrawn, says a list that the issuer itself signed.

Bitstring Status List 1.0, section 3.2 (Validate Algorithm). A list is checked once for as long as
its bytes stay the same and it is valid; after that a look at one bit is all that a badge costs.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from badges import facts, moments, status, strictjson
from badges.errors import BadgeError, StatusError
from badges.members import items, part
from badges.strictjson import JsonObject
from verifier.means import Means
from verifier.signatures import check_signature

ENTRY = "BitstringStatusListEntry"
LIST = "BitstringStatusList"
LIST_CREDENTIAL = "BitstringStatusListCredential"
REVOCATION = "revocation"
CACHED_LISTS = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """Say where a badge stands: which list, which bit."""

    url: str
    index: int


@dataclass(frozen=True, slots=True)
class StatusList:
    """Hold a list whose proof and shape were checked.

    Attributes:
        raw: The bytes that were checked.
        issuer: Who signed it.
        bits: The bits, left-most first.
        valid_from: The moment of the list: what it says is "as of" then.
        valid_until: After this moment it may say nothing good any more.
    """

    raw: bytes
    issuer: str
    bits: bytes
    valid_from: datetime
    valid_until: datetime


def read_entry(document: JsonObject) -> Entry | None:
    """Read `credentialStatus`; None when the badge has none.

    Raises:
        StatusError: of another type or purpose than we read, or malformed (BSL 2.1).
    """
    stated = document.get("credentialStatus")
    if stated is None:
        return None
    if not isinstance(stated, dict) or stated.get("type") not in (ENTRY, [ENTRY]):
        raise StatusError("not one BitstringStatusListEntry", code="status-type")
    if stated.get("statusPurpose") != REVOCATION:
        raise StatusError("another purpose than revocation", code="status-purpose")
    if stated.get("statusSize", 1) != 1:
        raise StatusError("more than one bit per entry", code="status-type")
    url = stated.get("statusListCredential")
    if not isinstance(url, str) or stated.get("id") == url:
        raise StatusError("no address of a list, or its id is that address")
    return Entry(url=url, index=status.entry_index(stated))


def check_list(
    raw: bytes,
    *,
    url: str,
    issuer: str,
    means: Means,
) -> StatusList:
    """Check a status list: it is at its own address, of this issuer, signed, and long enough.

    Whether it is still valid now is for whoever uses it.

    Raises:
        StatusError: with `status-verification` when it is not what the issuer signed, else as
            `badges.status` says.
    """
    try:
        document = strictjson.loads_object(raw)
        _check_identity(document, url=url, issuer=issuer)
        check_signature(document, means=means)
    except StatusError:
        raise
    except BadgeError as error:
        raise StatusError(f"the list does not hold: {error}", code="status-verification") from error
    since, until = moments.read(document.get("validFrom")), moments.read(document.get("validUntil"))
    if since is None or until is None:
        raise StatusError("a list without validFrom or validUntil")
    bits = status.decode(_encoded(document))
    return StatusList(raw=raw, issuer=issuer, bits=bits, valid_from=since, valid_until=until)


def _check_identity(document: JsonObject, *, url: str, issuer: str) -> None:
    """Refuse another list than the one that the badge names (security T28)."""
    if document.get("id") != url:
        raise StatusError("the list is not the one at this address", code="status-verification")
    if facts.issuer_id(document) != issuer:
        raise StatusError("the list is of another issuer", code="status-verification")
    if LIST_CREDENTIAL not in items(document.get("type")):
        raise StatusError("this is no status list", code="status-verification")
    if "credentialStatus" in document:
        raise StatusError("a status list with a status of its own", code="status-verification")


def _encoded(document: JsonObject) -> str:
    """Give the packed bits of a list that is about revocation (BSL 2.2)."""
    subject = part(document.get("credentialSubject"))
    if LIST not in items(subject.get("type")):
        raise StatusError("the subject is no BitstringStatusList")
    if REVOCATION not in items(subject.get("statusPurpose")):
        raise StatusError("a list of another purpose", code="status-purpose")
    encoded = subject.get("encodedList")
    if not isinstance(encoded, str):
        raise StatusError("a list without encodedList")
    return encoded


class ListMemory:
    """Remember lists that were checked, the most recently used ones."""

    def __init__(self, *, size: int = CACHED_LISTS) -> None:
        self._lists: OrderedDict[tuple[str, str], StatusList] = OrderedDict()
        self._size = size

    def known(self, raw: bytes, *, url: str, issuer: str, now: datetime) -> StatusList | None:
        """Give the checked list for exactly these bytes, while it is valid."""
        found = self._lists.get((url, issuer))
        if found is None or found.raw != raw or not found.valid_from <= now <= found.valid_until:
            return None
        return found

    def keep(self, checked: StatusList, *, url: str) -> StatusList:
        """Remember a list; the one that was kept longest ago makes place."""
        self._lists.pop((url, checked.issuer), None)
        self._lists[(url, checked.issuer)] = checked
        while len(self._lists) > self._size:
            self._lists.popitem(last=False)
        return checked
