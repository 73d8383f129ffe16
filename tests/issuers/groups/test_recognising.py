"""A roster whose people are known: whose page a badge comes on, and what is told before it is given."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import declare
from issuers.erkenning.tables import BadgeErkenning
from issuers.groups.keeping import correct, list_lines
from issuers.groups.lines import cells_of
from issuers.groups.previewing import look_over
from issuers.groups.recognising import Recognised
from issuers.groups.running import give_some, start_group
from issuers.groups.states import LineState
from issuers.holding.releasing import release_due
from issuers.issuing.finishing import Stage
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import demo_beheerder
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import FactStatus
from issuers.people.permissions import Actor
from issuers.recipients.reading import NewRecipient
from issuers.recipients.tables import Channel
from issuers.telling.register import given_since
from issuers.werkplekprofiel.answering import agree, find_by_token, object_to
from issuers.werkplekprofiel.keeping import end, find_profiel
from tests.databases import ON_BOTH, ON_SQLITE
from tests.issuers.erkenning.conftest import LEERBEDRIJF, ROW, now_is
from tests.issuers.groups.conftest import ORDERS, Learns
from tests.issuers.groups.rosters import GOOD, Inline, keep
from tests.issuers.issuing.accidents import PowerCutError, badges_of, cut_at
from web.clock import FixedClock

SAM = NewRecipient(name="Sam", reference="s1", channel=Channel.MAIL, address="sam@voorbeeld.nl")
OTHER_WORK = GOOD.replace("B1-K2-W1", "B1-K1-W1")


def looked_over(desk: IssuingDesk, *rows: str, actor: Actor) -> list[Recognised]:
    """Look over a roster of these rows."""
    group = keep(desk, *rows, actor=actor)
    return look_over(desk, list_lines(desk, group, actor=actor), actor=actor)


def codes(desk: IssuingDesk, *rows: str, actor: Actor) -> list[tuple[list[str], list[str]]]:
    """Tell by their codes what is wrong with each row, and what is told of it."""
    return [
        ([each.code for each in about.problems], [each.code for each in about.notices])
        for about in looked_over(desk, *rows, actor=actor)
    ]


def given(desk: IssuingDesk, *rows: str, actor: Actor) -> UUID:
    """Give a roster of these rows."""
    group = keep(desk, *rows, actor=actor)
    start_group(desk, group, actor=actor, runner=Inline(desk))
    return group


def states(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> list[LineState]:
    """Tell what came of each line."""
    return [each.state for each in list_lines(desk, group_id, actor=actor)]


@ON_SQLITE
class TestRecognise:
    """`recognise` finds whom a row is about."""

    @pytest.mark.parametrize(
        "row",
        [GOOD, GOOD.replace("Sam;", "S. Vries;"), GOOD.replace("s1", "")],
        ids=["both", "kenmerk", "name"],
    )
    def test_finds_a_learner_by_kenmerk_or_else_by_name(
        self, desk: IssuingDesk, actor: Actor, learns: Learns, row: str
    ) -> None:
        """And what he said yes to learning."""
        profiel_id = learns(SAM)
        [found] = looked_over(desk, row, actor=actor)
        assert (profiel_id, ()) == (found.profiel_id, found.problems)

    def test_takes_nobody_for_somebody_with_another_kenmerk(
        self, desk: IssuingDesk, actor: Actor, learns: Learns
    ) -> None:
        """They have one name, and are two."""
        learns(SAM)
        [found] = looked_over(desk, GOOD.replace("s1", "s2"), actor=actor)
        assert (None, True) == (found.profiel_id, found.is_stranger)

    def test_asks_who_of_two_with_one_name(self, desk: IssuingDesk, actor: Actor, learns: Learns) -> None:
        """A kenmerk tells them apart, and so does who says that it is neither."""
        learns(SAM)
        second = learns(NewRecipient(name="Sam", reference="s2"))
        nameless = GOOD.replace("s1", "")
        assert [(["namesakes"], [])] == codes(desk, nameless, actor=actor)
        group = keep(desk, nameless, actor=actor)
        line = list_lines(desk, group, actor=actor)[0].line
        for cells, expected in (({"kenmerk": "s2"}, second), ({"ander": "ja"}, None)):
            correct(desk, group, {0: cells_of(line) | cells}, actor=actor)
            [found] = look_over(desk, list_lines(desk, group, actor=actor), actor=actor)
            assert (expected, ()) == (found.profiel_id, found.problems)

    def test_tells_what_is_not_as_agreed(self, desk: IssuingDesk, actor: Actor, learns: Learns) -> None:
        """It is given all the same, on its own."""
        profiel_id = learns(SAM)
        assert [([], ["other-work"])] == codes(desk, OTHER_WORK, actor=actor)
        profiel = find_profiel(desk, profiel_id, actor=actor)
        object_to(desk, profiel.token, revision=profiel.revision, because="")
        assert [([], ["profiel-not-agreed"])] == codes(desk, GOOD, actor=actor)
        end(desk, profiel_id, actor=actor)
        assert [([], ["no-profiel"])] == codes(desk, GOOD, actor=actor)
        group = given(desk, GOOD, actor=actor)
        [badge] = badges_of(desk)
        assert ([LineState.GIVEN], None) == (states(desk, group, actor=actor), badge.profiel_id)

    def test_tells_who_is_new(self, desk: IssuingDesk, actor: Actor, learns: Learns) -> None:
        """To an organisation that keeps who learns there; others have no need to hear it."""
        row = GOOD.replace("Sam", "Alex").replace("s1", "")
        assert [([], [])] == codes(desk, row, actor=actor)
        learns(SAM)
        assert [([], ["recipient-unknown"])] == codes(desk, row, actor=actor)

    def test_tells_what_was_given_before(self, desk: IssuingDesk, actor: Actor, learns: Learns) -> None:
        """The same badge is not given twice; another is told, and so is one of who has the same name."""
        learns(SAM, works=(ORDERS, ("25774", "B1-K1-W1")))
        alex = GOOD.replace("Sam", "Alex").replace("s1", "")
        given(desk, GOOD, alex, actor=actor)
        told = {
            GOOD: ([], []),
            GOOD.replace("s1", "").replace("orders", "pallets"): (["goal-reached"], []),
            OTHER_WORK: ([], ["given-before"]),
            alex.replace("orders", "pallets"): ([], ["recipient-unknown", "name-has-it"]),
        }
        assert told == {row: codes(desk, row, actor=actor)[0] for row in told}

    def test_refuses_a_person_twice_for_one_work(
        self, desk: IssuingDesk, actor: Actor, learns: Learns
    ) -> None:
        """Once by kenmerk and once by name."""
        learns(SAM)
        rows = GOOD.replace("Sam;", "S. Vries;"), GOOD.replace("s1", "")
        assert [["person-twice"]] * 2 == [problems for problems, _ in codes(desk, *rows, actor=actor)]

    def test_tells_that_a_recognition_is_over(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """It is recorded with the badge, and not in the way."""
        beheerder = demo_beheerder(desk)
        now_is(desk, {NumberKind.LEERBEDRIJF: LEERBEDRIJF}, actor=beheerder)
        declare(desk, [ROW], source="eigen opgave", actor=beheerder)
        assert [([], [])] == codes(desk, GOOD, actor=actor)
        clock.advance(date(2028, 1, 7) - date(2026, 6, 26))
        assert [([], ["erkenning-ended"])] == codes(desk, GOOD, actor=actor)
        group = given(desk, GOOD, actor=actor)
        [known] = desk.register.read(
            lambda session: session.exec(select(BadgeErkenning)).all(), within=WHOLE_SERVICE
        )
        assert ([LineState.GIVEN], FactStatus.ONBEKEND) == (states(desk, group, actor=actor), known.status)


class TestGivenForAnAgreement:
    """A badge of a roster stands where one from the agreement itself would."""

    def test_comes_on_the_page_of_its_learner(
        self, desk: IssuingDesk, actor: Actor, learns: Learns, clock: FixedClock
    ) -> None:
        """Under the name that he chose; it counts as reached, and he is told of it."""
        profiel = find_profiel(desk, learns(SAM, chosen="S. de Vries"), actor=actor)
        assert [([], ["chosen-name"])] == codes(desk, GOOD, actor=actor)
        given(desk, GOOD, actor=actor)
        [badge] = badges_of(desk)
        [goal] = find_by_token(desk, profiel.token).goals
        assert (profiel.id, "s. de vries", badge.id) == (
            *(badge.profiel_id, badge.folded_name, goal.badge_id),
        )
        news = desk.register.read(
            lambda session: given_since(session, clock.now() - timedelta(days=1), by=[Channel.MAIL]),
            within=WHOLE_SERVICE,
        )
        assert [(badge.id, "sam@voorbeeld.nl")] == [(told.id, who.address) for told, who in news]

    def test_is_found_again_whatever_was_agreed_since(
        self, desk: IssuingDesk, actor: Actor, learns: Learns
    ) -> None:
        """The same roster gives nothing twice: not for an agreement of later, nor under a name of later."""
        given(desk, GOOD, actor=actor)
        profiel = find_profiel(desk, learns(SAM, chosen=""), actor=actor)
        assert [LineState.ALREADY] == states(desk, given(desk, GOOD, actor=actor), actor=actor)
        given(desk, GOOD.replace("s1", ""), actor=actor)
        agree(desk, profiel.token, revision=profiel.revision, name="Sam de Vries")
        again = given(desk, GOOD.replace("s1", ""), actor=actor)
        assert [LineState.ALREADY] == states(desk, again, actor=actor)
        assert 2 == len(badges_of(desk))

    def test_is_refused_when_its_learner_takes_his_yes_back(
        self, desk: IssuingDesk, actor: Actor, learns: Learns
    ) -> None:
        """Between looking over and giving; the row says so."""
        profiel = find_profiel(desk, learns(SAM), actor=actor)
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        object_to(desk, profiel.token, revision=profiel.revision, because="")
        give_some(desk, group, organisation_id=actor.organisation_id)
        [line] = list_lines(desk, group, actor=actor)
        assert (LineState.REFUSED, ["profiel-not-agreed"]) == (
            *(line.state, [each.code for each in line.problems]),
        )
        assert [] == badges_of(desk)

    @pytest.mark.parametrize("stage", [Stage.RESERVED, Stage.INTENDED])
    @ON_BOTH
    def test_is_finished_after_a_cut(
        self, desk: IssuingDesk, actor: Actor, learns: Learns, stage: Stage
    ) -> None:
        """It is not in its own way."""
        profiel_id = learns(SAM)
        group = keep(desk, GOOD, actor=actor)
        start_group(desk, group, actor=actor, runner=Inline(desk, chunks=0))
        with pytest.raises(PowerCutError):
            give_some(desk, group, organisation_id=actor.organisation_id, watch=cut_at(stage))
        Inline(desk).start(group, organisation_id=actor.organisation_id, attempt=2)
        assert [LineState.GIVEN] == states(desk, group, actor=actor)
        assert [profiel_id] == [badge.profiel_id for badge in badges_of(desk)]

    def test_waits_for_its_agreement_too(
        self, desk: IssuingDesk, actor: Actor, learns: Learns, clock: FixedClock
    ) -> None:
        """Where the organisation asks for time; and is found again afterwards."""
        profiel_id = learns(SAM, chosen="")
        set_rule(desk, Rule(hold_hours=2), actor=demo_beheerder(desk))
        for _ in range(2):
            given(desk, GOOD, actor=actor)
        clock.advance(timedelta(hours=3))
        release_due(desk)
        [badge] = badges_of(desk)
        assert (profiel_id, None) == (badge.profiel_id, badge.folded_name)
        set_rule(desk, Rule(), actor=demo_beheerder(desk))
        assert [LineState.ALREADY] == states(desk, given(desk, GOOD, actor=actor), actor=actor)
