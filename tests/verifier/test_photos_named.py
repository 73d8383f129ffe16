"""What a badge names elsewhere: nothing is ever fetched (security T10), but it has a form (VCDM 2.0 5.3)."""

from typing import Any

import pytest

from badges.jsonld import contexts
from badges.relatedresource import RelatedResource, digest_multibase
from badges.strictjson import JsonObject
from tests import world
from tests.world import World
from verifier.report import State
from verifier.states import Verdict

PHOTO = RelatedResource.of_photo(f"{world.BASE}/foto/AAECAwQFBgcICQoLDA0ODw", raw=b"pixels")
NAMED = PHOTO.as_json()
ELSEWHERE = "https://10.0.0.1/foto.jpg"


def badge(earth: World, **members: Any) -> bytes:
    """Sign a badge that names a photo."""
    said: JsonObject = world.badge_of(earth.issuer, said=world.judgement(photos=(PHOTO,)))
    return world.sign(said | members, signer=earth.issuer.signer())


class TestNamed:
    """`relatedResource` and `evidence` of a badge."""

    def test_are_believed_and_not_fetched(self) -> None:
        """Only the key and the list are asked for: nobody hears of it."""
        earth = World()
        assert State.VALID is earth.report(badge(earth)).state
        assert [earth.issuer.did, earth.issuer.list_url] == earth.asked

    @pytest.mark.parametrize(
        "members",
        [
            {"evidence": [{"id": ELSEWHERE, "type": ["Evidence"]}]},
            {"relatedResource": [{"id": ELSEWHERE, "digestMultibase": digest_multibase(b"x")}]},
            {"relatedResource": [{"id": ELSEWHERE, "digestMultibase": "geen controlesom"}]},
        ],
    )
    def test_may_be_what_the_standard_lets_them_be(self, members: dict[str, Any]) -> None:
        """Evidence without a digest, or with one of a kind that we do not know: neither is fetched."""
        earth = World()
        assert State.VALID is earth.report(badge(earth, **members)).state
        assert [earth.issuer.did, earth.issuer.list_url] == earth.asked

    @pytest.mark.parametrize(
        ("members", "pointer"),
        [
            ({"relatedResource": [{"id": ELSEWHERE}]}, "/relatedResource/0"),
            ({"relatedResource": [{"digestMultibase": NAMED["digestMultibase"]}]}, "/relatedResource/0/id"),
            ({"relatedResource": [NAMED, NAMED]}, "/relatedResource/1/id"),
            ({"relatedResource": []}, "/relatedResource"),
        ],
        ids=["no digest", "no address", "twice", "nothing"],
    )
    def test_make_a_badge_invalid_that_are_not_as_asked(self, members: dict[str, Any], pointer: str) -> None:
        """The form is wrong, at the place that is named; still nothing is fetched."""
        earth = World()
        report = earth.report(badge(earth, **members))
        [wrong] = [each for each in report.checks if each.code == "schema"]
        assert (Verdict.INVALID, pointer, "VCDM 2.0 5.3") == (report.verdict, wrong.pointer, wrong.clause)
        assert [earth.issuer.did, earth.issuer.list_url] == earth.asked

    def test_are_not_judged_by_rules_that_we_do_not_know(self) -> None:
        """In words of a context that we do not know, they may be something else."""
        earth = World()
        words = [contexts.CREDENTIALS_V2, contexts.OB_V3, "https://elders.voorbeeld/v1"]
        unread = {"@context": words, "relatedResource": [{"id": ELSEWHERE}]}
        raw = world.edited(badge(earth), **unread)
        assert Verdict.INDETERMINATE is earth.report(raw).verdict
