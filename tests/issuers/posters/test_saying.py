"""Saying through a poster what one did: checked, counted, looked at, and forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError, PosterEndedError, PosterFullError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.posters import saying
from issuers.posters.making import KnownPoster, find_poster, make_poster, read_poster, stop_poster
from issuers.posters.saying import (
    NewSaying,
    TypedSaying,
    find_open_poster,
    find_saying,
    forget_old_sayings,
    list_sayings,
    put_away,
    read_saying,
    say,
)
from tests.databases import ON_SQLITE
from web.clock import FixedClock

ORDERS = ("25774", "B1-K2-W1")
TODAY = date(2026, 6, 26)
TYPED = TypedSaying(werkproces="25774/B1-K2-W1", naam="Sam", wat="Ik verzamelde 40 orders.", dag="26-6-2026")
SAID = NewSaying(work=ORDERS, name="Sam", text="Ik verzamelde 40 orders.", day=TODAY)


@pytest.fixture
def poster(desk: IssuingDesk, actor: Actor) -> KnownPoster:
    """Hang a poster for one werkproces."""
    new = read_poster("Magazijn", work=["25774/B1-K2-W1"], term="1-maand", catalogue=desk.catalogue)
    return find_poster(desk, make_poster(desk, new, actor=actor), actor=actor)


class TestSay:
    """`say` leaves what somebody did, for who gives badges."""

    def test_waits_until_somebody_looked(
        self, desk: IssuingDesk, actor: Actor, poster: KnownPoster, stranger: Actor
    ) -> None:
        """At this organisation and at no other; after that nothing of it is kept."""
        say(desk, poster.token, SAID)
        [waiting] = list_sayings(desk, actor=actor)
        assert ("Sam", ORDERS, "Magazijn") == (waiting.name, waiting.work, waiting.poster)
        assert ([], None) == (
            list_sayings(desk, actor=stranger),
            find_saying(desk, waiting.id, actor=stranger),
        )
        with pytest.raises(NotFoundError):
            put_away(desk, waiting.id, actor=stranger)
        assert 1 == len(list_sayings(desk, actor=actor))
        put_away(desk, waiting.id, actor=actor)
        assert [] == list_sayings(desk, actor=actor)

    def test_ends_with_the_poster(
        self, desk: IssuingDesk, actor: Actor, poster: KnownPoster, clock: FixedClock
    ) -> None:
        """When it is stopped, and after its last day; what was said before still waits."""
        say(desk, poster.token, SAID)
        clock.advance(timedelta(days=32))
        with pytest.raises(PosterEndedError):
            say(desk, poster.token, SAID)
        clock.advance(timedelta(days=-32))
        stop_poster(desk, poster.id, actor=actor)
        with pytest.raises(PosterEndedError):
            say(desk, poster.token, SAID)
        with pytest.raises(PosterEndedError):
            find_open_poster(desk, poster.token)
        assert 1 == len(list_sayings(desk, actor=actor))

    def test_takes_so_much_and_for_this_work(
        self, desk: IssuingDesk, poster: KnownPoster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A code on a wall can be photographed."""
        monkeypatch.setattr(saying, "MOST_WAITING", 1)
        say(desk, poster.token, SAID)
        with pytest.raises(PosterFullError):
            say(desk, poster.token, SAID)
        with pytest.raises(NotFoundError):
            say(desk, poster.token, replace(SAID, work=("25774", "B1-K1-W1")))
        with pytest.raises(NotFoundError):
            say(desk, "geraden", SAID)

    def test_is_forgotten_when_nobody_looks(
        self, desk: IssuingDesk, actor: Actor, poster: KnownPoster, clock: FixedClock
    ) -> None:
        """After a month."""
        say(desk, poster.token, SAID)
        clock.advance(timedelta(days=29))
        assert 0 == forget_old_sayings(desk)
        clock.advance(timedelta(days=2))
        assert (1, []) == (forget_old_sayings(desk), list_sayings(desk, actor=actor))


@ON_SQLITE
class TestRules:
    """What is typed is read; who may not, may not."""

    def test_reads_what_was_typed(self, poster: KnownPoster) -> None:
        """With a day as people write it."""
        assert SAID == read_saying(TYPED, poster=poster, today=TODAY)

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("werkproces", "25774/B1-K1-W1"),
            ("naam", " "),
            ("wat", ""),
            ("wat", "Mijn BSN is 123456782"),
            ("dag", "morgen"),
            ("dag", "27-6-2026"),
            ("dag", "1-1-2020"),
        ],
    )
    def test_says_what_is_wrong_where(self, poster: KnownPoster, field: str, text: str) -> None:
        """At its field, and nowhere else."""
        with pytest.raises(FormError) as caught:
            read_saying(replace(TYPED, **{field: text}), poster=poster, today=TODAY)
        assert {field} == {each.field for each in caught.value.problems}

    def test_needs_a_place_work_and_a_term(self, desk: IssuingDesk) -> None:
        """All at once."""
        with pytest.raises(FormError) as caught:
            read_poster("", work=["99999/X"], term="altijd", catalogue=desk.catalogue)
        assert ["naam", "werkproces", "termijn"] == [each.field for each in caught.value.problems]

    def test_is_for_who_gives_badges(self, desk: IssuingDesk, actor: Actor, poster: KnownPoster) -> None:
        """A begeleider makes none and sees nothing."""
        begeleider = replace(actor, roles=frozenset({Role.BEGELEIDER}))
        with pytest.raises(PermissionDeniedError):
            list_sayings(desk, actor=begeleider)
        with pytest.raises(PermissionDeniedError):
            find_poster(desk, poster.id, actor=begeleider)
