"""What a badge names elsewhere: nothing of it is ever fetched (security T10)."""

from typing import Any

import pytest

from badges.relatedresource import RelatedResource, digest_multibase
from badges.strictjson import JsonObject
from tests import world
from tests.world import World
from verifier.report import State

PHOTO = RelatedResource.of_photo(f"{world.BASE}/foto/AAECAwQFBgcICQoLDA0ODw", raw=b"pixels")
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
