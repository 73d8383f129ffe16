"""What makes a request this one and no other."""

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

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

    def test_hashes_all_that_was_asked_as_sorted_json(self) -> None:
        """However it is put together: the hashes that are stored were made of this text."""
        asked = replace(world.judgement(), name="Zoë “Z”", role=None)
        members = {each.name: getattr(asked, each.name) for each in fields(asked) if each.name != "photos"}
        text = json.dumps(members, sort_keys=True, default=_plain)
        expected = hashlib.sha256(f"sleutel\n{text}".encode()).digest()
        assert expected == request_hash(asked, idempotency_key="sleutel")


def _plain(part: Any) -> object:
    return {each.name: getattr(part, each.name) for each in fields(part)} if is_dataclass(part) else str(part)
