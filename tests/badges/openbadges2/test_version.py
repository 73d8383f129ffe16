"""Which version a document is of."""

from typing import Any

import pytest

from badges.openbadges2.version import CONTEXT, Version, version_of
from tests.badges.openbadges2.samples import assertion, without


class TestVersionOf:
    """`version_of`."""

    @pytest.mark.parametrize(
        "context",
        [
            CONTEXT,
            [CONTEXT],
            [CONTEXT, {"leerbedrijf": "https://school.voorbeeld/woorden#leerbedrijf"}],
            [CONTEXT, "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json"],
        ],
    )
    def test_knows_2_0(self, context: Any) -> None:
        """Alone, or with words that come beside those of the standard."""
        assert Version.V2 is version_of(assertion(**{"@context": context}))

    @pytest.mark.parametrize(
        "context",
        [
            [CONTEXT, "https://school.voorbeeld/context.json"],
            ["https://school.voorbeeld/context.json", CONTEXT],
            [CONTEXT, {"expires": "https://school.voorbeeld/woorden#verloopt"}],
            [CONTEXT, {"@vocab": "https://school.voorbeeld/woorden#"}],
            [CONTEXT, 7],
        ],
    )
    def test_tells_2_0_with_other_meanings(self, context: Any) -> None:
        """A context that we do not have, or that gives our words another meaning."""
        assert Version.OTHER is version_of(assertion(**{"@context": context}))

    @pytest.mark.parametrize(
        "document",
        [
            assertion(**{"@context": "https://w3id.org/openbadges/v1"}),
            {"uid": "1", "recipient": {}, "badge": "https://a.nl/b", "verify": {}, "issuedOn": 1},
            {"recipient": "sha256$00", "badge": {}, "issued_on": "2012-01-01"},
        ],
    )
    def test_knows_what_is_older(self, document: Any) -> None:
        """1.1 by its context, 1.0 and 0.5 by their members."""
        assert Version.OLDER is version_of(document)

    @pytest.mark.parametrize(
        "document",
        [
            {},
            without(assertion(), "@context"),
            assertion(**{"@context": "https://www.w3.org/ns/credentials/v2"}),
        ],
    )
    def test_knows_nothing_else(self, document: Any) -> None:
        """A document without a sign of these versions is none of them."""
        assert version_of(document) is None
