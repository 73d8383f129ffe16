"""Erasing a recipient, on a real database of each kind."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import col, select

from badges import status, strictjson
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.erasing import Going, erase_badge, erase_recipient, what_goes
from issuers.erasing.tables import ErasedBadge
from issuers.errors import BadgeErasedError, NotFoundError, PermissionDeniedError
from issuers.issuing.overview import find_by_token
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import Badge, BadgeState, RevocationReason
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.publishing.documents import signed_bytes, status_list
from issuers.recipients.keeping import list_recipients
from issuers.statuslists import republish_due
from tests.databases import ON_SQLITE
from tests.issuers.conftest import Issue
from tests.issuers.erasing.conftest import Knows, told_by


def is_withdrawn(desk: IssuingDesk, index: int, *, organisation_id: str) -> bool:
    """Read a bit as the world reads it."""
    document = strictjson.loads_object(status_list(desk, organisation_id, number=1))
    subject = document["credentialSubject"]
    assert isinstance(subject, dict)
    bits = status.decode(str(subject["encodedList"]))
    return bool(bits[index // 8] >> (7 - index % 8) & 1)


class TestEraseRecipient:
    """`erase_recipient`."""

    def test_leaves_no_name_anywhere(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Not in a row, a letter or the bytes of a badge; of another, all is there."""
        wim, _ = knows(), knows("Yara Blijft")
        erase_recipient(desk, wim.recipient_id, actor=actor)
        said = told_by(desk)
        assert [0, True] == [said.count(b"Verdwenen"), b"Yara Blijft" in said]
        assert ["Yara Blijft"] == [each.name for each in list_recipients(desk, actor=actor)]
        assert () == fsck(desk)

    def test_leaves_the_others_whole(
        self, desk: IssuingDesk, actor: Actor, knows: Knows, give: Issue
    ) -> None:
        """Their badges are read as before."""
        wim, yara, other = knows(), knows("Yara Blijft"), give()
        erase_recipient(desk, wim.recipient_id, actor=actor)
        assert b"Yara Blijft" in signed_bytes(desk, yara.badge.token)
        assert b"Sam de Vries" in signed_bytes(desk, other.token)

    def test_answers_at_its_address_that_it_is_gone(
        self, desk: IssuingDesk, actor: Actor, knows: Knows
    ) -> None:
        """In no form; an address that never was is not told apart by anything else."""
        wim = knows()
        erase_recipient(desk, wim.recipient_id, actor=actor)
        for read in (find_by_token, signed_bytes):
            with pytest.raises(BadgeErasedError):
                read(desk, wim.badge.token)
        with pytest.raises(NotFoundError) as unknown:
            find_by_token(desk, "nooit-geweest")
        assert not isinstance(unknown.value, BadgeErasedError)

    def test_keeps_withdrawn_what_was_withdrawn(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """A copy elsewhere is checked against the list, which says what it said; of the other, nothing."""
        stands, wrong = knows(), knows("Yara Verdwenen")
        revoke(desk, wrong.badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        for each in (stands, wrong):
            erase_recipient(desk, each.recipient_id, actor=actor)
        republish_due(desk)
        rows = desk.register.read(
            lambda session: session.exec(select(ErasedBadge)).all(), within=WHOLE_SERVICE
        )
        found = {
            row.state: is_withdrawn(desk, row.status_index, organisation_id=actor.organisation_id)
            for row in rows
        }
        assert {BadgeState.SIGNED: False, BadgeState.REVOKED: True} == found
        assert () == fsck(desk)

    def test_says_that_it_was_done_and_of_whom_nothing(
        self, desk: IssuingDesk, actor: Actor, knows: Knows
    ) -> None:
        """The chain holds an id, and who did it."""
        wim = knows()
        erase_recipient(desk, wim.recipient_id, actor=actor)
        erased = select(AuditRecord).where(AuditRecord.kind == AuditKind.BADGE_ERASED)
        (record,) = desk.register.read(lambda session: session.exec(erased).all(), within=WHOLE_SERVICE)
        assert (wim.badge.id, actor.person_id) == (record.badge_id, record.actor_id)

    @ON_SQLITE
    def test_leaves_nothing_in_the_file(
        self, desk: IssuingDesk, actor: Actor, knows: Knows, data_dir: Path
    ) -> None:
        """Nor in the log beside it: what was deleted is written over."""
        wim = knows()
        erase_recipient(desk, wim.recipient_id, actor=actor)
        holding = [
            path.name for path in data_dir.rglob("*") if path.is_file() and b"Verdwenen" in path.read_bytes()
        ]
        assert [] == holding

    def test_is_for_who_gives(self, desk: IssuingDesk, stranger: Actor, actor: Actor, knows: Knows) -> None:
        """Of another organisation there is nobody; who only reads erases nobody."""
        wim = knows()
        with pytest.raises(NotFoundError):
            erase_recipient(desk, wim.recipient_id, actor=stranger)
        with pytest.raises(PermissionDeniedError):
            erase_recipient(desk, wim.recipient_id, actor=reader(actor))
        count = desk.register.read(
            lambda session: len(session.exec(select(col(Badge.id))).all()), within=WHOLE_SERVICE
        )
        assert 1 == count


class TestWhatGoes:
    """`what_goes`."""

    def test_counts_the_badges(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Of this recipient alone."""
        wim, _ = knows(), knows("Yara Blijft")
        assert Going(badges=1) == what_goes(desk, wim.recipient_id, actor=actor)


def reader(actor: Actor) -> Actor:
    """Be somebody who may prepare, and give nothing."""
    return replace(actor, roles=frozenset({Role.LEZER}))


class TestEraseBadge:
    """`erase_badge` erases what was given freely, and is tied to no recipient."""

    def test_leaves_no_name_anywhere(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Of another badge all is there, and the audit trail holds."""
        gone, other = give("een", name="Wim Verdwenen"), give("twee")
        erase_badge(desk, gone.id, actor=actor)
        assert b"Verdwenen" not in told_by(desk)
        assert b"Sam de Vries" in signed_bytes(desk, other.token)
        with pytest.raises(BadgeErasedError):
            find_by_token(desk, gone.token)
        assert () == fsck(desk)

    @ON_SQLITE
    def test_refuses_that_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, give: Issue
    ) -> None:
        """It is there as before."""
        mine = give()
        with pytest.raises(NotFoundError):
            erase_badge(desk, mine.id, actor=stranger)
        assert signed_bytes(desk, mine.token)

    @ON_SQLITE
    def test_refuses_who_only_looks(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """Whoever gives badges may."""
        with pytest.raises(PermissionDeniedError):
            erase_badge(desk, give().id, actor=reader(actor))
