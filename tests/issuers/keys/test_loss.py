"""A key-encryption key is lost without a copy: what goes on, what never opens again, and what stays good."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session, select

from app.sources import OwnSources
from badges import strictjson
from badges.judgement import Judgement
from badges.proofs import read_proofs
from issuers.audit.checkpoints import make_checkpoint
from issuers.audit.fsck import fsck
from issuers.audit.platform import read_platform_trail
from issuers.audit.tables import AuditKind, AuditRecord, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError, NothingLostError
from issuers.issuing.finishing import Stage
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.recovery import Recovered, recover
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.loss import Loss, closed_because, find_loss, start_over
from issuers.keys.managing import rotate_key
from issuers.keys.rewrapping import rewrap
from issuers.keys.tables import SEALABLE, STANDING, Key, KeyPurpose
from issuers.keystore.places import FilePlace
from issuers.keystore.store import KeyLabel, NewKey, WrappingKeyStore
from issuers.organisations.demo import demo_beheerder
from issuers.organisations.standing import close
from issuers.organisations.trail import read_trail
from issuers.people.permissions import OPERATOR, Actor, operator
from tests.databases import ON_SQLITE
from tests.issuers.issuing.test_kills import AT_ONCE
from verifier.engine import Verifier
from verifier.states import Verdict
from verifier.workers.inprocess import InProcess

Issue = Callable[..., IssuedBadge]


def lose(desk: IssuingDesk, data_dir: Path, *names: str) -> IssuingDesk:
    """Lose these files, and open the key store again."""
    for name in names:
        (data_dir / "keys" / name).unlink()
    issuing, standing = places(data_dir)
    return replace(desk, key_store=WrappingKeyStore(issuing=issuing, standing=standing))


def places(data_dir: Path) -> tuple[FilePlace, FilePlace]:
    """Give where the two key-encryption keys are."""
    return FilePlace(data_dir / "keys" / "kek"), FilePlace(data_dir / "keys" / "kek-lists")


def keys_in(desk: IssuingDesk) -> Sequence[Key]:
    """Read every key there is."""
    return desk.register.read(lambda session: session.exec(select(Key)).all(), within=WHOLE_SERVICE)


def in_use(desk: IssuingDesk) -> list[Key]:
    """Choose the keys that sign now."""
    return [key for key in keys_in(desk) if key.retired is None and key.withdrawn is None]


@ON_SQLITE
class TestFindLoss:
    """`find_loss` tells what does not open, and changes nothing."""

    def test_counts_what_does_not_open(self, desk: IssuingDesk, data_dir: Path) -> None:
        """With the key of what signs badges, their keys; the lists go on."""
        lost = lose(desk, data_dir, "kek")
        assert Loss(keys=2, organisations=1, own_keys=0, purposes=SEALABLE, apps=0) == find_loss(lost)

    def test_counts_what_the_service_itself_signs(self, desk: IssuingDesk, data_dir: Path) -> None:
        """The key of the checkpoints is of no organisation."""
        lost = lose(desk, data_dir, "kek-lists")
        assert Loss(keys=1, organisations=1, own_keys=1, purposes=STANDING, apps=0, marks=True) == find_loss(
            lost
        )

    def test_refuses_where_all_opens(self, desk: IssuingDesk) -> None:
        """No key is given up that somebody can use."""
        with pytest.raises(NothingLostError):
            find_loss(desk)

    def test_refuses_what_only_lies_open_to_others(self, desk: IssuingDesk, data_dir: Path) -> None:
        """Mending that takes one command, and nothing is lost."""
        (data_dir / "keys" / "kek").chmod(0o440)
        with pytest.raises(KeyStoreError, match="chmod 0400"):
            find_loss(lose(desk, data_dir))

    @pytest.mark.parametrize("beside", ["kek.new", "kek.old"])
    def test_refuses_while_another_lies_beside_its_place(
        self, desk: IssuingDesk, data_dir: Path, beside: str
    ) -> None:
        """That may be the one that is missed."""
        (data_dir / "keys" / "kek").rename(data_dir / "keys" / beside)
        with pytest.raises(KeyStoreError, match=f"{beside} is here"):
            find_loss(lose(desk, data_dir))


@ON_SQLITE
class TestClosedBecause:
    """`closed_because` looks at every key, and not at the newest alone."""

    def test_tells_of_one_among_many(self, desk: IssuingDesk) -> None:
        """A rewrapping would stop at it."""
        assert closed_because(desk) is None
        first = keys_in(desk)[0]

        def damage(session: Session) -> None:
            session.get_one(Key, first.id).wrapped = bytes(60)

        desk.register.write(damage, within=WHOLE_SERVICE)
        assert str(first.id) in str(closed_because(desk))


class TestStartOver:
    """`start_over` gives up what does not open, and goes on with new keys."""

    def test_keeps_all_that_was_signed_and_withdrawn(
        self, desk: IssuingDesk, data_dir: Path, actor: Actor, give: Issue, judgement: Judgement
    ) -> None:
        """Badges, checkpoints and lists still check, and the next badge has a key of its own."""
        old, withdrawn = give("een"), give("twee")
        revoke(desk, withdrawn.id, actor=actor, reason=RevocationReason.VERGISSING)
        make_checkpoint(desk)
        lost = lose(desk, data_dir, "kek", "kek-lists")
        assert 4 == start_over(lost)
        new = issue(lost, judgement, actor=actor, idempotency_key="drie")
        make_checkpoint(lost)
        assert () == fsck(lost)
        report = [verdict(lost, raw) for raw in (old.raw, withdrawn.raw, new.raw)]
        assert [Verdict.VALID, Verdict.INVALID, Verdict.VALID] == report
        assert signer_of(old.raw) != signer_of(new.raw)

    def test_throws_the_private_halves_away_and_ends_their_days(
        self, desk: IssuingDesk, data_dir: Path
    ) -> None:
        """Whoever finds the lost one has nothing to open; the history of the organisation tells both."""
        before = in_use(desk)
        lost = lose(desk, data_dir, "kek", "kek-lists")
        start_over(lost)
        now = {key.id: key for key in keys_in(lost)}
        assert [(b"", desk.clock.now())] * 4 == [(now[key.id].wrapped, now[key.id].retired) for key in before]
        trail = desk.register.read(
            lambda session: session.exec(
                select(AuditRecord).where(AuditRecord.kind == AuditKind.KEY_RETIRED)
            ).all(),
            within=WHOLE_SERVICE,
        )
        assert {key.id for key in before if key.organisation_id} == {each.key_id for each in trail}
        assert {OPERATOR} == {each.actor_id for each in trail}
        assert [PlatformKind.KEYS_GIVEN_UP] == [each.kind for each in read_platform_trail(lost, page=0)]

    @ON_SQLITE
    def test_is_no_rotation_in_the_history(self, desk: IssuingDesk, data_dir: Path) -> None:
        """A beheerder reads of each key what it was for, and that nothing opened it any more."""
        beheerder = demo_beheerder(desk)
        rotate_key(desk, KeyPurpose.ASSERTION, actor=beheerder)
        start_over(lose(desk, data_dir, "kek"))
        trail = read_trail(desk, actor=beheerder, page=0)
        told = [(each.purpose, each.was_lost) for each in trail if each.kind is AuditKind.KEY_RETIRED]
        assert {(KeyPurpose.ASSERTION, True), (KeyPurpose.TOKEN, True)} == set(told[:2])
        assert (KeyPurpose.ASSERTION, False) == told[2]

    @ON_SQLITE
    def test_leaves_alone_what_opens(self, desk: IssuingDesk, data_dir: Path) -> None:
        """Lists and checkpoints have a key of their own."""
        standing = [key.id for key in in_use(desk) if key.purpose in STANDING]
        lost = lose(desk, data_dir, "kek")
        assert 2 == start_over(lost)
        assert standing == [key.id for key in in_use(lost) if key.purpose in STANDING]

    @ON_SQLITE
    def test_needs_no_new_start_of_a_service_that_runs(
        self, desk: IssuingDesk, data_dir: Path, give: Issue
    ) -> None:
        """It still knows the lost ones, and finds the new ones by itself."""
        old = give("een")
        lost = lose(desk, data_dir, "kek", "kek-lists")
        start_over(lost)
        new = give("twee")
        make_checkpoint(desk)
        assert signer_of(old.raw) != signer_of(new.raw)
        assert () == fsck(lost)

    @ON_SQLITE
    def test_goes_on_where_it_was_interrupted(
        self, desk: IssuingDesk, data_dir: Path, stranger: Actor
    ) -> None:
        """The first organisation has its keys, the second gets them; then there is nothing left to do."""
        lost = lose(desk, data_dir, "kek")
        cut = CutStore(*places(data_dir), makes=3)
        with pytest.raises(PowerCutError):
            start_over(replace(lost, key_store=cut))
        assert Loss(keys=2, organisations=1, own_keys=0, purposes=SEALABLE, apps=0) == find_loss(lost)
        assert 2 == start_over(lost)
        assert 4 == len([key for key in in_use(lost) if key.purpose in SEALABLE])
        with pytest.raises(NothingLostError):
            start_over(lost)

    @ON_SQLITE
    def test_takes_what_lies_there_to_wrap_the_new_ones(self, desk: IssuingDesk, data_dir: Path) -> None:
        """Whoever put it there, chose it; on several machines it is there already."""
        lost = lose(desk, data_dir, "kek")
        own = FilePlace(data_dir / "keys" / "kek")
        own.furnish()
        [kek] = own.read()
        start_over(lost)
        assert {kek.id} == {key.wrapped_by for key in in_use(lost) if key.purpose in SEALABLE}

    @ON_SQLITE
    def test_gives_no_new_signing_keys_to_who_stopped(
        self, desk: IssuingDesk, data_dir: Path, actor: Actor
    ) -> None:
        """Its lists go on, under a new key."""
        close(desk, actor=operator(actor.organisation_id, now=desk.clock.now()))
        lost = lose(desk, data_dir, "kek", "kek-lists")
        start_over(lost)
        assert [KeyPurpose.LIST] == [key.purpose for key in in_use(lost) if key.organisation_id]
        assert () == fsck(lost)

    @ON_SQLITE
    def test_lets_a_badge_fail_that_was_on_its_way(
        self, desk: IssuingDesk, data_dir: Path, actor: Actor, judgement: Judgement
    ) -> None:
        """Nobody can sign it any more; asked again, there is another."""

        def stop(stage: Stage) -> None:
            if stage is Stage.INTENDED:
                raise PowerCutError

        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="halverwege", watch=stop)
        lost = lose(desk, data_dir, "kek")
        start_over(lost)
        assert Recovered(finished=0, given_up=1) == recover(lost, patience=AT_ONCE)
        assert issue(lost, judgement, actor=actor, idempotency_key="halverwege").raw
        assert () == fsck(lost)

    @ON_SQLITE
    def test_stands_in_the_way_of_no_new_key_encryption_key(self, desk: IssuingDesk, data_dir: Path) -> None:
        """What is lost is passed over; the rest is wrapped anew."""
        lost = lose(desk, data_dir, "kek")
        start_over(lost)
        FilePlace(data_dir / "keys" / "kek").prepare()
        assert 2 == rewrap(lost, SEALABLE)


class PowerCutError(Exception):
    """End everything at once."""


class CutStore(WrappingKeyStore):
    """Make so many keys, and go dark."""

    def __init__(self, issuing: FilePlace, standing: FilePlace, *, makes: int) -> None:
        super().__init__(issuing=issuing, standing=standing)
        self._left = makes

    def make(self, label: KeyLabel) -> NewKey:
        """Make a key, while there is power."""
        if not self._left:
            raise PowerCutError
        self._left -= 1
        return super().make(label)


def signer_of(raw: bytes) -> str:
    """Name the key under a badge."""
    [proof] = read_proofs(strictjson.loads_object(raw))
    return proof.verification_method


def verdict(desk: IssuingDesk, raw: bytes) -> Verdict:
    """Check a badge as a visitor does, with what our own register says."""
    workers = InProcess("verifier.apart:answer")
    verifier = Verifier(sources=OwnSources(desk), clock=desk.clock, workers=workers)
    return asyncio.run(verifier.verify(raw)).verdict
