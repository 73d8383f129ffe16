"""What somebody keeps, as it is listed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from holders.keeping.claiming import keep
from holders.keeping.wallet import open_wallet
from issuers.desk import IssuingDesk
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue


@contextmanager
def statements_of(desk: IssuingDesk) -> Iterator[list[str]]:
    """Collect what the database is asked."""
    asked: list[str] = []

    def listen(*about: object) -> None:
        asked.append(str(about[2]))

    event.listen(desk.register.engine, "before_cursor_execute", listen)
    try:
        yield asked
    finally:
        event.remove(desk.register.engine, "before_cursor_execute", listen)


class TestOpenWallet:
    """`open_wallet` lists what a holder keeps."""

    def test_shows_what_was_withdrawn_since(
        self, desk: IssuingDesk, give: Issue, actor: Actor, keeping: Keep
    ) -> None:
        """Withdrawn is not false, and not hidden from whose it is."""
        badge = give()
        holder = keeping(badge)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        [shown] = open_wallet(desk, holder).badges
        assert shown.revoked_at is not None

    def test_asks_as_much_for_many_as_for_one(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """However many badges."""
        badges = [give(str(number)) for number in range(5)]
        holder = keeping(badges[0])
        with statements_of(desk) as one:
            open_wallet(desk, holder)
        for badge in badges[1:]:
            keep(desk, badge.token, proof=proof_of(desk, badge), holder=holder, on=OWN)
        with statements_of(desk) as five:
            assert 5 == open_wallet(desk, holder).count
        assert len(one) == len(five)
