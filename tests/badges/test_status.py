"""Bitstring Status List: one bit, left-most first, and no bombs."""

import base64
import gzip
import resource
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges import status
from badges.errors import StatusError

EMPTY = bytes(status.MINIMUM_ENTRIES // 8)
INDEXES = st.integers(min_value=0, max_value=status.MINIMUM_ENTRIES - 1)


def written(packed: bytes) -> str:
    """Write packed bytes as an encodedList."""
    return "u" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def entry(**changes: object) -> Any:
    """Make an entry as we issue it, changed."""
    place = "https://bewijs.voorbeeld/organisaties/7fq2k9/status/1"
    return {
        "id": f"{place}#84217",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "84217",
        "statusListCredential": place,
    } | changes


class TestSetBits:
    """`set_bits` and `read_bit`."""

    def test_starts_at_the_left(self) -> None:
        """Index 0 is the most significant bit of the first byte, index 7 the least (BSL 3.2)."""
        assert status.set_bits([0, 7, 8])[:3] == b"\x81\x80\x00"

    @given(st.sets(INDEXES, max_size=40), st.sets(INDEXES, max_size=40))
    def test_sets_these_and_no_others(self, indexes: set[int], others: set[int]) -> None:
        """Every bit that was asked for is set, and none besides."""
        bits = status.set_bits(indexes)
        assert {index for index in indexes | others if status.read_bit(bits, index=index)} == indexes

    @pytest.mark.parametrize("index", [-1, status.MINIMUM_ENTRIES, 10**40])
    def test_refuses_an_index_outside_the_list(self, index: int) -> None:
        """Setting and reading there is a range error."""
        with pytest.raises(StatusError) as setting:
            status.set_bits([index])
        with pytest.raises(StatusError) as reading:
            status.read_bit(EMPTY, index=index)
        assert (setting.value.code, reading.value.code) == ("status-range", "status-range")

    @pytest.mark.parametrize("entries", [0, 8, status.MINIMUM_ENTRIES - 8, status.MINIMUM_ENTRIES + 1])
    def test_refuses_a_list_too_short_to_hide_in(self, entries: int) -> None:
        """Fewer than 131,072 entries, or no whole bytes, is no list."""
        with pytest.raises(StatusError) as caught:
            status.set_bits([], entries=entries)
        assert caught.value.code == "status-list-length"


class TestEncode:
    """`encode`."""

    def test_gives_the_same_text_each_time(self) -> None:
        """No clock and no name goes in: the header has no time."""
        text = status.encode(EMPTY)
        packed = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
        assert packed[:10] == bytes.fromhex("1f8b080000000000 02ff")
        assert status.encode(EMPTY) == text

    def test_can_be_read_by_the_standard_library(self) -> None:
        """Python's own gzip reads what we wrote."""
        bits = status.set_bits([3, 84217])
        text = status.encode(bits)
        assert gzip.decompress(base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))) == bits

    def test_refuses_a_short_list(self) -> None:
        """A list of 131,064 entries is not written."""
        with pytest.raises(StatusError) as caught:
            status.encode(EMPTY[1:])
        assert caught.value.code == "status-list-length"


