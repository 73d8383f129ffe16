"""What is wrong with a document of Open Badges 2.0."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.openbadges2 import validation
from tests.badges.openbadges2.samples import assertion, badge_class, profile, without

HASHED = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
PICTURE = "data:image/png;base64,iVBORw0KGgo="
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=20,
)
CHECKS: list[tuple[Callable[[Any], Any], Callable[..., Any]]] = [
    (validation.assertion_problems, assertion),
    (validation.badge_class_problems, badge_class),
    (validation.profile_problems, profile),
]


def pointers(problems: Any) -> list[str]:
    """Give where the problems are."""
    return [problem.pointer for problem in problems]


class TestAllThree:
    """`assertion_problems`, `badge_class_problems`, `profile_problems`."""

    @pytest.mark.parametrize(("check", "make"), CHECKS)
    def test_find_nothing_in_a_good_one(self, check: Any, make: Any) -> None:
        """A whole document has no problems, also with members that the standard does not name."""
        assert () == check(make(leerbedrijf="Werf de Maas"))

    @pytest.mark.parametrize(("check", "make"), CHECKS)
    def test_tell_another_class(self, check: Any, make: Any) -> None:
        """The type must be there; it may be one of several."""
        assert ["/type"] == pointers(check(without(make(), "type")))
        assert ["/type"] == pointers(check(make(type="Endorsement")))
        assert () == check(make(type=[make()["type"], "extensions:Iets"]))

    @pytest.mark.parametrize(("check", "make"), CHECKS)
    @given(data=st.data())
    def test_answer_anything(self, check: Any, make: Any, data: st.DataObject) -> None:
        """Whatever stands in a member, a list of problems comes out."""
        name = data.draw(st.sampled_from(sorted(make())))
        assert isinstance(check(make(**{name: data.draw(ANYTHING)})), tuple)


class TestAssertionProblems:
    """`assertion_problems`."""

    @pytest.mark.parametrize("name", ["id", "recipient", "badge", "verification", "issuedOn"])
    def test_names_what_is_missing(self, name: str) -> None:
        """The standard requires these (OB 2.0 Assertion); null and an empty list are nothing."""
        documents = [without(assertion(), name), assertion(**{name: None}), assertion(**{name: []})]
        assert [[f"/{name}"]] * 3 == [pointers(validation.assertion_problems(each)) for each in documents]

    def test_reads_the_other_name_of_verification(self) -> None:
        """`verify` is an alias in the context (OB 2.0 Assertion)."""
        document = without(assertion(verify={"type": "SignedBadge"}), "verification")
        assert () == validation.assertion_problems(document)

    @pytest.mark.parametrize(
        ("pointer", "changes"),
        [
            ("/id", {"id": "17"}),
            ("/id", {"id": ["urn:a", "urn:b"]}),
            ("/badge", {"badge": "badge 1"}),
            ("/badge/id", {"badge": {"name": "zonder id"}}),
            ("/issuedOn", {"issuedOn": "2024-03-01"}),
            ("/issuedOn", {"issuedOn": 1709280000}),
            ("/expires", {"expires": "2025-03-01T09:00:00"}),
            ("/expires", {"expires": "2024-03-01T08:00:00Z"}),
            ("/expires", {"expires": "2023-03-01T08:00:00Z"}),
            ("/image", {"image": PICTURE}),
            ("/image/id", {"image": {"id": PICTURE}}),
            ("/image/id", {"image": {"caption": "geen plaatje"}}),
            ("/evidence", {"evidence": "mijn werk"}),
            ("/evidence/id", {"evidence": [{"id": "mijn werk"}]}),
            ("/narrative", {"narrative": 7}),
            ("/revoked", {"revoked": "false"}),
            ("/recipient", {"recipient": "sam@voorbeeld.nl"}),
            ("/recipient/type", {"recipient": {"identity": "x", "hashed": False}}),
            ("/recipient/type", {"recipient": {"type": "naam", "identity": "x", "hashed": False}}),
            ("/recipient/identity", {"recipient": {"type": "email", "hashed": True}}),
            ("/recipient/identity", {"recipient": {"type": "email", "identity": "s@v.nl", "hashed": True}}),
            ("/recipient/identity", {"recipient": {"type": "url", "identity": HASHED, "hashed": False}}),
            ("/recipient/identity", {"recipient": {"type": "email", "identity": "sam", "hashed": False}}),
            ("/recipient/hashed", {"recipient": {"type": "email", "identity": "s@v.nl"}}),
            ("/recipient/hashed", {"recipient": {"type": "email", "identity": "s@v.nl", "hashed": "no"}}),
            (
                "/recipient/salt",
                {"recipient": {"type": "email", "identity": HASHED, "hashed": True, "salt": 7}},
            ),
            ("/verification", {"verification": "hosted"}),
            ("/verification/type", {"verification": {"type": "blockchain"}}),
            ("/verification/type", {"verification": {"type": ["hosted", "signed"]}}),
            ("/verification/creator", {"verification": {"type": "signed", "creator": "sleutel"}}),
        ],
    )
    def test_says_where_it_is_wrong(self, pointer: str, changes: dict[str, Any]) -> None:
        """Each problem has the place where it stands (RFC 6901)."""
        assert [pointer] == pointers(validation.assertion_problems(assertion(**changes)))


class TestBadgeClassProblems:
    """`badge_class_problems`."""

    @pytest.mark.parametrize("name", ["id", "name", "description", "image", "criteria", "issuer"])
    def test_names_what_is_missing(self, name: str) -> None:
        """The standard requires these (OB 2.0 BadgeClass)."""
        assert [f"/{name}"] == pointers(validation.badge_class_problems(without(badge_class(), name)))

    @pytest.mark.parametrize(
        "changes",
        [
            {"image": PICTURE},
            {"image": {"id": PICTURE, "caption": "een robot"}},
            {"criteria": "https://badges.school.voorbeeld/bouw.html"},
            {"criteria": {"id": "https://badges.school.voorbeeld/bouw.html"}},
            {"issuer": profile()},
            {"alignment": {"targetName": "a", "targetUrl": "https://a.nl/"}, "tags": "robots"},
        ],
    )
    def test_takes_each_form(self, changes: dict[str, Any]) -> None:
        """A link or an object, one or several."""
        assert () == validation.badge_class_problems(badge_class(**changes))

    @pytest.mark.parametrize(
        ("pointer", "changes"),
        [
            ("/image", {"image": "data:text/html,hoi"}),
            ("/image/id", {"image": {"id": "data:image/gif;base64,AA"}}),
            ("/criteria", {"criteria": {}}),
            ("/criteria", {"criteria": {"narrative": ""}}),
            ("/criteria", {"criteria": "bouw een robot"}),
            ("/issuer/id", {"issuer": {"name": "School"}}),
            ("/alignment", {"alignment": ["https://a.nl/"]}),
            ("/alignment/targetUrl", {"alignment": [{"targetName": "a"}]}),
            ("/tags", {"tags": ["robots", 7]}),
        ],
    )
    def test_says_where_it_is_wrong(self, pointer: str, changes: dict[str, Any]) -> None:
        """Each problem has the place where it stands."""
        assert [pointer] == pointers(validation.badge_class_problems(badge_class(**changes)))


class TestProfileProblems:
    """`profile_problems`."""

    @pytest.mark.parametrize("name", ["id", "name", "url", "email"])
    def test_names_what_is_missing(self, name: str) -> None:
        """Of an issuer the standard requires these (OB 2.0 Profile)."""
        assert [f"/{name}"] == pointers(validation.profile_problems(without(profile(), name)))

    @pytest.mark.parametrize(
        ("pointer", "changes"),
        [
            ("/url", {"url": "school.voorbeeld"}),
            ("/email", {"email": "school"}),
            ("/image", {"image": "logo.png"}),
            ("/publicKey", {"publicKey": ["https://a.nl/k", "sleutel"]}),
            ("/publicKey/id", {"publicKey": {"publicKeyPem": "x"}}),
            ("/revocationList", {"revocationList": "lijst"}),
            ("/verification/startsWith", {"verification": {"startsWith": "/assertions"}}),
            ("/verification/allowedOrigins", {"verification": {"allowedOrigins": [7]}}),
            ("/verification/verificationProperty", {"verification": {"verificationProperty": "uid"}}),
        ],
    )
    def test_says_where_it_is_wrong(self, pointer: str, changes: dict[str, Any]) -> None:
        """Each problem has the place where it stands."""
        assert [pointer] == pointers(validation.profile_problems(profile(**changes)))
