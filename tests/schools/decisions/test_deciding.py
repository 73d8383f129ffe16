"""Requests and decisions, on a real database of each kind."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlmodel import Session

from issuers.audit.tables import AuditKind, AuditSalt
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import FormError, FreshProofNeededError, NotFoundError, PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from schools.cohorts.keeping import TypedCohort, choose_cohorts, list_cohorts, make_cohort
from schools.decisions.asking import TypedRequest, ask, find_request, list_requests, withdraw
from schools.decisions.besluit import Besluit
from schools.decisions.confirming import confirm, give_back
from schools.decisions.deciding import decide, revise, years_after
from schools.decisions.doubling import list_same
from schools.decisions.finding import find_decision, list_decisions, list_evidence, open_own
from schools.decisions.forgetting import forget_old_decisions
from schools.decisions.loading import KnownPlan, load_plan
from schools.decisions.reading import read_plan
from schools.decisions.rules import set_rule
from schools.decisions.tables import Decision
from schools.decisions.typed import TypedDecision
from schools.decisions.weighing import name_of, to_weigh
from schools.decisions.words import Asks, DecisionState, RequestState
from schools.importing.candidates import Left, list_candidates, remove_candidate
from schools.importing.resting import forget_rested, list_rested
from schools.importing.taking import drop_file, list_files
from tests.issuers.schooling import found_school
from tests.overtaken import Overtaken
from tests.schools.decisions.conftest import RULE, TABLE, member
from web.clock import FixedClock


def filled(desk: IssuingDesk, sam: UUID, *, actor: Actor, outcome: str = "vrijstelling") -> TypedDecision:
    """Fill in that the badge of Sam weighed."""
    plan = read_plan(TABLE.encode(), catalogue=desk.catalogue)
    first, *_ = to_weigh(desk, plan.parts[0].work, crebo="25774", candidate_id=sam, actor=actor)
    [ground] = first.grounds.values()
    return TypedDecision(
        uitkomst=outcome,
        vergadering="Vergadering 8",
        datum=desk.clock.today().isoformat(),
        mandaat="Mandaatbesluit 2026",
        leden="Samira Aydin\nWim Jansen",
        motivering="Sam liet dit in de praktijk zien.",
        reden="Er kwam meer bewijs.",
        weegt=frozenset({f"{first.work.key} {name_of(ground)}"}),
        waarom={first.work.key: "Een half jaar lang, zelfstandig."},
    )


@contextmanager
def refused(code: str) -> Iterator[None]:
    """Hold that a form is refused, and for what."""
    with pytest.raises(FormError) as caught:
        yield
    assert [code] == [each.code for each in caught.value.problems]


def four_eyes(desk: IssuingDesk, *, of: Actor) -> None:
    """Let the school ask for a second person."""
    beheerder = member(desk, "Ruben 2", of=of, role=Role.BEHEERDER)
    set_rule(desk, replace(RULE, asks=Asks.SECOND), actor=beheerder)


class TestAsk:
    def test_makes_one_of_two_taps(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID, clock: FixedClock
    ) -> None:
        """What is asked again later is a request of its own."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum=today)
        with ThreadPoolExecutor(3) as hands:
            made = {*hands.map(lambda _: ask(desk, sam, plan.id, typed, actor=bevestiger), range(3))}
        clock.advance(timedelta(minutes=1))
        later = ask(desk, sam, plan.id, typed, actor=bevestiger)
        assert made | {later} == {each.id for each in list_requests(desk, actor=bevestiger)}
        assert len(made) == 1

    def test_warns_who_put_right_what_he_just_sent(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """The first runs still, so he is told; of a second tap on the same nobody is told anything."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="nee", wie="Sam", datum=today)
        made, right = ask(desk, sam, plan.id, typed, actor=bevestiger), replace(typed, ingeschreven="ja")
        same = list_same(desk, sam, plan.id, right, actor=bevestiger)
        assert [made] == [each.id for each in same]
        assert () == list_same(desk, sam, plan.id, typed, actor=bevestiger)

    def test_keeps_who_asked_when_and_for_what(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """For a part of it too; a newer plan changes nothing of it."""
        today = desk.clock.today()
        typed = TypedRequest(
            onderdeel="P1", deel=("25774/B1-K2-W1",), ingeschreven="nee", wie="Ouder", datum=today.isoformat()
        )
        request_id = ask(desk, sam, plan.id, typed, actor=bevestiger)
        newer = read_plan(TABLE.replace("Orders", "Alles").encode(), catalogue=desk.catalogue)
        load_plan(desk, newer, name="P", actor=bevestiger)
        known = find_request(desk, request_id, candidate_id=sam, actor=bevestiger)
        assert (known.asked_by, known.asked, known.is_part) == ("Ouder", today, True)
        assert (known.plan.version, known.onderdeel.title) == (1, "Orders verzamelen")

    def test_says_what_is_missing(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """All at once; whether somebody is enrolled is asked, never guessed."""
        with pytest.raises(FormError) as caught:
            ask(desk, sam, plan.id, TypedRequest(), actor=bevestiger)
        assert ["onderdeel", "ingeschreven", "wie", "datum"] == [each.field for each in caught.value.problems]

    def test_asks_which_part_is_meant(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """A tick at another examenonderdeel makes it no request about all of this one."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(
            onderdeel="P1", deel=("P2 25774/B1-K3-W1",), ingeschreven="ja", wie="Sam", datum=today
        )
        with refused("other-part"):
            ask(desk, sam, plan.id, typed, actor=bevestiger)

    def test_takes_no_day_of_long_ago(
        self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """Such a year was mistyped."""
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum="0202-11-26")
        with refused("too-old"):
            ask(desk, sam, plan.id, typed, actor=bevestiger)

    def test_can_be_withdrawn_until_it_is_decided(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, asked: UUID
    ) -> None:
        """It stays, and says so."""
        withdraw(desk, asked, candidate_id=sam, actor=bevestiger)
        [known] = list_requests(desk, actor=bevestiger, candidate_id=sam)
        assert known.state is RequestState.WITHDRAWN
        with pytest.raises(FormError):
            withdraw(desk, asked, candidate_id=sam, actor=bevestiger)