class TestDecode:
    """`decode`."""

    @settings(max_examples=30)
    @given(st.sets(INDEXES, max_size=200))
    def test_undoes_encode(self, indexes: set[int]) -> None:
        """What was written is read back."""
        bits = status.set_bits(indexes)
        assert status.decode(status.encode(bits)) == bits

    def test_reads_the_list_of_the_standard(self) -> None:
        """The empty list in the examples of the standard is 16 KB of zeros (BSL 1.3)."""
        text = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
        assert status.decode(text) == EMPTY

    @pytest.mark.parametrize(
        "encoded",
        [
            "",
            "u",
            status.encode(EMPTY)[1:],
            "z" + status.encode(EMPTY)[1:],
            status.encode(EMPTY) + "=",
            status.encode(EMPTY) + "\n",
            status.encode(EMPTY).replace("A", "+", 1),
            status.encode(EMPTY)[:-1],
            written(gzip.compress(EMPTY, mtime=0)[:-1]),
            written(gzip.compress(EMPTY, mtime=0)[:20]),
            written(gzip.compress(EMPTY, mtime=0) + b"\0"),
            written(gzip.compress(EMPTY, mtime=0) * 2),
            written(gzip.compress(EMPTY, mtime=0)[:-8] + bytes(8)),
            written(zlib.compress(EMPTY)),
            written(EMPTY),
            "u٣" + status.encode(EMPTY),
        ],
    )
    def test_refuses_another_form(self, encoded: str) -> None:
        """No `u`, another alphabet, cut, doubled, with a trailer, or not gzip at all."""
        with pytest.raises(StatusError) as caught:
            status.decode(encoded)
        assert caught.value.code == "status-malformed"

    def test_refuses_stray_bits_at_the_end(self) -> None:
        """Base64 that ends in bits that mean nothing is a second spelling, and refused."""
        packed = next(found for size in range(3) if len(found := _padded(size)) % 3 == 1)
        text = written(packed)
        assert status.decode(text) == EMPTY
        other = chr(ord(text[-1]) + 1)
        with pytest.raises(StatusError, match="stray"):
            status.decode(text[:-1] + other)

    @pytest.mark.parametrize("size", [0, 1, len(EMPTY) - 1])
    def test_refuses_a_short_list(self, size: int) -> None:
        """131,064 entries and fewer: the badge would stand out (STATUS_LIST_LENGTH_ERROR)."""
        with pytest.raises(StatusError) as caught:
            status.decode(written(gzip.compress(bytes(size))))
        assert caught.value.code == "status-list-length"

    def test_reads_up_to_the_limit_and_no_further(self) -> None:
        """8 MiB is read, one byte more is refused."""
        assert len(status.decode(written(gzip.compress(bytes(status.MAX_BYTES), 1)))) == status.MAX_BYTES
        with pytest.raises(StatusError, match="more than"):
            status.decode(written(gzip.compress(bytes(status.MAX_BYTES + 1), 1)))

    def test_unpacks_no_bomb(self) -> None:
        """Of 200 MB of zeros no more than the limit is ever unpacked."""
        packer = zlib.compressobj(1, zlib.DEFLATED, 31)
        bomb = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(200)), packer.flush()])
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with pytest.raises(StatusError):
            status.decode(written(bomb))
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000

    @given(st.text(max_size=60), st.binary(max_size=60))
    def test_answers_anything_with_an_error_of_ours(self, text: str, raw: bytes) -> None:
        """Whatever comes in, nothing but a StatusError comes out."""
        for encoded in (text, "u" + text, written(raw), written(b"\x1f\x8b\x08\0" + raw)):
            with pytest.raises(StatusError):
                status.decode(encoded)


class TestDecode2021:
    """`decode_2021`."""

    def test_reads_the_list_of_the_standard(self) -> None:
        """The empty list in the examples is 16 KB of zeros, without a prefix (SL2021 2.2)."""
        text = "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
        assert status.decode_2021(text) == EMPTY

    @settings(max_examples=30)
    @given(st.sets(INDEXES, max_size=200))
    def test_reads_either_alphabet(self, indexes: set[int]) -> None:
        """Base64 with padding, without it, and base64url give the same bits."""
        bits = status.set_bits(indexes)
        packed = gzip.compress(bits, mtime=0)
        plain, url = base64.b64encode(packed).decode(), base64.urlsafe_b64encode(packed).decode()
        read = [status.decode_2021(text) for text in (plain, plain.rstrip("="), url, url.rstrip("="))]
        assert [bits] * 4 == read

    @pytest.mark.parametrize(
        "encoded",
        [
            "",
            "=",
            "====",
            status.encode(EMPTY),
            status.encode(EMPTY)[1:] + "\n",
            status.encode(EMPTY)[1:] + "=====",
            status.encode(EMPTY)[1:] + "=",
            status.encode(EMPTY)[1:].replace("-", "+") + "-_",
            base64.b64encode(gzip.compress(EMPTY, mtime=0) * 2).decode(),
            base64.b64encode(gzip.compress(EMPTY, mtime=0) + b"x").decode(),
            base64.b64encode(EMPTY).decode(),
        ],
    )
    def test_refuses_another_form(self, encoded: str) -> None:
        """A prefix, both alphabets at once, wrong padding, and what is no single gzip member."""
        with pytest.raises(StatusError) as caught:
            status.decode_2021(encoded)
        assert caught.value.code == "status-malformed"

    def test_keeps_the_limits(self) -> None:
        """A list of 100,000 entries is too short to hide in, and one byte past 8 MiB is too much."""
        with pytest.raises(StatusError) as caught:
            status.decode_2021(base64.b64encode(gzip.compress(bytes(12_500))).decode())
        assert caught.value.code == "status-list-length"
        with pytest.raises(StatusError, match="more than"):
            status.decode_2021(base64.b64encode(gzip.compress(bytes(status.MAX_BYTES + 1), 1)).decode())

    @given(st.text(max_size=60), st.binary(max_size=60))
    def test_answers_anything_with_an_error_of_ours(self, text: str, raw: bytes) -> None:
        """Whatever comes in, nothing but a StatusError comes out."""
        for encoded in (
            text,
            base64.b64encode(raw).decode(),
            base64.b64encode(b"\x1f\x8b\x08\0" + raw).decode(),
        ):
            with pytest.raises(StatusError):
                status.decode_2021(encoded)


