"""Base58btc: exact in both directions, one spelling per value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import multibase


class TestEncode:
    """`encode`."""

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b"", ""),
            (b"Hello World!", "2NEpo7TZRRrLZSi2U"),
            (
                b"The quick brown fox jumps over the lazy dog.",
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
            ),
            (bytes.fromhex("0000287fb4cd"), "11233QC4"),
        ],
    )
    def test_gives_the_examples_of_the_draft(self, raw: bytes, expected: str) -> None:
        """The test vectors of draft-msporny-base58-03 come out."""
        assert multibase.encode(raw) == expected


class TestDecode:
    """`decode`."""

    @given(st.binary(max_size=80))
    def test_undoes_encode(self, raw: bytes) -> None:
        """What was written is read back."""
        assert multibase.decode(multibase.encode(raw), size=len(raw)) == raw

    @given(st.text(alphabet=multibase.ALPHABET, max_size=60), st.integers(min_value=0, max_value=50))
    def test_reads_one_spelling_only(self, text: str, size: int) -> None:
        """What is read is written back the same, so no two texts mean the same bytes."""
        try:
            raw = multibase.decode(text, size=size)
        except ValueError:
            return
        assert multibase.encode(raw) == text

    @pytest.mark.parametrize("text", ["0", "O", "I", "l", " 2", "2\n", "é", "1é", "٣", "2+", "\x7f"])
    def test_refuses_characters_outside_the_alphabet(self, text: str) -> None:
        """Look-alikes, blanks and other scripts are refused."""
        for size in range(4):
            with pytest.raises(ValueError, match="base58btc"):
                multibase.decode(text, size=size)

    @pytest.mark.parametrize("size", [63, 65])
    def test_refuses_another_number_of_bytes(self, size: int) -> None:
        """One byte too few or too many is refused."""
        with pytest.raises(ValueError, match="base58btc"):
            multibase.decode(multibase.encode(bytes(range(1, size + 1))), size=64)

    def test_refuses_a_long_text_unread(self) -> None:
        """A text of a million digits costs no time: its length says enough."""
        with pytest.raises(ValueError, match="base58btc"):
            multibase.decode("z" * 1_000_000, size=64)
