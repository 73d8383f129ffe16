"""A school asks back, and the leerbedrijf answers, on a real database of each kind."""

import io
import json
import zipfile
from dataclasses import replace
from uuid import uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import FormError, NotFoundError
from issuers.organisations.demo import add_person
from issuers.organisations.handing_back import hand_back
from issuers.people.permissions import Actor
from issuers.people.tables import Proof, Role
from issuers.praktijkverklaring.asking import (
    Question,
    answer,
    ask,
    asked_by_us,
    asked_of_us,
    find_question,
    list_open_questions,
    read_answer,
    read_question,
)
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.praktijkverklaring.conftest import Award
from tests.issuers.schooling import found_school
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel


@pytest.fixture
def asked(desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award) -> Question:
    """Ask something about a badge."""
    ask(desk, agreed.id, award().id, question="Welke scanner was het?", actor=school)
    [found] = asked_of_us(desk, agreed.id, actor=actor)
    return found


class TestListOpenQuestions:
    """`list_open_questions`."""

    def test_lists_what_waits_for_an_answer(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, asked: Question
    ) -> None:
        """To who was asked, with the school and about whom; no longer once it was answered."""
        found = list_open_questions(desk, actor=actor)
        assert [(asked.id, "School De Brug", "Sam de Vries")] == [
            (each.id, each.school, each.name) for each in found
        ]
        assert () == list_open_questions(desk, actor=stranger)
        answer(desk, asked.id, text="De handscanner.", actor=actor)
        assert () == list_open_questions(desk, actor=actor)


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

    def test_is_handed_back_to_who_answered(self, desk: IssuingDesk, actor: Actor, asked: Question) -> None:
        """With all else that a leerbedrijf has; a school has it among its own."""
        answer(desk, asked.id, text="De handscanner.", actor=actor)
        beheerder = add_person(desk, "Bea", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        raw = hand_back(desk, actor=replace(beheerder, proof=Proof.PASSKEY, proved=desk.clock.now()))
        [row] = json.loads(zipfile.ZipFile(io.BytesIO(raw)).read("vragen.json"))
        assert ("Welke scanner was het?", "De handscanner.") == (row["question"], row["answer"])

    def test_goes_with_who_it_is_about(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, asked: Question
    ) -> None:
        """Who is taken off the list leaves nothing behind, at the school neither; others keep theirs."""
        eva = add_recipient(desk, NewRecipient(name="Eva"), actor=actor)
        new = new_profiel(desk, ORDERS, school_id=school.organisation_id)
        other = propose(desk, eva, new, actor=actor)
        known = find_profiel(desk, other, actor=actor)
        agree(desk, known.token, revision=known.revision, name="Eva")
        said = replace(judge(desk), name="Eva")
        badge = issue_agreed(desk, said, profiel_id=other, actor=actor, idempotency_key="eva")
        ask(desk, other, badge.id, question="Hoe ging dat?", actor=school)
        remove_recipient(desk, agreed.recipient_id, actor=actor)
        assert () == asked_by_us(desk, [asked.badge_id], actor=school)
        assert ["Hoe ging dat?"] == [each.question for each in asked_by_us(desk, [badge.id], actor=school)]
        with pytest.raises(NotFoundError):
            find_question(desk, asked.id, actor=actor)

    def test_is_answered_by_who_was_asked(
        self, desk: IssuingDesk, stranger: Actor, agreed: KnownProfiel, asked: Question
    ) -> None:
        """To another leerbedrijf it is not there."""
        with pytest.raises(NotFoundError):
            answer(desk, asked.id, text="Geen.", actor=stranger)
        assert () == asked_of_us(desk, agreed.id, actor=stranger)
