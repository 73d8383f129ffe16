"""What is collected for a werkproces, on a real database of each kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from badges.workphotos import WorkPhoto
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import (
    FormError,
    NotFoundError,
    OtherWorkError,
    PermissionDeniedError,
    ProfielEndedError,
)
from issuers.evidence.collectors import Collector, Learner, Member
from issuers.evidence.keeping import (
    MOST,
    MOST_PHOTOS,
    change_evidence,
    collect,
    remove_evidence,
)
from issuers.evidence.looking import count_collected, find_evidence, find_photo, list_evidence
from issuers.evidence.reading import Told
from issuers.evidence.tables import EvidenceKind
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.keeping import change, end, propose, renew_link
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.leaving import list_losses
from tests.databases import ON_BOTH
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from web.clock import FixedClock

STORY = Told(kind=EvidenceKind.STARR, texts={"actie": "Ik pakte 40 dozen in."})
NOTE = Told(kind=EvidenceKind.NOTE, texts={"notitie": "Goed."})
PHOTO = Told(kind=EvidenceKind.PHOTO, texts={})
PIXELS = WorkPhoto(jpeg=b"pixels", width=40, height=30)
Deed = Callable[[IssuingDesk, UUID, Collector], object]
DEEDS: dict[str, Deed] = {
    "change": lambda desk, evidence_id, by: change_evidence(desk, evidence_id, STORY, by=by, seen=1),
    "remove": lambda desk, evidence_id, by: remove_evidence(desk, evidence_id, by=by),
    "find": lambda desk, evidence_id, by: find_evidence(desk, evidence_id, by=by),
    "photo": lambda desk, evidence_id, by: find_photo(desk, evidence_id, by=by),
}


class TestCollect:
    """`collect`."""

    def test_keeps_what_was_told_and_by_whom(
        self, desk: IssuingDesk, clock: FixedClock, member: Member, learner: Learner
    ) -> None:
        """By the recipient himself, and by who works with him; both see all of it."""
        note = Told(kind=EvidenceKind.NOTE, texts={"notitie": "Vlot."})
        collect(desk, ORDERS, STORY, by=learner)
        clock.advance(timedelta(minutes=1))
        collect(desk, ORDERS, note, by=member)
        expected = [(STORY, None), (note, member.actor.name)]
        for who in (member, learner):
            found = list_evidence(desk, ORDERS, by=who)
            assert expected == [(Told(kind=each.kind, texts=each.texts), each.by) for each in found]
        assert {ORDERS: 2} == count_collected(desk, by=learner)

    def test_keeps_a_photo_apart(self, desk: IssuingDesk, member: Member, learner: Learner) -> None:
        """A list tells only how large it is."""
        evidence_id = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        assert [(40, 30)] == [each.size for each in list_evidence(desk, ORDERS, by=member)]
        assert [b"pixels"] * 2 == [find_photo(desk, evidence_id, by=who) for who in (member, learner)]

    def test_is_about_what_was_agreed(self, desk: IssuingDesk, learner: Learner) -> None:
        """Other work has no place here."""
        with pytest.raises(OtherWorkError):
            collect(desk, ("25774", "B1-K2-W2"), STORY, by=learner)

    def test_ends_with_the_agreement(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, learner: Learner
    ) -> None:
        """Nothing can be added to what was stopped."""
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            collect(desk, ORDERS, STORY, by=learner)

    def test_leaves_the_stagebeoordeling_to_the_organisation(
        self, desk: IssuingDesk, learner: Learner
    ) -> None:
        """Nobody writes his own."""
        with pytest.raises(NotFoundError):
            collect(desk, ORDERS, Told(kind=EvidenceKind.STAGE, texts={"beoordeling": "Top"}), by=learner)

    @pytest.mark.parametrize(("told", "most"), [(PHOTO, MOST_PHOTOS), (STORY, MOST)], ids=["photos", "all"])
    def test_has_an_end(self, desk: IssuingDesk, learner: Learner, told: Told, most: int) -> None:
        """More than anybody reads is not collected."""
        for _ in range(most):
            collect(desk, ORDERS, told, by=learner)
        with pytest.raises(FormError) as refused:
            collect(desk, ORDERS, told, by=learner)
        assert ["too-many"] == [each.code for each in refused.value.problems]

    def test_is_for_who_works_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """Who only reads collects nothing, whatever his session remembers."""
        reader = add_person(desk, "Eva", organisation_id=actor.organisation_id, role=Role.LEZER)
        claims = replace(reader, roles=frozenset({Role.BEGELEIDER}))
        with pytest.raises(PermissionDeniedError):
            collect(desk, ORDERS, STORY, by=Member(actor=claims, profiel_id=proposed.id))

    def test_stops_at_an_old_link(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, learner: Learner
    ) -> None:
        """Somebody else saw it, and a new one was made."""
        renew_link(desk, proposed.id, actor=actor)
        with pytest.raises(NotFoundError):
            collect(desk, ORDERS, STORY, by=learner)
        with pytest.raises(NotFoundError):
            Learner.with_token(desk, proposed.token)


class TestChangeEvidence:
    """`change_evidence`."""

    def test_writes_over_ones_own(self, desk: IssuingDesk, learner: Learner) -> None:
        """It goes on where it was left."""
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        more = replace(STORY, texts=dict(STORY.texts) | {"resultaat": "Alles was op tijd klaar."})
        change_evidence(desk, evidence_id, more, by=learner, seen=1)
        work, found = find_evidence(desk, evidence_id, by=learner)
        assert (ORDERS, more.texts) == (work, found.texts)

    def test_is_for_colleagues_too(self, desk: IssuingDesk, member: Member) -> None:
        """Who wrote last stands beside it."""
        tom = add_person(desk, "Tom Ros", organisation_id=member.organisation_id, role=Role.BEGELEIDER)
        evidence_id = collect(desk, ORDERS, STORY, by=member)
        change_evidence(desk, evidence_id, STORY, by=replace(member, actor=tom), seen=1)
        assert ["Tom Ros"] == [each.by for each in list_evidence(desk, ORDERS, by=member)]

    def test_leaves_the_words_of_the_other_side(
        self, desk: IssuingDesk, member: Member, learner: Learner
    ) -> None:
        """In both directions."""
        for writer, other in ((member, learner), (learner, member)):
            evidence_id = collect(desk, ORDERS, STORY, by=writer)
            assert not find_evidence(desk, evidence_id, by=other)[1].may_change
            with pytest.raises(NotFoundError):
                change_evidence(desk, evidence_id, STORY, by=other, seen=1)

    def test_keeps_its_kind(self, desk: IssuingDesk, learner: Learner) -> None:
        """A story does not become a note."""
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        with pytest.raises(NotFoundError):
            change_evidence(desk, evidence_id, NOTE, by=learner, seen=1)

    def test_tells_who_wrote_meanwhile(self, desk: IssuingDesk, member: Member) -> None:
        """The second of two reads what the first wrote; then he may write over it."""
        tom = add_person(desk, "Tom Ros", organisation_id=member.organisation_id, role=Role.BEGELEIDER)
        evidence_id = collect(desk, ORDERS, NOTE, by=member)
        first, second = (replace(NOTE, texts={"notitie": text}) for text in ("Vlot.", "Rustig."))
        change_evidence(desk, evidence_id, first, by=replace(member, actor=tom), seen=1)
        with pytest.raises(FormError) as refused:
            change_evidence(desk, evidence_id, second, by=member, seen=1)
        [problem] = refused.value.problems
        assert ("notitie", "evidence-changed") == (problem.field, problem.code)
        assert "Tom Ros veranderde dit intussen. Er staat nu: ‘Vlot.’" in problem.nl
        change_evidence(desk, evidence_id, second, by=member, seen=2)
        _, found = find_evidence(desk, evidence_id, by=member)
        assert (second.texts, 3) == (found.texts, found.version)

    def test_lets_the_same_text_pass_twice(self, desk: IssuingDesk, learner: Learner) -> None:
        """A form that was sent twice is no quarrel."""
        evidence_id = collect(desk, ORDERS, STORY, by=learner)
        more = replace(STORY, texts=dict(STORY.texts) | {"resultaat": "Alles was op tijd klaar."})
        for _ in range(2):
            change_evidence(desk, evidence_id, more, by=learner, seen=1)
        assert more.texts == find_evidence(desk, evidence_id, by=learner)[1].texts


class TestRemoveEvidence:
    """`remove_evidence`."""

    def test_takes_the_photo_along(self, desk: IssuingDesk, learner: Learner) -> None:
        """Nothing is left of it."""
        evidence_id = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        remove_evidence(desk, evidence_id, by=learner)
        assert [] == list_evidence(desk, ORDERS, by=learner)
        with pytest.raises(NotFoundError):
            find_photo(desk, evidence_id, by=learner)

    def test_is_for_the_recipient_and_the_organisation(
        self, desk: IssuingDesk, member: Member, learner: Learner
    ) -> None:
        """The organisation removes anything, the recipient what is his."""
        theirs = collect(desk, ORDERS, STORY, by=member)
        with pytest.raises(NotFoundError):
            remove_evidence(desk, theirs, by=learner)
        remove_evidence(desk, collect(desk, ORDERS, STORY, by=learner), by=member)
        assert [theirs] == [each.id for each in list_evidence(desk, ORDERS, by=member)]


@ON_BOTH
class TestWalls:
    """What was collected is private."""

    @pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
    def test_stand_between_organisations(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel, learner: Learner, deed: Deed
    ) -> None:
        """It is as if it were not there."""
        evidence_id = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        with pytest.raises(NotFoundError):
            deed(desk, evidence_id, Member(actor=stranger, profiel_id=proposed.id))

    def test_stand_between_agreements(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, learner: Learner
    ) -> None:
        """A token opens what is of its own agreement."""
        other = propose(desk, sam, new_profiel(desk, ORDERS), actor=actor)
        theirs = collect(desk, ORDERS, PHOTO, by=Member(actor=actor, profiel_id=other), photo=PIXELS)
        with pytest.raises(NotFoundError):
            find_photo(desk, theirs, by=learner)

    def test_fall_with_the_work_and_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, proposed: KnownProfiel, member: Member
    ) -> None:
        """What is taken out of the agreement takes along what was collected for it."""
        other = ("25774", "B1-K1-W1")
        collect(desk, ORDERS, PHOTO, by=member, photo=PIXELS)
        collect(desk, other, STORY, by=member)
        [loss] = list_losses(desk, proposed.id, staying={ORDERS}, actor=actor)
        change(desk, proposed.id, new_profiel(desk, ORDERS), let_go=[loss.named], actor=actor)
        assert {ORDERS: 1} == count_collected(desk, by=member)
        remove_recipient(desk, sam, actor=actor)
        with pytest.raises(NotFoundError):
            count_collected(desk, by=member)
