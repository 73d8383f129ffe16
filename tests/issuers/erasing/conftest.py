"""Somebody of whom an organisation knows all that it can know, and whom it gave a badge."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel

from badges.judgement import Judgement
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge
from issuers.mailing.outbox import new_letter, post
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.recipients.tables import Channel
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from tests.issuers.giving import issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel


@dataclass(frozen=True)
class Known:
    """Hold who is known, his agreement, and what he was given."""

    recipient_id: UUID
    profiel_id: UUID
    badge: IssuedBadge


Knows = Callable[..., Known]


def get_to_know(desk: IssuingDesk, name: str, *, actor: Actor, judgement: Judgement) -> Known:
    """Add somebody with an address and a kenmerk, agree with him, give him a badge, write him a letter."""
    word = name.replace(" ", ".")
    new = NewRecipient(name=name, channel=Channel.MAIL, address=f"{word}@x.voorbeeld", reference=f"{word}-k")
    recipient_id = add_recipient(desk, new, actor=actor)
    profiel_id = propose(desk, recipient_id, new_profiel(desk, ORDERS), actor=actor)
    profiel = find_profiel(desk, profiel_id, actor=actor)
    agree(desk, profiel.token, revision=profiel.revision, name=name)
    said = replace(judgement, name=name, narrative=f"{name} verzamelde 40 orders.")
    badge = issue_agreed(desk, said, profiel_id=profiel_id, actor=actor, idempotency_key=f"k-{word}")
    letter = new_letter(f"{word}@x.voorbeeld", subject="Dag", text=f"Dag {name}", now=desk.clock.now())
    desk.register.write(
        lambda session: post(session, letter, now=desk.clock.now(), organisation_id=actor.organisation_id),
        within=WHOLE_SERVICE,
    )
    return Known(recipient_id, profiel_id, badge)


@pytest.fixture
def knows(desk: IssuingDesk, actor: Actor, judgement: Judgement) -> Knows:
    """Get to know somebody by a name."""

    def know(name: str = "Wim Verdwenen") -> Known:
        return get_to_know(desk, name, actor=actor, judgement=judgement)

    return know


def told_by(desk: IssuingDesk) -> bytes:
    """Give every value of every row, as the database has it."""

    def work(session: Session) -> bytes:
        return b"\n".join(
            value if isinstance(value, bytes) else str(value).encode()
            for table in SQLModel.metadata.sorted_tables
            for row in session.connection().execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608 (ours)
            for value in row
        )

    return desk.register.read(work, within=WHOLE_SERVICE)
