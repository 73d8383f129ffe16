"""Lists of names: what an issuer withdrew, as plain JSON at an address of its own.

Nobody signed such a list. That it is the issuer's is known from its address, which stands in what was signed
(1EdTech VCRL 1.0) or in the issuer's own profile (Open Badges 2.0).
"""

import re
from dataclasses import dataclass

from badges.errors import StatusError
from badges.members import items, part, text
from badges.strictjson import Json, JsonObject

_MEMBERS = ("revokedCredential", "revokedCredentials")
"""The name in the standard, and the name by which its own validator reads the list."""
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}|[^\x00-\x7f]+")
_HOST = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*:(?://[^/?#]*)?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class RevocationList:
    """Hold the names of what was withdrawn.

    Attributes:
        ids: Ids of credentials or assertions, in normal form.
        uids: What assertions from before Open Badges 1.1 have instead of an id.
    """

    ids: frozenset[str]
    uids: frozenset[str] = frozenset()

    def names(self, credential: str, *, uid: str | None = None) -> bool:
        """Tell whether the list names this credential, however its id is written there."""
        return _normal(credential) in self.ids or (uid is not None and uid in self.uids)


def read_1edtech_list(document: JsonObject, *, url: str, issuer: str) -> RevocationList:
    """Read a 1EdTechRevocationList (1EdTech VCRL 1.0).

    Raises:
        StatusError: it is no such list, or says that it is another one or another issuer's
            (`status-verification`).
    """
    _check_identity(document, url=url, issuer=issuer)
    stated = [document[name] for name in _MEMBERS if name in document]
    if not stated and not {"id", "issuer"} <= document.keys():
        raise StatusError("this is no list of revoked credentials")
    ids, _ = _names(stated)
    return RevocationList(ids)


def read_revocation_list(document: JsonObject, *, url: str, issuer: str) -> RevocationList:
    """Read a RevocationList of Open Badges 2.0.

    Raises:
        StatusError: as `read_1edtech_list`.
    """
    _check_identity(document, url=url, issuer=issuer)
    if "RevocationList" not in items(document.get("type")) or "revokedAssertions" not in document:
        raise StatusError("this is no RevocationList with revokedAssertions")
    ids, uids = _names([document["revokedAssertions"]])
    return RevocationList(ids, uids)


def _check_identity(document: JsonObject, *, url: str, issuer: str) -> None:
    """Refuse a list that says that it is another one, or of another issuer."""
    if document.get("id", url) != url:
        raise StatusError("the list is not the one at this address", code="status-verification")
    stated = document.get("issuer", issuer)
    if (part(stated).get("id") if isinstance(stated, dict) else stated) != issuer:
        raise StatusError("the list is of another issuer", code="status-verification")


def _names(stated: list[Json]) -> tuple[frozenset[str], frozenset[str]]:
    """Take ids and uids from the entries of lists: a text, or an object with one of the two."""
    ids, uids = set(), set()
    for entry in (entry for each in stated for entry in items(each)):
        name, uid = _name(entry)
        if not _is_withdrawn(entry):
            continue
        if name is not None:
            ids.add(_normal(name))
        elif uid is not None:
            uids.add(uid)
        else:
            raise StatusError("an entry of the list names nothing")
    return frozenset(ids), frozenset(uids)


def _name(entry: Json) -> tuple[str | None, str | None]:
    """Give the id and the uid of an entry."""
    if isinstance(entry, dict):
        return text(entry.get("id")), text(entry.get("uid"))
    return text(entry), None


def _normal(name: str) -> str:
    """Write an IRI in normal form: scheme, host and percent-encoding (RFC 3986 6.2.2, RFC 3987 3.1)."""
    return _ENCODED.sub(_encoded, _HOST.sub(lambda found: found[0].lower(), name))


def _encoded(found: re.Match[str]) -> str:
    """Decode what needs no encoding, and encode all else in capitals."""
    if not found[0].startswith("%"):
        return "".join(f"%{byte:02X}" for byte in found[0].encode(errors="surrogatepass"))
    character = chr(int(found[0][1:], 16))
    return character if character in _UNRESERVED else found[0].upper()


def _is_withdrawn(entry: Json) -> bool:
    """Tell whether an entry says that it was withdrawn, which it does by standing there."""
    revoked = part(entry).get("revoked", True)
    if not isinstance(revoked, bool):
        raise StatusError("revoked is true or false")
    return revoked
