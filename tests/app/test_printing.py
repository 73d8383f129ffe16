"""JSON on a screen."""

import json

from hypothesis import given
from hypothesis import strategies as st

from app.commands.printing import written


class TestWritten:
    """`written`."""

    def test_writes_out_what_no_eye_sees(self) -> None:
        """Controls, turns, private and missing characters; letters of all scripts stand as they are."""
        assert written(["één 日本 😀", "\u202eom\u2069", "\x9b\x7f", "\u2028\ufeff\U0010ffff"]) == (
            '[\n  "één 日本 😀",\n  "\\u202eom\\u2069",\n  "\\u009b\\u007f",\n'
            '  "\\u2028\\ufeff\\udbff\\udfff"\n]'
        )

    @given(st.dictionaries(st.text(), st.text()))
    def test_reads_back_the_same(self, value: dict[str, str]) -> None:
        """It is the same JSON."""
        assert value == json.loads(written(dict(value)))
