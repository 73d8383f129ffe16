"""A pointer says where something stands (RFC 6901)."""

import pytest

from badges import jsonpointer
from badges.strictjson import Json, JsonObject

DOCUMENT: JsonObject = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "m~n": 8,
}
POINTERS: list[tuple[str, list[str], Json]] = [  # the examples of RFC 6901 5
    ("", [], DOCUMENT),
    ("/foo", ["foo"], ["bar", "baz"]),
    ("/foo/0", ["foo", "0"], "bar"),
    ("/", [""], 0),
    ("/a~1b", ["a/b"], 1),
    ("/c%d", ["c%d"], 2),
    ("/m~0n", ["m~n"], 8),
]


class TestWrite:
    @pytest.mark.parametrize(("pointer", "way", "_found"), POINTERS)
    def test_writes_the_examples_of_the_standard(self, pointer: str, way: list[str], _found: Json) -> None:
        """Keys are escaped, in the order from outside to inside."""
        assert pointer == jsonpointer.write(way)

    def test_writes_an_index_as_a_number(self) -> None:
        """Places in a list count from 0."""
        assert "/evidence/0/id" == jsonpointer.write(["evidence", 0, "id"])


class TestSteps:
    @pytest.mark.parametrize(("pointer", "way", "_found"), POINTERS)
    def test_reads_the_examples_of_the_standard(self, pointer: str, way: list[str], _found: Json) -> None:
        """Reading undoes writing; `~01` is `~1`, not a slash."""
        assert tuple(way) == jsonpointer.steps(pointer)
        assert ("~1",) == jsonpointer.steps("/~01")


class TestFind:
    @pytest.mark.parametrize(("pointer", "_way", "found"), POINTERS)
    def test_finds_the_examples_of_the_standard(self, pointer: str, _way: list[str], found: Json) -> None:
        """What stands there is given as it is."""
        assert found == jsonpointer.find(DOCUMENT, pointer)

    @pytest.mark.parametrize("pointer", ["/foo/2", "/foo/-", "/foo/bar", "/none/deeper", "/foo/0/deeper"])
    def test_finds_nothing_where_nothing_stands(self, pointer: str) -> None:
        """A way that ends early leads to None."""
        assert jsonpointer.find(DOCUMENT, pointer) is None
