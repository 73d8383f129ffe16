"""What the secret of an API key looks like, and what is kept of it."""

import hashlib
import re

import pytest

from issuers.apikeys.secret import PREFIX, ending_of, hash_of, is_secret, new_secret

SECRET = "pb_voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbee4jTQyo"


class TestNewSecret:
    """`new_secret`."""

    def test_can_be_found_by_a_scanner(self) -> None:
        """The prefix, then 49 letters and digits: one pattern, and no sign that ends a word."""
        assert re.fullmatch(r"pb_[0-9A-Za-z]{49}", new_secret())

    def test_is_never_the_same(self) -> None:
        """It is made from randomness only."""
        assert 100 == len({new_secret() for _ in range(100)})


class TestIsSecret:
    """`is_secret`."""

    def test_knows_every_one_that_we_make(self) -> None:
        """Also where the checksum begins with a zero."""
        assert is_secret(SECRET)
        assert all(is_secret(new_secret()) for _ in range(1_000))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            PREFIX,
            SECRET[:-1],
            f"{SECRET}a",
            f" {SECRET}",
            f"{SECRET}\n",
            SECRET.replace(PREFIX, "pk_"),
            SECRET.replace("voorbeeld", "voorbeelt", 1),
        ],
    )
    def test_refuses_what_is_not_one(self, text: str) -> None:
        """Cut off, longer, of another service, or with one sign typed wrong."""
        assert not is_secret(text)


class TestHashOf:
    """`hash_of`."""

    def test_is_a_sha_256(self) -> None:
        """Of the whole secret, as it is sent."""
        assert hashlib.sha256(SECRET.encode()).hexdigest() == hash_of(SECRET)


class TestEndingOf:
    """`ending_of`."""

    def test_is_the_last_four_signs(self) -> None:
        """They are of the checksum, so 224 bits and more stay unknown."""
        assert SECRET[-4:] == ending_of(SECRET)
