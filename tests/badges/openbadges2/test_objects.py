"""The documents of Open Badges 2.0, as far as a check asks about them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from badges.openbadges2 import objects
from badges.openbadges2.objects import Link, Method
from tests.badges.openbadges2.samples import ASSERTION, BADGE, ISSUER, assertion, badge_class, profile


class TestReadAssertion:
    """`read_assertion`."""

    def test_reads_what_a_check_asks(self) -> None:
        """Its id, its badge class, how it is verified, and when it was given."""
        found = objects.read_assertion(assertion(expires="2025-03-01T00:00:00Z"))
        assert (ASSERTION, Link(BADGE), Method.HOSTED, None) == (
            found.id,
            found.badge,
            found.method,
            found.creator,
        )
        assert (datetime(2024, 3, 1, 8, tzinfo=UTC), datetime(2025, 3, 1, tzinfo=UTC)) == (
            found.issued_on,
            found.expires,
        )

    @pytest.mark.parametrize(
        ("verification", "method", "creator"),
        [
            ({"type": "signed", "creator": "https://a.nl/k"}, Method.SIGNED, "https://a.nl/k"),
            ({"type": ["SignedBadge"], "creator": {"id": "https://a.nl/k"}}, Method.SIGNED, "https://a.nl/k"),
            ({"type": ["hosted", "signed"]}, None, None),
            ({"type": "blockchain"}, None, None),
            ("hosted", None, None),
        ],
    )
    def test_reads_one_method(self, verification: Any, method: Method | None, creator: str | None) -> None:
        """By either of its names, also under `verify`; of two methods neither."""
        stated = [assertion(verification=verification), assertion(verify=verification)]
        stated[1].pop("verification")
        assert [(method, creator)] * 2 == [
            (found.method, found.creator) for found in map(objects.read_assertion, stated)
        ]

    def test_is_revoked_by_true_only(self) -> None:
        """Nothing else says so (OB 2.0 Assertion, revoked)."""
        stated: list[Any] = [True, [True], False, "true", 1, [1], None]
        assert [True, True, False, False, False, False, False] == [
            objects.read_assertion(assertion(revoked=each)).revoked for each in stated
        ]


class TestReadProfile:
    """`read_profile`."""

    def test_reads_keys_lists_and_scope(self) -> None:
        """Keys by address or as a copy; one host or several."""
        found = objects.read_profile(
            profile(
                publicKey=["https://a.nl/k1", {"id": "https://a.nl/k2"}],
                revocationList={"id": "https://a.nl/l"},
                verification={"allowedOrigins": "a.nl", "startsWith": ["https://a.nl/x"]},
            )
        )
        assert (Link("https://a.nl/k1"), Link("https://a.nl/k2", {"id": "https://a.nl/k2"})) == found.keys
        assert ("https://a.nl/l", ("a.nl",), ("https://a.nl/x",), ISSUER) == (
            found.revocation_list,
            found.scope.origins,
            found.scope.starts_with,
            found.scope.issuer,
        )


class TestReadLink:
    """`read_link`."""

    @pytest.mark.parametrize(
        ("value", "link"),
        [
            ("urn:a", Link("urn:a")),
            (["urn:a"], Link("urn:a")),
            ({"id": "urn:a"}, Link("urn:a", {"id": "urn:a"})),
            ({}, Link(None, {})),
            (["urn:a", "urn:b"], Link(None)),
            ([], Link(None)),
            (7, Link(None)),
        ],
    )
    def test_reads_one(self, value: Any, link: Link) -> None:
        """An id, an object with one, or a list of one of those."""
        assert link == objects.read_link(value)

    def test_finds_the_issuer_of_a_badge_class(self) -> None:
        """`read_badge_class` gives where the profile is."""
        assert Link(ISSUER) == objects.read_badge_class(badge_class()).issuer
