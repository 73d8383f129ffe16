"""Putting a badge right: the better one and the end of the old one are one thing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from badges.judgement import Judgement
from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.errors import (
    BeingCorrectedError,
    IssuersError,
    NotFoundError,
    OtherNameError,
    PermissionDeniedError,
    ProfielNotAgreedError,
    RevocationError,
)
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.correcting import begin_correction, find_correctable, typed_again
from issuers.issuing.finishing import Stage
from issuers.issuing.issuing import IssuedBadge, carry_out
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.overview import find_given
from issuers.issuing.recovery import recover
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import reserve
from issuers.issuing.revoking import Revocation, find_revocation, revoke
from issuers.issuing.tables import BadgeState, CorrectionKind, RevocationReason
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import change, end, find_profiel
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_BOTH, ON_SQLITE
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.issuing.test_issuing import PowerCutError, badges_of, cut_at
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel, proposed, sam
from web.clock import FixedClock

__all__ = ["proposed", "sam"]

Issue = Callable[..., IssuedBadge]
TYPO = CorrectionKind.SCHRIJFFOUT


def standing(desk: IssuingDesk) -> list[str | None]:
    """Name the badges that stand, by what their form was called."""
    return [row.idempotency_key for row in badges_of(desk) if row.state is BadgeState.SIGNED]


def told(desk: IssuingDesk, badge: IssuedBadge) -> Revocation | None:
    """Tell what whoever has a badge is told of its end."""
    return find_revocation(desk, badge.id, organisation_id=badge.organisation_id)


@pytest.fixture
def better(judgement: Judgement) -> Judgement:
    """Give the same judgement without its typo."""
    return replace(judgement, narrative="Sam verzamelde elke ochtend 60 orders met de handscanner.")


class TestCorrect:
    """`correct` leaves one badge standing."""

    def test_leads_on_from_the_old_badge(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement, clock: FixedClock
    ) -> None:
        """Whoever has the old one is told the day, and where the better one is."""
        old = give()
        clock.advance(timedelta(days=3))
        new = correct(
            desk, better, correction=Correction(badge_id=old.id, kind=TYPO), actor=actor, idempotency_key="k"
        )
        expected = Revocation(
            at=clock.now(), reason=RevocationReason.VERVANGEN, replaced_by=new.token, is_replaced=True
        )
        assert expected == told(desk, old)
        assert ["k"] == standing(desk)
        assert () == fsck(desk)

    def test_leads_nobody_to_somebody_else(
        self, desk: IssuingDesk, actor: Actor, give: Issue, judgement: Judgement
    ) -> None:
        """Given to the wrong person: the old one was a mistake, and says nothing of the new one."""
        old = give()
        correction = Correction(badge_id=old.id, kind=CorrectionKind.ANDERE_PERSOON)
        other = replace(judgement, name="Alex Jansen")
        new = correct(desk, other, correction=correction, actor=actor, idempotency_key="k")
        found = told(desk, old)
        assert found
        assert (RevocationReason.VERGISSING, None) == (found.reason, found.replaced_by)
        assert (None, old.id) == (
            find_given(desk, old.id, actor=actor).replaced_by,
            find_given(desk, new.id, actor=actor).replaces,
        )

    def test_is_done_once(self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement) -> None:
        """The same form sent twice is one better badge; another form is told that it is done."""
        correction = Correction(badge_id=give().id, kind=TYPO)
        first = correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        assert first == correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        with pytest.raises(RevocationError):
            correct(desk, better, correction=correction, actor=actor, idempotency_key="ander formulier")
        assert ["k"] == standing(desk)

    @ON_BOTH
    def test_is_done_by_one_of_two_at_once(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement
    ) -> None:
        """Two forms for one badge at the same moment: one badge comes of it."""
        correction = Correction(badge_id=give().id, kind=TYPO)

        def click(key: str) -> str:
            try:
                correct(desk, better, correction=correction, actor=actor, idempotency_key=key)
            except IssuersError as problem:
                return problem.code
            return "corrected"

        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(click, ("een", "twee")))
        assert 1 == outcomes.count("corrected")
        assert 1 == len(standing(desk))

    def test_can_be_done_again_to_the_better_one(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement
    ) -> None:
        """Each leads on to the newest, past what took its place and does not stand any more."""
        first = give()
        second = correct(
            desk,
            better,
            correction=Correction(badge_id=first.id, kind=TYPO),
            actor=actor,
            idempotency_key="2",
        )
        third = correct(
            desk,
            better,
            correction=Correction(badge_id=second.id, kind=TYPO),
            actor=actor,
            idempotency_key="3",
        )
        assert [third.token, third.token] == [
            found.replaced_by for badge in (first, second) if (found := told(desk, badge))
        ]

    def test_leads_no_further_than_to_the_same_person(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement
    ) -> None:
        """What was put right last was somebody else's: an old link ends at what stood before."""
        first = give()
        typo = Correction(badge_id=first.id, kind=TYPO)
        second = correct(desk, better, correction=typo, actor=actor, idempotency_key="2")
        other = Correction(badge_id=second.id, kind=CorrectionKind.ANDERE_PERSOON)
        correct(desk, better, correction=other, actor=actor, idempotency_key="3")
        found = told(desk, first)
        assert found
        assert second.token == found.replaced_by

    @ON_SQLITE
    def test_refuses_who_may_not_withdraw_and_who_is_elsewhere(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, give: Issue, better: Judgement
    ) -> None:
        """A reader reads, and for a stranger the badge is not there."""
        correction = Correction(badge_id=give().id, kind=TYPO)
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            correct(desk, better, correction=correction, actor=reader, idempotency_key="k")
        with pytest.raises(NotFoundError):
            correct(desk, better, correction=correction, actor=stranger, idempotency_key="k")
        with pytest.raises(NotFoundError):
            correct(
                desk,
                better,
                correction=Correction(badge_id=UUID(int=0), kind=TYPO),
                actor=actor,
                idempotency_key="k",
            )


