"""What is still to be done before a praktijkverklaring, as each side reads it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from badges.judgement import Independence
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.asking import Question, answer, ask, asked_by_us, asked_of_us
from issuers.praktijkverklaring.checking import OwnCheck, write_check
from issuers.praktijkverklaring.giving import Choice, give
from issuers.praktijkverklaring.offering import find_offer
from issuers.praktijkverklaring.standing import find_steps
from issuers.praktijkverklaring.steps import AgreedWork, Step, What, leerbedrijf_steps, school_steps
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.praktijkverklaring.conftest import GOODS, Award, ids
from tests.issuers.werkplekprofiel.conftest import ORDERS

A, B = UUID(int=1), UUID(int=2)
DAY = date(2026, 6, 26)
ORDER_WORK = AgreedWork(title="Verzamelt orders", work=ORDERS, badge_id=A)
READ = Step(what=What.READ)


def whats(steps: tuple[Step, ...]) -> list[What]:
    """Name what is to be done, in order."""
    return [each.what for each in steps]


def seen(desk: IssuingDesk, agreed: KnownProfiel, *, school: Actor) -> tuple[Step, ...]:
    """List it as the school does."""
    offer = find_offer(desk, agreed.id, actor=school)
    asked = asked_by_us(desk, [each.badge.id for each in offer.candidates], actor=school)
    return school_steps(offer, asked)


class TestLeerbedrijfSteps:
    """`leerbedrijf_steps`."""

    @pytest.mark.parametrize(
        ("work", "expected"),
        [
            (ORDER_WORK, READ),
            (
                replace(ORDER_WORK, badge_id=None),
                Step(what=What.BADGE, title="Verzamelt orders", work=ORDERS),
            ),
            (
                replace(ORDER_WORK, badge_id=None, held_id=B),
                Step(what=What.UNDERWAY, title="Verzamelt orders", work=ORDERS, about=B),
            ),
            (
                replace(ORDER_WORK, is_with_help=True),
                Step(what=What.WITH_HELP, title="Verzamelt orders", work=ORDERS, about=A),
            ),
            (replace(ORDER_WORK, unknown_since=DAY), Step(what=What.ERKENNING, crebo="25774", day=DAY)),
        ],
        ids=["ready", "no-badge", "underway", "with-help", "erkenning"],
    )
    def test_says_first_what_it_waits_for(self, work: AgreedWork, expected: Step) -> None:
        """And last that the school reads it and gives."""
        found = leerbedrijf_steps([work], [], given=())
        assert (expected, READ) == (found[0], found[-1])

    def test_names_a_day_once(self) -> None:
        """For all work of one kwalificatie; a question that was answered waits for nobody."""
        work = replace(ORDER_WORK, unknown_since=DAY)
        said = Question(
            id=B,
            profiel_id=A,
            badge_id=A,
            school="De Brug",
            question="Wie?",
            asked=DAY,
            answer="Noor.",
            answered=DAY,
        )
        open_one = replace(said, answer=None, answered=None)
        found = leerbedrijf_steps([work, replace(work, work=GOODS)], [said, open_one], given=())
        assert [What.QUESTION, What.ERKENNING, What.READ] == whats(found)

    def test_leaves_nothing_to_the_school_once_it_gave(self) -> None:
        """What may grow still stands there."""
        assert () == leerbedrijf_steps([replace(ORDER_WORK, unknown_since=DAY)], [], given=[A])


class TestFindSteps:
    """`find_steps`."""

    def test_follows_what_happens(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """A badge, a question, and the answer to it."""

        def now() -> list[What]:
            return whats(find_steps(desk, find_profiel(desk, agreed.id, actor=actor), actor=actor))

        assert [What.BADGE, What.BADGE, What.READ] == now()
        badge = award(independence=Independence.MET_HULP)
        ask(desk, agreed.id, badge.id, question="Welke scanner?", actor=school)
        assert {What.BADGE, What.WITH_HELP, What.QUESTION, What.ERKENNING, What.READ} == set(now())
        [question] = asked_of_us(desk, agreed.id, actor=actor)
        answer(desk, question.id, text="De handscanner.", actor=actor)
        assert What.QUESTION not in now()


class TestSchoolSteps:
    """`school_steps`."""

    def test_asks_once_for_each_day(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """And once that is looked up, to read it; once it is given, nothing."""
        badge, other = award(), award(GOODS)
        [step] = seen(desk, agreed, school=school)
        assert (What.ERKENNING, "25774", 2) == (step.what, step.crebo, step.count)
        write_check(desk, agreed.id, badge.id, OwnCheck(source="SBB", looked=DAY), actor=school)
        assert [What.READ] == whats(seen(desk, agreed, school=school))
        give(desk, agreed.id, Choice(badges=ids(badge, other)), actor=school, idempotency_key="een")
        assert () == seen(desk, agreed, school=school)

    @pytest.mark.usefixtures("recognised")
    def test_says_what_the_leerbedrijf_does(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """A badge that is missing, one that went with help, a question without an answer."""
        badge = award(independence=Independence.MET_HULP)
        ask(desk, agreed.id, badge.id, question="Welke scanner?", actor=school)
        found = seen(desk, agreed, school=school)
        assert {What.BADGE, What.WITH_HELP, What.QUESTION} == set(whats(found))

    def test_says_first_what_is_of_the_school_itself(self, desk: IssuingDesk, award_at: object) -> None:
        """Its kind, and the mandate of who confirms; nobody else reads that."""
        assert callable(award_at)
        school, profiel, _ = award_at(None)
        assert [What.NO_KIND, What.NO_MANDATE] == whats(seen(desk, profiel, school=school))[:2]
