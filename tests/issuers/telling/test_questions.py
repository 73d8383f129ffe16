"""Telling who works at an organisation that a school asks something, and that there is an answer."""

from datetime import timedelta
from uuid import UUID

import pytest

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from issuers.people.tables import Membership, Person, Role
from issuers.praktijkverklaring.asking import Question, answer, ask, asked_of_us
from issuers.telling.choosing import choose_untold
from issuers.telling.tables import Event
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import BASE_URL
from tests.issuers.praktijkverklaring.conftest import Award, agreed, award, school
from tests.issuers.telling.test_telling import beheerder, letters, tell
from web.clock import FixedClock

__all__ = ["agreed", "award", "beheerder", "school"]


def give_mail(desk: IssuingDesk, person_id: UUID, mail: str) -> None:
    """Let somebody have a mail address."""

    def work(session: object) -> None:
        session.get_one(Person, person_id).mail = mail  # type: ignore[attr-defined]

    desk.register.write(work, within=WHOLE_SERVICE)


@pytest.fixture
def asked(desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award) -> Question:
    """Ask something about a badge; who gave it and who asks have mail."""
    give_mail(desk, actor.person_id, "noor@maas.voorbeeld")
    give_mail(desk, school.person_id, "ada@brug.voorbeeld")
    ask(desk, agreed.id, award().id, question="Welke scanner was het?", actor=school)
    [found] = asked_of_us(desk, agreed.id, actor=actor)
    return found


class TestTellDue:
    """`tell_due`, of questions."""

    def test_tells_each_side_once(
        self, desk: IssuingDesk, actor: Actor, agreed: KnownProfiel, asked: Question, clock: FixedClock
    ) -> None:
        """Who gave the badge of the question, who asked of the answer; a letter names nobody."""
        assert [1, 0] == [tell(desk), tell(desk)]
        clock.advance(timedelta(minutes=1))
        for text in ("De handscanner.", "De grote scanner."):
            answer(desk, asked.id, text=text, actor=actor)
        assert [1, 0] == [tell(desk), tell(desk)]
        question, answered = letters(desk)
        assert ("noor@maas.voorbeeld", "ada@brug.voorbeeld") == (question.recipient, answered.recipient)
        assert 2 == question.text.count(f"{BASE_URL}/vragen/{asked.id}")
        assert 2 == answered.text.count(f"{BASE_URL}/school/{agreed.id}")
        for letter in (question, answered):
            said = letter.subject + letter.text
            assert not [each for each in ("Sam", "Noor", "Ada", "scanner") if each in said]

    def test_tells_nobody_who_left(self, desk: IssuingDesk, actor: Actor, asked: Question) -> None:
        """He cannot open it any more; it waits on the pages of his colleagues."""

        def leave(session: object) -> None:
            key = (actor.organisation_id, actor.person_id, Role.PRAKTIJKOPLEIDER)
            session.get_one(Membership, key).ended = desk.clock.now()  # type: ignore[attr-defined]

        desk.register.write(leave, within=WHOLE_SERVICE)
        assert (0, None) == (tell(desk), asked.answer)

    @pytest.mark.usefixtures("asked")
    def test_tells_nothing_that_the_organisation_does_not_want_told(
        self, desk: IssuingDesk, beheerder: Actor
    ) -> None:
        """As with all that is told."""
        choose_untold(desk, [Event.ASKED], actor=beheerder)
        assert (0, []) == (tell(desk), letters(desk))
