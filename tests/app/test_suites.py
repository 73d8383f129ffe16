"""What the public suites of the W3C ask of an issuer and a verifier, one class for each suite.

The documents are ours, in the shapes that theirs have.
"""

import re
from hashlib import sha512
from pathlib import Path
from typing import Any, ClassVar

import pytest

from badges import multibase, strictjson
from badges.cryptosuites import jcs
from badges.cryptosuites.suite import write_value
from badges.errors import BadgeError
from badges.jsonld import contexts, suites
from badges.strictjson import Json, JsonObject
from tests.badges.cryptosuites.published import WHOLE
from tests.vcapi import (
    SUITES,
    Api,
    credential,
    credential_v1,
    did_of,
    enveloped,
    presentation,
    proven,
    shown_by,
    signed,
    stranger,
)

SUBJECT: JsonObject = {"id": "did:example:subject"}
KIND = "https://voorbeeld.nl/#Kind"
NAMED: Json = {"Eigen": "https://voorbeeld.nl/#Eigen"}
DUTCH: JsonObject = {"@value": "Hond", "@language": "nl"}
TIME_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
DIGEST = "https://www.w3.org/ns/credentials/v2"

each_suite = pytest.mark.parametrize("suite", SUITES)

GOOD: dict[str, JsonObject] = {
    "plain": credential(),
    "known contexts": credential(contexts.EXAMPLES_V2),
    "a context of its own": credential(NAMED, type=["VerifiableCredential", "Eigen"]),
    "a context as a file": credential({"@context": NAMED}, type=["VerifiableCredential", "Eigen"]),
    "a type as an address": credential(type=["VerifiableCredential", KIND]),
    "types in another order": credential(type=[KIND, "VerifiableCredential", f"{KIND}2"]),
    "a type of the examples": credential(contexts.EXAMPLES_V2, type=["VerifiableCredential", "Relationship"]),
    "an id": credential(id="https://voorbeeld.nl/credentials/3732"),
    "another id": credential(id="did:example:credential"),
    "several subjects": credential(credentialSubject=[SUBJECT, {"id": "did:example:other"}]),
    "a subject without id": credential(contexts.EXAMPLES_V2, credentialSubject={"alumniOf": "Voorbeeld"}),
    "an issuer as an object": credential(issuer={"id": "did:example:issuer"}),
    "an issuer with a name": credential(issuer={"id": "did:example:issuer", "name": DUTCH}),
    "a name": credential(name="Hond"),
    "a name in a language": credential(name=DUTCH),
    "a name with a direction": credential(name={**DUTCH, "@direction": "ltr"}),
    "names": credential(name=[DUTCH, {"@value": "Chien", "@language": "fr"}]),
    "a description in a language": credential(description=DUTCH),
    "milliseconds": credential(validFrom="2023-02-26T00:36:23.123Z", validUntil="2099-02-26T00:36:23.123Z"),
    "an offset": credential(validFrom="2023-02-26T00:36:23-05:00", validUntil="2099-02-26T00:36:23+14:00"),
    "evidence": credential(NAMED, evidence={"type": "Eigen"}),
    "several evidences": credential(NAMED, evidence=[{"type": "Eigen"}, {"type": "Eigen"}]),
    "terms of use": credential(NAMED, termsOfUse={"type": "Eigen", "id": "did:example:policies/1"}),
    "several terms of use": credential(NAMED, termsOfUse=[{"type": "Eigen"}, {"type": "Eigen"}]),
    "a refresh service": credential(refreshService={"type": KIND, "id": "did:example:refresh"}),
    "several refresh services": credential(refreshService=[{"type": KIND, "id": "urn:x:1"}, {"type": KIND}]),
    "version one": credential_v1(),
    "version one with words of its own": credential_v1(
        {"@context": {"name": "https://schema.org/name"}}, credentialSubject={**SUBJECT, "name": "Voorbeeld"}
    ),
}
"""What is to be issued, and verified."""

ISSUED: dict[str, JsonObject] = {
    "far in the future": credential(validFrom="9999-12-31T23:59:59Z"),
    "long ago": credential(validUntil="2020-01-01T00:00:00Z"),
    "a status of another kind": credential(NAMED, credentialStatus={"type": "Eigen"}),
    "a status with an id": credential(NAMED, credentialStatus={"type": "Eigen", "id": "did:example:status"}),
    "a schema of another kind": credential(credentialSchema={"type": KIND, "id": "did:example:schemas/1"}),
    "several schemas": credential(credentialSchema=[{"type": KIND, "id": f"urn:x:{at}"} for at in "12"]),
}
"""What is to be issued; a verifier may doubt it."""

