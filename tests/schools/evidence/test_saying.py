"""What an achievement says about work."""

from typing import Any

import pytest

from schools.evidence.saying import statements_of
from schools.mapping.statements import (
    CodeSaid,
    ProgrammeSaid,
    SkillSaid,
    Statement,
    TargetSaid,
    WerkprocesSaid,
)
from tests import world
from tests.badges.openbadges2.samples import assertion, badge_class


def of_achievement(**members: Any) -> tuple[Statement, ...]:
    """Read a badge with this achievement."""
    return statements_of({"credentialSubject": {"achievement": members}})


class TestStatementsOf:
    def test_reads_a_badge_of_ours(self) -> None:
        """The werkproces with the digest of its text, and the skill."""
        assert statements_of(world.badge_of(world.World().issuer)) == (
            WerkprocesSaid("25774", "B1-K2-W1", "9c1f0e2ab3d4", "Verzamelt en controleert orders"),
            SkillSaid("https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89"),
        )

    def test_takes_no_digest_of_another_werkproces(self) -> None:
        """An address that names other work says nothing of this text."""
        alignment = {
            "targetCode": "25180/B1-K1-W1",
            "targetUrl": "https://x.voorbeeld/werkprocessen/25180/B1-K1-W2/9c1f0e2ab3d4",
        }
        assert of_achievement(alignment=[alignment]) == (WerkprocesSaid("25180", "B1-K1-W1"),)

    @pytest.mark.parametrize("programme", [25180, "25180", ["25180"], [25180]])
    def test_reads_the_programme_of_an_edubadge(self, programme: Any) -> None:
        """A number, a text or a list, as edubadges writes them; a code beside it knows of it."""
        found = of_achievement(
            educationProgramIdentifier=programme,
            alignment=[{"targetCode": "B1-K1-W4", "targetName": "Kookt"}],
        )
        assert found == (CodeSaid("B1-K1-W4", ("25180",), "Kookt"), ProgrammeSaid("25180"))

    def test_reads_the_extension_of_open_badges_2(self) -> None:
        """There it is an extension of the badge class."""
        extension = {"EducationProgramIdentifier": 25180}
        badge = badge_class(**{"extensions:EducationProgramIdentifierExtension": extension})
        assert statements_of(assertion(badge=badge)) == (ProgrammeSaid("25180"),)

    def test_reads_that_a_badge_names_a_target(self) -> None:
        """A mbo-certificaat or a keuzedeel by its code."""
        found = of_achievement(alignment=[{"targetCode": "C0021"}, {"targetCode": "K0219"}])
        assert found == (TargetSaid("C0021"), TargetSaid("K0219"))

    def test_remembers_no_endless_title(self) -> None:
        """A stranger may write what he likes; no title of SBB is that long."""
        [found] = of_achievement(alignment=[{"targetCode": "25180/B1-K1-W4", "targetName": "x" * 9_000}])
        assert isinstance(found, WerkprocesSaid)
        assert found.title == "x" * 300

    @pytest.mark.parametrize(
        "members",
        [
            {},
            {"alignment": "x"},
            {"alignment": [{"targetCode": 3}, {"targetCode": "b1-k1-w1"}, {"targetCode": "25180"}, 7, None]},
            {"educationProgramIdentifier": [True, None, 3.5, {}, "1234", "C0021", "٢٥١٨٠"]},
            {"alignment": [{"targetUrl": f"https://linkeddata.competentnl.nl/id/{'A' * 100}"}]},
            {"alignment": [{"targetUrl": "https://linkeddata.voorbeeld/id/humancapability/752EEDBE89"}]},
        ],
    )
    def test_reads_nothing_in_what_it_does_not_know(self, members: Any) -> None:
        """Another form says nothing, and is no error."""
        assert of_achievement(**members) == ()
