"""An organisation that may not give badges now; what it gave stays to be checked."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from badges.judgement import Judgement
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    FreshProofNeededError,
    NotFoundError,
    OrganisationStoppedError,
    PermissionDeniedError,
)
from issuers.issuing.finishing import Stage
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.recovery import PATIENCE, Recovered, recover
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.register import keys_of
from issuers.keys.tables import KeyPurpose
from issuers.organisations.founding import find_organisation
from issuers.organisations.standing import close, merge, resume, suspend
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.publishing.documents import organisation_did_document, status_list
from issuers.statuslists import republish_due
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]


def refused(give: Issue, key: str) -> str:
    """Give the code with which a badge is refused."""
    with pytest.raises(OrganisationStoppedError) as stopped:
        give(key)
    return stopped.value.code


class TestSuspend:
    """`suspend` stops an organisation for a while."""

    def test_lets_it_give_nothing(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Also not with a form that was open."""
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert "organisation-suspended" == refused(give, "een")
        found = find_organisation(desk, actor.organisation_id)
        assert "Er kwam een melding." == found.suspended_because

    def test_leaves_others_alone(self, desk: IssuingDesk, stranger: Actor, give: Issue) -> None:
        """One organisation is not another."""
        suspend(desk, stranger.organisation_id, by=stranger.person_id, reason="Er kwam een melding.")
        assert give("een").raw

    def test_tells_again_what_was_given_before(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """A system that lost the answer asks with the same key, and would think that there is no badge."""
        badge = give("een")
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert badge == give("een")

    def test_lets_it_withdraw(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Mistakes must be put right at any time."""
        badge = give("een")
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)

    def test_is_for_who_still_goes(self, desk: IssuingDesk, actor: Actor, beheerder: Actor) -> None:
        """What was closed does not go on later, and says nothing of that."""
        close(desk, actor=beheerder)
        with pytest.raises(OrganisationStoppedError):
            suspend(desk, actor.organisation_id, by=actor.person_id, reason="x")
        with pytest.raises(OrganisationStoppedError):
            resume(desk, actor.organisation_id, by=actor.person_id)

    def test_knows_no_other(self, desk: IssuingDesk, actor: Actor) -> None:
        """An id that is none."""
        with pytest.raises(NotFoundError):
            suspend(desk, "niemand", by=actor.person_id, reason="x")


class TestResume:
    """`resume` lets it go on."""

    def test_lets_it_give_again(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """As if nothing was."""
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        resume(desk, actor.organisation_id, by=actor.person_id)
        assert give("een").raw
        assert find_organisation(desk, actor.organisation_id).suspended_because is None

    def test_writes_down_only_what_it_changed(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor
    ) -> None:
        """Who goes on already does not begin again."""
        resume(desk, actor.organisation_id, by=actor.person_id)
        kinds = {each.kind for each in read_trail(desk, actor=beheerder, page=0)}
        assert AuditKind.ORGANISATION_RESUMED not in kinds


class TestClose:
    """`close` ends it for good."""

    def test_retires_what_signs_badges(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """And leaves the key of the lists, which must go on."""
        give("een")
        close(desk, actor=beheerder)
        keys = desk.register.read(
            partial(keys_of, organisation_id=beheerder.organisation_id), within=WHOLE_SERVICE
        )
        assert {KeyPurpose.LIST} == {key.purpose for key in keys if key.retired is None}
        assert "organisation-closed" == refused(give, "twee")

    def test_leaves_its_badges_to_be_checked(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue, clock: FixedClock
    ) -> None:
        """Its keys stay in its did document, its list is signed again."""
        give("een")
        before = organisation_did_document(desk, beheerder.organisation_id)["verificationMethod"]
        old = status_list(desk, beheerder.organisation_id, number=1)
        close(desk, actor=beheerder)
        clock.advance(timedelta(hours=2))
        republish_due(desk)
        after = organisation_did_document(desk, beheerder.organisation_id)["verificationMethod"]
        assert {each["id"] for each in before} == {each["id"] for each in after}
        assert old != status_list(desk, beheerder.organisation_id, number=1)

    def test_tells_again_what_was_given_before(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """The keys are gone, the badge is not."""
        badge = give("een")
        close(desk, actor=beheerder)
        assert badge == give("een")

    def test_lets_what_was_begun_come_to_its_end(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """What a crash left is signed as it was promised, once."""

        def crash(stage: Stage) -> None:
            if stage is Stage.INTENDED:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            issue(desk, judgement, actor=actor, idempotency_key="een", watch=crash)
        close(desk, actor=beheerder)
        clock.advance(PATIENCE + timedelta(seconds=1))
        assert Recovered(finished=1, given_up=0) == recover(desk)
        assert () == fsck(desk)

    def test_is_done_once(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The second time says so."""
        close(desk, actor=beheerder)
        with pytest.raises(OrganisationStoppedError):
            close(desk, actor=beheerder)

    def test_takes_a_fresh_proof(self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock) -> None:
        """It cannot be undone."""
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            close(desk, actor=beheerder)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """Not for who gives badges."""
        with pytest.raises(PermissionDeniedError):
            close(desk, actor=actor)

    def test_reads_the_role_again(self, desk: IssuingDesk, former_beheerder: Actor) -> None:
        """What cannot be undone is for who may at that moment."""
        with pytest.raises(PermissionDeniedError):
            close(desk, actor=former_beheerder)
        assert find_organisation(desk, former_beheerder.organisation_id).closed is None


class TestMerge:
    """`merge` lets one go up in another."""

    def test_points_to_the_other_and_keeps_its_badges(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, give: Issue
    ) -> None:
        """The did stays, so what was signed stays."""
        badge = give("een")
        merge(desk, actor.organisation_id, into=stranger.organisation_id, by=stranger.person_id)
        found = find_organisation(desk, actor.organisation_id)
        assert (stranger.organisation_id, True) == (found.merged_into, found.closed is not None)
        assert actor.organisation_id == badge.organisation_id
        assert "organisation-merged" == refused(give, "twee")

    def test_goes_one_way(self, desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
        """Nothing goes up in itself, in what has stopped, or in nothing."""
        merge(desk, actor.organisation_id, into=stranger.organisation_id, by=stranger.person_id)
        for one, other, error in (
            (stranger.organisation_id, stranger.organisation_id, NotFoundError),
            (stranger.organisation_id, actor.organisation_id, OrganisationStoppedError),
            (actor.organisation_id, stranger.organisation_id, OrganisationStoppedError),
            (stranger.organisation_id, "niemand", NotFoundError),
        ):
            with pytest.raises(error):
                merge(desk, one, into=other, by=stranger.person_id)