BAD: dict[str, JsonObject] = {
    "no context": credential(**{"@context": ...}),
    "a context as a text": credential(**{"@context": contexts.CREDENTIALS_V2}),
    "another context first": credential(**{"@context": [contexts.EXAMPLES_V2, contexts.CREDENTIALS_V2]}),
    "an unknown context": credential("https://voorbeeld.nl/context"),
    "a context that is no address": credential("https ://geen-adres"),
    "a context as a number": credential(123_192_875),
    "an undefined term": credential(extra="x"),
    "an undefined term inside": credential(credentialSubject={**SUBJECT, "extra": "x"}),
    "an undefined type": credential(type=["VerifiableCredential", "Eigen"]),
    "an undefined type inside": credential(credentialSubject={**SUBJECT, "type": "Eigen"}),
    "a type without vocabulary": credential({"@vocab": None}, type=["VerifiableCredential", "Eigen"]),
    "a type that is no address": credential({"Eigen": "x y"}, type=["VerifiableCredential", "Eigen"]),
    "a protected type redefined": credential({"VerifiableCredential": KIND}),
    "a protected term redefined": credential({"@protected": True, "Eigen": KIND}, {"Eigen": f"{KIND}2"}),
    "no type": credential(type=...),
    "no type of credentials": credential(contexts.EXAMPLES_V2, type=["Relationship"]),
    "an id that is no address": credential(id="geen-adres"),
    "an id that is null": credential(id=None),
    "several ids": credential(id=["urn:x:1", "urn:x:2"]),
    "several ids of a subject": credential(credentialSubject={"id": ["urn:x:1", "urn:x:2"]}),
    "no subject": credential(credentialSubject=...),
    "a subject that is null": credential(credentialSubject=None),
    "a subject that says nothing": credential(credentialSubject={}),
    "one of two that says nothing": credential(credentialSubject=[SUBJECT, {}]),
    "a subject as a text": credential(credentialSubject="did:example:subject"),
    "an issuer that is no address": credential(issuer="geen-adres"),
    "an issuer that is null": credential(issuer=None),
    "an issuer without id": credential(issuer={"name": "Ons"}),
    "an issuer whose id is null": credential(issuer={"id": None}),
    "an issuer whose id is no address": credential(issuer={"id": "geen-adres"}),
    "another issuer": credential(issuer=did_of()),
    "a name as a number": credential(name=1),
    "a name that says more": credential(name={**DUTCH, "url": "did:example:dog"}),
    "a description that says more": credential(description={**DUTCH, "url": "did:example:dog"}),
    "an issuer's name that says more": credential(
        issuer={"id": "did:example:x", "name": {**DUTCH, "x": "y"}}
    ),
    "a start that is no time": credential(validFrom="26 februari"),
    "a start without an offset": credential(validFrom="2026-01-02T00:00:00"),
    "an end that is no time": credential(validUntil="26 februari"),
    "an end before the start": credential(
        validFrom="2026-01-02T00:00:00Z", validUntil="2026-01-01T00:00:00Z"
    ),
    "a status without type": credential(credentialStatus={"id": "did:example:status"}),
    "a status of a number": credential(credentialStatus={"id": "did:example:status", "type": 2}),
    "a status with several ids": credential(
        NAMED, credentialStatus={"type": "Eigen", "id": ["urn:x", "urn:y"]}
    ),
    "a status with no address": credential(NAMED, credentialStatus={"type": "Eigen", "id": "geen-adres"}),
    "a schema without type": credential(credentialSchema={"id": "did:example:schema"}),
    "a schema without id": credential(credentialSchema={"type": "JsonSchema"}),
    "a schema with a number": credential(credentialSchema={"type": "JsonSchema", "id": 1}),
    "evidence without type": credential(evidence={"id": "did:example:evidence"}),
    "terms of use without type": credential(termsOfUse={"id": "did:example:policy"}),
    "a refresh service without type": credential(refreshService={"id": "did:example:refresh"}),
    "a resource as a text": credential(relatedResource=[DIGEST]),
    "a resource without id": credential(relatedResource=[{"digestSRI": "sha256-AAAA"}]),
    "a resource without digest": credential(relatedResource=[{"id": DIGEST}]),
    "a resource with another digest": credential(
        relatedResource=[{"id": DIGEST, "digestSRI": "sha256-AAAA"}]
    ),
    "version one without a date": credential_v1(issuanceDate=...),
}
"""What may not be issued."""


OURS_TO_REFUSE = {
    *(name for name in BAD if "issuer" in name),
    "a resource with another digest",
}
"""What is wrong for our key only, for a stranger has another; or is about bytes elsewhere."""


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


