"""Ids and tokens: random, of the right shape, telling nothing."""

import re
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta

from issuers.identifiers import public_token, short_id, uuid7

NOW = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


class TestShortId:
    """`short_id` makes the part of an address that stays for ever."""

    def test_is_eight_characters_that_cannot_be_misread(self) -> None:
        """No l and 1, no o and 0."""
        assert all(re.fullmatch(r"[a-km-np-z2-9]{8}", short_id()) for _ in range(200))

    def test_does_not_come_back(self) -> None:
        """A thousand are a thousand."""
        assert 1000 == len({short_id() for _ in range(1000)})


class TestPublicToken:
    """`public_token` makes the secret in a badge's address."""

    def test_holds_128_bits(self) -> None:
        """As much as nobody can guess."""
        token = public_token()
        assert 16 == len(urlsafe_b64decode(token + "=="))
        assert re.fullmatch(r"[A-Za-z0-9_-]{22}", token)

    def test_does_not_come_back(self) -> None:
        """A thousand are a thousand."""
        assert 1000 == len({public_token() for _ in range(1000)})


class TestUuid7:
    """`uuid7` makes keys that sort by time (RFC 9562 5.7)."""

    def test_has_version_and_variant(self) -> None:
        """Others can tell what it is."""
        made = uuid7(NOW)
        assert (7, "specified in RFC 4122") == (made.version, made.variant)

    def test_holds_the_moment_in_milliseconds(self) -> None:
        """The first 48 bits are the time, as in RFC 9562 A.6 (2022-02-22 14:22:22 GMT-5)."""
        moment = datetime.fromtimestamp(0x017F22E279B0 / 1000, tz=UTC)
        assert "017f22e2-79b0-7" == str(uuid7(moment))[:15]

    def test_sorts_by_time(self) -> None:
        """A later one is larger, as text too."""
        made = [str(uuid7(NOW + timedelta(milliseconds=turn))) for turn in range(100)]
        assert sorted(made) == made

    def test_does_not_come_back_within_a_millisecond(self) -> None:
        """A thousand in the same moment are a thousand."""
        assert 1000 == len({uuid7(NOW) for _ in range(1000)})
