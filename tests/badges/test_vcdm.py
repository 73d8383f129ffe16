"""The frame of credentials and presentations: each rule has what follows it and what breaks it."""

import json
from pathlib import Path
from typing import Any

import pytest

from badges.jsonld.contexts import CREDENTIALS_V1, CREDENTIALS_V2
from badges.strictjson import JsonObject
from badges.vcdm import MAX_PROBLEMS, data_model_problems, presentation_problems, related_resource_problems

EXAMPLES = "conformance/w3c+vc-data-model/schema"
STATUS: JsonObject = {
    "id": "https://a.voorbeeld/lijst#7",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "7",
    "statusListCredential": "https://a.voorbeeld/lijst",
}
SPOKEN: JsonObject = {"@value": "Order picking", "@language": "en-GB", "@direction": "ltr"}
RESOURCE: JsonObject = {"id": "https://a.voorbeeld/1", "digestSRI": "sha256-x", "mediaType": "text/plain"}


@pytest.fixture
def credential() -> dict[str, Any]:
    """Give a small credential on VC 2.0."""
    return {
        "@context": [CREDENTIALS_V2],
        "id": "urn:x:credential",
        "type": ["VerifiableCredential"],
        "issuer": "did:web:a.voorbeeld",
        "validFrom": "2026-06-26T14:05:00.123+02:00",
        "validUntil": "2030-06-26T14:05:00Z",
        "credentialSubject": {"id": "urn:x:sam"},
    }


@pytest.fixture
def early() -> dict[str, Any]:
    """Give a small credential on VC 1.1."""
    return {
        "@context": [CREDENTIALS_V1],
        "type": ["VerifiableCredential"],
        "issuer": {"id": "did:web:a.voorbeeld"},
        "issuanceDate": "2023-06-26T14:05:00Z",
        "credentialSubject": [{"id": "urn:x:sam"}, {"id": "urn:x:kim"}],
    }


