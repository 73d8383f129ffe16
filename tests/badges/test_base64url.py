"""Base64url: one spelling per value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import base64url


class TestEncode:
    """`encode`."""

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [(b"", ""), (b"f", "Zg"), (b"fo", "Zm8"), (b"foo", "Zm9v"), (b"\xfb\xff\xfe", "-__-")],
    )
    def test_gives_the_examples_of_the_standard(self, raw: bytes, expected: str) -> None:
        """Those of RFC 4648 10, without padding and in the alphabet for addresses."""
        assert expected == base64url.encode(raw)


class TestDecode:
    """`decode`."""

    @given(st.binary(max_size=80))
    def test_undoes_encode(self, raw: bytes) -> None:
        """What was written is read back."""
        assert raw == base64url.decode(base64url.encode(raw))

    @given(st.text(alphabet="AZaz09-_Q+/= \n", max_size=12))
    def test_reads_one_spelling_only(self, text: str) -> None:
        """What is read is written back the same, so no two texts mean the same bytes."""
        try:
            raw = base64url.decode(text)
        except ValueError:
            return
        assert text == base64url.encode(raw)

    @pytest.mark.parametrize(
        "text",
        ["A", "Zg==", "Zg=", "Zh", "Zm9", "Zm9v\n", " Zm9v", "Zm 9v", "+_8", "a/b=", "é", "Zm9vA", "٣٣"],
    )
    def test_refuses_other_spellings(self, text: str) -> None:
        """Padding, blanks, the other alphabet, bits left over, a length that cannot be."""
        with pytest.raises(ValueError, match="base64url"):
            base64url.decode(text)
