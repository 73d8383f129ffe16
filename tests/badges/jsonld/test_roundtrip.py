"""What counts as the same after expansion and compaction."""

import pytest

from badges.jsonld import roundtrip
from badges.strictjson import JsonObject


class TestFirstLoss:
    """roundtrip.first_loss."""

    @pytest.mark.parametrize(
        ("document", "back"),
        [
            ({"tag": "x"}, {"tag": ["x"]}),
            ({"tag": ["a", "b"]}, {"tag": ["b", "a"]}),
            ({"tag": ["a", "a"]}, {"tag": "a"}),
            ({"tag": []}, {}),
            ({"issuer": {"id": "urn:x"}}, {"issuer": "urn:x"}),
            ({"issuer": {"id": "urn:x", "type": []}}, {"issuer": "urn:x"}),
            ({"@context": ["urn:x"]}, {"@context": "urn:x"}),
        ],
    )
    def test_sees_no_loss_in_what_json_ld_calls_equal(self, document: JsonObject, back: JsonObject) -> None:
        """One or a list of one, the order of a set, an object that is only an id."""
        assert roundtrip.first_loss(document, back) is None

    @pytest.mark.parametrize(
        ("document", "back", "way"),
        [
            ({"name": None}, {}, ["name"]),
            ({"issuer": {"name": "x", "grade": 1}}, {"issuer": {"name": "x"}}, ["issuer", "grade"]),
            ({"name": "x"}, {"https://schema.org/name": "x"}, ["name"]),
            ({"name": 1}, {"name": True}, ["name"]),
            ({"tag": ["a", "b"]}, {"tag": ["a"]}, ["tag"]),
            ({}, {"name": "x"}, ["name"]),
        ],
    )
    def test_names_what_did_not_come_back(
        self, document: JsonObject, back: JsonObject, way: list[str]
    ) -> None:
        """A key or value that is gone or other is a loss, with the way to it."""
        assert way == roundtrip.first_loss(document, back)
