"""Editions of what somebody keeps: asked for through a port, for this room has no keys."""

from datetime import timedelta

from app.editions import OwnEditions
from badges.fewer import Part
from holders.keeping.editions import BACK, sign_missing
from issuers.desk import IssuingDesk
from issuers.issuing.overview import find_by_id
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.standing import resume, suspend
from issuers.people.permissions import Actor
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock


class TestSignMissing:
    """`sign_missing` signs the standard editions of what is kept and has none."""

    def test_signs_what_is_kept_once(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """However it came to be kept; of what nobody keeps it signs nothing."""
        badge, _ = give("een"), give("twee")
        keeping(badge)
        editions = OwnEditions(desk)
        assert (2, 0) == (sign_missing(desk, editions=editions), sign_missing(desk, editions=editions))
        nameless = editions.sign(badge.id, without={Part.NAAM})
        assert find_by_id(desk, nameless).facts.name is None

    def test_waits_for_an_organisation_that_is_suspended(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, actor: Actor
    ) -> None:
        """When it may give again, they come."""
        keeping(give())
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert 0 == sign_missing(desk, editions=OwnEditions(desk))
        resume(desk, actor.organisation_id, by=actor.person_id)
        assert 2 == sign_missing(desk, editions=OwnEditions(desk))

    def test_leaves_what_is_withdrawn_and_what_is_long_ago(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, actor: Actor, clock: FixedClock
    ) -> None:
        """The first needs none, the second gets them when somebody wants them."""
        withdrawn, old = give("een"), give("twee")
        keeping(withdrawn)
        keeping(old)
        revoke(desk, withdrawn.id, actor=actor, reason=RevocationReason.ANDERS)
        clock.advance(BACK + timedelta(hours=1))
        assert 0 == sign_missing(desk, editions=OwnEditions(desk))
