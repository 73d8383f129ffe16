"""Read what a mail server sends back about a letter that it took before (RFC 3464).

It comes from anywhere, so it is read within limits, and whatever it is: what is no report says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import Final, TypeAlias

MOST_BYTES: Final = 1_000_000
MOST_PARTS: Final = 30
_NESTED: Final = 100
_STATUS: Final = re.compile(r"\s*([245])\.\d{1,3}\.\d{1,3}\b")
_ADDRESS: Final = re.compile(r"[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9.-]{1,253}")
_TO: Final = ("X-Original-To", "Delivered-To", "To")
_UNREADABLE: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the reader of the standard library raises for what is no mail at all."""

_Part: TypeAlias = "Message[str, str]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """Hold what a mail server reports.

    Attributes:
        sent_to: The addresses that it was sent to: one of them names the letter.
        is_final: Whether the letter will never arrive: it failed, with a status of class 5 (RFC 3463 2).
    """

    sent_to: tuple[str, ...]
    is_final: bool


def read_bounce(raw: bytes) -> Bounce | None:
    """Read a report of a mail server; None for all else, however it was made."""
    if len(raw) > MOST_BYTES or raw.lower().count(b"multipart/") > _NESTED:
        return None
    try:
        return _read(message_from_bytes(raw, policy=compat32))
    except _UNREADABLE:
        return None


def _read(message: _Part) -> Bounce | None:
    if message.get_content_type() != "multipart/report" or not message.is_multipart():
        return None
    recipients = [each for part in _parts(message)[:MOST_PARTS] for each in _recipients(part)]
    if not recipients:
        return None
    to = [str(each) for name in _TO for each in message.get_all(name, [])]
    return Bounce(
        sent_to=tuple(address.lower() for text in to for address in _ADDRESS.findall(text[:1000])),
        is_final=all(_is_final(each) for each in recipients),
    )


def _parts(message: _Part) -> list[_Part]:
    """Give the parts of a message that has some."""
    parts = message.get_payload()
    return [each for each in parts if isinstance(each, Message)] if isinstance(parts, list) else []


def _recipients(part: _Part) -> Iterator[_Part]:
    """Give the fields of each recipient: what comes after those of the message (RFC 3464 2.1)."""
    if part.get_content_type() == "message/delivery-status":
        yield from (each for each in _parts(part)[: MOST_PARTS + 1] if "Action" in each)


def _is_final(recipient: _Part) -> bool:
    """Tell whether it failed for good (RFC 3464 2.3.3, 2.3.4)."""
    action = str(recipient.get("Action", "")).strip().lower()
    status = _STATUS.match(str(recipient.get("Status", "")))
    return action == "failed" and status is not None and status[1] == "5"
