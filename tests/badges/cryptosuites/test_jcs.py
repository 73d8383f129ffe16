"""Canonical JSON: the examples of the standard."""

import json

import pytest

from badges.cryptosuites import jcs
from badges.errors import InvalidValueError

EXAMPLE = r"""{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}"""
SORTED = (
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin","\u20ac":"Euro",'
    '"\U0001f600":"Emoji","\ufb33":"Hebrew"}'
)


class TestCanonicalJson:
    """`canonical_json`."""

    def test_gives_the_example_of_the_standard(self) -> None:
        """Numbers, texts and literals of RFC 8785 3.2.2 and 3.2.3."""
        assert jcs.canonical_json(json.loads(EXAMPLE)).decode() == (
            '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
            r'"string":"€$\u000f\nA' + "'" + r'B\"\\\\\"/"}'
        )

    def test_sorts_by_utf16(self) -> None:
        """A character past U+FFFF goes before U+FB33 (RFC 8785 3.2.3)."""
        unsorted = dict(reversed(json.loads(SORTED).items()))
        assert SORTED == jcs.canonical_json(unsorted).decode()

    @pytest.mark.parametrize("number", [2**53, -(2**53), 10**19, float("nan"), float("inf")])
    def test_refuses_numbers_that_readers_read_differently(self, number: float) -> None:
        """Past 2^53, and what is no number of JSON."""
        with pytest.raises(InvalidValueError):
            jcs.canonical_json({"a": number})
