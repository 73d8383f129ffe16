"""What a recipient says to it, on a real database of each kind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, ProfielChangedError, ProfielEndedError
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import (
    agree,
    agree_on_paper,
    find_by_token,
    object_to,
    read_chosen_name,
    read_objection,
)
from issuers.werkplekprofiel.keeping import change, end, find_profiel
from issuers.werkplekprofiel.known import KnownProfiel, Standing
from issuers.werkplekprofiel.tables import AgreedBy
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel

Answer = Callable[[IssuingDesk, str, int], None]
ANSWERS: dict[str, Answer] = {
    "yes": lambda desk, token, revision: agree(desk, token, revision=revision, name="Sam"),
    "no": lambda desk, token, revision: object_to(desk, token, revision=revision, because=""),
}


class TestReadChosenName:
    """`read_chosen_name`."""

    @pytest.mark.parametrize(("typed", "name"), [(" Sam  de Vries ", "Sam de Vries"), ("", ""), (" ", "")])
    def test_reads_one_or_none(self, typed: str, name: str) -> None:
        """No name is a choice."""
        assert name == read_chosen_name(typed)

    def test_refuses_what_cannot_stand_in_a_badge(self) -> None:
        """Beside its field."""
        with pytest.raises(FormError) as refused:
            read_chosen_name("sam@voorbeeld.nl")
        assert [("naam", "text-email")] == [(each.field, each.code) for each in refused.value.problems]


class TestReadObjection:
    """`read_objection`."""

    def test_may_be_empty(self) -> None:
        """Who would rather talk says no more."""
        assert "" == read_objection("  ")

    def test_has_an_end(self) -> None:
        """A page of text is for a talk."""
        with pytest.raises(FormError):
            read_objection("x" * 501)


class TestAgree:
    """`agree`."""

    def test_keeps_the_yes(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """And how the name reads."""
        agree(desk, proposed.token, revision=1, name="Sam")
        found = find_profiel(desk, proposed.id, actor=actor)
        assert (Standing.AGREED, AgreedBy.PHONE, "Sam") == (
            found.standing,
            found.agreed_by,
            found.chosen_name,
        )

    def test_takes_another_name_later(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """Also none; the moment of the yes stays."""
        agree(desk, proposed.token, revision=1, name="Sam")
        first = find_by_token(desk, proposed.token)
        for _ in range(2):
            agree(desk, proposed.token, revision=1, name="")
        second = find_by_token(desk, proposed.token)
        assert (first.agreed, "") == (second.agreed, second.chosen_name)
        beheerder = replace(actor, roles=frozenset({Role.BEHEERDER}))
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert 2 == kinds.count(AuditKind.PROFIEL_AGREED), "each name once, and the same again is nothing new"

    def test_settles_what_was_not_right(self, desk: IssuingDesk, proposed: KnownProfiel) -> None:
        """What was said stays to be read: perhaps nobody did yet."""
        object_to(desk, proposed.token, revision=1, because="Ik werk op maandag niet")
        agree(desk, proposed.token, revision=2, name="Sam")
        found = find_by_token(desk, proposed.token)
        assert (Standing.AGREED, "Ik werk op maandag niet") == (found.standing, found.objection)


class TestAgreeOnPaper:
    """`agree_on_paper`."""

    def test_says_how(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """On paper."""
        agree_on_paper(desk, proposed.id, revision=1, name="", actor=actor)
        found = find_profiel(desk, proposed.id, actor=actor)
        assert (Standing.AGREED, AgreedBy.PAPER, "") == (found.standing, found.agreed_by, found.chosen_name)

    @pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
    def test_says_nothing_over_again(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, answer: Answer
    ) -> None:
        """What the recipient said himself stands, his name and his no."""
        answer(desk, proposed.token, 1)
        before = find_profiel(desk, proposed.id, actor=actor)
        for revision in (1, before.revision):
            with pytest.raises(ProfielChangedError):
                agree_on_paper(desk, proposed.id, revision=revision, name="Anders", actor=actor)
        assert before == find_profiel(desk, proposed.id, actor=actor)

    def test_is_for_ones_own_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """Nobody says yes for people of others."""
        with pytest.raises(NotFoundError):
            agree_on_paper(desk, proposed.id, revision=1, name="", actor=stranger)


class TestObjectTo:
    """`object_to`."""

    def test_reaches_who_proposed_it(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """With the words, also after a yes."""
        agree(desk, proposed.token, revision=1, name="Sam")
        object_to(desk, proposed.token, revision=1, because="Ik werk op maandag niet")
        found = find_profiel(desk, proposed.id, actor=actor)
        assert (Standing.OBJECTED, "Ik werk op maandag niet", None) == (
            found.standing,
            found.objection,
            found.agreed,
        )


class TestAnswers:
    """Each answer is about what the recipient read."""

    @pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
    def test_are_about_what_stands_there(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, answer: Answer
    ) -> None:
        """It was changed while the page was open."""
        change(desk, proposed.id, new_profiel(desk, ORDERS), actor=actor)
        with pytest.raises(ProfielChangedError):
            answer(desk, proposed.token, 1)

    @pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
    def test_come_too_late_when_it_was_stopped(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, answer: Answer
    ) -> None:
        """There is nothing to say yes or no to."""
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            answer(desk, proposed.token, 1)

    @pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
    def test_need_the_token(self, desk: IssuingDesk, proposed: KnownProfiel, answer: Answer) -> None:
        """The id of the agreement is none."""
        with pytest.raises(NotFoundError):
            answer(desk, str(proposed.id), 1)
