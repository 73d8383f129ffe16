"""Erasing a holder, on a real database of each kind."""

from dataclasses import replace

import pytest
from sqlmodel import select

from holders.cards.cards import give_card, make_own_card, open_by_card
from holders.cards.codes import Typed
from holders.cards.tables import KeepCard
from holders.keeping.claiming import keep
from holders.keeping.tables import Holder, HolderSession, KeptBadge
from holders.keeping.telephones import KnownHolder, find_holder
from holders.keeping.wallet import open_wallet
from holders.rights.erasing import count_going, erase_all
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.erasing import erase_recipient
from issuers.errors import BadgeErasedError, NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.overview import find_by_token
from issuers.people.permissions import Actor
from issuers.recipients.keeping import list_recipients
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue
from tests.issuers.erasing.conftest import Knows, knows, told_by

__all__ = ["knows"]

BREAD = ("bakkerij", "logistiek", "groen")


def keep_more(desk: IssuingDesk, badge: IssuedBadge, *, holder: KnownHolder) -> None:
    """Keep another badge on the same telephone."""
    keep(desk, badge.token, proof=proof_of(desk, badge), holder=holder, on=OWN)


class TestEraseAll:
    """`erase_all`."""

    def test_leaves_no_name_anywhere(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, knows: Knows
    ) -> None:
        """Who gave it knows him no more; others are as they were."""
        wim, yara = knows(), knows("Yara Blijft")
        keeping(yara.badge)
        holder = keeping(wim.badge)
        make_own_card(desk, BREAD, holder=holder)
        assert 1 == erase_all(desk, holder=holder)
        said = told_by(desk)
        assert [0, True] == [said.count(b"Verdwenen"), b"Yara Blijft" in said]
        assert ["Yara Blijft"] == [each.name for each in list_recipients(desk, actor=actor)]
        assert () == fsck(desk)

    def test_leaves_nothing_of_the_holder(self, desk: IssuingDesk, keeping: Keep, knows: Knows) -> None:
        """No telephone, no card, and not that there was one."""
        holder = keeping(knows().badge)
        make_own_card(desk, BREAD, holder=holder)
        erase_all(desk, holder=holder)
        for table in (Holder, KeptBadge, HolderSession, KeepCard):
            rows = desk.register.read(
                lambda session, table=table: session.exec(select(table)).all(), within=WHOLE_SERVICE
            )
            assert [] == list(rows)

    def test_takes_along_what_he_did_not_keep_yet(
        self, desk: IssuingDesk, keeping: Keep, knows: Knows, give: Issue
    ) -> None:
        """Of the same recipient; a badge that was given freely, he has to keep first."""
        holder = keeping(knows().badge)
        free = give()
        keep_more(desk, free, holder=holder)
        assert 2 == count_going(desk, holder=holder)
        assert 2 == erase_all(desk, holder=holder)
        with pytest.raises(BadgeErasedError):
            find_by_token(desk, free.token)

    def test_leaves_what_somebody_else_keeps(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, knows: Knows, give: Issue
    ) -> None:
        """It is not his."""
        wim, other = knows(), give()
        keeping(wim.badge)
        erase_all(desk, holder=keeping(other))
        assert wim.badge.id == find_by_token(desk, wim.badge.token).id
        assert 1 == len(list_recipients(desk, actor=actor))

    def test_names_nobody_who_did_it(self, desk: IssuingDesk, keeping: Keep, knows: Knows) -> None:
        """The chain says that it was done; a holder has no name there."""
        erase_all(desk, holder=keeping(knows().badge))
        kinds = (AuditKind.BADGE_ERASED, AuditKind.RECIPIENT_REMOVED)
        rows = desk.register.read(
            lambda session: session.exec(select(AuditRecord)).all(), within=WHOLE_SERVICE
        )
        assert [None, None] == [each.actor_id for each in rows if each.kind in kinds]

    @pytest.mark.parametrize("changes", [{"is_borrowed": True}, {"only_of": "x"}])
    def test_is_for_his_own_telephone(
        self, desk: IssuingDesk, keeping: Keep, knows: Knows, changes: dict[str, object]
    ) -> None:
        """Not for who borrows one, nor for a card that somebody else may have seen."""
        holder = keeping(knows().badge)
        with pytest.raises(NotFoundError):
            erase_all(desk, holder=replace(holder, **changes))  # type: ignore[arg-type]  # the test names them


class TestEraseRecipient:
    """`erase_recipient`, where a holder keeps what goes."""

    def test_takes_it_from_his_list(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, knows: Knows, give: Issue
    ) -> None:
        """What another badge is of, stays."""
        wim = knows()
        holder = keeping(wim.badge)
        keep_more(desk, give(), holder=holder)
        erase_recipient(desk, wim.recipient_id, actor=actor)
        assert 1 == open_wallet(desk, holder).count
        assert () == fsck(desk)

    def test_leaves_him_his_card(self, desk: IssuingDesk, actor: Actor, knows: Knows, give: Issue) -> None:
        """It was made for a badge that is gone, and opens what else he keeps."""
        wim = knows()
        typed = Typed(code=give_card(desk, wim.badge.id, pictures=BREAD, actor=actor), pictures=BREAD)
        holder = find_holder(desk, open_by_card(desk, typed, on=OWN))
        assert holder is not None
        keep_more(desk, give(), holder=holder)
        erase_recipient(desk, wim.recipient_id, actor=actor)
        again = find_holder(desk, open_by_card(desk, typed, on=OWN))
        assert again is not None
        assert (holder.holder_id, 1) == (again.holder_id, open_wallet(desk, again).count)
