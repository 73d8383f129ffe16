"""A photo goes along by its address and the digests of its bytes, or nothing is signed."""

import json
from typing import Any

import pytest

from badges import linting
from badges.credential import UnsignedCredential
from badges.jsonld import reference, walker
from badges.jsonld.template import Template
from badges.linting.alike import SLOTS
from badges.relatedresource import digest_multibase
from tests.badges.linting.changing import GOLDEN, ISSUER, Change, found, put

WITH_PHOTO = GOLDEN.with_name("composed-badge-with-photo.json")
CITED = "/relatedResource/0"
OF_PHOTO = {
    "photo": "/evidence/1/id",
    "cited": f"{CITED}/id",
    "digest": f"{CITED}/digestMultibase",
    "integrity": f"{CITED}/digestSRI",
}


def with_photo() -> dict[str, Any]:
    """Give a composed badge with a photo, to change at will."""
    document: dict[str, Any] = json.loads(WITH_PHOTO.read_text())
    return document


class TestPhotoProblems:
    """`linting.citing.photo_problems`, as `lint` finds them."""

    def test_passes_the_composed_badge(self) -> None:
        """What we compose may be signed, and both engines write the same of it."""
        linted = linting.lint(UnsignedCredential(with_photo()), issuer=ISSUER)
        assert reference.canonicalize(with_photo()) == linted.canonical == walker.canonicalize(with_photo())

    @pytest.mark.parametrize(
        "change",
        [
            put(CITED, ...),
            put("/relatedResource", ...),
            put("/evidence/1", ...),
            put(f"{CITED}/id", "https://bewijs.voorbeeld/foto/ABECAwQFBgcICQoLDA0ODw"),
            put(f"{CITED}/digestMultibase", digest_multibase(b"other pixels")),
            put(f"{CITED}/digestMultibase", "uEiA"),
            put(f"{CITED}/digestSRI", ...),
            put(f"{CITED}/digestSRI", "sha256-AAAA"),
            put(f"{CITED}/mediaType", "image/svg+xml"),
        ],
    )
    def test_asks_for_each_once_in_exactly_its_bytes(self, change: Change) -> None:
        """At both places by the same address, with two digests that say the same."""
        assert ("photos", "/relatedResource") in found(change, document=with_photo())

    def test_refuses_an_address_that_somebody_may_guess(self) -> None:
        """It ends in sixteen random bytes."""
        document = with_photo()
        document["evidence"][1]["id"] = document["relatedResource"][0]["id"] = (
            "https://bewijs.voorbeeld/foto/1"
        )
        assert [("photos", "/relatedResource")] == found(document=document)

    def test_refuses_the_same_photo_twice(self) -> None:
        """Also at both places."""
        document = with_photo()
        document["evidence"].append(document["evidence"][1])
        document["relatedResource"] *= 2
        assert ("photos", "/relatedResource") in found(document=document)

    def test_leaves_the_story_a_name_that_leads_nowhere(self) -> None:
        """The first piece of evidence is no photo, whatever is cited."""
        document = with_photo()
        document["evidence"] = document["evidence"][1:]
        assert ("id-form", "/evidence/0/id") in found(document=document)


class TestTemplate:
    """The third way to the same bytes."""

    def test_writes_what_both_engines_write(self) -> None:
        """Of a badge with a photo too, whatever is put into its slots; `compile` asks both."""
        document = with_photo()
        template = Template.compile(document, slots={**_slots_of(document), **OF_PHOTO})
        values = {name: _text(document, at) for name, at in {**_slots_of(document), **OF_PHOTO}.items()}
        assert reference.canonicalize(document) == template.fill(values).nquads


def _slots_of(document: dict[str, Any]) -> dict[str, str]:
    return {name: at for name, at in SLOTS.items() if _text(document, at)}


def _text(document: dict[str, Any], pointer: str) -> str:
    place: Any = document
    for step in pointer.split("/")[1:]:
        key: Any = int(step) if isinstance(place, list) else step
        if isinstance(place, dict) and key not in place:
            return ""
        place = place[key]
    return str(place)
