"""Where the assertions of an issuer may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.openbadges2.scope import Scope
from tests.badges.openbadges2.samples import ASSERTION, BADGE, ISSUER

ELSE = "https://badges.school.voorbeeld.else.voorbeeld/assertions/17.json"


class TestAllows:
    """`Scope.allows`."""

    def test_asks_the_host_of_the_issuer_when_nothing_is_said(self) -> None:
        """The default is the origin of the profile (OB 2.0 HostedBadge Verification)."""
        scope = Scope(ISSUER)
        assert [True, False, False, False] == [
            scope.allows(ASSERTION),
            scope.allows(ELSE),
            scope.allows("https://badges.school.voorbeeld:8443/assertions/17.json"),
            scope.allows("https://school.voorbeeld/assertions/17.json"),
        ]

    def test_asks_the_hosts_that_the_issuer_names(self) -> None:
        """They come in place of its own."""
        scope = Scope(ISSUER, origins=("Werf.voorbeeld", "b.voorbeeld:8443"))
        assert [True, True, False, False, False] == [
            scope.allows("https://werf.voorbeeld/17"),
            scope.allows("https://b.voorbeeld:8443/17"),
            scope.allows("https://b.voorbeeld/17"),
            scope.allows("https://a.werf.voorbeeld/17"),
            scope.allows(ASSERTION),
        ]

    def test_asks_how_the_address_starts(self) -> None:
        """One of several starts is enough, and decides where no host is named."""
        scope = Scope(ISSUER, starts_with=("https://a.voorbeeld/x/", "https://b.voorbeeld/school-"))
        assert [True, True, False, False] == [
            scope.allows("https://a.voorbeeld/x/17"),
            scope.allows("https://b.voorbeeld/school-17"),
            scope.allows("https://a.voorbeeld/y/17"),
            scope.allows(ASSERTION),
        ]

    def test_asks_both_where_both_are_said(self) -> None:
        """A start and a host must both fit."""
        scope = Scope(ISSUER, starts_with=("https://a.voorbeeld/x/",), origins=("b.voorbeeld",))
        assert not scope.allows("https://a.voorbeeld/x/17")
        assert not scope.allows("https://b.voorbeeld/x/17")

    @pytest.mark.parametrize(
        "address",
        [
            ELSE,
            "https://badges.school.voorbeeld@else.voorbeeld/17",
            "https://badges.school.voorbeeld:x@else.voorbeeld/17",
            "https://badges.school.voorbeeld\\.else.voorbeeld/17",
            "http://badges.school.voorbeeld.else.voorbeeld/17",
            "https://else.voorbeeld/https://badges.school.voorbeeld/17",
            "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
            "",
        ],
    )
    def test_is_not_fooled_by_how_an_address_looks(self, address: str) -> None:
        """A text that starts like the issuer's address can lead elsewhere."""
        scopes = [Scope(ISSUER), Scope(ISSUER, starts_with=("https://badges.school.voorbeeld",))]
        assert [False, False] == [scope.allows(address) for scope in scopes]

    @pytest.mark.parametrize("step", ["../", "..%2f", "%2e%2e/", "a/%2E./../", "./../", "..%5C", "/"])
    def test_leaves_no_start_behind(self, step: str) -> None:
        """An address that steps out of its folder is not under it."""
        scope = Scope(ISSUER, starts_with=("https://gedeeld.voorbeeld/school/",))
        assert scope.allows("https://gedeeld.voorbeeld/school/17")
        assert not scope.allows(f"https://gedeeld.voorbeeld/school/{step}ander/17")

    @pytest.mark.parametrize("issuer", ["", "urn:uuid:1", "did:web:school.voorbeeld"])
    def test_allows_nothing_to_an_issuer_without_an_address(self, issuer: str) -> None:
        """Without a host there is no place of its own."""
        assert not Scope(issuer).allows(ASSERTION)
        assert not Scope(issuer).allows("urn:uuid:1")

    @given(st.text(), st.text())
    def test_answers_anything(self, start: str, address: str) -> None:
        """Whatever the texts are, the answer is yes or no."""
        assert Scope(ISSUER, starts_with=("https://" + start,)).allows("https://" + address) in (True, False)


class TestAllowsBeside:
    """`Scope.allows_beside`."""

    def test_takes_any_host_of_the_issuer(self) -> None:
        """Its own, those that it names, and those of its starts."""
        scope = Scope(ISSUER, starts_with=("https://a.voorbeeld/x/",), origins=("b.voorbeeld",))
        assert [True, True, True, False] == [
            scope.allows_beside(BADGE),
            scope.allows_beside("https://a.voorbeeld/badges/1"),
            scope.allows_beside("https://b.voorbeeld/badges/1"),
            scope.allows_beside("https://c.voorbeeld/badges/1"),
        ]

    def test_takes_nothing_without_a_host(self) -> None:
        """A name is at no host."""
        assert not Scope("urn:uuid:1").allows_beside("urn:uuid:2")
