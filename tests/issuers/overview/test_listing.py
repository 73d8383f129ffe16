"""Looking through what was given: each badge once, however it is looked for, and none of another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.errors import PermissionDeniedError
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.replacing import Correction
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import CorrectionKind, RevocationReason
from issuers.overview import listing
from issuers.overview.listing import Beside, all_badges, list_badges
from issuers.overview.looking import Standing, Wanted
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from tests.databases import ON_BOTH
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from web.clock import FixedClock

pytestmark = ON_BOTH

Issue = Callable[..., IssuedBadge]
Looked = Callable[..., list[str]]


@pytest.fixture
def looked(desk: IssuingDesk, actor: Actor) -> Looked:
    """Give what names the badges that are found, by the name that stands in them."""

    def look(who: Actor = actor, **wanted: object) -> list[str]:
        asked = Wanted(**wanted)  # type: ignore[arg-type]  # the test names the fields
        found = list_badges(desk, asked, beside=Beside(), actor=who).badges
        return [each.given.facts.name or "" for each in found]

    return look


class TestListBadges:
    """`list_badges` finds what is looked for."""

    def test_finds_by_what_a_badge_says_and_who_gave_it(
        self, desk: IssuingDesk, give: Issue, looked: Looked, actor: Actor
    ) -> None:
        """Each word somewhere, in any case; what means something to a database is a letter like another."""
        give("een", name="Zoë Kok")
        give("twee", name="Mo 100%", werkproces=werkproces_reference(desk, "25774", code="B1-K1-W1"))
        found = {
            words: sorted(looked(words=tuple(words.casefold().split())))
            for words in ("ZOË", "b1-k1-w1", "kok verzamelt", "kok B1-K1", "%", "_", actor.name, "25774")
        }
        both = ["Mo 100%", "Zoë Kok"]
        assert {
            "ZOË": ["Zoë Kok"],
            "b1-k1-w1": ["Mo 100%"],
            "kok verzamelt": ["Zoë Kok"],
            "kok B1-K1": [],
            "%": ["Mo 100%"],
            "_": [],
            actor.name: both,
            "25774": both,
        } == found

    def test_finds_by_who_it_is_for_if_the_reader_works_with_them(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, looked: Looked
    ) -> None:
        """As the organisation knows him, also where he wants no name; a reader does not see it."""
        new = NewRecipient(name="Alex Jansen", reference="2026-17")
        alex = add_recipient(desk, new, actor=actor)
        profiel = find_profiel(desk, propose(desk, alex, new_profiel(desk, ORDERS), actor=actor), actor=actor)
        agree(desk, profiel.token, revision=1, name="")
        issue_agreed(
            desk, replace(judgement, name=None), profiel_id=profiel.id, actor=actor, idempotency_key="k"
        )
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        assert [[""], [""], []] == [
            looked(words=("jansen",)),
            looked(words=("2026-17",)),
            looked(reader, words=("jansen",)),
        ]
        [seen] = list_badges(desk, Wanted(), beside=Beside(), actor=actor).badges
        [unseen] = list_badges(desk, Wanted(), beside=Beside(), actor=reader).badges
        assert [("Alex Jansen", "2026-17"), (None, None)] == [
            (each.recipient, each.reference) for each in (seen, unseen)
        ]

    def test_finds_by_standing(
        self, desk: IssuingDesk, actor: Actor, give: Issue, judgement: Judgement, looked: Looked
    ) -> None:
        """Withdrawn is not corrected, and what stands stands."""
        wrong, gone = give("a", name="Fout"), give("b", name="Weg")
        correction = Correction(badge_id=wrong.id, kind=CorrectionKind.SCHRIJFFOUT)
        better = replace(judgement, name="Goed")
        correct(desk, better, correction=correction, actor=actor, idempotency_key="c")
        revoke(desk, gone.id, actor=actor, reason=RevocationReason.ANDERS)
        assert {"geldig": ["Goed"], "verbeterd": ["Fout"], "ingetrokken": ["Weg"], "verlopen": []} == {
            each.value: looked(standing=each) for each in Standing
        }

    def test_finds_by_period(self, give: Issue, looked: Looked, clock: FixedClock) -> None:
        """From and until a day, both of them in it."""
        for day in ("vrijdag", "zaterdag", "zondag"):
            give(day, name=day)
            clock.advance(timedelta(days=1))
        friday, saturday = date(2026, 6, 26), date(2026, 6, 27)
        assert ["zaterdag", "vrijdag"] == looked(start=friday, until=saturday)
        assert ["zondag", "zaterdag"] == looked(start=saturday)

    def test_turns_pages_both_ways(
        self, desk: IssuingDesk, actor: Actor, give: Issue, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Each badge stands on one page, also when one is given in between."""
        monkeypatch.setattr(listing, "PAGE", 2)
        for number in range(5):
            give(str(number), name=str(number))
            clock.advance(timedelta(minutes=1))
        first = list_badges(desk, Wanted(), beside=Beside(), actor=actor)
        give("nieuw", name="nieuw")
        second = list_badges(desk, Wanted(), beside=Beside(older_than=first.older), actor=actor)
        third = list_badges(desk, Wanted(), beside=Beside(older_than=second.older), actor=actor)
        back = list_badges(desk, Wanted(), beside=Beside(newer_than=third.newer), actor=actor)
        names = [[each.given.facts.name for each in leaf.badges] for leaf in (first, second, third, back)]
        assert [["4", "3"], ["2", "1"], ["0"], ["2", "1"]] == names
        assert (None, None) == (first.newer, third.older)

    def test_shows_nothing_of_others(
        self, give: Issue, looked: Looked, stranger: Actor, actor: Actor
    ) -> None:
        """Not to another organisation, and not to who may do nothing here."""
        give()
        assert [] == looked(stranger, words=("sam",))
        with pytest.raises(PermissionDeniedError):
            looked(replace(actor, roles=frozenset()))


class TestAllBadges:
    """`all_badges` gives everything, in pieces."""

    def test_gives_each_badge_once(
        self, desk: IssuingDesk, actor: Actor, give: Issue, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Also where the pieces meet."""
        monkeypatch.setattr(listing, "AT_ONCE", 2)
        for number in range(4):
            give(str(number), name=str(number))
        names = [each.given.facts.name for each in all_badges(desk, Wanted(), actor=actor)]
        assert ["0", "1", "2", "3"] == sorted(name or "" for name in names)
