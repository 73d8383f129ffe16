"""An achievement is described the same in a badge and at its own address."""

from badges import describing
from badges.describing import AchievementSlot
from badges.judgement import Leervorm
from badges.members import at
from tests import world

SLOT = AchievementSlot(
    id=f"{world.BASE}/badgeklassen/3m8x1d",
    image_id=f"{world.BASE}/badgeklassen/3m8x1d/plaatje.png",
    image_caption="Badge: Verzamelt en controleert orders",
)
WERKPROCES, (SKILL,) = world.judgement().werkproces, world.judgement().skills


class TestAchievementDocument:
    """What stands at the address of a werkproces as an achievement."""

    def test_is_the_achievement_in_the_badge(self) -> None:
        """With its contexts before it and the scale behind it, it is what the badge holds."""
        document = describing.achievement_document(
            WERKPROCES, achievement=SLOT, skills=(SKILL,), leervorm=Leervorm.INFORMEEL
        )
        inside = describing.of_werkproces(WERKPROCES, slot=SLOT, skills=(SKILL,), leervorm=Leervorm.INFORMEEL)
        assert document.pop("@context") == list(describing.BADGE_CONTEXTS)
        assert inside | {"resultDescription": [describing.independence_scale(SLOT.id)]} == document

    def test_always_has_the_scale(self) -> None:
        """A result anywhere leads to a scale that is there."""
        document = describing.achievement_document(
            WERKPROCES, achievement=SLOT, skills=(), leervorm=Leervorm.FORMEEL
        )
        assert document["resultDescription"][0]["id"] == describing.independence_scale_id(SLOT.id)


class TestBadgeklasseDocument:
    """What stands at the address of a badgeklasse."""

    def test_names_the_same_in_another_language(self) -> None:
        """Another edition is named with its language and the version that it is of (OB 3.0 Related)."""
        document = describing.badgeklasse_document(world.badgeklasse(), achievement=SLOT)
        expected = {
            "id": f"{world.BASE}/badgeklassen/9k2p4w",
            "type": ["Related"],
            "inLanguage": "en",
            "version": "2",
        }
        assert [expected] == document["related"]
        assert ("nl", "2") == (document["inLanguage"], document["version"])

    def test_has_its_levels_in_plain_words(self) -> None:
        """Each level says what somebody does who is so far, and none is called a niveau."""
        document = describing.badgeklasse_document(world.badgeklasse(), achievement=SLOT)
        [scale] = document["resultDescription"]
        assert ["beginner", "gevorderd", "expert"] == [each["name"] for each in scale["rubricCriterionLevel"]]
        assert all(at(each, "description") for each in scale["rubricCriterionLevel"])
        assert "niveau" not in scale["name"].casefold()

    def test_has_no_scale_without_levels(self) -> None:
        """A badgeklasse without levels has no empty list of them."""
        document = describing.badgeklasse_document(world.badgeklasse(steps=()), achievement=SLOT)
        assert "resultDescription" not in document
