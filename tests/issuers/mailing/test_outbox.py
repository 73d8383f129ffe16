"""Letters that wait, go out, and are forgotten."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.mailing.outbox import TAKEN, WAITS, Delivered, Letter, deliver_due, new_letter, post
from issuers.mailing.tables import OutgoingMail
from web.clock import FixedClock
from web.errors import MailRefusedError, MailUnsentError


@pytest.fixture
def letter(desk: IssuingDesk) -> Letter:
    """Write one letter down."""
    now = desk.clock.now()
    written = new_letter("noor@maas.voorbeeld", subject="Doe mee", text="geheime link", now=now)
    desk.register.write(
        lambda session: post(session, written, now=now, organisation_id=None), within=WHOLE_SERVICE
    )
    return written


def failing(error: Exception) -> Callable[[Letter], None]:
    """Give a postman who never gets there."""

    def deliver(_: Letter) -> None:
        raise error

    return deliver


def kept(desk: IssuingDesk) -> list[OutgoingMail]:
    """Read what is kept."""
    return list(
        desk.register.read(lambda session: session.exec(select(OutgoingMail)).all(), within=WHOLE_SERVICE)
    )


class TestDeliverDue:
    """`deliver_due` sends what is due."""

    def test_sends_once_what_was_written(self, desk: IssuingDesk, letter: Letter) -> None:
        """The second time there is nothing left."""
        brought: list[Letter] = []
        assert Delivered(sent=1) == deliver_due(desk, brought.append)
        assert Delivered() == deliver_due(desk, brought.append)
        assert [letter] == brought

    def test_forgets_what_it_said(self, desk: IssuingDesk, letter: Letter) -> None:
        """It may hold a link; that it was sent is enough to know."""
        deliver_due(desk, lambda _: None)
        (row,) = kept(desk)
        assert ("", "", "", desk.clock.now()) == (row.recipient, row.subject, row.text, row.sent)

    def test_tries_again_later(self, desk: IssuingDesk, letter: Letter, clock: FixedClock) -> None:
        """With longer and longer waits, and then no more."""
        deliver = failing(MailUnsentError("down"))
        for wait in WAITS:
            assert Delivered(postponed=1) == deliver_due(desk, deliver)
            assert Delivered() == deliver_due(desk, deliver)
            clock.advance(wait)
        assert Delivered(given_up=1) == deliver_due(desk, deliver)
        (row,) = kept(desk)
        assert ("", None, None) == (row.text, row.due, row.sent)

    def test_gives_up_what_is_refused(self, desk: IssuingDesk, letter: Letter, clock: FixedClock) -> None:
        """There is nobody there, and there will not be."""
        assert Delivered(given_up=1) == deliver_due(desk, failing(MailRefusedError("550")))
        clock.advance(timedelta(days=30))
        assert Delivered() == deliver_due(desk, failing(MailRefusedError("550")))

    def test_leaves_a_letter_to_whoever_took_it(
        self, desk: IssuingDesk, letter: Letter, clock: FixedClock
    ) -> None:
        """Each process looks what is due; that one of them fails does not bring back what another sent."""
        brought: list[Letter] = []

        def fails_while_another_looks(_: Letter) -> None:
            assert Delivered() == deliver_due(desk, brought.append)
            raise MailUnsentError("down")

        assert Delivered(postponed=1) == deliver_due(desk, fails_while_another_looks)
        clock.advance(WAITS[0])
        assert Delivered(sent=1) == deliver_due(desk, brought.append)
        clock.advance(timedelta(days=1))
        assert Delivered() == deliver_due(desk, brought.append)
        assert [letter] == brought

    def test_brings_nothing_back_that_another_sent(
        self, desk: IssuingDesk, letter: Letter, clock: FixedClock
    ) -> None:
        """Who hangs for so long that another sends it, fails too late to matter."""
        brought: list[Letter] = []

        def hangs(_: Letter) -> None:
            clock.advance(TAKEN)
            assert Delivered(sent=1) == deliver_due(desk, brought.append)
            raise MailUnsentError("down")

        assert Delivered() == deliver_due(desk, hangs)
        clock.advance(timedelta(days=1))
        assert Delivered() == deliver_due(desk, brought.append)
        assert [letter] == brought

    def test_sends_again_what_was_not_written_down_as_sent(
        self, desk: IssuingDesk, letter: Letter, clock: FixedClock
    ) -> None:
        """After a crash a letter goes twice, with the same id, rather than never."""
        with pytest.raises(KeyboardInterrupt):
            deliver_due(desk, failing(KeyboardInterrupt()))
        clock.advance(TAKEN)
        brought: list[Letter] = []
        deliver_due(desk, brought.append)
        assert [letter.id] == [each.id for each in brought]
