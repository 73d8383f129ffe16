"""The published vectors of VC-DI-EDDSA and VC-DI-ECDSA: every one right, or of a suite that is not ours."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from badges import dids, keys, proofs
from badges.cryptosuites import Cryptosuite, Unsecured, accepted
from badges.errors import ProofError, SignatureError, SuiteNotAcceptedError
from badges.jsonld.reference import Reference
from badges.strictjson import JsonObject
from badges.verificationkey import VerificationKey
from tests.badges.cryptosuites.published import WHOLE

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"

STEPS = [
    ("w3c+vc-di-eddsa/TestVectors/eddsa-rdfc-2022/employ", "DataInt"),
    ("w3c+vc-di-eddsa/TestVectors/eddsa-rdfc-2022", "DataInt"),
    ("w3c+vc-di-eddsa/TestVectors/eddsa-jcs-2022", "JCS"),
    ("w3c+vc-di-eddsa/TestVectors/Ed25519Signature2020", "EdSig"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p256/employ", "ECDSAP256"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p384/employ", "ECDSAP384"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p256", "ECDSAP256"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p384", "ECDSAP384"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p256", "JCSECDSAP256"),
    ("w3c+vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p384", "JCSECDSAP384"),
]


@pytest.fixture(scope="module")
def engine(corpus: Path) -> Reference:
    """Make an engine that also knows the contexts that only vectors use."""
    of_suite = json.loads(
        (corpus / "conformance/contexts/security-suites-ed25519-2020-v1.jsonld").read_text()
    )
    examples = {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
    return Reference(also={EXAMPLES: examples, ED25519_2020: of_suite})


def key_of(proof: proofs.Proof) -> VerificationKey:
    """Find the key of a did:key, bound like any other."""
    return keys.find_key(
        dids.did_key_document(proof.controller),
        verification_method=proof.verification_method,
        issuer=proof.controller,
    )


def check(document: JsonObject, *, engine: Reference) -> None:
    """Check all proofs of a vector; its first signer counts as the issuer."""
    found = proofs.read_proofs(document)
    known = {proof.verification_method: key_of(proof) for proof in found}
    proofs.check_proofs(document, issuer=found[0].controller, keys=known, canonicalize=engine.canonicalize)


class TestSignedVectors:
    @pytest.mark.parametrize("path", WHOLE)
    def test_holds(self, corpus: Path, engine: Reference, path: str) -> None:
        """From the document to the verdict, through every step that a badge goes."""
        check(json.loads((corpus / "conformance" / path).read_text()), engine=engine)

    @pytest.mark.parametrize("path", WHOLE)
    @pytest.mark.parametrize(
        "change",
        [
            lambda made, _: made.update(name=made["name"] + "s"),
            lambda made, _: made["credentialSubject"].update(alumniOf="Elders"),
            lambda made, _: made.update(issuer="https://vc.example/issuers/5679"),
            lambda _, proof: proof.update(created="2023-02-24T23:36:39Z"),
            lambda _, proof: proof.update(expires="2033-02-24T23:36:39Z"),
            lambda _, proof: proof.update(nonce="x"),
            lambda _, proof: proof.update(proofValue=proof["proofValue"][:-1] + "2"),
            lambda _, proof: proof.update(proofValue=proof["proofValue"] + "1"),
            lambda _, proof: proof.update(proofValue="u" + proof["proofValue"][1:]),
            lambda _, proof: proof.update(proofPurpose="authentication"),
        ],
    )
    def test_does_not_hold_when_changed(
        self, corpus: Path, engine: Reference, path: str, change: Callable[[Any, Any], object]
    ) -> None:
        """One thing changed in the document or in its proof."""
        document = json.loads((corpus / "conformance" / path).read_text())
        proof = document["proof"][0] if isinstance(document["proof"], list) else document["proof"]
        change(document, proof)
        with pytest.raises(ProofError) as caught:
            check(document, engine=engine)
        assert not isinstance(caught.value, SuiteNotAcceptedError)

    def test_of_selective_disclosure_are_not_judged(self, corpus: Path) -> None:
        """A suite that is not in the list is no verdict, never invalid."""
        folder = corpus / "conformance/w3c+vc-di-ecdsa/TestVectors/ecdsa-sd-2023"
        documents = [json.loads(path.read_text()) for path in sorted(folder.rglob("*.json"))]
        signed = [one for one in documents if isinstance(one, dict) and "proofValue" in one.get("proof", {})]
        assert len(signed) == 4
        for document in signed:
            with pytest.raises(SuiteNotAcceptedError):
                proofs.read_proofs(document)


class TestSteps:
    @pytest.mark.parametrize(("folder", "end"), STEPS)
    def test_are_those_of_the_vector(self, corpus: Path, folder: str, end: str) -> None:
        """The bytes to sign are the published ones, and the published signature is of them."""
        place = corpus / "conformance" / folder
        read = {path.name.removesuffix(f"{end}{path.suffix}"): path.read_text() for path in place.glob("*.*")}
        proof = json.loads(read["signed"])["proof"]
        options = {name: part for name, part in proof.items() if name != "proofValue"}
        suite = self._suite(proof)
        key = key_of(proofs.read_proofs({"@context": proof.get("@context"), "proof": proof})[0])
        written = {True: read["proofCanon"], False: read["canonDoc"]}
        document = {name: part for name, part in json.loads(read["signed"]).items() if name != "proof"}

        def canonicalize(given: JsonObject) -> bytes:
            return (written["proofPurpose" in given].strip("\n") + "\n").encode()

        unsecured = Unsecured(document, canonicalize)
        data = suite.to_sign(unsecured, options=options, algorithm=key.algorithm)
        assert data.hex() == read["combinedHash"].strip()
        suite.check(proof["proofValue"], unsecured=unsecured, options=options, key=key)

    @staticmethod
    def _suite(proof: dict[str, str]) -> Cryptosuite:
        """Find the suite of a vector."""
        if "cryptosuite" in proof:
            return accepted(proof["cryptosuite"])
        return proofs.read_proofs({"@context": None, "proof": {**proof}})[0].suite


class TestMixedKeys:
    def test_a_proof_holds_under_its_own_kind_of_key_only(self, corpus: Path, engine: Reference) -> None:
        """The key of any other vector does not make it hold, whatever its kind."""
        documents = [
            json.loads((corpus / "conformance" / path).read_text())
            for path in WHOLE
            if "set-chain" not in path
        ]
        wrong = []
        for document in documents:
            own = proofs.read_proofs(document)[0]
            for other in documents:
                key = key_of(proofs.read_proofs(other)[0])
                if key == key_of(own):
                    continue
                try:
                    proofs.check_proof(document, key=key, canonicalize=engine.canonicalize)
                except ProofError:
                    continue
                wrong.append((own.suite.name, key.algorithm))
        assert wrong == []

    def test_a_longer_signature_is_not_cut(self, corpus: Path) -> None:
        """Ninety-six bytes under a key of P-256 are no signature, though their halves are numbers."""
        paths = [path for path in WHOLE if "jcs-2019" in path]
        small, large = (json.loads((corpus / "conformance" / path).read_text()) for path in paths)
        small["proof"]["proofValue"] = large["proof"]["proofValue"]
        with pytest.raises(ProofError) as caught:
            proofs.check_proof(small, key=key_of(proofs.read_proofs(small)[0]))
        assert not isinstance(caught.value, SignatureError)
