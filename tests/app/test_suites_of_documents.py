"""What the public suites of the W3C ask of documents, one class for each suite or part of it."""

from hashlib import sha512
from typing import Any

import pytest

from badges import multibase
from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject
from tests.app.suite_documents import BAD, GOOD, ISSUED, NAMED, OURS_TO_REFUSE
from tests.vcapi import (
    Api,
    blindly_proven,
    credential,
    did_of,
    enveloped,
    presentation,
    proven,
    shown_by,
    signed,
)


def write_multihash(raw: bytes) -> str:
    """Write a SHA-512 digest as the data model asks (VCDM 2.0 5.3)."""
    return "z" + multibase.encode(b"\x13\x40" + sha512(raw).digest())


class TestDataModel:
    """The suite of VC Data Model 2.0."""

    @pytest.mark.parametrize("name", GOOD)
    def test_issues_and_verifies(self, api: Api, name: str) -> None:
        """Nothing that was said is lost, and the proof holds."""
        found = api.issued(GOOD[name])
        said = {key: value for key, value in GOOD[name].items() if key not in ("@context", "issuer")}
        assert said == {key: found[key] for key in said}
        assert 200 == api.verified(found)

    @pytest.mark.parametrize("name", ISSUED)
    def test_issues(self, api: Api, name: str) -> None:
        """Whether others can use it is not for the issuer to say (201)."""
        assert 201 == api.issue(ISSUED[name]).status_code

    @pytest.mark.parametrize("name", BAD)
    def test_refuses_to_issue(self, api: Api, name: str) -> None:
        """Each is a 400, and nothing is signed."""
        assert 400 == api.issue(BAD[name]).status_code

    @pytest.mark.parametrize("name", [name for name in BAD if name not in OURS_TO_REFUSE])
    def test_refuses_to_verify(self, api: Api, name: str) -> None:
        """An issuer that does not look signs it by JSON; a verifier looks (VCDM 2.0 7.1)."""
        document = {**BAD[name], "issuer": did_of()}
        assert 400 == api.verified({**document, "proof": blindly_proven(document)})

    @pytest.mark.parametrize(
        ("digest", "expected"),
        [
            ({"digestSRI": "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU"}, 201),
            ({"digestMultibase": "uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA"}, 201),
            ({"digestMultibase": "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"}, 201),
            ({"digestSRI": "sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg"}, 400),
            ({"digestMultibase": "uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k"}, 400),
            ({"digestMultibase": "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJz*"}, 400),
        ],
        ids=str,
    )
    def test_knows_the_context_of_the_recommendation(
        self, api: Api, digest: JsonObject, expected: int
    ) -> None:
        """Its digest is that of the standard (VCDM 2.0 B.1), also as the suite writes it."""
        related: Json = [{"id": contexts.CREDENTIALS_V2, **digest}]
        assert expected == api.issue(credential(relatedResource=related)).status_code

    def test_checks_digests_of_what_it_has(self, api: Api) -> None:
        """The digest of a context that we have is looked at, another resource is not taken on trust."""
        digest = write_multihash(contexts.raw(contexts.CREDENTIALS_V2))
        known: JsonObject = {"id": contexts.CREDENTIALS_V2, "digestMultibase": digest}
        other: JsonObject = {"id": "https://voorbeeld.nl/x.json", "digestMultibase": digest}
        published: JsonObject = {
            "id": contexts.CREDENTIALS_V2,
            "digestSRI": "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=",
        }
        assert (201, 201, 400, 400) == tuple(
            api.issue(credential(relatedResource=each)).status_code
            for each in ([known], [published], [other], [known, known])
        )


