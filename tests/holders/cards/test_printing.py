"""A card is found again by its code, by who made it and by nobody else."""

from uuid import uuid4

import pytest

from holders.cards.cards import end_own_cards, give_card, make_own_card
from holders.cards.printing import find_given_card, require_own_card
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Actor
from tests.holders.conftest import Keep
from tests.issuers.conftest import Issue

BREAD = ("bakkerij", "groen", "bakkerij")


class TestRequireOwnCard:
    """`require_own_card`."""

    def test_is_for_its_holder_while_it_works(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Not for another, not with another code, and not after it ended."""
        holder, other = keeping(give("een")), keeping(give("twee"))
        code = make_own_card(desk, BREAD, holder=holder)
        require_own_card(desk, code, holder=holder)
        for asked, who in ((code, other), ("AAAAAAA", holder), ("", holder)):
            with pytest.raises(NotFoundError):
                require_own_card(desk, asked, holder=who)
        end_own_cards(desk, holder=holder)
        with pytest.raises(NotFoundError):
            require_own_card(desk, code, holder=holder)

    def test_is_for_no_card_that_an_organisation_made(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, actor: Actor
    ) -> None:
        """What opens less would say that it opens all."""
        badge = give()
        holder = keeping(badge)
        with pytest.raises(NotFoundError):
            require_own_card(desk, give_card(desk, badge.id, pictures=BREAD, actor=actor), holder=holder)


class TestFindGivenCard:
    """`find_given_card`."""

    def test_is_for_who_made_it(self, desk: IssuingDesk, give: Issue, actor: Actor, stranger: Actor) -> None:
        """For this badge, while it works."""
        badge, other = give("een"), give("twee")
        code = give_card(desk, badge.id, pictures=BREAD, actor=actor)
        assert badge.id == find_given_card(desk, code, badge_id=badge.id, actor=actor).id
        for badge_id, who in ((other.id, actor), (uuid4(), actor), (badge.id, stranger)):
            with pytest.raises(NotFoundError):
                find_given_card(desk, code, badge_id=badge_id, actor=who)
        give_card(desk, badge.id, pictures=BREAD, actor=actor)
        with pytest.raises(NotFoundError):
            find_given_card(desk, code, badge_id=badge.id, actor=actor)