@ON_BOTH
class TestCrashes:
    """Wherever the power fails, one badge stands, and it is known which."""

    @pytest.mark.parametrize("stage", list(Stage))
    def test_end_with_one_badge(  # noqa: PLR0913, PLR0917 (what pytest gives)
        self,
        desk: IssuingDesk,
        actor: Actor,
        give: Issue,
        better: Judgement,
        clock: FixedClock,
        stage: Stage,
    ) -> None:
        """Before the bytes were kept it is the old one, after that the new one, once recovery came by."""
        old = give("oud")
        correction = Correction(badge_id=old.id, kind=TYPO)
        reservation = reserve(desk, better, actor=actor, idempotency_key="nieuw", occasion=correction)
        with pytest.raises(PowerCutError):
            carry_out(desk, better, reservation=reservation, watch=cut_at(stage))
        assert ["nieuw" if stage is Stage.RECORDED else "oud"] == standing(desk)
        clock.advance(timedelta(minutes=1))
        recover(desk)
        is_old = stage in {Stage.RESERVED, Stage.DRAFTED}
        assert ["oud" if is_old else "nieuw"] == standing(desk)
        assert (told(desk, old) is None) == is_old
        assert () == fsck(desk)

    def test_do_not_stand_in_the_way(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement, clock: FixedClock
    ) -> None:
        """Until recovery came by it is busy; after that it can be put right."""
        correction = Correction(badge_id=give().id, kind=TYPO)
        reserve(desk, better, actor=actor, idempotency_key="weg", occasion=correction)
        with pytest.raises(BeingCorrectedError):
            correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        clock.advance(timedelta(minutes=1))
        recover(desk)
        correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        assert ["k"] == standing(desk)

    def test_sign_nothing_in_the_place_of_what_is_gone(
        self, desk: IssuingDesk, actor: Actor, give: Issue, better: Judgement
    ) -> None:
        """Somebody withdrew the old one in the meantime: the person asked for that, perhaps."""
        old = give()
        correction = Correction(badge_id=old.id, kind=TYPO)
        reservation = reserve(desk, better, actor=actor, idempotency_key="k", occasion=correction)

        def withdraw(reached: Stage) -> None:
            if reached is Stage.CHECKED:
                revoke(desk, old.id, actor=actor, reason=RevocationReason.OP_VERZOEK)

        with pytest.raises(RevocationError):
            carry_out(desk, better, reservation=reservation, watch=withdraw)
        assert [] == standing(desk)
        found = told(desk, old)
        assert found
        assert RevocationReason.OP_VERZOEK == found.reason
        assert () == fsck(desk)