class TestPresentations:
    """The suite of VC Data Model 2.0, where it shows credentials."""

    @pytest.mark.parametrize(
        "document",
        [
            presentation(),
            presentation(verifiableCredential=..., id="urn:uuid:9c9a36f8-518f-4976-a934-6649502d0008"),
            presentation(also=(NAMED,), type=["VerifiablePresentation", "Eigen"]),
            presentation(signed(credential())),
            presentation(
                signed(credential()), signed(credential(NAMED, type=["VerifiableCredential", "Eigen"]))
            ),
            presentation(signed(credential()), holder=did_of("holder")),
            presentation(signed(credential()), also=(contexts.EXAMPLES_V2,)),
        ],
        ids=lambda document: str(sorted(document)),
    )
    def test_are_verified(self, api: Api, document: JsonObject) -> None:
        """Who shows it signed for it, and what is in it holds; it may also hold nothing."""
        assert 200 == api.shown(shown_by(document))

    @pytest.mark.parametrize(
        "document",
        [
            presentation(type=...),
            presentation(type=["Eigen"], also=(NAMED,)),
            presentation(**{"@context": ...}),
            presentation(**{"@context": [contexts.EXAMPLES_V2, contexts.CREDENTIALS_V2]}),
            presentation("did:example:credential"),
            presentation(1),
            presentation(signed(credential())),
        ],
        ids=str,
    )
    def test_without_a_proof_are_refused(self, api: Api, document: JsonObject) -> None:
        """Nobody signed for showing it, whatever else is wrong."""
        assert 400 == api.shown(document)

    @pytest.mark.parametrize(
        "change",
        [
            {"@context": [contexts.CREDENTIALS_V2, "https://voorbeeld.nl/"]},
            {"@context": [contexts.CREDENTIALS_V2, 123_192_875]},
            {"@context": [contexts.EXAMPLES_V2, contexts.CREDENTIALS_V2]},
            {"type": ["Presentation"]},
            {"holder": "geen-adres"},
            {"holder": did_of("dief")},
            {"verifiableCredential": []},
            {"verifiableCredential": "did:example:credential"},
            {"verifiableCredential": [credential()]},
            {"proof": None},
            {"proof": []},
        ],
        ids=str,
    )
    def test_that_were_changed_are_refused(self, api: Api, change: JsonObject) -> None:
        """The proof is of all that was shown."""
        assert 400 == api.shown({**shown_by(presentation(signed(credential()))), **change})

    def test_of_a_bad_credential_are_refused(self, api: Api) -> None:
        """What was shown well may still be worth nothing."""
        forged = {**signed(credential()), "name": "x"}
        unsigned = {**credential(), "issuer": did_of()}
        for held in (forged, unsigned, credential(type=...)):
            document = presentation(held)
            proof = {**proven(presentation(), by="holder"), "proofPurpose": "authentication"}
            assert 400 == api.shown({**document, "proof": proof})

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ({}, 200),
            ({"challenge": "3182bdea", "domain": "voorbeeld.nl"}, 200),
            ({"challenge": "3182bdea"}, 200),
            ({"challenge": "andere", "domain": "voorbeeld.nl"}, 400),
            ({"challenge": "3182bdea", "domain": "elders.nl"}, 400),
            ({"expectedProofPurpose": "assertionMethod"}, 400),
        ],
        ids=str,
    )
    def test_are_for_one_challenge_and_domain(self, api: Api, asked: JsonObject, expected: int) -> None:
        """What was made for another place is not shown here (VC-DI 4.5)."""
        document = shown_by(presentation(signed(credential())), challenge="3182bdea", domain="voorbeeld.nl")
        assert expected == api.shown(document, **asked)

    def test_without_a_challenge_are_refused_where_one_is_asked(self, api: Api) -> None:
        """Else an old one could be shown again."""
        assert 400 == api.shown(shown_by(presentation(signed(credential()))), challenge="3182bdea")

    @pytest.mark.parametrize(
        ("document", "expected"),
        [
            (presentation(signed(credential())), 200),
            (presentation(signed(credential()), termsOfUse={"id": "https://voorbeeld.nl/"}), 400),
            (presentation(signed(credential()), **{"@context": [contexts.EXAMPLES_V2]}), 400),
        ],
        ids=["good", "without a type", "without the context"],
    )
    def test_in_tokens_have_the_same_model(self, api: Api, document: JsonObject, expected: int) -> None:
        """What somebody signed well is looked at as closely as what has its proof inside (VCDM 2.0 4.13)."""
        assert expected == api.shown(enveloped(document))

    def test_to_claim_something_are_refused(self, api: Api) -> None:
        """A proof for another purpose does not say who shows it."""
        document = presentation(signed(credential()))
        assert 400 == api.shown(shown_by(document, proofPurpose="assertionMethod"))


MALFORMED: list[JsonObject] = [
    {"statusListIndex": -1},
    {"statusListIndex": "-1"},
    {"statusListIndex": "1.5"},
    {"statusListIndex": True},
    {"statusListIndex": ""},
    {"statusPurpose": 1},
    {"statusPurpose": ...},
    {"statusListCredential": ...},
    {"statusListCredential": "geen-adres"},
    {"statusSize": 0},
    {"statusSize": "1"},
]


class TestStatusLists:
    """The suite of Bitstring Status List."""

    @pytest.mark.parametrize("change", MALFORMED, ids=str)
    def test_refuses_a_malformed_entry(self, api: Api, change: dict[str, Any]) -> None:
        """It would say nothing about the credential (BSL 3.5, MALFORMED_VALUE_ERROR)."""
        entry: dict[str, Any] = {
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "1",
            "statusListCredential": "https://voorbeeld.nl/status/1",
            **change,
        }
        kept = {key: value for key, value in entry.items() if value is not ...}
        assert 400 == api.issue(credential(credentialStatus=kept)).status_code

    def test_refuses_an_entry_under_another_name(self, api: Api) -> None:
        """The suite writes it as `statusEntry`, which no context defines."""
        entry: JsonObject = {"type": "BitstringStatusListEntry", "statusListIndex": True}
        assert 400 == api.issue(credential(statusEntry=entry)).status_code

    def test_doubts_a_list_out_of_reach(self, api: Api) -> None:
        """Whether it was withdrawn cannot be said, so it is not verified (STATUS_RETRIEVAL_ERROR)."""
        entry: JsonObject = {
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "1",
            "statusListCredential": "https://voorbeeld.nl/status/1",
        }
        assert 400 == api.verified(signed(credential(credentialStatus=entry)))