def changed(document: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """Change members; three dots leave one out."""
    return {name: value for name, value in (document | change).items() if value is not ...}


class TestDataModelProblems:
    """vcdm.data_model_problems."""

    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"id": ..., "validFrom": ..., "validUntil": ...},
            {"@context": [CREDENTIALS_V2, "https://voorbeeld.nl/", {"x": "urn:x"}]},
            {"issuer": {"id": "did:web:a.voorbeeld", "name": "De Maas"}},
            {"type": "VerifiableCredential"},
            {"validFrom": "2999-01-01T00:00:00Z", "validUntil": ...},
            {"name": "Orders", "description": SPOKEN},
            {"name": [SPOKEN, {"@value": "Orders", "@language": "nl"}]},
            {"credentialStatus": STATUS},
            {"credentialStatus": [STATUS, {"type": "OtherStatus"}]},
            {"credentialStatus": STATUS | {"statusSize": 2}},
            {"credentialSchema": {"id": "https://a.voorbeeld/s", "type": "JsonSchema"}},
            {"evidence": [{"type": ["Evidence"]}], "termsOfUse": {"type": "Terms"}},
            {"refreshService": {"type": "Refresh"}, "proof": {"type": "DataIntegrityProof"}},
            {"relatedResource": [RESOURCE, RESOURCE | {"id": "urn:x:2", "digestMultibase": "u1"}]},
        ],
        ids=str,
    )
    def test_says_nothing_of_a_credential_in_order(self, credential: Any, change: Any) -> None:
        """Whatever the data model allows."""
        assert () == data_model_problems(changed(credential, change))

    @pytest.mark.parametrize(
        ("change", "pointer", "clause"),
        [
            ({"@context": ...}, "/@context", "4.3"),
            ({"@context": CREDENTIALS_V2}, "/@context", "4.3"),
            ({"@context": ["https://voorbeeld.nl/", CREDENTIALS_V2]}, "/@context", "4.3"),
            ({"@context": [CREDENTIALS_V2, 7]}, "/@context/1", "4.3"),
            ({"id": "geen adres"}, "/id", "4.4"),
            ({"id": ["urn:x"]}, "/id", "4.4"),
            ({"id": None}, "/id", "4.4"),
            ({"type": ...}, "/type", "4.5"),
            ({"type": ["OpenBadgeCredential"]}, "/type", "4.5"),
            ({"type": ["VerifiableCredential", 7]}, "/type", "4.5"),
            ({"name": 7}, "/name", "4.6"),
            ({"name": []}, "/name", "4.6"),
            ({"name": ["Orders"]}, "/name", "4.6"),
            ({"name": {"nl": "Orders"}}, "/name", "4.6"),
            ({"name": SPOKEN | {"url": "urn:x"}}, "/name", "4.6"),
            ({"description": SPOKEN | {"@direction": "schuin"}}, "/description", "4.6"),
            ({"description": SPOKEN | {"@language": "e n"}}, "/description", "4.6"),
            ({"issuer": {"id": "did:web:a.voorbeeld", "name": 7}}, "/issuer/name", "4.6"),
            ({"issuer": ...}, "/issuer", "4.7"),
            ({"issuer": "De Maas"}, "/issuer", "4.7"),
            ({"issuer": {"name": "De Maas"}}, "/issuer", "4.7"),
            ({"issuer": ["did:web:a.voorbeeld"]}, "/issuer", "4.7"),
            ({"credentialSubject": ...}, "", "4.8"),
            ({"credentialSubject": {}}, "/credentialSubject", "4.8"),
            ({"credentialSubject": []}, "/credentialSubject", "4.8"),
            ({"credentialSubject": [{"id": "urn:x"}, {}]}, "/credentialSubject/1", "4.8"),
            ({"credentialSubject": "urn:x"}, "/credentialSubject", "4.8"),
            ({"credentialSubject": {"id": 7}}, "/credentialSubject/id", "4.8"),
            ({"validFrom": "2026-06-26"}, "/validFrom", "4.9"),
            ({"validFrom": "2026-06-26T14:05:00"}, "/validFrom", "4.9"),
            ({"validUntil": "2026-02-30T14:05:00Z"}, "/validUntil", "4.9"),
            ({"validUntil": "2026-06-26T12:05:00Z"}, "/validUntil", "4.9"),
            ({"credentialStatus": {"id": "urn:x"}}, "/credentialStatus/type", "4.10"),
            ({"credentialStatus": STATUS | {"statusListIndex": 7}}, "/credentialStatus", "4.10"),
            ({"credentialStatus": STATUS | {"statusListIndex": "-1"}}, "/credentialStatus", "4.10"),
            ({"credentialStatus": STATUS | {"statusPurpose": ["revocation"]}}, "/credentialStatus", "4.10"),
            ({"credentialStatus": STATUS | {"statusListCredential": "lijst"}}, "/credentialStatus", "4.10"),
            ({"credentialStatus": STATUS | {"id": "https://a.voorbeeld/lijst"}}, "/credentialStatus", "4.10"),
            ({"credentialStatus": STATUS | {"statusSize": 0}}, "/credentialStatus", "4.10"),
            ({"credentialSchema": {"type": "JsonSchema"}}, "/credentialSchema", "4.11"),
            ({"credentialSchema": [{"id": "urn:x"}]}, "/credentialSchema/0/type", "4.11"),
            ({"proof": "z"}, "/proof", "4.12"),
            ({"proof": [{}]}, "/proof/0/type", "4.12"),
            ({"relatedResource": "https://a.voorbeeld/1"}, "/relatedResource", "5.3"),
            ({"relatedResource": [RESOURCE, RESOURCE]}, "/relatedResource/1/id", "5.3"),
            ({"relatedResource": {"id": "urn:x"}}, "/relatedResource", "5.3"),
            ({"relatedResource": {"digestSRI": "x"}}, "/relatedResource/id", "5.3"),
            ({"refreshService": {"id": "urn:x"}}, "/refreshService/type", "5.4"),
            ({"termsOfUse": [{"id": "urn:x"}]}, "/termsOfUse/0/type", "5.5"),
            ({"evidence": {"name": "x"}}, "/evidence/type", "5.6"),
        ],
    )
    def test_points_at_what_is_not_as_it_asks(
        self, credential: Any, change: Any, pointer: str, clause: str
    ) -> None:
        """One problem, its place and its clause."""
        assert [(pointer, f"VCDM 2.0 {clause}")] == [
            (problem.pointer, problem.clause) for problem in data_model_problems(changed(credential, change))
        ]

    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"expirationDate": "2030-01-01T00:00:00Z"},
            {"credentialStatus": STATUS | {"type": "StatusList2021Entry"}},
            {"name": 7},
        ],
    )
    def test_says_nothing_of_an_early_credential_in_order(self, early: Any, change: Any) -> None:
        """VC 1.1 has other names for dates, and no names of its own."""
        assert () == data_model_problems(early | change)

    @pytest.mark.parametrize(
        ("change", "pointer", "clause"),
        [
            ({"issuanceDate": ...}, "", "4.6"),
            ({"issuanceDate": "gisteren"}, "/issuanceDate", "4.6"),
            ({"expirationDate": "2022-01-01T00:00:00Z"}, "/expirationDate", "4.8"),
            ({"issuer": "De Maas"}, "/issuer", "4.5"),
            ({"credentialSubject": {}}, "/credentialSubject", "4.4"),
            ({"credentialStatus": {"type": "OtherStatus"}}, "/credentialStatus", "4.9"),
            ({"refreshService": {"type": "Refresh"}}, "/refreshService", "5.5"),
        ],
    )
    def test_points_at_what_vc_11_asks(self, early: Any, change: Any, pointer: str, clause: str) -> None:
        """The clause is that of VC 1.1."""
        assert [(pointer, f"VCDM 1.1 {clause}")] == [
            (problem.pointer, problem.clause) for problem in data_model_problems(changed(early, change))
        ]

    def test_says_nothing_of_the_examples_of_the_standard(self, corpus: Path) -> None:
        """Each example of the W3C is as the data model asks."""
        files = sorted((corpus / EXAMPLES / "verifiable-credential").glob("example-*.json"))

        assert [] == [file.name for file in files if data_model_problems(json.loads(file.read_text("utf-8")))]
        assert 9 == len(files)

    def test_stops_at_fifty(self, credential: Any) -> None:
        """A document with a thousand problems costs no thousand answers."""
        credential["evidence"] = [7] * 1_000

        assert MAX_PROBLEMS == len(data_model_problems(credential))

    @pytest.mark.parametrize("value", [None, True, 7, "", "x", [], [[]], {}, [{}]])
    def test_bears_anything_anywhere(self, credential: Any, value: Any) -> None:
        """No value of any member brings it down."""
        for member in (*credential, "name", "credentialStatus", "proof", "relatedResource", "holder"):
            data_model_problems(credential | {member: value})
            presentation_problems(credential | {member: value})


