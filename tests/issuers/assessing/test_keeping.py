"""What is judged of a werkproces, on a real database of each kind."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from issuers.assessing.keeping import (
    Unjudged,
    assess,
    list_assessments,
    list_unjudged,
    remove_assessment,
)
from issuers.assessing.reading import NewAssessment
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import NotFoundError, OtherWorkError, PermissionDeniedError, ProfielEndedError
from issuers.evidence.collectors import Collector, Learner, Member
from issuers.evidence.keeping import collect
from issuers.evidence.reading import Told
from issuers.evidence.tables import EvidenceKind
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import end
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS
from web.clock import FixedClock

FIRST = NewAssessment(kennis="Kent de codes.", vaardigheden="", gedrag="", independence=None)
SECOND = replace(FIRST, kennis="Legt de codes uit.")


class TestAssess:
    """`assess`."""

    def test_stays_beside_what_was_judged_before(
        self, desk: IssuingDesk, clock: FixedClock, member: Member, learner: Learner
    ) -> None:
        """The newest first; the recipient reads it too."""
        assess(desk, ORDERS, FIRST, by=member)
        clock.advance(timedelta(days=1))
        tom = add_person(desk, "Tom Ros", organisation_id=member.organisation_id, role=Role.BEGELEIDER)
        assess(desk, ORDERS, SECOND, by=replace(member, actor=tom))
        expected = [("Legt de codes uit.", "Tom Ros"), ("Kent de codes.", member.actor.name)]
        for who in (member, learner):
            assert expected == [(each.kennis, each.by) for each in list_assessments(desk, ORDERS, by=who)]

    def test_stays_with_the_badge(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, member: Member
    ) -> None:
        """Whoever reads the badge later finds what it rests on."""
        assess(desk, ORDERS, FIRST, by=member)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        assert ["Kent de codes."] == [each.kennis for each in list_assessments(desk, ORDERS, by=member)]

    def test_is_about_what_was_agreed(self, desk: IssuingDesk, member: Member) -> None:
        """Other work has no place here."""
        with pytest.raises(OtherWorkError):
            assess(desk, ("25774", "B1-K2-W2"), FIRST, by=member)

    def test_ends_with_the_agreement(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, member: Member
    ) -> None:
        """Nothing can be added to what was stopped."""
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            assess(desk, ORDERS, FIRST, by=member)

    def test_is_for_who_works_with_the_recipient(self, desk: IssuingDesk, member: Member) -> None:
        """Whatever his session remembers."""
        reader = add_person(desk, "Eva", organisation_id=member.organisation_id, role=Role.LEZER)
        claims = replace(reader, roles=frozenset({Role.BEGELEIDER}))
        with pytest.raises(PermissionDeniedError):
            assess(desk, ORDERS, FIRST, by=replace(member, actor=claims))


class TestRemoveAssessment:
    """`remove_assessment`."""

    def test_says_of_which_work_it_was(self, desk: IssuingDesk, member: Member) -> None:
        """And keeps it no more."""
        assert ORDERS == remove_assessment(desk, assess(desk, ORDERS, FIRST, by=member), by=member)
        assert [] == list_assessments(desk, ORDERS, by=member)

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, member: Member
    ) -> None:
        """It is as if it were not there."""
        assessment_id = assess(desk, ORDERS, FIRST, by=member)
        with pytest.raises(NotFoundError):
            remove_assessment(desk, assessment_id, by=replace(member, actor=stranger))


class TestListAssessments:
    """`list_assessments`."""

    def test_goes_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, member: Member
    ) -> None:
        """Nothing that was said of him stays."""
        assess(desk, ORDERS, FIRST, by=member)
        remove_recipient(desk, sam, actor=actor)
        with pytest.raises(NotFoundError):
            list_assessments(desk, ORDERS, by=member)


class TestListUnjudged:
    """`list_unjudged`."""

    def tell(self, desk: IssuingDesk, *, by: Collector) -> None:
        """Collect something."""
        told = Told(kind=EvidenceKind.STARR, texts={"actie": "Ik pakte 40 dozen in."})
        collect(desk, ORDERS, told, by=by)

    def test_counts_what_the_recipient_told_since(
        self, desk: IssuingDesk, clock: FixedClock, proposed: KnownProfiel, member: Member, learner: Learner
    ) -> None:
        """What colleagues collect waits for nobody, nor what was judged."""
        self.tell(desk, by=member)
        assert [] == list_unjudged(desk, actor=member.actor)
        self.tell(desk, by=learner)
        expected = Unjudged(recipient_id=proposed.recipient_id, profiel_id=proposed.id, count=1)
        assert [expected] == list_unjudged(desk, actor=member.actor)
        clock.advance(timedelta(hours=1))
        assess(desk, ORDERS, FIRST, by=member)
        assert [] == list_unjudged(desk, actor=member.actor)
        clock.advance(timedelta(hours=1))
        self.tell(desk, by=learner)
        assert [1] == [each.count for each in list_unjudged(desk, actor=member.actor)]

    def test_waits_no_more_once_it_is_given(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, member: Member, learner: Learner
    ) -> None:
        """Where the badge was given."""
        self.tell(desk, by=learner)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        assert [] == list_unjudged(desk, actor=member.actor)

    def test_is_of_one_organisation(self, desk: IssuingDesk, stranger: Actor, learner: Learner) -> None:
        """Another sees nothing of it."""
        self.tell(desk, by=learner)
        assert [] == list_unjudged(desk, actor=stranger)
