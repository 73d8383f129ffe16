"""A member that is not there, or has another form, is nothing: never an error."""

import pytest

from badges import members
from badges.strictjson import Json, JsonObject

DOCUMENT: JsonObject = {"a": {"b": [{"c": 1}, 2, {"c": 3}]}}


class TestAt:
    @pytest.mark.parametrize(
        ("path", "expected"),
        [((), DOCUMENT), (("a", "b"), [{"c": 1}, 2, {"c": 3}]), (("a", "x"), None), (("a", "b", "c"), None)],
    )
    def test_ends_where_the_path_ends(self, path: tuple[str, ...], expected: Json) -> None:
        """Lists are not walked through: a key belongs to an object."""
        assert expected == members.at(DOCUMENT, *path)


class TestObjects:
    @pytest.mark.parametrize(
        ("path", "expected"), [(("a", "b"), [{"c": 1}, {"c": 3}]), (("a",), []), (("x",), [])]
    )
    def test_are_those_of_a_list(self, path: tuple[str, ...], expected: list[JsonObject]) -> None:
        """An object that stands alone is no list here: OB 3.0 asks for one."""
        assert expected == members.objects(DOCUMENT, *path)


class TestText:
    @pytest.mark.parametrize(("value", "expected"), [("a", "a"), ("", None), (7, None), (None, None)])
    def test_says_something(self, value: Json, expected: str | None) -> None:
        """An empty text is none."""
        assert expected == members.text(value)


class TestPart:
    @pytest.mark.parametrize(("value", "expected"), [({"a": 1}, {"a": 1}), ("a", {}), ([], {}), (None, {})])
    def test_is_an_object(self, value: Json, expected: JsonObject) -> None:
        """Where there is none, it is empty."""
        assert expected == members.part(value)


class TestItems:
    @pytest.mark.parametrize(
        ("value", "expected"), [(None, []), ("a", ["a"]), (["a", 1], ["a", 1]), ({}, [{}])]
    )
    def test_makes_a_list_of_one(self, value: Json, expected: list[Json]) -> None:
        """JSON-LD reads x as [x]."""
        assert expected == members.items(value)


class TestParts:
    @pytest.mark.parametrize(("value", "expected"), [({"a": 1}, [{"a": 1}]), ([{}, 1], [{}]), (None, [])])
    def test_are_the_objects(self, value: Json, expected: list[JsonObject]) -> None:
        """Whatever else stands in the list is left out."""
        assert expected == members.parts(value)


class TestTexts:
    @pytest.mark.parametrize(
        ("value", "expected"), [("a", ("a",)), (["a", "", 1, "b"], ("a", "b")), (None, ())]
    )
    def test_are_the_texts(self, value: Json, expected: tuple[str, ...]) -> None:
        """What says nothing, or is no text, is left out."""
        assert expected == members.texts(value)


class TestOnly:
    @pytest.mark.parametrize(
        ("value", "expected"), [("x", "x"), (["x"], "x"), ([["x"]], ["x"]), (["x", "y"], None), ([], None)]
    )
    def test_is_one_value_or_the_member_of_a_list_of_one(self, value: Json, expected: Json) -> None:
        """Several are none: nobody can say which counts."""
        assert expected == members.only(value)