class TestRelatedResourceProblems:
    """vcdm.related_resource_problems."""

    def test_looks_at_nothing_else(self, credential: Any) -> None:
        """Whatever is wrong besides, somebody else says."""
        assert () == related_resource_problems(credential | {"name": 7, "relatedResource": [RESOURCE]})

    def test_points_at_what_has_no_digest(self, credential: Any) -> None:
        """Its place, and the clause."""
        [found] = related_resource_problems(credential | {"relatedResource": [RESOURCE, {"id": "urn:x:2"}]})
        assert ("/relatedResource/1", "VCDM 2.0 5.3") == (found.pointer, found.clause)

    def test_asks_nothing_of_an_early_credential(self, early: Any) -> None:
        """VC 1.1 does not know the word."""
        assert () == related_resource_problems(early | {"relatedResource": [{"id": "urn:x:2"}]})


class TestPresentationProblems:
    """vcdm.presentation_problems."""

    @pytest.fixture
    @staticmethod
    def presentation(credential: Any) -> dict[str, Any]:
        """Give a presentation of one credential."""
        return {
            "@context": [CREDENTIALS_V2],
            "type": ["VerifiablePresentation"],
            "holder": "did:web:sam.voorbeeld",
            "verifiableCredential": [credential],
        }

    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"verifiableCredential": ..., "holder": ...},
            {"holder": {"id": "did:web:sam.voorbeeld"}},
            {
                "verifiableCredential": {
                    "@context": CREDENTIALS_V2,
                    "id": "data:application/vc+jwt,eyJ",
                    "type": "EnvelopedVerifiableCredential",
                }
            },
        ],
    )
    def test_says_nothing_of_a_presentation_in_order(self, presentation: Any, change: Any) -> None:
        """Of credentials, of none, or of one in an envelope."""
        assert () == presentation_problems(changed(presentation, change))

    def test_lets_an_early_presentation_hold_a_token(self) -> None:
        """In VC 1.1 a credential may be a token."""
        early: JsonObject = {
            "@context": [CREDENTIALS_V1],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": ["eyJhbGciOiJFUzI1NiJ9.e30.c2ln"],
        }

        assert () == presentation_problems(early)

    @pytest.mark.parametrize(
        ("change", "pointer"),
        [
            ({"@context": [CREDENTIALS_V1, CREDENTIALS_V2], "type": ["X"]}, "/type"),
            ({"type": ["VerifiableCredential"]}, "/type"),
            ({"holder": "Sam"}, "/holder"),
            ({"verifiableCredential": ["eyJ.e30.c2ln"]}, "/verifiableCredential/0"),
            ({"verifiableCredential": []}, "/verifiableCredential"),
            ({"proof": {"proofValue": "z"}}, "/proof/type"),
        ],
    )
    def test_points_at_what_is_not_as_it_asks(self, presentation: Any, change: Any, pointer: str) -> None:
        """The place is told."""
        assert [pointer] == [problem.pointer for problem in presentation_problems(presentation | change)]

    def test_looks_into_each_credential(self, presentation: Any) -> None:
        """What is wrong in a credential is told with the whole way to it."""
        del presentation["verifiableCredential"][0]["issuer"]
        presentation["verifiableCredential"].append(
            {"@context": CREDENTIALS_V2, "id": "urn:x", "type": "EnvelopedVerifiableCredential"}
        )

        assert ["/verifiableCredential/0/issuer", "/verifiableCredential/1/id"] == [
            problem.pointer for problem in presentation_problems(presentation)
        ]

    def test_says_nothing_of_the_examples_of_the_standard(self, corpus: Path) -> None:
        """Each example of the W3C is as the data model asks."""
        files = sorted((corpus / EXAMPLES / "verifiable-presentation").glob("example-*.json"))

        assert [] == [
            file.name for file in files if presentation_problems(json.loads(file.read_text("utf-8")))
        ]
        assert 3 == len(files)
