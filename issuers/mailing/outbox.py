"""Write letters down in the transaction that asks for them, and hand them out when they are due.

A letter goes out at least once: who sends it takes it first, for a while, and says so afterwards. Its id
makes the Message-ID, so that a second copy is known as such. What was in it is wiped as soon as it is sent,
or given up: it may hold a link.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.mailing.tables import OutgoingMail
from issuers.organisations.tables import Instance
from issuers.recipients.tables import Channel
from web.errors import MailRefusedError, MailUnsentError

WAITS: Final = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240, 720))
"""How long we wait after each time that it failed; after the last we give up."""

TAKEN: Final = timedelta(minutes=5)
"""So long a letter is left to the process that took it; it is out by then, or that process is gone."""

AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Hold what goes to whom."""

    id: UUID
    recipient: str
    subject: str
    text: str
    channel: Channel = Channel.MAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Count what became of the letters that were due."""

    sent: int = 0
    postponed: int = 0
    given_up: int = 0


Deliver: TypeAlias = Callable[[Letter], None]
"""Send one letter; raises MailUnsentError when that did not work now, MailRefusedError when it never will."""


def post(session: Session, letter: Letter, *, now: datetime, organisation_id: str | None) -> None:
    """Write a letter down, in the transaction of what it tells about."""
    session.add(
        OutgoingMail(
            id=letter.id,
            organisation_id=organisation_id,
            channel=letter.channel,
            recipient=letter.recipient,
            subject=letter.subject,
            text=letter.text,
            created=now,
            due=now,
        )
    )


def new_letter(recipient: str, *, subject: str, text: str, now: datetime) -> Letter:
    """Make a letter with an id of its own."""
    return Letter(id=uuid7(now), recipient=recipient, subject=subject, text=text)


def deliver_due(desk: IssuingDesk, deliver: Deliver) -> Delivered:
    """Send what is due, the oldest first; of processes that do so at once, one sends each letter.

    After a backup was put back, nothing goes out until somebody confirms that (`backups.silence`).
    """
    due = desk.register.read(partial(_due, now=desk.clock.now()), within=WHOLE_SERVICE)
    outcomes = [_deliver(desk, letter_id, deliver=deliver) for letter_id in due]
    return Delivered(
        sent=outcomes.count("sent"),
        postponed=outcomes.count("postponed"),
        given_up=outcomes.count("given up"),
    )


def mail_waits_since(session: Session) -> datetime | None:
    """Say since when no letter goes out, for a backup was put back; None where letters go."""
    row = session.get(Instance, 1)
    return row.mail_waits if row else None


def _due(session: Session, *, now: datetime) -> list[UUID]:
    if mail_waits_since(session):
        return []
    rows = session.exec(
        select(OutgoingMail.id)
        .where(col(OutgoingMail.due) <= now)
        .order_by(col(OutgoingMail.due), col(OutgoingMail.id))
        .limit(AT_ONCE)
    )
    return list(rows)


def _deliver(desk: IssuingDesk, letter_id: UUID, *, deliver: Deliver) -> str:
    """Take one letter, send it and write down what became of it."""
    now = desk.clock.now()
    letter = desk.register.write(partial(_take, letter_id=letter_id, now=now), within=WHOLE_SERVICE)
    if letter is None:
        return "taken"
    try:
        deliver(letter)
    except MailRefusedError:
        done = partial(_give_up, letter_id=letter.id)
    except MailUnsentError:
        done = partial(_postpone, letter_id=letter.id, now=now)
    else:
        done = partial(_record, letter_id=letter.id, now=now)
    return desk.register.write(done, within=WHOLE_SERVICE)


def _take(session: Session, *, letter_id: UUID, now: datetime) -> Letter | None:
    """Take a letter, unless another process did since we looked."""
    row = session.get_one(OutgoingMail, letter_id)
    if row.due is None or row.due > now:
        return None
    row.due = now + TAKEN
    return Letter(id=row.id, recipient=row.recipient, subject=row.subject, text=row.text, channel=row.channel)


def _give_up(session: Session, *, letter_id: UUID) -> str:
    wipe(session.get_one(OutgoingMail, letter_id))
    return "given up"


def _record(session: Session, *, letter_id: UUID, now: datetime) -> str:
    row = session.get_one(OutgoingMail, letter_id)
    row.sent = now
    wipe(row)
    return "sent"


def _postpone(session: Session, *, letter_id: UUID, now: datetime) -> str:
    row = session.get_one(OutgoingMail, letter_id)
    if row.due is None:  # it took so long that another process sent it
        return "taken"
    if row.attempts >= len(WAITS):
        wipe(row)
        return "given up"
    row.due = now + WAITS[row.attempts]
    row.attempts += 1
    return "postponed"


def wipe(row: OutgoingMail) -> None:
    """Keep that there was a letter, and nothing of it."""
    row.due, row.recipient, row.subject, row.text = None, "", "", ""
