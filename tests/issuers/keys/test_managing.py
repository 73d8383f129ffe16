"""Keys of organisations: made, replaced, and taken out of trust."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from badges import strictjson
from badges.proofs import read_proofs
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import CompromiseError, FreshProofNeededError, NotFoundError, PermissionDeniedError
from issuers.issuing.issuing import IssuedBadge
from issuers.keys.managing import list_keys, rotate_key, withdraw_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.permissions import Actor, operator
from issuers.people.tables import Role
from issuers.publishing.documents import status_list
from tests.databases import ON_SQLITE
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give whoever runs the service, acting for the organisation of the praktijkopleider."""
    return operator(actor.organisation_id, now=desk.clock.now())


def active(desk: IssuingDesk, beheerder: Actor, purpose: KeyPurpose) -> Key:
    """Find the key that signs now."""
    [key] = [
        key
        for key in list_keys(desk, actor=beheerder)
        if key.purpose is purpose and key.retired is None and key.withdrawn is None
    ]
    return key


def signer_of(raw: bytes) -> str:
    """Name the key under a document."""
    [proof] = read_proofs(strictjson.loads_object(raw))
    return proof.verification_method.rpartition("#")[2]


class TestRotateKey:
    """`rotate_key`."""

    @pytest.mark.parametrize("purpose", [KeyPurpose.ASSERTION, KeyPurpose.TOKEN, KeyPurpose.LIST])
    def test_leaves_one_key_that_signs(
        self, desk: IssuingDesk, beheerder: Actor, purpose: KeyPurpose
    ) -> None:
        """The one of before stays, with the moment at which it stopped."""
        old = active(desk, beheerder, purpose)
        new = rotate_key(desk, purpose, actor=beheerder)
        assert new.id == active(desk, beheerder, purpose).id != old.id
        [before] = [key for key in list_keys(desk, actor=beheerder) if key.id == old.id]
        assert desk.clock.now() == before.retired

    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.BEHEERDER])
    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor, role: Role) -> None:
        """Nobody else touches keys, or sees which there are."""
        other = replace(actor, roles=frozenset({role}))
        with pytest.raises(PermissionDeniedError):
            rotate_key(desk, KeyPurpose.ASSERTION, actor=other)
        with pytest.raises(PermissionDeniedError):
            list_keys(desk, actor=other)


class TestWithdrawKey:
    """`withdraw_key`."""

    def test_writes_down_since_when(self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock) -> None:
        """Both moments: when it was told, and since when it may have been so."""
        key = active(desk, beheerder, KeyPurpose.ASSERTION)
        clock.advance(timedelta(days=3))
        since = clock.now() - timedelta(days=1)
        now_here = replace(beheerder, proved=clock.now())
        withdraw_key(desk, key.id, actor=now_here, since=since)
        [found] = [each for each in list_keys(desk, actor=beheerder) if each.id == key.id]
        assert (clock.now(), since) == (found.withdrawn, found.compromised)

    @pytest.mark.parametrize("away", [timedelta(seconds=1), timedelta(days=-1)])
    def test_refuses_a_moment_that_cannot_be(
        self, desk: IssuingDesk, beheerder: Actor, away: timedelta
    ) -> None:
        """Not in the future, and not before there was a key."""
        key = active(desk, beheerder, KeyPurpose.ASSERTION)
        with pytest.raises(CompromiseError, match="26-06-2026"):
            withdraw_key(desk, key.id, actor=beheerder, since=desk.clock.now() + away)
        assert key.id == active(desk, beheerder, KeyPurpose.ASSERTION).id

    @ON_SQLITE
    def test_takes_the_minute_in_which_the_key_was_made(
        self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock
    ) -> None:
        """A page and a command name a moment without its seconds, also that one."""
        clock.advance(timedelta(seconds=5, microseconds=500))
        here = replace(beheerder, proved=clock.now())
        key = rotate_key(desk, KeyPurpose.ASSERTION, actor=here)
        withdraw_key(desk, key.id, actor=here, since=key.created.replace(second=0, microsecond=0))
        [found] = [each for each in list_keys(desk, actor=here) if each.id == key.id]
        assert key.created == found.compromised

    def test_publishes_the_lists_anew_at_once(
        self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock
    ) -> None:
        """A list by a key that somebody else has tells nothing any more."""
        key = active(desk, beheerder, KeyPurpose.LIST)
        clock.advance(timedelta(minutes=1))
        new = withdraw_key(desk, key.id, actor=beheerder)
        assert new is not None
        raw = status_list(desk, beheerder.organisation_id, number=1)
        assert new.multikey == signer_of(raw)
        assert clock.now() == datetime.fromisoformat(str(strictjson.loads_object(raw)["validFrom"]))
        assert () == fsck(desk)

    def test_does_not_find_the_key_of_another(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor
    ) -> None:
        """What belongs to another organisation is not there; nor a key that is withdrawn already."""
        theirs = active(desk, operator(stranger.organisation_id, now=desk.clock.now()), KeyPurpose.ASSERTION)
        with pytest.raises(NotFoundError):
            withdraw_key(desk, theirs.id, actor=beheerder)
        ours = active(desk, beheerder, KeyPurpose.ASSERTION)
        withdraw_key(desk, ours.id, actor=beheerder)
        with pytest.raises(NotFoundError):
            withdraw_key(desk, ours.id, actor=beheerder)

    def test_keeps_the_private_halves_of_no_two_keys_alike(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Each rotation is a key of its own."""
        for _ in range(5):
            rotate_key(desk, KeyPurpose.ASSERTION, actor=beheerder)
        keys = desk.register.read(lambda session: session.exec(select(Key)).all(), within=WHOLE_SERVICE)
        assert len(keys) == len({key.multikey for key in keys}) == len({key.wrapped for key in keys})


class TestFreshness:
    """Keys ask for a sign-in of now."""

    def test_is_asked_before_keys_are_touched(
        self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock
    ) -> None:
        """After a quarter of an hour whoever finds the phone can look, and no more."""
        key = active(desk, beheerder, KeyPurpose.ASSERTION)
        clock.advance(timedelta(minutes=16))
        with pytest.raises(FreshProofNeededError):
            rotate_key(desk, KeyPurpose.ASSERTION, actor=beheerder)
        with pytest.raises(FreshProofNeededError):
            withdraw_key(desk, key.id, actor=beheerder)
        assert key.id == active(desk, beheerder, KeyPurpose.ASSERTION).id
