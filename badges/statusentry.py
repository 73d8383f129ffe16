"""What a credential says of where its status stands: which list, and which place in it.

A credential may name several lists, each with a purpose of its own (VCDM 2.0 4.10). What does not speak of
withdrawal is left out: nobody asks a host for a list that says nothing about whether the badge stands.
"""

from dataclasses import dataclass
from enum import StrEnum

from badges import status
from badges.errors import StatusError
from badges.members import items, text
from badges.strictjson import Json, JsonObject

MAX_ENTRIES = 8
"""Each entry makes us fetch a list; a badge needs one, or two."""


class ListKind(StrEnum):
    """Name the kinds of lists that we read, by the type of the entry that points at one."""

    BITSTRING = "BitstringStatusListEntry"
    STATUS_LIST_2021 = "StatusList2021Entry"
    REVOCATION_LIST = "1EdTechRevocationList"


class StatusPurpose(StrEnum):
    """Name what a list says of a credential that stands in it (BSL 2.1).

    `revocation`: withdrawn, for ever. `suspension`: not to be used now; it may come back.
    """

    REVOCATION = "revocation"
    SUSPENSION = "suspension"


_OTHER_PURPOSES = frozenset({"refresh", "message"})
"""Purposes of Bitstring Status List 1.0 that say nothing of withdrawal."""


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """Say where the status of a credential stands.

    Attributes:
        kind: What kind of list it is.
        purpose: What it means to stand in it.
        url: Where the list is.
        place: The index of the bit; of a list of names, the id of the credential.
    """

    kind: ListKind
    purpose: StatusPurpose
    url: str
    place: int | str


def read_entries(document: JsonObject) -> tuple[StatusEntry | StatusError, ...]:
    """Read `credentialStatus`: each entry that speaks of withdrawal, or why it cannot be read.

    An entry that we do not read takes nothing away from the others: what one of them says against the badge
    counts. Codes are `status-type` and `status-purpose` for what we do not read, else as
    `badges.status.entry_index`.
    """
    stated = items(document.get("credentialStatus"))
    if len(stated) > MAX_ENTRIES:
        return (StatusError(f"more than {MAX_ENTRIES} entries"),)
    found: list[StatusEntry | StatusError] = []
    for each in stated:
        try:
            found += [] if _speaks_of_else(each) else [_read_entry(each, credential=document.get("id"))]
        except StatusError as error:
            found.append(error)
    return tuple(found)


def _speaks_of_else(stated: Json) -> bool:
    """Tell an entry that is about something else than withdrawal (BSL 2.1)."""
    if not isinstance(stated, dict) or ListKind.BITSTRING not in items(stated.get("type")):
        return False
    purpose = stated.get("statusPurpose")
    return isinstance(purpose, str) and purpose in _OTHER_PURPOSES


def _read_entry(stated: Json, *, credential: Json) -> StatusEntry:
    """Read one entry."""
    if not isinstance(stated, dict):
        raise StatusError("credentialStatus is an object, or a list of them")
    kind = _kind(stated)
    if kind is ListKind.REVOCATION_LIST:
        return _read_named(stated, credential=credential)
    size = stated.get("statusSize")
    if type(size) is int and size > 1:
        raise StatusError("more than one bit per entry", code="status-type")
    index = status.entry_index(stated, entry_type=kind)
    return StatusEntry(
        kind=kind, purpose=_purpose(stated), url=text(stated.get("statusListCredential")) or "", place=index
    )


def _read_named(stated: JsonObject, *, credential: Json) -> StatusEntry:
    """Read an entry whose id is the address of a list of names (1EdTech VCRL 1.0)."""
    url, name = text(stated.get("id")), text(credential)
    if url is None or name is None:
        raise StatusError("the entry has the address of the list, and the credential an id")
    return StatusEntry(kind=ListKind.REVOCATION_LIST, purpose=StatusPurpose.REVOCATION, url=url, place=name)


def _kind(stated: JsonObject) -> ListKind:
    """Tell which kind of list an entry points at: exactly one that we read."""
    kinds = [kind for kind in ListKind if kind in items(stated.get("type"))]
    if len(kinds) != 1:
        raise StatusError("not one entry of a kind that we read", code="status-type")
    return kinds[0]


def _purpose(stated: JsonObject) -> StatusPurpose:
    """Tell what it means to stand in the list."""
    try:
        return StatusPurpose(str(stated.get("statusPurpose")))
    except ValueError as error:
        raise StatusError("another purpose than withdrawal", code="status-purpose") from error