class TestDecide:
    def test_says_all_that_a_besluit_says(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """With the beroepsclausule of the school, bound by its history; the student opens it by its token."""
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        known = find_decision(desk, made, actor=samira)
        besluit = known.besluit
        assert (known.state, known.is_bound) == (DecisionState.FINAL, True)
        assert (besluit.student, besluit.commission, besluit.mandate) == (
            "Sam de Vries",
            "Examencommissie Logistiek",
            "Mandaatbesluit 2026",
        )
        assert besluit.appeal
        assert (besluit.appeal.weeks, besluit.weighed[0].grounds[0].judged_by) == (2, "Magazijn De Maas")
        assert besluit == open_own(desk, known.token).besluit
        assert ["bewijs.json"] == [each.name for each in list_evidence(desk, made, actor=samira)]

    def test_rests_on_nothing_that_went_meanwhile(
        self, desk: IssuingDesk, bevestiger: Actor, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """What weighed is dropped just before it is written down: it says so, and the request stays open."""
        typed = filled(desk, sam, actor=samira)
        [file] = list_files(desk, sam, actor=bevestiger)
        first = partial(drop_file, desk, sam, file.id, actor=bevestiger)
        with refused("gone"):
            decide(
                replace(desk, register=Overtaken(desk, first=first)),
                asked,
                typed,
                candidate_id=sam,
                actor=samira,
            )
        known = find_request(desk, asked, candidate_id=sam, actor=samira)
        assert (known.state, list_decisions(desk, actor=samira)) == (RequestState.OPEN, ())

    def test_is_for_the_examencommissie_of_that_school(
        self, desk: IssuingDesk, bevestiger: Actor, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Who makes proposals decides nothing; another school finds nothing."""
        typed = filled(desk, sam, actor=samira)
        with pytest.raises(PermissionDeniedError):
            decide(desk, asked, typed, candidate_id=sam, actor=bevestiger)
        other = member(desk, "Elders", of=found_school(desk, "School Elders"))
        with pytest.raises(NotFoundError):
            decide(desk, asked, typed, candidate_id=sam, actor=other)
        made = decide(desk, asked, typed, candidate_id=sam, actor=samira)
        for ask_for in (find_decision, confirm, partial(revise, typed=typed)):
            with pytest.raises(NotFoundError):
                ask_for(desk, made, actor=other)
        assert list_decisions(desk, actor=other) == ()

    def test_decides_once_and_not_without_a_rule(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, asked: UUID, request: pytest.FixtureRequest
    ) -> None:
        """No beroepsclausule, no besluit: then its beheerder has to say it first."""
        early = member(desk, "Vroeg", of=bevestiger)
        typed = filled(desk, sam, actor=early)
        with refused("no-rule"):
            decide(desk, asked, typed, candidate_id=sam, actor=early)
        samira = request.getfixturevalue("samira")
        decide(desk, asked, typed, candidate_id=sam, actor=samira)
        with refused("request-ended"):
            decide(desk, asked, typed, candidate_id=sam, actor=samira)

    def test_takes_no_day_of_which_the_term_is_over(
        self, desk: IssuingDesk, samira: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """It would be forgotten within a minute; the request stays open."""
        long_ago = years_after(desk.clock.today(), -7).isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum=long_ago)
        request_id = ask(desk, sam, plan.id, typed, actor=samira)
        said = replace(filled(desk, sam, actor=samira), datum=long_ago)
        with refused("too-old"):
            decide(desk, request_id, said, candidate_id=sam, actor=samira)
        [known] = list_requests(desk, actor=samira, candidate_id=sam)
        assert known.state is RequestState.OPEN

    def test_gives_who_is_not_enrolled_an_advice(
        self, desk: IssuingDesk, samira: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """In other words, and without a beroepsclausule."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="nee", wie="Sam", datum=today)
        request_id = ask(desk, sam, plan.id, typed, actor=samira)
        said = filled(desk, sam, actor=samira, outcome="vraag-aan")
        made = decide(desk, request_id, said, candidate_id=sam, actor=samira)
        besluit: Besluit = find_decision(desk, made, actor=samira).besluit
        assert (besluit.kind.value, besluit.outcome.value, besluit.appeal) == ("advies", "vraag-aan", None)

    def test_sees_what_was_changed_past_us(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """The history binds exactly these words."""
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)

        def forge(session: Session) -> None:
            row = session.get_one(Decision, made)
            row.statement = row.statement.replace("Sam liet", "Tim liet")

        desk.register.write(forge, within=WHOLE_SERVICE)
        assert not find_decision(desk, made, actor=samira).is_bound


class TestConfirm:
    def test_takes_two_people(
        self, desk: IssuingDesk, samira: Actor, wim: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Until the second confirms, the student reads nothing; who wrote it cannot, nor an old proof."""
        four_eyes(desk, of=samira)
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        token = find_decision(desk, made, actor=samira).token
        with pytest.raises(NotFoundError):
            open_own(desk, token)
        with refused("same-person"):
            confirm(desk, made, actor=samira)
        with pytest.raises(FreshProofNeededError):
            confirm(desk, made, actor=replace(wim, proved=desk.clock.now() - timedelta(hours=1)))
        confirm(desk, made, actor=wim)
        assert find_decision(desk, made, actor=samira).confirmed_by == "Wim Jansen"
        assert open_own(desk, token).newer_token is None
        with refused("not-waiting"):
            confirm(desk, made, actor=wim)


class TestGiveBack:
    def test_opens_the_request_again(
        self, desk: IssuingDesk, samira: Actor, wim: Actor, sam: UUID, asked: UUID
    ) -> None:
        """It never counted, nothing rests on it, and the reason stays to be read."""
        four_eyes(desk, of=samira)
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        with pytest.raises(FormError):
            give_back(desk, made, "  ", actor=wim)
        give_back(desk, made, "De datum klopt niet.", actor=wim)
        known = find_decision(desk, made, actor=wim)
        assert (known.state, known.given_back) == (DecisionState.GIVEN_BACK, "De datum klopt niet.")
        assert list_evidence(desk, made, actor=wim) == ()
        assert [RequestState.OPEN] == [each.state for each in list_requests(desk, actor=wim)]


class TestRevise:
    def test_names_the_old_one_and_says_why(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """The old one stays to be read, leads to the new one, and cannot be revised twice."""
        more = filled(desk, sam, actor=samira, outcome="meer-bewijs")
        old = decide(desk, asked, more, candidate_id=sam, actor=samira)
        new = revise(desk, old, filled(desk, sam, actor=samira), actor=samira)
        before, after = (find_decision(desk, each, actor=samira) for each in (old, new))
        assert (before.state, before.newer, before.is_bound) == (DecisionState.REPLACED, new, True)
        assert (after.besluit.revises, after.besluit.because) == (old, "Er kwam meer bewijs.")
        own = open_own(desk, before.token)
        assert (own.newer_token, own.newer_on) == (after.token, after.besluit.decided)
        assert (before.newer_on, own.final) == (after.besluit.decided, desk.clock.today())
        with refused("not-final"):
            revise(desk, old, filled(desk, sam, actor=samira), actor=samira)

    def test_makes_no_older_term_shorter(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Where the school keeps for fewer years since, what was promised of the first one stays."""
        typed = filled(desk, sam, actor=samira)
        made = [decide(desk, asked, typed, candidate_id=sam, actor=samira)]
        beheerder = member(desk, "Ruben 2", of=samira, role=Role.BEHEERDER)
        set_rule(desk, replace(RULE, keep_years=1), actor=beheerder)
        for _ in "BC":
            made.append(revise(desk, made[-1], typed, actor=samira))
        today = desk.clock.today()
        terms = [find_decision(desk, each, actor=samira).until for each in made]
        assert terms == [years_after(today, years) for years in (7, 1, 1)]
        rested = {each.decision_id: each.until for each in list_rested(desk, sam, actor=samira)}
        assert rested[made[0]] == terms[0]


class TestRemoveCandidate:
    """`remove_candidate`, of whom a school decided on."""

    def test_says_that_a_decision_stays(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Also one that rests on no file: the name is in it."""
        said = filled(desk, sam, actor=samira, outcome="geen-vrijstelling")
        nothing = replace(said, weegt=frozenset(), waarom={})
        decide(desk, asked, nothing, candidate_id=sam, actor=samira)
        assert remove_candidate(desk, sam, actor=samira) is Left.DECISION
        assert list_candidates(desk, actor=samira) == ()

    def test_takes_him_out_of_his_groups(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Where he stays for what a decision rests on, he is in the list for that alone."""
        group = make_cohort(desk, TypedCohort(naam="Klas 1", doel="25774"), actor=samira)
        choose_cohorts(desk, sam, {group}, actor=samira)
        decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert remove_candidate(desk, sam, actor=samira) is Left.EVIDENCE
        assert [each.members for each in list_cohorts(desk, actor=samira)] == [0]


class TestForgetOldDecisions:
    def test_keeps_it_for_the_term_of_the_school(
        self, desk: IssuingDesk, clock: FixedClock, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Also when all else of the person went; a day later nothing is left, and the history says so."""
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        remove_candidate(desk, sam, actor=samira)
        assert list_evidence(desk, made, actor=samira)
        until = find_decision(desk, made, actor=samira).until
        assert until == years_after(desk.clock.today(), 7)
        clock.advance(timedelta(days=(until - desk.clock.today()).days))
        assert (0, 0) == (forget_old_decisions(desk), forget_rested(desk))
        clock.advance(timedelta(days=1))
        own = (samira.organisation_id, find_decision(desk, made, actor=samira).sequence)
        assert (1, 1) == (forget_old_decisions(desk), forget_rested(desk))
        salt = desk.register.read(lambda session: session.get(AuditSalt, own), within=WHOLE_SERVICE)
        assert salt is None
        assert list_candidates(desk, actor=samira) == ()
        with pytest.raises(NotFoundError):
            find_decision(desk, made, actor=samira)
        assert AuditKind.DECISION_FORGOTTEN == "decision-forgotten"