def write_multihash(raw: bytes) -> str:
    """Write a SHA-512 digest as the data model asks (VCDM 2.0 5.3)."""
    return "z" + multibase.encode(b"\x13\x40" + sha512(raw).digest())


def blindly_proven(document: JsonObject) -> JsonObject:
    """Give a proof over JSON, by somebody who does not ask what it means."""
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2025-01-02T03:04:05Z",
        "verificationMethod": stranger().verification_method,
        "proofPurpose": "assertionMethod",
    }
    if "@context" in document:
        options["@context"] = document["@context"]
    data = jcs.to_sign(jcs.Unsecured(document, suites.canonicalize), options=options, algorithm="Ed25519")
    return {**options, "proofValue": write_value(stranger().sign(data))}


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


class TestIssuers:
    """The suites of VC-DI-EDDSA and VC-DI-ECDSA, of issuers."""

    @each_suite
    def test_write_a_proof_in_the_right_form(self, api: Api, suite: str) -> None:
        """One object, with a time that has an offset, for assertion (VC-DI 2.1)."""
        proof = api.issued(credential(), suite=suite)["proof"]
        assert isinstance(proof, dict)
        assert TIME_STAMP.fullmatch(str(proof["created"]))
        assert "assertionMethod" == proof["proofPurpose"]
        value = str(proof["proofValue"])
        assert ("z", 64) == (value[0], len(multibase.decode(value[1:], size=64)))

    @each_suite
    def test_name_a_key_that_the_issuer_lists(self, api: Api, suite: str) -> None:
        """The key resolves to a Multikey, and its controller to a document that lists it (CID 1.0 3.3)."""
        document = api.issued(credential(), suite=suite)
        proof = document["proof"]
        assert isinstance(proof, dict)
        name = str(proof["verificationMethod"])
        key = api.resolve(name).json()["didDocument"]
        assert ("Multikey", document["issuer"], "z") == (
            key["type"],
            key["controller"],
            key["publicKeyMultibase"][0],
        )
        controller = api.resolve(key["controller"]).json()["didDocument"]
        assert name in controller["assertionMethod"]

    @pytest.mark.parametrize(
        ("suite", "document", "expected"),
        [
            (SUITES[0], credential(), None),
            (SUITES[0], credential_v1(), "https://w3id.org/security/data-integrity/v2"),
            (SUITES[4], credential(), "https://w3id.org/security/suites/ed25519-2020/v1"),
            (SUITES[4], credential_v1(), "https://w3id.org/security/suites/ed25519-2020/v1"),
        ],
    )
    def test_name_the_context_of_the_proof(
        self, api: Api, suite: str, document: JsonObject, expected: str | None
    ) -> None:
        """It is added where the data model does not define the proof."""
        found = api.issued(document, suite=suite)
        asked = document["@context"]
        assert isinstance(asked, list)
        assert found["@context"] == [*asked, *([expected] if expected else [])]

    @each_suite
    def test_issue_on_version_one(self, api: Api, suite: str) -> None:
        """Suites for interoperability still do."""
        assert 200 == api.verified(api.issued(credential_v1(), suite=suite))

    @each_suite
    @pytest.mark.parametrize("name", ["an undefined term", "an undefined type", "no subject"])
    def test_refuse_what_a_signature_would_not_cover(self, api: Api, suite: str, name: str) -> None:
        """Also where JSON is signed (VC-DI 4.6, DATA_LOSS_DETECTION_ERROR)."""
        assert 400 == api.issue(BAD[name], suite=suite).status_code


BEFORE_SIGNING: dict[str, dict[str, Any]] = {
    "no type": {"type": ...},
    "another type": {"type": "UnknownProofType"},
    "an empty type": {"type": ""},
    "no key": {"verificationMethod": ...},
    "a key that is none": {"verificationMethod": "did:key:invalidVm"},
    "a key that is no address": {"verificationMethod": "geen-adres"},
    "no purpose": {"proofPurpose": ...},
    "another purpose": {"proofPurpose": "invalidPurpose"},
    "the purpose of showing": {"proofPurpose": "authentication"},
    "a created that is no time": {"created": "invalidDate"},
    "a created without an offset": {"created": "2025-01-02T03:04:05"},
    "a created in the future": {"created": "2099-01-02T03:04:05Z"},
    "an expires without an offset": {"expires": "2099-01-02T03:04:05"},
    "an expires in the past": {"expires": "2025-01-03T00:00:00Z"},
    "no cryptosuite": {"cryptosuite": ...},
    "an empty cryptosuite": {"cryptosuite": ""},
    "another cryptosuite": {"cryptosuite": "UnknownCryptosuite"},
    "a cryptosuite that did not sign": {"cryptosuite": "eddsa-jcs-2022"},
}
"""What may be wrong with a proof though its signature is of just that."""

