"""JSON from strangers is read as every other reader reads it, or not at all."""

import json
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import strictjson
from badges.errors import DocumentError

SUITE = "security/nst+JSONTestSuite/test_parsing"
# Of the 95 files that every parser must read, two hold a key twice: legal JSON, no I-JSON (RFC 7493 2.3).
LEGAL_BUT_REFUSED = {
    "y_object_duplicated_key.json": "json-duplicate-key",
    "y_object_duplicated_key_and_value.json": "json-duplicate-key",
}
# The 35 files on which RFC 8259 leaves the reader free. We read what has one meaning (a number so
# small that it is 0) and refuse what readers turn into different things: numbers past a double,
# integers past 20 digits, half surrogates, what is no UTF-8, a byte order mark, 500 levels.
DECIDED = {
    "i_number_double_huge_neg_exp.json": "read",
    "i_number_huge_exp.json": "json",
    "i_number_neg_int_huge_exp.json": "json",
    "i_number_pos_double_huge_exp.json": "json",
    "i_number_real_neg_overflow.json": "json",
    "i_number_real_pos_overflow.json": "json",
    "i_number_real_underflow.json": "read",
    "i_number_too_big_neg_int.json": "json",
    "i_number_too_big_pos_int.json": "json",
    "i_number_very_big_negative_int.json": "json",
    "i_object_key_lone_2nd_surrogate.json": "json",
    "i_string_1st_surrogate_but_2nd_missing.json": "json",
    "i_string_1st_valid_surrogate_2nd_invalid.json": "json",
    "i_string_UTF-16LE_with_BOM.json": "json-utf8",
    "i_string_UTF-8_invalid_sequence.json": "json-utf8",
    "i_string_UTF8_surrogate_U+D800.json": "json-utf8",
    "i_string_incomplete_surrogate_and_escape_valid.json": "json",
    "i_string_incomplete_surrogate_pair.json": "json",
    "i_string_incomplete_surrogates_escape_valid.json": "json",
    "i_string_invalid_lonely_surrogate.json": "json",
    "i_string_invalid_surrogate.json": "json",
    "i_string_invalid_utf-8.json": "json-utf8",
    "i_string_inverted_surrogates_U+1D11E.json": "json",
    "i_string_iso_latin_1.json": "json-utf8",
    "i_string_lone_second_surrogate.json": "json",
    "i_string_lone_utf8_continuation_byte.json": "json-utf8",
    "i_string_not_in_unicode_range.json": "json-utf8",
    "i_string_overlong_sequence_2_bytes.json": "json-utf8",
    "i_string_overlong_sequence_6_bytes.json": "json-utf8",
    "i_string_overlong_sequence_6_bytes_null.json": "json-utf8",
    "i_string_truncated-utf-8.json": "json-utf8",
    "i_string_utf16BE_no_BOM.json": "json-utf8",
    "i_string_utf16LE_no_BOM.json": "json-utf8",
    "i_structure_500_nested_arrays.json": "json-depth",
    "i_structure_UTF-8_BOM_empty_object.json": "json-utf8",
}

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False)
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)
few = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=4)


def outcome(raw: bytes, **limits: int) -> str:
    """Give `read`, or the code with which the bytes are refused."""
    try:
        strictjson.loads(raw, **limits)
    except DocumentError as error:
        return error.code
    return "read"


def nested(levels: int) -> bytes:
    """Give JSON of so many levels, lists and objects in turn."""
    opening = [b"[" if level % 2 else b'{"a":' for level in range(levels)]
    closing = [b"]" if level % 2 else b"}" for level in reversed(range(levels))]
    return b"".join(opening) + b"1" + b"".join(closing)


