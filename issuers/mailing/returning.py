"""Know a letter that comes back later: its envelope has a return address of its own.

The address names the letter by its id, with a mark that only we can make, and nobody by anything (a variable
envelope return path). So a report that anybody makes up is about no letter.
"""

import hmac
import re
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.mailing.bounces import read_bounce
from issuers.mailing.tables import OutgoingMail
from issuers.marking.marks import mark

_SAID: Final = b"praktijkbewijs/return/1\n"
_MARK: Final = 8
_NAMED: Final = re.compile(r"[^@]*\+([0-9a-f]{32})-([0-9a-f]{16})@.*")


class Returned(StrEnum):
    """Say what came of what a mail server sent back."""

    MARKED = "niet aangekomen"
    NOTED = "nog onderweg"
    UNKNOWN = "niet van ons"


def return_address(desk: IssuingDesk, letter_id: UUID, *, mailbox: str) -> str:
    """Give the address to which a letter comes back (RFC 5321 4.4): the mailbox, then what names it."""
    name, _, domain = mailbox.partition("@")
    return f"{name}+{letter_id.hex}-{_mark(desk, letter_id)}@{domain}"


def take_back(desk: IssuingDesk, raw: bytes, *, sent_to: str = "") -> Returned:
    """Read what came back, and mark the letter that it is about where that will never arrive.

    `sent_to` is the address that it came to, as the mail server knows it.
    """
    bounce = read_bounce(raw)
    if bounce is None:
        return Returned.UNKNOWN
    for address in (sent_to.lower(), *bounce.sent_to):
        letter_id = _letter_of(desk, address)
        if letter_id is not None:
            work = partial(_mark_undelivered if bounce.is_final else _find, letter_id=letter_id)
            return desk.register.write(work, within=WHOLE_SERVICE)
    return Returned.UNKNOWN


def _letter_of(desk: IssuingDesk, address: str) -> UUID | None:
    """Name the letter of a return address; None for one that is not ours."""
    named = _NAMED.fullmatch(address)
    if named is None:
        return None
    letter_id = UUID(hex=named[1])
    return letter_id if hmac.compare_digest(named[2], _mark(desk, letter_id)) else None


def _mark(desk: IssuingDesk, letter_id: UUID) -> str:
    return mark(desk, _SAID + letter_id.bytes)[:_MARK].hex()


def _find(session: Session, *, letter_id: UUID) -> Returned:
    return Returned.UNKNOWN if session.get(OutgoingMail, letter_id) is None else Returned.NOTED


def _mark_undelivered(session: Session, *, letter_id: UUID) -> Returned:
    """Put it where what was given up stands; what is still to be sent again is left alone."""
    row = session.get(OutgoingMail, letter_id)
    if row is None:
        return Returned.UNKNOWN
    if row.due is not None:
        return Returned.NOTED
    row.sent = None
    return Returned.MARKED
