"""Whose assertion it is."""

from hashlib import md5
from typing import Any

import pytest

from badges.openbadges2.recipient import Recipient, is_of, read_recipient
from tests.badges.openbadges2.samples import assertion

HASH = "b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
MAYZE = "7a1a1b3f7d40552e4299180e346e3add12bf9a751a43d9c4ca4518febc2c60c6"


class TestReadRecipient:
    """`read_recipient`."""

    def test_reads_a_hash_and_an_address(self) -> None:
        """With its salt, or without."""
        hashed = read_recipient(assertion()["recipient"])
        plain = read_recipient({"type": "email", "identity": "sam@voorbeeld.nl", "hashed": False})
        assert Recipient("email", f"sha256${HASH}", hashed=True, salt="Kosher") == hashed
        assert Recipient("email", "sam@voorbeeld.nl", hashed=False) == plain

    @pytest.mark.parametrize(
        "value",
        [
            None,
            "sam@voorbeeld.nl",
            {},
            {"type": "naam", "identity": "Sam", "hashed": False},
            {"type": "email", "identity": f"sha256${HASH}", "hashed": False},
            {"type": "email", "identity": f"sha256${HASH[:-1]}", "hashed": True},
            {"type": "email", "identity": f"sha1${HASH}", "hashed": True},
            {"type": "email", "identity": f"sha256${HASH}", "hashed": True, "salt": 7},
            {"type": "email", "identity": f"sha256${HASH}"},
        ],
    )
    def test_reads_nothing_else(self, value: Any) -> None:
        """Nobody can tell whose that is."""
        assert read_recipient(value) is None


class TestIsOf:
    """`is_of`."""

    @pytest.mark.parametrize(
        ("recipient", "identity"),
        [
            (Recipient("email", f"sha256${HASH}", hashed=True, salt="Kosher"), "a@example.com"),
            (Recipient("email", f"sha256${HASH.upper()}", hashed=True, salt="Kosher"), "a@example.com"),
            (Recipient("email", f"sha256${MAYZE}", hashed=True), "mayze"),
            (Recipient("email", f"md5${md5(b'sam', usedforsecurity=False).hexdigest()}", hashed=True), "sam"),
            (Recipient("url", "https://sam.voorbeeld/", hashed=False), "https://sam.voorbeeld/"),
        ],
    )
    def test_knows_the_recipient(self, recipient: Recipient, identity: str) -> None:
        """The vectors of the standard; hexadecimal digits of either case (OB 2.0 IdentityHash)."""
        assert is_of(recipient, identity)
        assert not is_of(recipient, identity + "x")

    def test_needs_the_salt(self) -> None:
        """The same address with another salt is another hash."""
        assert not is_of(Recipient("email", f"sha256${HASH}", hashed=True), "a@example.com")

    def test_takes_no_hash_for_an_address(self) -> None:
        """Who knows only the hash is not the recipient."""
        recipient = Recipient("email", f"sha256${HASH}", hashed=True, salt="Kosher")
        assert not is_of(recipient, f"sha256${HASH}")