def _padded(size: int) -> bytes:
    """Pack an empty list with a file name of some length in the gzip header."""
    packed = gzip.compress(EMPTY, mtime=0)
    return packed[:3] + b"\x08" + packed[4:10] + b"n" * size + b"\0" + packed[10:]


class TestEntryIndex:
    """`entry_index`."""

    @pytest.mark.parametrize(("text", "index"), [("0", 0), ("84217", 84217), ("131071", 131_071), ("007", 7)])
    def test_reads_digits(self, text: str, index: int) -> None:
        """A whole number in base ten."""
        assert status.entry_index(entry(statusListIndex=text)) == index

    @pytest.mark.parametrize(
        "index",
        ["", "-1", "+1", "1e3", "1.0", " 1", "1\n", "0x1", "٣", "1_0", None, True, 1, 1.0, [1], ["1"]],
    )
    def test_refuses_other_numbers(self, index: object) -> None:
        """Signs, exponents, other scripts and other types are malformed."""
        with pytest.raises(StatusError) as caught:
            status.entry_index(entry(statusListIndex=index))
        assert caught.value.code == "status-malformed"

    def test_refuses_a_number_that_no_list_reaches(self) -> None:
        """Ten to the fortieth is a number, but out of range."""
        with pytest.raises(StatusError) as caught:
            status.entry_index(entry(statusListIndex="1" + "0" * 40))
        assert caught.value.code == "status-range"

    @pytest.mark.parametrize(
        "change",
        [
            lambda made: made.update(type="StatusList2021Entry"),
            lambda made: made.update(type=["BitstringStatusList"]),
            lambda made: made.pop("type"),
            lambda made: made.update(statusPurpose=None),
            lambda made: made.update(statusPurpose=["revocation"]),
            lambda made: made.update(statusPurpose=""),
            lambda made: made.pop("statusListCredential"),
            lambda made: made.update(statusListCredential=7),
            lambda made: made.update(id=made["statusListCredential"]),
            lambda made: made.update(statusSize=0),
            lambda made: made.update(statusSize=-1),
            lambda made: made.update(statusSize=2),
            lambda made: made.update(statusSize=2**31),
            lambda made: made.update(statusSize="1"),
            lambda made: made.update(statusSize=True),
        ],
    )
    def test_refuses_another_form(self, change: Callable[[Any], object]) -> None:
        """Another type, no purpose, no list, or more than one bit per entry."""
        made = entry()
        change(made)
        with pytest.raises(StatusError) as caught:
            status.entry_index(made)
        assert caught.value.code == "status-malformed"

    def test_reads_an_entry_with_several_types(self) -> None:
        """A list of types that names ours is good."""
        assert status.entry_index(entry(type=["BitstringStatusListEntry"], statusSize=1)) == 84217
