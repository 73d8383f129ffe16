"""No status list is signed that should not be."""

import copy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from badges import composing, describing, linting
from badges.credential import LintedCredential, UnsignedCredential
from badges.errors import LintError
from badges.jsonld import walker
from tests.badges.linting.changing import ISSUER, LIST


def status_list(**members: Any) -> dict[str, Any]:
    """Give an unsigned status list with members put over it."""
    start = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
    unsigned = composing.compose_status_list(
        id=LIST,
        issuer=ISSUER,
        encoded_list="uH4sIAAAAAAAA",
        valid_from=start,
        valid_until=start + timedelta(hours=24),
    )
    return dict(unsigned.document) | members


def found_in_list(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the code and pointer of each problem that lint finds in a status list."""
    try:
        linting.lint_status_list(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []


class TestLintStatusList:
    """The last look at a status list."""

    def test_passes_the_composed_list(self) -> None:
        """What we compose may be signed."""
        linted = linting.lint_status_list(UnsignedCredential(status_list()), issuer=ISSUER)
        assert linted == LintedCredential(
            document=status_list(), canonical=walker.canonicalize(status_list())
        )

    @pytest.mark.parametrize(
        ("members", "expected"),
        [
            ({"@context": list(describing.BADGE_CONTEXTS)}, ("context", "/@context")),
            ({"type": ["VerifiableCredential"]}, ("type", "/type")),
            ({"issuer": "did:web:ander.voorbeeld"}, ("issuer", "/issuer")),
            ({"issuer": {"id": ISSUER}}, ("issuer", "/issuer")),
            ({"validUntil": "2026-06-26T14:05:00Z"}, ("dates", "/validUntil")),
            ({"validUntil": None}, ("dates", "/validUntil")),
            ({"id": f"{LIST}#list"}, ("status", "/credentialSubject")),
            ({"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}, ("status", "/credentialSubject")),
            ({"credentialSubject": {}}, ("status", "/credentialSubject")),
            ({"unheardOf": 1}, ("term-undefined", "/unheardOf")),
            ({"name": "a\x00"}, ("text-control", "/name")),
        ],
    )
    def test_finds(self, members: dict[str, Any], expected: tuple[str, str]) -> None:
        """Each rule finds its problem, and says where it is."""
        assert expected in found_in_list(status_list(**members))

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("id", LIST),
            ("type", "BitstringStatusListEntry"),
            ("statusPurpose", "suspension"),
            ("encodedList", "H4sIAAAAAAAA"),
            ("encodedList", "uH4sI AAAA"),
            ("encodedList", "u"),
        ],
    )
    def test_finds_what_is_wrong_with_the_bits(self, key: str, value: str) -> None:
        """The list is complete, has an id of its own and is encoded as the standard asks."""
        document = copy.deepcopy(status_list())
        document["credentialSubject"][key] = value
        assert ("status", "/credentialSubject") in found_in_list(document)
