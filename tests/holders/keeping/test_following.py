"""What takes the place of a badge that somebody keeps."""

from dataclasses import replace
from uuid import UUID

import pytest

from holders.keeping.following import follow_replaced
from holders.keeping.wallet import open_wallet
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.replacing import Correction
from issuers.issuing.tables import CorrectionKind
from issuers.people.permissions import Actor
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue, judge
from tests.issuers.giving import correct as issue_better


def correct(
    desk: IssuingDesk, badge_id: UUID, *, actor: Actor, kind: CorrectionKind, key: str
) -> IssuedBadge:
    """Give a better version."""
    better = replace(judge(desk), narrative=f"Sam verzamelde elke middag {key} orders.")
    correction = Correction(badge_id=badge_id, kind=kind)
    return issue_better(desk, better, correction=correction, actor=actor, idempotency_key=key)


class TestFollowReplaced:
    """`follow_replaced` lets who keeps a badge keep its better version."""

    @pytest.mark.parametrize("kind", [CorrectionKind.SCHRIJFFOUT, CorrectionKind.ANDER_WERK])
    def test_stands_in_its_place(
        self, desk: IssuingDesk, give: Issue, actor: Actor, keeping: Keep, kind: CorrectionKind
    ) -> None:
        """Once, however often it is done; and the better one of that too."""
        badge = give()
        holder = keeping(badge)
        for number in range(2):
            badge = correct(desk, badge.id, actor=actor, kind=kind, key=str(number))
            assert (1, 0) == (follow_replaced(desk), follow_replaced(desk))
            assert [badge.id] == [each.id for each in open_wallet(desk, holder).badges]
            assert 1 == open_wallet(desk, holder).count

    def test_leaves_what_was_somebody_elses(
        self, desk: IssuingDesk, give: Issue, actor: Actor, keeping: Keep
    ) -> None:
        """The wrong person does not get the badge of the right one."""
        badge = give()
        holder = keeping(badge)
        correct(desk, badge.id, actor=actor, kind=CorrectionKind.ANDERE_PERSOON, key="ander")
        assert 0 == follow_replaced(desk)
        assert [badge.id] == [each.id for each in open_wallet(desk, holder).badges]

    def test_leaves_what_nobody_keeps(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """There is nobody to keep it."""
        correct(desk, give().id, actor=actor, kind=CorrectionKind.SCHRIJFFOUT, key="beter")
        assert 0 == follow_replaced(desk)
