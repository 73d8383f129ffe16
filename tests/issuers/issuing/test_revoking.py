"""Withdrawing a badge: at once, once, by who may."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from badges import status, strictjson
from issuers.audit.fsck import fsck
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError, NotFoundError, PermissionDeniedError, RevocationError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import Revocation, find_revocation, revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.publishing.documents import own_revocation, own_status_list, signed_bytes
from issuers.statuslists import republish_due
from tests.databases import ON_BOTH
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]


def is_withdrawn(desk: IssuingDesk, badge: IssuedBadge) -> bool:
    """Read the published list as a verifier does."""
    entry = strictjson.loads_object(badge.raw)["credentialStatus"]
    assert isinstance(entry, dict)
    raw = own_status_list(desk, str(entry["statusListCredential"]))
    assert raw is not None
    found = strictjson.loads_object(raw)["credentialSubject"]
    assert isinstance(found, dict)
    return status.read_bit(status.decode(str(found["encodedList"])), index=status.entry_index(entry))


class TestRevoke:
    """`revoke` is visible when it returns."""

    def test_is_in_the_published_list_at_once(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """The bit of this badge is set, that of another is not."""
        wrong, right = give("een"), give("twee")
        revoke(desk, wrong.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert (True, False) == (is_withdrawn(desk, wrong), is_withdrawn(desk, right))
        assert () == fsck(desk)

    def test_leaves_the_badge_as_it_was(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Withdrawn is not false: the bytes stay, and stay to be had."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.OP_VERZOEK)
        assert badge.raw == signed_bytes(desk, badge.token)

    def test_stays_in_the_list_when_it_is_renewed(
        self, desk: IssuingDesk, actor: Actor, give: Issue, clock: FixedClock
    ) -> None:
        """A renewal reads the register, not the list before."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        clock.advance(timedelta(hours=2))
        republish_due(desk)
        assert is_withdrawn(desk, badge)

    def test_tells_when_and_why(
        self, desk: IssuingDesk, actor: Actor, give: Issue, clock: FixedClock
    ) -> None:
        """Our own verifier can say more than the list does."""
        badge, better = give("een"), give("twee")
        given = revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERVANGEN, replaced_by=better.id)
        expected = Revocation(
            at=clock.now(), reason=RevocationReason.VERVANGEN, replaced_by=better.token, is_replaced=True
        )
        did = desk.addresses.did(badge.organisation_id)
        assert expected == given == find_revocation(desk, badge.id, organisation_id=badge.organisation_id)
        assert expected == own_revocation(desk, badge.credential_id, issuer=did)

    def test_refuses_to_withdraw_twice(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """The first moment and reason stand."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        with pytest.raises(RevocationError):
            revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)

    def test_refuses_the_badge_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, give: Issue
    ) -> None:
        """For a stranger the badge does not exist."""
        badge = give()
        with pytest.raises(NotFoundError):
            revoke(desk, badge.id, actor=stranger, reason=RevocationReason.VERGISSING)
        assert not is_withdrawn(desk, badge)

    def test_refuses_who_may_not(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """A reader reads."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            revoke(desk, give().id, actor=reader, reason=RevocationReason.VERGISSING)

    def test_refuses_to_replace_by_itself_or_by_nothing(
        self, desk: IssuingDesk, actor: Actor, give: Issue
    ) -> None:
        """The better version is another badge that stands."""
        badge = give()
        for better in (badge.id, UUID(int=0)):
            with pytest.raises(NotFoundError):
                revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERVANGEN, replaced_by=better)
        assert not is_withdrawn(desk, badge)

    @ON_BOTH
    def test_loses_no_withdrawal_when_many_come_at_once(
        self, desk: IssuingDesk, actor: Actor, give: Issue
    ) -> None:
        """Eight threads withdraw eight badges of one list; all eight bits are set."""
        badges = [give(f"k{number}") for number in range(8)]
        with ThreadPoolExecutor(8) as pool:
            list(
                pool.map(
                    lambda badge: revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS), badges
                )
            )
        assert [True] * 8 == [is_withdrawn(desk, badge) for badge in badges]
        assert () == fsck(desk)

    def test_withdraws_once_when_clicked_twice(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Of two clicks at the same moment one withdraws, the other is told."""
        badge = give()

        def click(_turn: int) -> str:
            try:
                revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
            except IssuersError as problem:
                return problem.code
            return "withdrawn"

        with ThreadPoolExecutor(2) as pool:
            assert ["revocation", "withdrawn"] == sorted(pool.map(click, range(2)))


class TestOwnRevocation:
    """`own_revocation` tells of badges of ours only."""

    def test_tells_nothing_to_another_issuer(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Whoever copies an id into a credential of his own learns nothing."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        assert own_revocation(desk, badge.credential_id, issuer="did:web:elders.voorbeeld") is None

    @pytest.mark.parametrize("credential_id", ["", "urn:uuid:", "urn:uuid:x", "https://elders.voorbeeld/1"])
    def test_knows_no_other_id(self, desk: IssuingDesk, actor: Actor, credential_id: str) -> None:
        """An id that is none of ours is not there."""
        did = desk.addresses.did(actor.organisation_id)
        assert own_revocation(desk, credential_id, issuer=did) is None
