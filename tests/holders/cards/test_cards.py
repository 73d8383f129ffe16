"""The card to keep: a code on paper and three pictures in somebody's head."""

from dataclasses import replace
from datetime import timedelta

import pytest

from holders.cards.cards import (
    LOCKED,
    MOST_IN_ALL,
    MOST_WRONG,
    end_given_card,
    end_own_cards,
    find_to_give,
    give_card,
    given_cards,
    make_own_card,
    open_by_card,
    own_card_since,
    resting,
)
from holders.cards.codes import LENGTH, LETTERS, PICTURES, Typed, printed, read_typed
from holders.errors import AlreadyKeptError, CardError
from holders.keeping.claiming import keep
from holders.keeping.telephones import BORROWED, KnownHolder, Telephone, find_holder
from holders.keeping.wallet import open_wallet
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.issuing.issuing import issue
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.databases import ON_SQLITE
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue, judge
from web.clock import FixedClock

BREAD = ("bakkerij", "logistiek", "groen")
OTHERS = ("groen", "logistiek", "bakkerij")


def opened(desk: IssuingDesk, code: str, pictures: tuple[str, ...] = BREAD) -> KnownHolder:
    """Open by a card, on a telephone of one's own."""
    holder = find_holder(desk, open_by_card(desk, Typed(code=code, pictures=pictures), on=OWN))
    assert holder is not None
    return holder


class TestReadTyped:
    """`read_typed` reads a code however it was typed."""

    @pytest.mark.parametrize("code", ["K7P4QD9", "k7p-4qd9", " K7P 4QD9 ", "k7p.4qd9"])
    def test_takes_it_in_any_way(self, code: str) -> None:
        """With or without what stands between."""
        assert "K7P4QD9" == read_typed(code, chosen=BREAD).code

    @pytest.mark.parametrize(
        ("code", "chosen", "fields"),
        [
            ("", BREAD, ["code"]),
            (" - ", BREAD, ["code"]),
            ("K7P4QD9", BREAD[:2], ["plaatjes"]),
            ("K7P4QD9", (*BREAD, "sport"), ["plaatjes"]),
            ("", ("bakkerij", "logistiek", "niets"), ["code", "plaatjes"]),
        ],
    )
    def test_says_what_is_missing(self, code: str, chosen: tuple[str, ...], fields: list[str]) -> None:
        """All at once."""
        with pytest.raises(FormError) as refused:
            read_typed(code, chosen=chosen)
        assert fields == [each.field for each in refused.value.problems]


