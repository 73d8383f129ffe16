"""The look at every string: as a whole what can be, and one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import strictjson
from badges.linting import strings
from tests.badges.linting.changing import BSN, badge, put
from tests.badges.linting.rules import ACHIEVEMENT, NAME, NARRATIVE


class TestStringProblems:
    """The look at every string."""

    @given(
        st.text(st.characters(codec="utf-8") | st.sampled_from(f'{BSN}@.-\\"\n\x7f\u200b'), max_size=30),
        st.sampled_from([NARRATIVE, NAME, "/issuer/name", "/issuer/url", f"{ACHIEVEMENT}/description"]),
    )
    def test_finds_as_a_whole_what_it_finds_one_by_one(self, text: str, pointer: str) -> None:
        """The short way passes a document only when the long way finds nothing in it."""
        document = put(pointer, text)(badge())
        if strings.is_plain(document):
            assert strings.personal_members(document) == []
            assert list(strings.string_problems(document)) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Sam sneed 12 kilo, van 5-1-2026 tot 26-6-2026 – à € 2,50: “klaar”.\nEn Łukasz ook…", True),
            ("@", False),
            ("123456782", False),
            ("1234.5678", False),
            ("\x00", False),
            ("\x7f", False),
            ("\u00ad", False),
            ("\u200b", False),
            ("🙂", False),
            ("", False),
        ],
    )
    def test_takes_the_short_way_for_everyday_text(self, text: str, expected: bool) -> None:  # noqa: FBT001 (a table)
        """Everyday Dutch is passed as a whole; anything else is looked at."""
        document = put(NARRATIVE, text)(badge())
        assert strings.is_plain(document) is expected

    def test_escapes_keys_in_pointers(self) -> None:
        """A slash and a tilde in a key are escaped (RFC 6901 3)."""
        document: strictjson.JsonObject = {"a/b": {"~": [""]}}
        problems = list(strings.string_problems(document))
        assert [problem.pointer for problem in problems] == ["/a~1b/~0/0"]
