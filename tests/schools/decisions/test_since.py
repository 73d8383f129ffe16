"""A badge that our own organisation withdraws after a school took it in, and after a decision."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.identifiers import uuid7
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from schools.cohorts.keeping import TypedCohort, choose_cohorts, make_cohort
from schools.cohorts.looking import TypedSearch, read_search
from schools.cohorts.overview import list_people
from schools.decisions.deciding import decide
from schools.decisions.finding import find_decision
from schools.decisions.since import gone_of, gone_since
from schools.evidence.evidence import Identity
from schools.importing.candidates import add_candidate
from schools.importing.proposing import propose_for
from schools.importing.tables import TakenFile
from schools.importing.written import write_taken
from tests.databases import ON_BOTH
from tests.issuers.conftest import Issue, give, judgement
from tests.schools.badges import evidence
from tests.schools.decisions.test_deciding import filled, refused

__all__ = ["give", "judgement"]

Back = Callable[[], None]


@pytest.fixture
def badge(give: Issue) -> IssuedBadge:
    """Give a badge of an organisation of ours."""
    return give()


@pytest.fixture
def sam(desk: IssuingDesk, bevestiger: Actor, actor: Actor, badge: IssuedBadge) -> UUID:
    """Add Sam, of whom that badge was taken in."""
    candidate_id = add_candidate(desk, "Sam de Vries", actor=bevestiger)
    identity = Identity(desk.addresses.did(actor.organisation_id), badge.id.urn)
    row = TakenFile(
        id=uuid7(desk.clock.now()),
        organisation_id=bevestiger.organisation_id,
        candidate_id=candidate_id,
        name="bewijs.json",
        digest="0" * 64,
        raw=b"{}",
        report="{}",
        taken=write_taken([evidence("25774/B1-K2-W1", identity=identity)], credentials=[]),
        at=desk.clock.now(),
        by=bevestiger.person_id,
        badges=1,
        others=0,
    )

    def work(session: Session) -> None:
        session.add(row)

    desk.register.write(work, within=OneOrganisation(bevestiger.organisation_id))
    return candidate_id


@pytest.fixture
def take_back(desk: IssuingDesk, actor: Actor, badge: IssuedBadge) -> Back:
    """Let who gave it withdraw it."""
    return lambda: revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING) and None


class TestProposeFor:
    @ON_BOTH
    def test_counts_no_badge_that_was_withdrawn_since(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, take_back: Back
    ) -> None:
        """From that moment: nobody has to take the file in again; and the list of a group says the same."""
        cohort = make_cohort(desk, TypedCohort(naam="Logistiek", doel="25774"), actor=bevestiger)
        choose_cohorts(desk, sam, {cohort}, actor=bevestiger)

        def shown() -> list[int]:
            told = propose_for(desk, sam, "25774", actor=bevestiger)
            search = read_search(TypedSearch(), now=desk.clock.now(), actor=bevestiger)
            [listed] = list_people(desk, search, page=1, actor=bevestiger).people
            return [
                sum(each.shown for each in told.proposal.kerntaken),
                *(each.shown for each in listed.toward),
            ]

        assert shown() == [1, 1]
        take_back()
        assert shown() == [0, 0]


class TestDecide:
    def test_refuses_what_was_withdrawn_since_it_was_marked(
        self, desk: IssuingDesk, asked: UUID, sam: UUID, samira: Actor, take_back: Back
    ) -> None:
        """With all that was typed still there."""
        typed = filled(desk, sam, actor=samira)
        take_back()
        with refused("gone"):
            decide(desk, asked, typed, candidate_id=sam, actor=samira)


class TestGoneOf:
    def test_tells_what_was_withdrawn_after_the_decision(
        self, desk: IssuingDesk, asked: UUID, sam: UUID, samira: Actor, take_back: Back
    ) -> None:
        """The decision itself is as it was."""
        decision_id = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        before = find_decision(desk, decision_id, actor=samira)
        assert gone_of(desk, before.besluit, candidate_id=sam, actor=samira) == {}
        take_back()
        after = find_decision(desk, decision_id, actor=samira)
        found = gone_of(desk, after.besluit, candidate_id=sam, actor=samira)
        assert found.keys() == after.besluit.badges
        assert found == gone_since(desk, [after.besluit])
        assert (after.besluit, after.state, after.is_bound) == (before.besluit, before.state, True)
