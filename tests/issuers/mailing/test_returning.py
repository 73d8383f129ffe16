"""A letter that comes back later is known by its return address, and by nothing that others can make."""

from uuid import uuid4

from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.holding.rosters import hold_all
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.reserving import Agreed
from issuers.issuing.rules import Rule, set_rule
from issuers.mailing.outbox import Letter, deliver_due
from issuers.mailing.returning import Returned, return_address, take_back
from issuers.people.permissions import Actor
from issuers.telling.choosing import list_undelivered
from issuers.telling.tables import Event
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.mailing.reports import DELAYED, FAILED, report
from tests.issuers.telling.test_telling import Give, beheerder, give, letters, profiel, sam, tell

__all__ = ["beheerder", "give", "profiel", "sam"]
MAILBOX = "retour@bewijs.voorbeeld"


def sent_back_to(desk: IssuingDesk) -> str:
    """Send the one letter that is due; give its return address."""
    deliver_due(desk, _take)
    [letter] = letters(desk)
    return return_address(desk, letter.id, mailbox=MAILBOX)


def _take(letter: Letter) -> None:
    """Take a letter, as a mail server does that sends it back later."""


class TestReturnAddress:
    """`return_address` names a letter."""

    def test_is_the_same_each_time_and_fits_a_mail_address(self, desk: IssuingDesk) -> None:
        """It says nothing of a person; 64 characters stand before the @ at most (RFC 5321 4.5.3.1.1)."""
        letter_id = uuid4()
        first, again = (return_address(desk, letter_id, mailbox=f"{'r' * 14}@bewijs.voorbeeld") for _ in "12")
        assert first == again
        assert 64 == len(first.partition("@")[0])
        assert first != return_address(desk, uuid4(), mailbox=MAILBOX)


class TestTakeBack:
    """`take_back` marks the letter that came back."""

    def test_puts_it_where_what_was_given_up_stands(
        self, desk: IssuingDesk, actor: Actor, give: Give
    ) -> None:
        """Once or twice told, it did not arrive."""
        give()
        tell(desk)
        address = sent_back_to(desk)
        assert [] == list_undelivered(desk, actor=actor)
        for _ in "12":
            assert Returned.MARKED is take_back(desk, report(FAILED, to=address.upper()))
        assert [("Sam de Vries", Event.GIVEN)] == [
            (each.name, each.event) for each in list_undelivered(desk, actor=actor)
        ]

    def test_does_so_for_what_waits_too(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor, judgement: Judgement, profiel: KnownProfiel
    ) -> None:
        """Who cannot read it in time must be told in another way."""
        set_rule(desk, Rule(hold_hours=48), actor=beheerder)
        hold_all(desk, [Asked(judgement, "rij-1", agreed=Agreed(profiel.id))], actor=actor)
        tell(desk)
        take_back(desk, report(FAILED), sent_to=sent_back_to(desk))
        assert [("Sam de Vries", Event.HELD)] == [
            (each.name, each.event) for each in list_undelivered(desk, actor=actor)
        ]

    def test_changes_nothing_of_what_may_still_arrive(
        self, desk: IssuingDesk, actor: Actor, give: Give
    ) -> None:
        """A full mailbox, or a letter that is to be sent again."""
        give()
        tell(desk)
        [letter] = letters(desk)
        address = return_address(desk, letter.id, mailbox=MAILBOX)
        assert Returned.NOTED is take_back(desk, report(FAILED, to=address))
        sent_back_to(desk)
        assert Returned.NOTED is take_back(desk, report(DELAYED, to=address))
        assert [] == list_undelivered(desk, actor=actor)

    def test_believes_nobody_who_cannot_make_the_mark(
        self, desk: IssuingDesk, actor: Actor, give: Give
    ) -> None:
        """Another mark, another letter, no address, or no report at all."""
        give()
        tell(desk)
        address = sent_back_to(desk)
        name, _, mark = address.partition("-")
        forged = f"{name}-{'0' * 16}{mark[16:]}"
        other = return_address(desk, uuid4(), mailbox=MAILBOX)
        for raw in (
            report(FAILED, to=forged),
            report(FAILED, to=other),
            report(FAILED),
            b"",
            address.encode(),
        ):
            assert Returned.UNKNOWN is take_back(desk, raw)
        assert [] == list_undelivered(desk, actor=actor)