class TestLoads:
    """The reader of bytes from strangers."""

    def test_reads_what_every_parser_must_read(self, corpus: Path) -> None:
        """The 95 y-files are read, but for two that hold a key twice."""
        files = sorted((corpus / SUITE).glob("y_*.json"))
        found = {file.name: outcome(file.read_bytes()) for file in files}
        assert len(found) == 95
        assert found == {name: LEGAL_BUT_REFUSED.get(name, "read") for name in found}

    def test_refuses_what_no_parser_may_read(self, corpus: Path) -> None:
        """The 188 n-files are refused, each with a code of ours."""
        files = sorted((corpus / SUITE).glob("n_*.json"))
        found = {file.name: outcome(file.read_bytes()) for file in files}
        assert len(found) == 188
        assert [name for name, result in found.items() if not result.startswith("json")] == []

    def test_decides_where_the_standard_does_not(self, corpus: Path) -> None:
        """Each of the 35 i-files has the outcome that is written down above."""
        files = sorted((corpus / SUITE).glob("i_*.json"))
        assert {file.name: outcome(file.read_bytes()) for file in files} == DECIDED

    @given(values)
    def test_reads_what_was_written(self, value: strictjson.Json) -> None:
        """Any value comes back from the compact form, and from a form with space and escapes."""
        assert strictjson.loads(strictjson.dumps(value)) == value
        assert strictjson.loads(json.dumps(value, indent=1).encode()) == value

    @given(st.text(), few, few)
    def test_refuses_a_key_twice(self, key: str, first: strictjson.Json, second: strictjson.Json) -> None:
        """A key twice is refused, whatever the values and however the second one is written."""
        name, escaped = strictjson.dumps(key), json.dumps(key).encode()
        one, two = strictjson.dumps(first), strictjson.dumps(second)
        assert outcome(b'{"a":[{' + name + b":" + one + b"," + escaped + b":" + two + b"}]}") in {
            "json-duplicate-key",
            "json-depth",
        }

    @pytest.mark.parametrize("key", ["a", "@context", "proof", "é"])
    def test_names_the_key_that_stands_twice(self, key: str) -> None:
        """Whoever sent it hears which key it is."""
        with pytest.raises(DocumentError, match=key) as caught:
            strictjson.loads(f'{{"{key}": 1, "{key}": 1}}'.encode())
        assert caught.value.code == "json-duplicate-key"

    @pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
    def test_refuses_constants_that_only_python_knows(self, constant: str) -> None:
        """NaN and the infinities are no JSON."""
        assert outcome(f'{{"a": {constant}}}'.encode()) == "json-constant"

    @pytest.mark.parametrize(
        ("levels", "expected"),
        [(0, "read"), (1, "read"), (31, "read"), (32, "read"), (33, "json-depth"), (100_000, "json-depth")],
    )
    def test_counts_levels(self, levels: int, expected: str) -> None:
        """32 levels are read, 33 are not, and a hundred thousand cost no stack."""
        raw = nested(levels)
        assert outcome(raw) == expected
        assert outcome(raw.replace(b":", b" : ")) == expected

    def test_counts_no_brackets_in_strings(self) -> None:
        """Brackets in a string are text, also behind an escaped quote."""
        assert outcome(rb'["\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{{\\"]') == "read"

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (b'{"a": "' + b'\\"' * 900_000, "json"),
            (b'{"a": "' + b"\\" * 1_900_001, "json"),
            (b'"a' * 900_001, "json"),
            (b"{" + b'"":0,' * 380_000 + b'"":0}', "json-duplicate-key"),
            (b"{" + b"".join(b'"%x":0,' % name for name in range(180_000)) + b'"a":0}', "json-duplicate-key"),
        ],
        ids=["escaped-quotes", "backslashes", "quotes", "one-key-often", "one-key-twice"],
    )
    def test_reads_each_byte_a_few_times_only(self, raw: bytes, code: str) -> None:
        """What is made to be read anew from every quote or key (hours of work, each) is refused at once."""
        assert len(raw) < strictjson.MAX_BYTES
        assert outcome(raw) == code

    def test_refuses_levels_before_it_reads_them(self) -> None:
        """Levels that never close are too many, not a broken end."""
        assert outcome(b"[" * 1_000_000) == "json-depth"

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"99999999999999999999", 99999999999999999999),
            (b"-99999999999999999999", -99999999999999999999),
            (b"18446744073709551615", 2**64 - 1),
        ],
    )
    def test_reads_integers_of_twenty_digits_exactly(self, raw: bytes, expected: int) -> None:
        """No integer becomes a float on the way, and it can be written again."""
        assert strictjson.loads(raw) == expected
        assert strictjson.dumps(strictjson.loads(raw)) == raw

    @pytest.mark.parametrize("raw", [b"100000000000000000000", b"-100000000000000000000", b"1" * 10_000])
    def test_refuses_integers_of_more_digits(self, raw: bytes) -> None:
        """21 digits are refused, and ten thousand without reading them."""
        assert outcome(raw) == "json"

    @pytest.mark.parametrize("raw", [b'"\\ud800"', b'"\\udc00\\ud800"', b'{"\\ud834":1}', b'"\xed\xa0\x80"'])
    def test_refuses_half_surrogates(self, raw: bytes) -> None:
        """Half a surrogate pair is no character, escaped or raw."""
        assert outcome(raw) in {"json", "json-utf8"}

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
    def test_refuses_other_encodings(self, encoding: str) -> None:
        """Only UTF-8 without a byte order mark is read."""
        assert outcome('{"naam":"é"}'.encode(encoding)) in {"json-utf8", "json"}
        assert outcome('{"naam":"é"}'.encode()) == "read"

    @pytest.mark.parametrize(("max_bytes", "expected"), [(9, "json-size"), (10, "read"), (11, "read")])
    def test_caps_the_size(self, max_bytes: int, expected: str) -> None:
        """The cap is the last size that is read."""
        assert outcome(b'{"a": [1]}', max_bytes=max_bytes) == expected

    @given(st.binary(max_size=60) | st.text(alphabet='[]{}:,"\\ 019.eE-tfn').map(str.encode))
    def test_agrees_with_a_second_parser(self, raw: bytes) -> None:
        """What is read at all is read as orjson reads it; what orjson refuses is refused."""
        try:
            expected = orjson.loads(raw)
        except orjson.JSONDecodeError:
            assert outcome(raw).startswith("json")
            return
        if outcome(raw) == "read":
            assert strictjson.loads(raw) == expected


class TestLoadsObject:
    """The reader for those who need an object."""

    def test_reads_an_object(self) -> None:
        """An object is given."""
        assert strictjson.loads_object(b'{"a":1}') == {"a": 1}

    @pytest.mark.parametrize("raw", [b"[]", b"1", b"null", b'"a"'])
    def test_refuses_all_else(self, raw: bytes) -> None:
        """A list or a bare value is no document."""
        with pytest.raises(DocumentError):
            strictjson.loads_object(raw)


class TestDumps:
    """The writer of what we publish."""

    def test_writes_compact_utf8_in_order(self) -> None:
        """No space, no escapes that are not needed, keys in the order they have."""
        assert strictjson.dumps({"b": "é", "a": [1, None, True]}) == '{"b":"é","a":[1,null,true]}'.encode()