@ON_SQLITE
class TestAgreed:
    """What was agreed holds for the better badge too."""

    @pytest.fixture
    def old(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, proposed: KnownProfiel
    ) -> IssuedBadge:
        """Give a badge for work that was agreed."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        return issue_agreed(desk, judgement, profiel_id=proposed.id, actor=actor, idempotency_key="oud")

    def test_keeps_the_goal_reached(
        self, desk: IssuingDesk, actor: Actor, better: Judgement, proposed: KnownProfiel, old: IssuedBadge
    ) -> None:
        """By the better badge, also when the agreement was stopped since."""
        end(desk, proposed.id, actor=actor)
        correction = Correction(badge_id=old.id, kind=TYPO, profiel_id=proposed.id)
        new = correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        goals = find_profiel(desk, proposed.id, actor=actor).goals
        assert [new.id] == [each.badge_id for each in goals if each.is_reached]

    def test_opens_the_goal_again_when_it_was_other_work(
        self, desk: IssuingDesk, actor: Actor, better: Judgement, proposed: KnownProfiel, old: IssuedBadge
    ) -> None:
        """And the other work is reached."""
        other = replace(better, werkproces=werkproces_reference(desk, "25774", code="B1-K1-W1"))
        correction = Correction(badge_id=old.id, kind=CorrectionKind.ANDER_WERK, profiel_id=proposed.id)
        correct(desk, other, correction=correction, actor=actor, idempotency_key="k")
        goals = find_profiel(desk, proposed.id, actor=actor).goals
        assert [("25774", "B1-K1-W1")] == [each.key for each in goals if each.is_reached]

    def test_stays_with_who_has_it_when_the_other_work_was_not_agreed(
        self, desk: IssuingDesk, actor: Actor, better: Judgement, proposed: KnownProfiel, old: IssuedBadge
    ) -> None:
        """He finds it where he found the old one, and the agreement can be changed as before."""
        other = replace(better, werkproces=werkproces_reference(desk, "25774", code="B1-K1-W2"))
        kind = CorrectionKind.ANDER_WERK
        begun = begin_correction(desk, Correction(badge_id=old.id, kind=kind), actor=actor)
        correction = Correction(badge_id=old.id, kind=kind, profiel_id=begun.profiel_id)
        new = correct(desk, other, correction=correction, actor=actor, idempotency_key="k")
        known = find_profiel(desk, proposed.id, actor=actor)
        assert [False, False] == [each.is_reached for each in known.goals]
        assert [(("25774", "B1-K1-W2"), new.id)] == [(each.key, each.badge_id) for each in known.besides]
        change(desk, proposed.id, new_profiel(desk, ORDERS), actor=actor)
        assert [ORDERS] == [each.key for each in find_profiel(desk, proposed.id, actor=actor).goals]

    def test_bears_the_chosen_name_only(
        self, desk: IssuingDesk, actor: Actor, better: Judgement, proposed: KnownProfiel, old: IssuedBadge
    ) -> None:
        """Nobody else changes it; and who says that it is not right is asked first."""
        correction = Correction(badge_id=old.id, kind=TYPO, profiel_id=proposed.id)
        with pytest.raises(OtherNameError):
            correct(
                desk, replace(better, name="Sammie"), correction=correction, actor=actor, idempotency_key="k"
            )
        object_to(desk, proposed.token, revision=1, because="")
        with pytest.raises(ProfielNotAgreedError):
            correct(desk, better, correction=correction, actor=actor, idempotency_key="k")

    def test_goes_on_after_the_power_failed(
        self, desk: IssuingDesk, actor: Actor, better: Judgement, proposed: KnownProfiel, old: IssuedBadge
    ) -> None:
        """The same form once more is the same badge, though the old one stands for the goal."""
        correction = Correction(badge_id=old.id, kind=TYPO, profiel_id=proposed.id)
        reserve(desk, better, actor=actor, idempotency_key="k", occasion=correction)
        correct(desk, better, correction=correction, actor=actor, idempotency_key="k")
        assert ["k"] == standing(desk)


@ON_SQLITE
class TestFindCorrectable:
    """`find_correctable` finds what stands."""

    def test_finds_no_badge_that_was_withdrawn(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """There is nothing to put right in what says nothing any more."""
        badge = give()
        assert badge.id == find_correctable(desk, badge.id, actor=actor).id
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        with pytest.raises(RevocationError):
            find_correctable(desk, badge.id, actor=actor)


@ON_SQLITE
class TestTypedAgain:
    """`typed_again` fills the form with what was given."""

    def test_forgets_nothing_but_the_name_of_somebody_else(
        self, desk: IssuingDesk, actor: Actor, give: Issue, judgement: Judgement
    ) -> None:
        """Every field that was typed is there."""
        facts = find_given(desk, give().id, actor=actor).facts
        expected = TypedJudgement(
            naam="Sam de Vries",
            zin=judgement.narrative,
            van=date(2026, 1, 5).isoformat(),
            tot=date(2026, 6, 26).isoformat(),
            zelfstandigheid="zelfstandig",
            rol="werknemer",
            leervorm="informeel leren",
        )
        assert expected == typed_again(facts, kind=TYPO)
        assert replace(expected, naam="") == typed_again(facts, kind=CorrectionKind.ANDERE_PERSOON)
