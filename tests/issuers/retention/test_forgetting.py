"""Forgetting what is over: all of that, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import SQLModel, select

from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.drafts.tables import Draft
from issuers.evidence.tables import Evidence, EvidenceKind
from issuers.mailing.outbox import deliver_due
from issuers.mailing.tables import OutgoingMail
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient, list_recipients
from issuers.recipients.reading import NewRecipient
from issuers.retention.forgetting import count_due, forget_due
from issuers.retention.kinds import DRAFTS, EVIDENCE, KINDS, RECIPIENTS, SENT, UNDELIVERED, Kind, term_of
from issuers.werkplekprofiel.keeping import propose
from tests.issuers.erasing.conftest import Knows, knows
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from web.clock import FixedClock

__all__ = ["knows"]


@pytest.fixture
def learning(desk: IssuingDesk, actor: Actor) -> UUID:
    """Add somebody who learns until a day, with a draft and a note; give the agreement."""
    recipient_id = add_recipient(desk, NewRecipient(name="Noor Leert"), actor=actor)
    new = replace(new_profiel(desk, ORDERS), until=date(2026, 7, 31))
    profiel_id = propose(desk, recipient_id, new, actor=actor)
    crebo, code = ORDERS
    at = {"profiel_id": profiel_id, "crebo": crebo, "code": code, "organisation_id": actor.organisation_id}
    now = desk.clock.now()
    rows: list[SQLModel] = [
        Draft(**at, typed="{}", written=now, written_by=actor.person_id),
        Evidence(**at, id=recipient_id, kind=EvidenceKind.NOTE, told="{}", collected=now),
    ]
    desk.register.write(lambda session: session.add_all(rows), within=WHOLE_SERVICE)
    return profiel_id


def forgotten(desk: IssuingDesk, *kinds: Kind) -> list[int]:
    """Forget what is over; tell how much of these."""
    counted = forget_due(desk)
    return [counted[each.name] for each in kinds]


def left(desk: IssuingDesk, table: type[SQLModel]) -> int:
    """Count the rows of a table."""
    return desk.register.read(lambda session: len(session.exec(select(table)).all()), within=WHOLE_SERVICE)


@pytest.mark.usefixtures("learning")
class TestForgetDue:
    """`forget_due`."""

    def test_forgets_nothing_on_the_last_day(self, desk: IssuingDesk, clock: FixedClock) -> None:
        """Of no kind."""
        clock.advance(DRAFTS.term or timedelta())
        assert set(forget_due(desk).values()) == {0}
        assert [1, 1] == [left(desk, each) for each in (Draft, Evidence)]

    def test_forgets_what_was_left(self, desk: IssuingDesk, clock: FixedClock) -> None:
        """A draft by when it was written, what was collected by the end of the agreement."""
        clock.advance(timedelta(days=181))
        assert [1, 0] == forgotten(desk, DRAFTS, EVIDENCE)
        clock.advance(timedelta(days=40))
        assert [0, 1] == forgotten(desk, DRAFTS, EVIDENCE)
        assert [0, 0] == [left(desk, each) for each in (Draft, Evidence)]

    def test_forgets_who_was_given_nothing(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, knows: Knows
    ) -> None:
        """Two years after the agreement; who has a badge stays, and so does his name in it."""
        knows("Yara Blijft")
        clock.advance(timedelta(days=800))
        assert 1 == forget_due(desk)[RECIPIENTS.name]
        assert ["Yara Blijft"] == [each.name for each in list_recipients(desk, actor=actor)]
        assert () == fsck(desk)

    def test_forgets_that_letters_went(self, desk: IssuingDesk, clock: FixedClock, knows: Knows) -> None:
        """One that waits stays, however old."""
        knows()
        deliver_due(desk, lambda _: None)
        clock.advance(timedelta(days=91))
        knows("Wim Wacht")
        before = left(desk, OutgoingMail)
        assert [1, 0] == forgotten(desk, SENT, UNDELIVERED)
        assert before - 1 == left(desk, OutgoingMail)


class TestCountDue:
    """`count_due`."""

    def test_counts_and_changes_nothing(self, desk: IssuingDesk, learning: UUID, clock: FixedClock) -> None:
        """As the report says."""
        assert learning
        clock.advance(timedelta(days=181))
        assert [1, 1] == [count_due(desk)[DRAFTS.name], left(desk, Draft)]


class TestTermOf:
    """`term_of`."""

    def test_says_each_in_words(self) -> None:
        """In days, years, or hours."""
        said = {kind.name: term_of(kind) for kind in KINDS}
        assert ["180 dagen", "2 jaar", "12 uur"] == [
            said[each] for each in (DRAFTS.name, RECIPIENTS.name, "inlogsessies")
        ]