class TestGiveCard:
    """`give_card` makes a card for whoever was given a badge."""

    def test_has_letters_that_nobody_mixes_up(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """In two parts; and no two cards have one code."""
        badges = [give(str(number)) for number in range(5)]
        codes = [give_card(desk, badge.id, pictures=BREAD, actor=actor) for badge in badges]
        assert ({LENGTH}, True, 5) == (
            {len(code) for code in codes},
            set("".join(codes)) <= set(LETTERS),
            len(set(codes)),
        )
        assert not set(LETTERS) & set("0O1IL2Z5S8B6G")
        assert "K7P-4QD9" == printed("K7P4QD9")

    def test_keeps_the_badge_at_its_first_use(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """And opens the same again, wherever."""
        badge = give()
        code = give_card(desk, badge.id, pictures=BREAD, actor=actor)
        first, second = opened(desk, code), opened(desk, code)
        assert first.holder_id == second.holder_id
        assert [badge.id] == [each.id for each in open_wallet(desk, second).badges]

    def test_takes_the_place_of_the_one_before(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Used or not: who finds the old one has nothing."""
        badge = give()
        lost, used = (give_card(desk, badge.id, pictures=BREAD, actor=actor) for _ in range(2))
        holder = opened(desk, used)
        newest = give_card(desk, badge.id, pictures=OTHERS, actor=actor)
        for code in (lost, used):
            with pytest.raises(CardError):
                opened(desk, code)
        assert holder.holder_id == opened(desk, newest, OTHERS).holder_id

    def test_opens_only_what_that_organisation_gave_when_it_takes_the_place_of_a_used_one(
        self, desk: IssuingDesk, give: Issue, actor: Actor, stranger: Actor
    ) -> None:
        """Who makes it sees the code and the pictures; what others gave is not for him to see."""
        badge = give()
        holder = opened(desk, give_card(desk, badge.id, pictures=BREAD, actor=actor))
        other = issue(desk, judge(desk), actor=stranger, idempotency_key="elders")
        keep(desk, other.token, proof=proof_of(desk, other), holder=holder, on=OWN)
        again = opened(desk, give_card(desk, badge.id, pictures=OTHERS, actor=actor), OTHERS)
        assert ([badge.id], 2) == (
            [each.id for each in open_wallet(desk, again).badges],
            open_wallet(desk, holder).count,
        )
        with pytest.raises(NotFoundError):
            make_own_card(desk, BREAD, holder=again)

    def test_opens_only_what_that_organisation_gave_to_who_lost_his_telephone(
        self, desk: IssuingDesk, give: Issue, actor: Actor, stranger: Actor, keeping: Keep
    ) -> None:
        """He sees on a telephone of before that there is such a card, and stops it where he was not there."""
        badge = give()
        holder = keeping(badge)
        other = issue(desk, judge(desk), actor=stranger, idempotency_key="elders")
        keep(desk, other.token, proof=proof_of(desk, other), holder=holder, on=OWN)
        code = give_card(desk, badge.id, pictures=BREAD, actor=actor)
        assert [badge.id] == [each.id for each in open_wallet(desk, opened(desk, code)).badges]
        [card] = given_cards(desk, holder=holder)
        assert actor.organisation_id == card.organisation_id
        end_given_card(desk, card.id, holder=holder)
        with pytest.raises(CardError):
            opened(desk, code)

    def test_ends_one_that_was_not_used_yet(
        self, desk: IssuingDesk, give: Issue, actor: Actor, keeping: Keep
    ) -> None:
        """Once somebody keeps the badge in another way."""
        badge = give()
        code = give_card(desk, badge.id, pictures=BREAD, actor=actor)
        keeping(badge)
        with pytest.raises(AlreadyKeptError):
            opened(desk, code)

    def test_is_for_who_may_give_badges_there(
        self, desk: IssuingDesk, give: Issue, actor: Actor, stranger: Actor
    ) -> None:
        """No reader, and nobody of another organisation."""
        badge = give()
        reader = add_person(desk, "Lea Lezer", organisation_id=actor.organisation_id, role=Role.LEZER)
        for who, refused in ((reader, PermissionDeniedError), (stranger, NotFoundError)):
            with pytest.raises(refused):
                find_to_give(desk, badge.id, actor=who)
            with pytest.raises(refused):
                give_card(desk, badge.id, pictures=BREAD, actor=who)

    def test_stands_in_the_history(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Without code or pictures."""
        give_card(desk, give().id, pictures=BREAD, actor=actor)
        beheerder = add_person(desk, "Bea", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        assert AuditKind.CARD_MADE in [each.kind for each in read_trail(desk, actor=beheerder, page=0)]


class TestOpenByCard:
    """`open_by_card` opens by a code and three pictures, and says of nothing whether it is right."""

    def test_refuses_everything_else_in_one_sentence(
        self, desk: IssuingDesk, give: Issue, actor: Actor
    ) -> None:
        """No code that is known looks other than one that is not."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        for typed in (
            Typed(code="AAAAAAA", pictures=BREAD),
            Typed(code=code, pictures=OTHERS),
            Typed(code=code, pictures=("sport", "sport", "sport")),
            Typed(code=code[:-1], pictures=BREAD),
        ):
            with pytest.raises(CardError) as refused:
                open_by_card(desk, typed, on=OWN)
            assert CardError.nl == refused.value.nl

    def test_waits_after_too_many_wrong_pictures(
        self, desk: IssuingDesk, give: Issue, actor: Actor, clock: FixedClock
    ) -> None:
        """Also with the right ones; a quarter of an hour later they are right again."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        for _ in range(MOST_WRONG):
            with pytest.raises(CardError):
                opened(desk, code, OTHERS)
        with pytest.raises(CardError):
            opened(desk, code)
        clock.advance(LOCKED)
        assert 1 == open_wallet(desk, opened(desk, code)).count

    def test_opens_nothing_after_a_hundred_wrong_pictures(
        self, desk: IssuingDesk, give: Issue, actor: Actor, clock: FixedClock
    ) -> None:
        """Whoever found a card and has years: of 729 rows of pictures he tries a hundred."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        began = clock.now()
        for tries in range(1, MOST_IN_ALL + 1):
            with pytest.raises(CardError):
                opened(desk, code, OTHERS)
            clock.advance(resting(tries))
        assert clock.now() - began > timedelta(days=70)
        with pytest.raises(CardError):
            opened(desk, code)

    def test_shows_it_for_an_hour_on_the_telephone_of_another(
        self, desk: IssuingDesk, give: Issue, actor: Actor, clock: FixedClock
    ) -> None:
        """In a library, at a helper's desk."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        secret = open_by_card(desk, Typed(code=code, pictures=BREAD), on=Telephone(is_own=False))
        clock.advance(BORROWED - timedelta(seconds=1))
        assert find_holder(desk, secret) is not None
        clock.advance(timedelta(seconds=1))
        assert find_holder(desk, secret) is None


class TestResting:
    """`resting` says how long a card rests after wrong pictures."""

    def test_lets_a_million_tries_reach_few(self) -> None:
        """One each second, for eleven days: 55 are looked at, and never more than a hundred."""
        looked_at, free_from = 0, timedelta()
        for second in range(1_000_000):
            if looked_at < MOST_IN_ALL and second >= free_from.total_seconds():
                looked_at += 1
                free_from = timedelta(seconds=second) + resting(looked_at)
        assert 55 == looked_at


class TestMakeOwnCard:
    """`make_own_card` makes a card for all that somebody keeps."""

    def test_is_not_for_the_telephone_of_another(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Who sits at it next would have the card, and the owner none."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        secret = open_by_card(desk, Typed(code=code, pictures=BREAD), on=Telephone(is_own=False))
        borrowed = find_holder(desk, secret)
        assert borrowed is not None
        for deed in (
            lambda: make_own_card(desk, OTHERS, holder=borrowed),
            lambda: end_own_cards(desk, holder=borrowed),
        ):
            with pytest.raises(NotFoundError):
                deed()
        assert 1 == open_wallet(desk, opened(desk, code)).count

    def test_opens_all_and_ends_those_before(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """One card works at a time."""
        holder = keeping(give())
        old, new = (make_own_card(desk, BREAD, holder=holder) for _ in range(2))
        with pytest.raises(CardError):
            opened(desk, old)
        assert holder.holder_id == opened(desk, new).holder_id
        assert desk.clock.now() == own_card_since(desk, holder=holder)

    def test_is_over_when_he_says_so(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """It may lie in the street."""
        holder = keeping(give())
        code = make_own_card(desk, BREAD, holder=holder)
        end_own_cards(desk, holder=holder)
        with pytest.raises(CardError):
            opened(desk, code)
        assert own_card_since(desk, holder=holder) is None

    def test_ends_one_that_an_organisation_made(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """So nobody else has a way in any more."""
        code = give_card(desk, give().id, pictures=BREAD, actor=actor)
        holder = opened(desk, code)
        assert own_card_since(desk, holder=holder) is not None
        make_own_card(desk, OTHERS, holder=holder)
        with pytest.raises(CardError):
            opened(desk, code)

    @ON_SQLITE
    def test_is_not_for_who_sees_what_one_organisation_gave(
        self, desk: IssuingDesk, give: Issue, keeping: Keep
    ) -> None:
        """Who made that card may be the one who looks: the card of the holder himself works on."""
        holder = keeping(give())
        code = make_own_card(desk, BREAD, holder=holder)
        here = replace(holder, only_of="een-organisatie")
        with pytest.raises(NotFoundError):
            make_own_card(desk, OTHERS, holder=here)
        with pytest.raises(NotFoundError):
            end_own_cards(desk, holder=here)
        assert holder.holder_id == opened(desk, code).holder_id


def test_there_is_a_picture_for_each_name() -> None:
    """Each can be shown, and no two are one."""
    from templates.documents.badge import FIELDS

    assert len(PICTURES) == len(set(PICTURES))
    assert set(PICTURES) <= set(FIELDS)
