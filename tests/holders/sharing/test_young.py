"""Who is younger than 16 keeps what he is given, and shows it once a parent agrees."""

import pytest

from app.editions import OwnEditions
from badges.fewer import Part
from holders.errors import ShareEndedError
from holders.keeping.wallet import open_wallet
from holders.sharing.shared import open_share
from holders.sharing.sharing import Wish, can_be_shared, find_share, make_share
from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.people.permissions import Actor
from issuers.recipients.consent import note_consent, note_young, withdraw_consent
from issuers.recipients.tables import Asked
from tests.holders.conftest import Keep
from tests.issuers.erasing.conftest import Knows, knows

__all__ = ["knows"]


class TestMakeShare:
    """`make_share`, for who is younger than 16."""

    def test_waits_for_a_parent(self, desk: IssuingDesk, actor: Actor, keeping: Keep, knows: Knows) -> None:
        """He keeps it, and no link is made; when a parent takes it back, the link shows nothing."""
        sam = knows()
        note_young(desk, sam.recipient_id, actor=actor)
        holder = keeping(sam.badge)
        wish = Wish(badge_ids=(sam.badge.id,), without=frozenset({Part.NAAM}), days=30, label="")
        editions = OwnEditions(desk)
        assert (1, ()) == (open_wallet(desk, holder).count, can_be_shared(desk, holder=holder))
        with pytest.raises(FormError) as refused:
            make_share(desk, wish, holder=holder, editions=editions)
        assert ["not-agreed"] == [each.code for each in refused.value.problems]
        note_consent(desk, sam.recipient_id, how=Asked.PAPER, actor=actor)
        made = make_share(desk, wish, holder=holder, editions=editions)
        token = find_share(desk, made, holder=holder).token
        assert 1 == len(open_share(desk, token).badges)
        withdraw_consent(desk, sam.recipient_id, actor=actor)
        with pytest.raises(ShareEndedError):
            open_share(desk, token)
