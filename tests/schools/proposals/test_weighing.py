"""How strong one fact is for one werkproces."""

from typing import Any

import pytest

from badges.catalogue import embedded
from badges.judgement import Independence
from schools.evidence.counting import count
from schools.mapping import Atlas
from schools.mapping.rules import Strength, rulebook
from schools.proposals.weighing import Support, support, weigh
from tests.schools.badges import ON, evidence
from verifier.recognition import Recognised

ATLAS = Atlas(embedded())
SISTER = "25741/B1-K1-W1"


def weighed(**changes: Any) -> Support:
    """Weigh one badge for its own werkproces."""
    [fact] = count([evidence("25740/B1-K1-W1", **changes)], on=ON).facts
    match = ATLAS.reach(fact.statements[0])[0]
    return support(fact, match, grounds=weigh(fact, book=ATLAS.book))


def codes(found: Support) -> list[str]:
    """Give the codes of the grounds."""
    return [ground.code for ground in found.grounds]


class TestSupport:
    @pytest.mark.parametrize(
        ("changes", "ground"),
        [
            ({"independence": Independence.MET_HULP}, "met-hulp"),
            ({"is_known": False}, "uitgever-onbekend"),
            ({"is_own": True}, "van-zichzelf"),
            ({"recognised": Recognised.DECLARED}, "zelf-verklaard"),
            ({"recognised": Recognised.UNKNOWN, "is_declared": True}, "zelf-genoemd"),
        ],
    )
    def test_is_a_part_only(self, changes: dict[str, Any], ground: str) -> None:
        """With help, self-declared, or by an issuer that nobody knows; each says what would be needed."""
        found = weighed(**changes)
        assert found.strength is Strength.DEELS
        assert ground in codes(found)
        assert rulebook().grounds[ground].needed is not None

    @pytest.mark.parametrize(
        ("changes", "ground"),
        [
            ({}, "erkend"),
            ({"independence": Independence.KAN_HET_UITLEGGEN}, "legt-uit"),
            ({"independence": None}, "niet-gezegd"),
            ({"recognised": Recognised.UNKNOWN}, "erkenning-onbekend"),
            ({"is_of_school": True}, "van-een-school"),
            ({"confirmed_by": ("School De Brug",)}, "bevestigd"),
            ({"name": None}, "zonder-naam"),
            ({"judged": None}, "dag-onbekend"),
        ],
    )
    def test_is_whole_with_what_is_said_beside(self, changes: dict[str, Any], ground: str) -> None:
        """These are told, and lower nothing."""
        found = weighed(**changes)
        assert found.strength is Strength.AANGETOOND
        assert ground in codes(found)