AFTER_SIGNING: dict[str, Any] = {
    "no value": {"proofValue": ...},
    "a value that is null": {"proofValue": None},
    "a value in another base": {"proofValue": "u1234"},
    "a value without its base": {"proofValue": "1234"},
    "another type": {"type": "Ed25519Signature2020"},
    "another time": {"created": "2025-01-02T03:04:06Z"},
    "a challenge": {"challenge": "x"},
    "an undefined term": {"extra": "x"},
    "an id that is no address": {"id": "geen-adres"},
    "a proof before it that is not there": {"previousProof": "urn:uuid:nergens"},
    "a proof before it that is a number": {"previousProof": 456_321},
}
"""What may be done to a proof after its signature was made."""


class TestVerifiers:
    """The suites of VC-DI-EDDSA and VC-DI-ECDSA, of verifiers."""

    @pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
    @pytest.mark.parametrize(
        "options",
        [
            {},
            {"created": ...},
            {"created": "2024-01-02T03:04:05+01:00"},
            {"expires": "2099-01-02T03:04:05Z"},
            {"nonce": "abc", "id": "urn:x:proof"},
        ],
        ids=str,
    )
    def test_accept_what_is_right(self, api: Api, suite: str, options: dict[str, Any]) -> None:
        """Also of others, and when it was made may be left out."""
        assert 200 == api.verified(signed(credential(), suite=suite, **options))

    @pytest.mark.parametrize("name", BEFORE_SIGNING)
    def test_refuse_what_was_signed_wrong(self, api: Api, name: str) -> None:
        """The options of a proof count, also where the signature is of them."""
        assert 400 == api.verified(blind_options(BEFORE_SIGNING[name]))

    @pytest.mark.parametrize("name", AFTER_SIGNING)
    def test_refuse_what_was_changed(self, api: Api, name: str) -> None:
        """Nothing is added to a proof, or taken away."""
        document = signed(credential())
        proof = document["proof"]
        assert isinstance(proof, dict)
        changed = {key: value for key, value in {**proof, **AFTER_SIGNING[name]}.items() if value is not ...}
        assert 400 == api.verified({**document, "proof": changed})

    @pytest.mark.parametrize("proof", [..., None, "x", 1, [], {}, [None]], ids=str)
    def test_refuse_what_is_no_proof(self, api: Api, proof: Any) -> None:
        """Nor is a missing one a proof."""
        document = {**signed(credential()), "proof": proof}
        assert 400 == api.verified({key: value for key, value in document.items() if value is not ...})

    @pytest.mark.parametrize(
        "change",
        [{"extra": "x"}, {"type": ["VerifiableCredential", "Extra"]}, {"id": "naast/ons"}, {"name": "x"}],
        ids=str,
    )
    @pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
    def test_refuse_what_was_added_to_the_document(self, api: Api, suite: str, change: JsonObject) -> None:
        """An undefined word would not be in what is signed, a relative address depends on who reads it."""
        assert 400 == api.verified({**signed(credential(), suite=suite), **change})

    def test_refuse_other_hashes_and_canonical_forms(self, api: Api) -> None:
        """The suite decides on both (VC-DI-EDDSA 3.2)."""
        document: JsonObject = {**credential(), "issuer": did_of()}
        options = {key: value for key, value in proven(document).items() if key != "proofValue"}
        right = (
            suites.canonicalize({**options, "@context": document["@context"]}),
            suites.canonicalize(document),
        )
        other = strictjson.dumps(options), strictjson.dumps(document)
        for data in (b"".join(sha512(each).digest() for each in right), b"".join(other)):
            proof = {**options, "proofValue": write_value(stranger().sign(data))}
            assert 400 == api.verified({**document, "proof": proof})

    def test_refuse_a_value_that_is_too_long(self, api: Api) -> None:
        """Ed25519 has 64 bytes (VC-DI-EDDSA 3.2.2)."""
        document = signed(credential())
        proof = document["proof"]
        assert isinstance(proof, dict)
        value = multibase.decode(str(proof["proofValue"])[1:], size=64)
        assert 400 == api.verified(
            {**document, "proof": {**proof, "proofValue": write_value(value + bytes(32))}}
        )

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ({"expectedProofPurpose": "assertionMethod"}, 200),
            ({"expectedProofPurpose": "authentication"}, 400),
            ({"domain": "domain.example"}, 400),
            ({"domain": "domain.example", "challenge": "1235abcd6789"}, 400),
        ],
        ids=str,
    )
    def test_look_at_what_the_proof_is_for(self, api: Api, asked: JsonObject, expected: int) -> None:
        """Who asks for another purpose, domain or challenge gets no (VC-DI 4.5)."""
        assert expected == api.verified(signed(credential()), **asked)


