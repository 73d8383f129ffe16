"""Letting the school see what was collected, and taking that back, on a real database of each kind."""

from dataclasses import replace
from uuid import UUID

import pytest

from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PermissionDeniedError, ProfielEndedError
from issuers.evidence.collectors import Learner, Member
from issuers.evidence.keeping import change_evidence, collect
from issuers.evidence.looking import list_evidence
from issuers.evidence.schooling import find_seen_photo, list_seen_evidence
from issuers.evidence.sharing import hide_from_school, show_to_school
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import change, end
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_BOTH
from tests.issuers.evidence.test_keeping import PHOTO, PIXELS, STORY
from tests.issuers.schooling import found_school
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel


@pytest.fixture
def school(desk: IssuingDesk) -> Actor:
    """Give who confirms at a school."""
    return found_school(desk)


@pytest.fixture
def agreed(desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, school: Actor) -> KnownProfiel:
    """Let a school take part, and the recipient say yes."""
    _take_part(desk, proposed, school=school, actor=actor)
    return proposed


def _take_part(desk: IssuingDesk, known: KnownProfiel, *, school: Actor, actor: Actor) -> None:
    revision = known.revision + 1
    change(desk, known.id, new_profiel(desk, ORDERS, school_id=school.organisation_id), actor=actor)
    agree(desk, known.token, revision=revision, name="Sam")


def seen(desk: IssuingDesk, agreed: KnownProfiel, school: Actor) -> list[UUID]:
    """Name what a school sees."""
    return [each.id for each in list_seen_evidence(desk, agreed.id, actor=school)]


class TestShowToSchool:
    """`show_to_school`."""

    def test_shows_one_thing_and_nothing_else(
        self, desk: IssuingDesk, agreed: KnownProfiel, school: Actor, learner: Learner, member: Member
    ) -> None:
        """What others collected of him too, where he says so; the school is not told who that was."""
        collect(desk, ORDERS, STORY, by=learner)
        own = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        theirs = collect(desk, ORDERS, STORY, by=member)
        assert [] == seen(desk, agreed, school)
        for each in (own, theirs, own):
            show_to_school(desk, each, by=learner)
        found = list_seen_evidence(desk, agreed.id, actor=school)
        expected = {(own, ORDERS, True, (40, 30)), (theirs, ORDERS, False, None)}
        assert expected == {(each.id, each.work, each.is_own, each.size) for each in found}
        assert b"pixels" == find_seen_photo(desk, agreed.id, own, actor=school)

    def test_is_noted_by_who_works_with_the_recipient(
        self, desk: IssuingDesk, agreed: KnownProfiel, school: Actor, learner: Learner, member: Member
    ) -> None:
        """On paper; but over a no of the recipient himself, nobody says yes."""
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        show_to_school(desk, evidence_id, by=member)
        assert [evidence_id] == seen(desk, agreed, school)
        hide_from_school(desk, evidence_id, by=learner)
        assert [False] == [each.may_show for each in list_evidence(desk, ORDERS, by=member)]
        with pytest.raises(NotFoundError):
            show_to_school(desk, evidence_id, by=member)
        show_to_school(desk, evidence_id, by=learner)
        assert [evidence_id] == seen(desk, agreed, school)

    def test_is_of_what_stood_there(
        self, desk: IssuingDesk, agreed: KnownProfiel, school: Actor, learner: Learner, member: Member
    ) -> None:
        """What the organisation writes over it is private again; what the recipient changes is not."""
        for writer, expected in ((learner, 1), (member, 0)):
            evidence_id = collect(desk, ORDERS, STORY, by=writer)
            show_to_school(desk, evidence_id, by=learner)
            change_evidence(desk, evidence_id, STORY, by=writer, seen=1)
            assert expected == seen(desk, agreed, school).count(evidence_id)

    def test_needs_a_school_and_an_agreement_that_goes_on(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, learner: Learner
    ) -> None:
        """Nobody else can be let in."""
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        with pytest.raises(NotFoundError):
            show_to_school(desk, evidence_id, by=learner)
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            show_to_school(desk, evidence_id, by=learner)

    def test_is_not_for_who_only_reads(
        self, desk: IssuingDesk, agreed: KnownProfiel, learner: Learner, member: Member
    ) -> None:
        """Whatever his session remembers."""
        reader = add_person(desk, "Eva", organisation_id=member.organisation_id, role=Role.LEZER)
        claims = replace(reader, roles=frozenset({Role.BEGELEIDER}))
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        with pytest.raises(PermissionDeniedError):
            show_to_school(desk, evidence_id, by=Member(actor=claims, profiel_id=agreed.id))


class TestHideFromSchool:
    """`hide_from_school`."""

    def test_takes_it_back(
        self, desk: IssuingDesk, agreed: KnownProfiel, school: Actor, learner: Learner, member: Member
    ) -> None:
        """By either, also once the agreement was stopped; that is written down, each time once."""
        collected = {who: collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS) for who in (learner, member)}
        for evidence_id in collected.values():
            show_to_school(desk, evidence_id, by=learner)
        end(desk, agreed.id, actor=member.actor)
        assert set(collected.values()) == set(seen(desk, agreed, school))
        for who, evidence_id in [*collected.items()] * 2:
            hide_from_school(desk, evidence_id, by=who)
            with pytest.raises(NotFoundError):
                find_seen_photo(desk, agreed.id, evidence_id, actor=school)
        assert [] == seen(desk, agreed, school)
        beheerder = add_person(desk, "Bea", organisation_id=member.organisation_id, role=Role.BEHEERDER)
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert [2, 2] == [kinds.count(each) for each in (AuditKind.EVIDENCE_SHOWN, AuditKind.EVIDENCE_HIDDEN)]


@ON_BOTH
class TestWalls:
    """What the recipient lets one school see, no other sees."""

    def test_stand_around_another_school(
        self, desk: IssuingDesk, agreed: KnownProfiel, actor: Actor, school: Actor, learner: Learner
    ) -> None:
        """Also where it takes the place of the school that he said yes to."""
        evidence_id = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        show_to_school(desk, evidence_id, by=learner)
        other = found_school(desk, "School Aan Zee")
        with pytest.raises(NotFoundError):
            seen(desk, agreed, other)
        _take_part(desk, replace(agreed, revision=2), school=other, actor=actor)
        assert [] == seen(desk, agreed, other)
        assert [False] == [each.is_shown for each in list_evidence(desk, ORDERS, by=learner)]
        for who in (school, other):
            with pytest.raises(NotFoundError):
                find_seen_photo(desk, agreed.id, evidence_id, actor=who)

    def test_stand_again_once_the_yes_to_it_all_is_gone(
        self, desk: IssuingDesk, agreed: KnownProfiel, school: Actor, learner: Learner
    ) -> None:
        """Without an agreement a school sees nothing."""
        show_to_school(desk, collect(desk, ORDERS, STORY, by=learner), by=learner)
        object_to(desk, agreed.token, revision=2, because="")
        with pytest.raises(NotFoundError):
            seen(desk, agreed, school)
