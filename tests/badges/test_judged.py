"""Who judged and who gives are read apart, from what was signed."""

import pytest

from badges.factfinding import read_facts
from badges.judged import read_verklaring, target_code
from badges.strictjson import Json, JsonObject
from tests.places import edited, without
from tests.world import World, badge_of, verklaring_of

WORLD = World()
DOCUMENT = verklaring_of(WORLD.school, leerbedrijf=WORLD.issuer, badge=WORLD.signed())


class TestReadVerklaring:
    """What another judged than who gives it."""

    def test_reads_who_judged_what(self) -> None:
        """By name, crebo and code."""
        found = read_verklaring(DOCUMENT)
        assert found is not None
        assert ("Magazijn De Maas", WORLD.issuer.did) == (found.judged_by, found.judged_by_id)
        assert [("25774", "B1-K2-W1")] == [(each.crebo, each.code) for each in found.werkprocessen]

    @pytest.mark.parametrize(
        "document",
        [
            pytest.param(badge_of(WORLD.issuer), id="a badge"),
            pytest.param(without(DOCUMENT, at="/credentialSubject/source"), id="nobody who judged"),
            pytest.param(without(DOCUMENT, at="/credentialSubject/achievement/alignment"), id="no work"),
            pytest.param(
                edited(DOCUMENT, at="/credentialSubject/achievement/achievementType", to="Award"),
                id="another type",
            ),
        ],
    )
    def test_reads_nothing_of_another(self, document: JsonObject) -> None:
        """Of what has not this form, nothing is guessed."""
        assert read_verklaring(document) is None


class TestVerklaring:
    """What it means for a reader."""

    def test_claims_what_each_said(self) -> None:
        """Who judged, who gave, and what it is not."""
        assert [
            "Dit is geen diploma, mbo-certificaat of mbo-verklaring.",
            "De praktijkopleider van Magazijn De Maas oordeelde dat Sam de Vries dit kan.",
            "School De Brug heeft het verstrekt.",
        ] == [each.nl for each in read_facts(DOCUMENT).claim]

    def test_is_told_by_the_api(self) -> None:
        """With who judged, and each werkproces."""
        told = read_facts(DOCUMENT).as_json()
        assert {"id": WORLD.issuer.did, "name": "Magazijn De Maas"} == told["judgedBy"]
        assert ("werkproces" in told, 1) == (False, len(told["werkprocessen"]))  # type: ignore[arg-type]


class TestTargetCode:
    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            ("25774/B1-K2-W1", ("25774", "B1-K2-W1")),
            ("25774/P10-K1-W12", ("25774", "P10-K1-W12")),
            ("25774/B1-K2", None),
            ("2577/B1-K2-W1", None),
            ("٢٥٧٧٤/B1-K2-W1", None),
            ("25774/B1-K2-W1\n", None),
            (None, None),
        ],
    )
    def test_is_a_crebo_and_a_code(self, code: Json, expected: tuple[str, str] | None) -> None:
        """Anything else is no werkproces that we know."""
        assert expected == target_code({"targetCode": code})
