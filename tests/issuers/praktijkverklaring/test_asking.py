"""A school asks back, and the leerbedrijf answers, on a real database of each kind."""

from uuid import uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.asking import (
    Question,
    answer,
    ask,
    asked_by_us,
    asked_of_us,
    read_answer,
    read_question,
)
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.praktijkverklaring.conftest import Award
from tests.issuers.schooling import found_school


@pytest.fixture
def asked(desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award) -> Question:
    """Ask something about a badge."""
    ask(desk, agreed.id, award().id, question="Welke scanner was het?", actor=school)
    [found] = asked_of_us(desk, agreed.id, actor=actor)
    return found


class TestReadQuestion:
    """`read_question` and `read_answer`."""

    @pytest.mark.parametrize(("typed", "code"), [(" ", "missing"), ("Bel 123456782", "text-bsn")])
    def test_refuses_what_cannot_stand_there(self, typed: str, code: str) -> None:
        """Beside its field."""
        for read, field in ((read_question, "vraag"), (read_answer, "antwoord")):
            with pytest.raises(FormError) as refused:
                read(typed)
            assert [(field, code)] == [(each.field, each.code) for each in refused.value.problems]


class TestAsk:
    """`ask` and `answer`."""

    def test_reaches_the_leerbedrijf_and_comes_back(
        self, desk: IssuingDesk, actor: Actor, school: Actor, asked: Question
    ) -> None:
        """With the name of the school, and no name of a person."""
        assert ("School De Brug", None) == (asked.school, asked.answer)
        answer(desk, asked.id, text="De handscanner.", actor=actor)
        [answered] = asked_by_us(desk, [asked.badge_id], actor=school)
        assert "De handscanner." == answered.answer

    def test_is_about_badges_of_ones_own_pupils(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Another school asks nothing, and of no other badge is anything asked."""
        badge = award()
        with pytest.raises(NotFoundError):
            ask(desk, agreed.id, badge.id, question="Wie?", actor=found_school(desk, "School Aan Zee"))
        with pytest.raises(NotFoundError):
            ask(desk, agreed.id, uuid4(), question="Wie?", actor=school)

    def test_is_answered_by_who_was_asked(
        self, desk: IssuingDesk, stranger: Actor, agreed: KnownProfiel, asked: Question
    ) -> None:
        """To another leerbedrijf it is not there."""
        with pytest.raises(NotFoundError):
            answer(desk, asked.id, text="Geen.", actor=stranger)
        assert () == asked_of_us(desk, agreed.id, actor=stranger)
