"""Who has to agree with a badge reads what its page will show."""

from dataclasses import replace

import pytest

from badges.badgeklasse import AnyJudgement
from badges.catalogue import embedded
from badges.describing import CRITERIA
from badges.factfinding import read_facts
from templates.showing import facts_of, shown_facts
from tests import world
from tests.world import AWARDED, World

POINTS_AT_WORK = world.badgeklasse(werkproces=world.judgement().werkproces)


class TestFactsOf:
    """`facts_of`."""

    @pytest.mark.parametrize(
        "said",
        [
            pytest.param(world.judgement(), id="werkproces"),
            pytest.param(world.judgement(name=None, independence=None, role=None, skills=()), id="little"),
            pytest.param(world.badgeklasse_judgement(), id="own"),
            pytest.param(world.badgeklasse_judgement(badgeklasse=POINTS_AT_WORK, level=None), id="own-work"),
        ],
    )
    def test_shows_all_that_the_page_of_the_badge_does(self, said: AnyJudgement) -> None:
        """And in words that are the badge's own: what it is, and what its level means."""
        issuer = World().issuer
        told = facts_of(said, issuer=issuer.name, awarded=AWARDED, catalogue=embedded(), language="nl")
        badge = read_facts(world.badge_of(issuer, said=said))
        page = shown_facts(badge, catalogue=embedded(), language="nl")
        same = {"about": None, "level_means": None, "awarded": AWARDED.date()}
        assert page == replace(told, **same, criteria=told.criteria or CRITERIA)

    def test_says_what_an_own_badge_and_its_level_mean(self) -> None:
        """Both are signed."""
        said = world.badgeklasse_judgement()
        told = facts_of(said, issuer="Het Anker", awarded=AWARDED, catalogue=embedded(), language="nl")
        assert ("Je werkt goed samen met anderen.", "Je ziet zelf waar een ander hulp nodig heeft.") == (
            told.about,
            told.level_means,
        )
