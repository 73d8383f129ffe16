"""What is taken from a badge, and nothing that it does not say."""

from datetime import UTC, datetime
from typing import Any

import pytest

from badges.factfinding import issuer_id, nature_of, read_facts
from badges.facts import Nature
from badges.jsonld.contexts import CREDENTIALS_V1
from badges.strictjson import Json, JsonObject
from tests import world
from tests.places import edited
from tests.world import World

DOCUMENT = world.badge_of(World().issuer)
IMAGE = "/credentialSubject/achievement/image"


class TestReadFacts:
    def test_knows_the_words_of_the_older_data_model(self) -> None:
        """Version 1.1 says `issuanceDate` and `expirationDate` (VCDM 1.1 4.6, 4.8)."""
        facts = read_facts(
            {
                "@context": [CREDENTIALS_V1],
                "issuanceDate": "2024-06-26T14:05:00Z",
                "expirationDate": "2025-01-01T00:00:00Z",
                "validUntil": "2030-01-01T00:00:00Z",
            }
        )
        assert (datetime(2024, 6, 26, 14, 5, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)) == (
            facts.valid_from,
            facts.valid_until,
        )

    def test_takes_who_what_and_when(self) -> None:
        """A badge of ours gives all its parts."""
        facts = read_facts(DOCUMENT)
        assert "Sam de Vries" == facts.name
        assert "Verzamelt en controleert orders" == facts.title
        assert ("zelfstandig", "werknemer") == (facts.independence, facts.role)
        assert ("informeel leren",) == facts.learning
        assert datetime(2026, 1, 5, tzinfo=UTC) == facts.activity_start
        assert datetime(2026, 6, 26, tzinfo=UTC) == facts.activity_end
        assert datetime(2026, 6, 26, 14, 5, tzinfo=UTC) == facts.awarded
        assert facts.werkproces is not None
        assert ("25774", "B1-K2-W1") == (facts.werkproces.crebo, facts.werkproces.code)
        assert ["Procedures volgen"] == [skill.label for skill in facts.skills]
        assert facts.narratives[0].startswith("Sam verzamelde elke ochtend 40 orders")

    def test_takes_how_far_and_how_it_looks(self) -> None:
        """A badge by a badgeklasse says its level, and its picture's address how that looks."""
        said = world.badgeklasse_judgement()
        facts = read_facts(world.badge_of(World().issuer, said=said))
        assert ("gevorderd", None, None) == (facts.level, facts.independence, facts.werkproces)
        assert datetime(2028, 6, 26, 14, 5, tzinfo=UTC) == facts.valid_until
        pictured = edited(DOCUMENT, at=f"{IMAGE}/id", to=said.badgeklasse.emblem.beside("https://a.nl/b.png"))
        assert said.badgeklasse.emblem == read_facts(pictured).emblem

    def test_names_the_issuer_as_the_register_does(self) -> None:
        """Who an issuer is comes from a register; what it calls itself stands beside it."""
        issuer = read_facts(DOCUMENT, known_as="De Maas B.V.", kind="leerbedrijf").issuer
        assert ("De Maas B.V.", "Magazijn De Maas", "leerbedrijf") == (
            issuer.name,
            issuer.stated_name,
            issuer.kind,
        )

    def test_names_an_issuer_without_a_name_by_its_id(self) -> None:
        """An id is better than nothing."""
        assert "did:web:x" == read_facts(DOCUMENT | {"issuer": "did:web:x"}).issuer.name

    @pytest.mark.parametrize("document", [{}, {"credentialSubject": "x", "issuer": 1, "evidence": {"a": 1}}])
    def test_guesses_nothing(self, document: JsonObject) -> None:
        """What is not there, or has another form, is None or empty."""
        facts = read_facts(document)
        assert (None, None, None, None) == (facts.name, facts.title, facts.awarded, facts.werkproces)
        assert ((), (), ()) == (facts.narratives, facts.skills, facts.learning)

    @pytest.mark.parametrize(
        "identity",
        [
            {"type": "IdentityObject", "hashed": True, "identityType": "name", "identityHash": "sha256$00"},
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityType": "emailAddress",
                "identityHash": "a@b",
            },
            {"type": "IdentityObject", "hashed": "false", "identityType": "name", "identityHash": "Sam"},
        ],
    )
    def test_takes_no_name_from_anything_else(self, identity: JsonObject) -> None:
        """Only an identity of kind name, in the clear, is a name."""
        document = edited(DOCUMENT, at="/credentialSubject/identifier", to=[identity])
        assert read_facts(document).name is None

    def test_takes_no_independence_that_is_not_on_the_scale(self) -> None:
        """A result counts only on a scale that the achievement describes."""
        document = edited(DOCUMENT, at="/credentialSubject/result/0/value", to="meesterlijk")
        assert read_facts(document).independence is None


class TestNatureOf:
    @pytest.mark.parametrize(
        ("types", "expected"),
        [
            (["VerifiableCredential", "OpenBadgeCredential"], Nature.BADGE),
            (["VerifiableCredential", "AchievementCredential"], Nature.BADGE),
            (["VerifiableCredential", "EndorsementCredential"], Nature.ENDORSEMENT),
            ("ClrCredential", Nature.CLR),
            (["VerifiableCredential"], Nature.OTHER),
            (None, Nature.OTHER),
            ([["OpenBadgeCredential"]], Nature.OTHER),
        ],
    )
    def test_goes_by_the_types(self, types: Any, expected: Nature) -> None:
        """What names none of ours is another credential."""
        assert expected is nature_of({"type": types})


class TestIssuerId:
    @pytest.mark.parametrize(
        ("issuer", "expected"),
        [
            ("did:web:x", "did:web:x"),
            ({"id": "did:web:x"}, "did:web:x"),
            ({}, None),
            (None, None),
            ([], None),
        ],
    )
    def test_is_the_issuer_or_its_id(self, issuer: Json, expected: str | None) -> None:
        """VCDM 2.0 4.7 allows both."""
        assert expected == issuer_id({"issuer": issuer})
