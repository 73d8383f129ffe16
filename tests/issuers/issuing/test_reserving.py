"""What makes a request this one and no other."""

from dataclasses import replace

from badges.relatedresource import RelatedResource
from issuers.issuing.reserving import request_hash
from tests import world

PHOTO = RelatedResource.of_photo(f"{world.BASE}/foto/AAECAwQFBgcICQoLDA0ODw", raw=b"pixels")


class TestRequestHash:
    """`request_hash`."""

    def test_is_what_it_was_before_photos_went_along(self) -> None:
        """A key of then still fits: this is what a judgement without photos gave."""
        before = "a06fd2dc357d450497571ada8881c79bbe8a5bb77c03465fabc52b2a7b8dacd0"
        assert before == request_hash(world.judgement(), idempotency_key="sleutel").hex()

    def test_tells_apart_what_goes_along(self) -> None:
        """The same words with another photo are another request."""
        without = world.judgement()
        asked = [without, replace(without, photos=(PHOTO,)), replace(without, photos=(PHOTO, PHOTO))]
        assert 3 == len({request_hash(each, idempotency_key="sleutel") for each in asked})
