"""What the public suites of the W3C ask of proofs: of who makes them, and of who checks them."""

import re
from hashlib import sha512
from pathlib import Path
from typing import Any, ClassVar

import pytest

from badges import multibase, strictjson
from badges.cryptosuites.suite import write_value
from badges.errors import BadgeError
from badges.jsonld import suites
from badges.strictjson import Json, JsonObject
from tests.app.suite_documents import BAD
from tests.badges.cryptosuites.published import WHOLE
from tests.vcapi import (
    SUITES,
    Api,
    blindly_proven,
    credential,
    credential_v1,
    did_of,
    proven,
    signed,
    stranger,
)

TIME_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")

each_suite = pytest.mark.parametrize("suite", SUITES)


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