def blind_options(change: dict[str, Any]) -> JsonObject:
    """Give a credential whose proof has these options, signed over JSON where they mean nothing."""
    document: JsonObject = {**credential(), "issuer": did_of()}
    try:
        return {**document, "proof": proven(document, **change)}
    except BadgeError:  # a signer without a gate signs it all the same
        made = {**blindly_proven(document), "cryptosuite": SUITES[0], **change}
        return {**document, "proof": {key: value for key, value in made.items() if value is not ...}}


class TestSetsAndChains:
    """Several proofs under one credential (VC-DI 2.1.1, 2.1.2)."""

    document: ClassVar[JsonObject] = {**credential(), "issuer": did_of()}

    def test_all_of_a_set_hold(self, api: Api) -> None:
        """One is of the issuer, the others are right."""
        proofs: list[Json] = [proven(self.document), proven(self.document, by="getuige")]
        assert 200 == api.verified({**self.document, "proof": proofs})
        assert 200 == api.verified({**self.document, "proof": proofs[::-1]})

    def test_one_that_is_wrong_spoils_a_set(self, api: Api) -> None:
        """A reader could take it for right."""
        wrong = {**proven(self.document, by="getuige"), "created": "2025-01-02T03:04:06Z"}
        assert 400 == api.verified({**self.document, "proof": [proven(self.document), wrong]})

    def test_a_set_needs_the_issuer(self, api: Api) -> None:
        """Witnesses do not issue."""
        assert 400 == api.verified({**self.document, "proof": [proven(self.document, by="getuige")]})

    @pytest.mark.parametrize("written", [lambda name: name, lambda name: [name]], ids=["text", "list"])
    def test_a_chain_holds(self, api: Api, written: Any) -> None:
        """The first is of another, the issuer goes on after it; named as a text or in a list."""
        first = proven(self.document, by="getuige", id="urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544")
        second = proven(self.document, after=(first,), previousProof=written(first["id"]))
        assert 200 == api.verified({**self.document, "proof": [first, second]})

    @pytest.mark.parametrize(
        "previous",
        [
            456_321,
            ["urn:uuid:nergens"],
            "urn:uuid:nergens",
            ["urn:x:eerste", "urn:uuid:nergens"],
            None,
            [],
            [1],
        ],
        ids=str,
    )
    def test_a_chain_goes_on_after_what_is_there(self, api: Api, previous: Json) -> None:
        """A missing proof, or a name that is no text, breaks it."""
        first = proven(self.document, by="getuige", id="urn:x:eerste")
        second = {
            **proven(self.document, after=(first,), previousProof="urn:x:eerste"),
            "previousProof": previous,
        }
        assert 400 == api.verified({**self.document, "proof": [first, second]})

    def test_a_chain_without_its_beginning_is_broken(self, api: Api) -> None:
        """What was signed with it cannot be checked without."""
        first = proven(self.document, by="getuige", id="urn:x:eerste")
        second = proven(self.document, after=(first,), previousProof="urn:x:eerste")
        other = proven(self.document, by="dief", id="urn:x:eerste")
        assert 400 == api.verified({**self.document, "proof": [second]})
        assert 400 == api.verified({**self.document, "proof": [other, second]})


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


class TestVectors:
    """The published vectors: signed by did:keys in the name of an issuer elsewhere."""

    @pytest.mark.parametrize("path", WHOLE)
    def test_are_signed_right_but_for_whose_key_it_is(self, api: Api, corpus: Path, path: str) -> None:
        """The signature is right; that the key is the issuer's, only the issuer could say."""
        assert ["INVALID_VERIFICATION_METHOD"] == problems(api, corpus, path)

    @pytest.mark.parametrize("path", WHOLE)
    def test_that_were_changed_are_found_out(self, api: Api, corpus: Path, path: str) -> None:
        """One word is enough."""
        assert "PROOF_VERIFICATION_ERROR" in problems(api, corpus, path, name="Iets anders")


def problems(api: Api, corpus: Path, path: str, **members: Json) -> list[str]:
    """Give the kinds of problem with a vector."""
    document = strictjson.loads_object((corpus / "conformance" / path).read_bytes())
    response = api.verify({**document, **members})
    assert 400 == response.status_code
    return [problem["title"] for problem in response.json()["problemDetails"]]
