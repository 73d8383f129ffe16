"""What a school gives is as OB 3.0 asks, and says who judged and who gives apart."""

from dataclasses import replace
from datetime import date

import pytest

from badges.errors import RelatedResourceError
from badges.jsonld import reference, walker
from badges.members import at, objects
from badges.praktijkverklaring import Title
from badges.relatedresource import check_related_resource
from badges.schema import schema_problems
from badges.strictjson import JsonObject
from tests.world import World, judgement, verklaring_of

WORLD = World()
BADGE = WORLD.signed()
ORDERS = judgement().werkproces
BREAD = replace(ORDERS, crebo="25742", code="B1-K1-W2", title="Bakt brood", kwalificatie="Assistent bakker")


def composed(**changes: object) -> JsonObject:
    """Compose the example; `changes` are to what it says."""
    return verklaring_of(WORLD.school, leerbedrijf=WORLD.issuer, badge=BADGE, **changes)


class TestComposePraktijkverklaring:
    """The credential."""

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param({}, id="with everything"),
            pytest.param({"name": None, "praktijkopleider": None}, id="without names"),
            pytest.param({"werkprocessen": (ORDERS, BREAD)}, id="of two kwalificaties"),
            pytest.param({"title": Title.AWAITS_MBO}, id="before the mbo-verklaring"),
        ],
    )
    def test_is_as_open_badges_asks(self, changes: dict[str, object]) -> None:
        """Nothing is missing, nothing is dropped, and both engines read the same."""
        document = composed(**changes)
        assert () == schema_problems(document)
        assert reference.canonicalize(document) == walker.canonicalize(document)

    def test_says_who_judged_and_who_gives_apart(self) -> None:
        """The school is the issuer, the leerbedrijf the source."""
        document = composed()
        found = at(document, "issuer", "name"), at(document, "credentialSubject", "source", "name")
        assert ("School De Brug", "Magazijn De Maas") == found

    def test_names_the_praktijkopleider_who_agreed(self) -> None:
        """Name and function stand in the sentence."""
        assert (
            "Sam de Vries kan deze werkprocessen naar het oordeel van de praktijkopleider uitvoeren. "
            "Praktijkopleider: Fatma Yildiz, teamleider logistiek."
        ) == at(composed(), "credentialSubject", "narrative")

    def test_names_nobody_who_did_not(self) -> None:
        """Without names it is the judgement alone."""
        assert (
            "Deze persoon kan deze werkprocessen naar het oordeel van de praktijkopleider uitvoeren."
        ) == at(composed(name=None, praktijkopleider=None), "credentialSubject", "narrative")

    def test_lists_werkprocessen_of_several_kwalificaties(self) -> None:
        """Each by crebo and code, for a code alone means nothing."""
        document = composed(werkprocessen=(ORDERS, BREAD))
        listed = objects(document, "credentialSubject", "achievement", "alignment")
        assert ["25774/B1-K2-W1", "25742/B1-K1-W2"] == [each["targetCode"] for each in listed]

    def test_names_the_day_of_the_mbo_verklaring(self) -> None:
        """In the mbo it is part of one."""
        description = at(
            composed(mbo_verklaring=date(2026, 7, 3)), "credentialSubject", "achievement", "description"
        )
        assert str(description).endswith("Dit is een deel van de mbo-verklaring van 3 juli 2026.")

    def test_cites_each_badge_in_its_bytes(self) -> None:
        """One bit of another badge is another badge."""
        [cited] = objects(composed(), "relatedResource")
        check_related_resource(cited, BADGE)
        with pytest.raises(RelatedResourceError) as caught:
            check_related_resource(cited, BADGE + b" ")
        assert "resource-changed" == caught.value.code
