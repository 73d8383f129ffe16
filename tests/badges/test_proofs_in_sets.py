"""Proofs that stand together under one badge: in a set, or in a chain."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from badges import proofs
from badges.cryptosuites import eddsa_rdfc_2022
from badges.cryptosuites.suite import write_value
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import KeyBindingError, ProofMalformedError, SignatureError, SuiteNotAcceptedError
from badges.jsonld import contexts, reference, walker
from badges.strictjson import JsonObject
from tests.badges.signed_badge import ISSUER, OTHER, SIGNER, UNSIGNED, draft, resigned
from tests.places import there

KEYS = {one.verification_method: one.public_key for one in (SIGNER, OTHER)}
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"


def proof_of(by: Ed25519Signer) -> Any:
    """Make a proof of the badge by this signer."""
    return there(proofs.add_proof(draft(by=by), signer=by).document, "/proof/0")


def did_key_of(did: str) -> PublicKey:
    """Read the key that a did:key is."""
    return PublicKey.from_multikey(did.removeprefix("did:key:"))


def with_examples(document: JsonObject) -> bytes:
    """Canonicalise by PyLD, which here also knows the W3C's context of examples (a vocabulary, no terms)."""

    def load(url: str, _options: object) -> dict[str, object]:
        examples = {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
        found = examples if url == EXAMPLES else contexts.load(url)
        return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": found}

    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": load,
        "base": None,
    }
    return str(jsonld.normalize(document, options)).encode()


class TestCheckProofs:
    """`check_proofs`: at least one proof is the issuer's, and every listed one holds."""

    @pytest.mark.parametrize(
        "name", ["signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"]
    )
    def test_accepts_the_sets_and_chains_of_w3c(self, corpus: Path, name: str) -> None:
        """The proof sets and chains of VC-DI-EDDSA hold, and none does with a letter changed."""
        folder = corpus / "conformance/w3c+vc-di-eddsa/TestVectors/proof-set-chain"
        document = json.loads((folder / f"{name}.json").read_text())
        listed = proofs.read_proofs(document)
        known = {proof.verification_method: did_key_of(proof.controller) for proof in listed}
        issuer = listed[0].controller
        proofs.check_proofs(document, issuer=issuer, keys=known, canonicalize=with_examples)
        document["name"] += "s"
        with pytest.raises(SignatureError):
            proofs.check_proofs(document, issuer=issuer, keys=known, canonicalize=with_examples)

    def test_holds_a_chain_together(self) -> None:
        """A proof that was set upon the issuer's signs that one too: no other good one takes its place."""
        canonicalize = reference.canonicalize
        name = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
        first = there(resigned({"id": name}), "/proof/0")
        options: Any = draft(by=OTHER).options | {"previousProof": name}
        data = eddsa_rdfc_2022.hash_data(
            canonicalize({**UNSIGNED, "proof": [first]}),
            options=options,
            context=UNSIGNED["@context"],
            canonicalize=canonicalize,
        )
        second = {**options, "proofValue": write_value(OTHER.sign(data))}
        document: Any = {**UNSIGNED, "proof": [first, second]}
        proofs.check_proofs(document, issuer=ISSUER, keys=KEYS, canonicalize=canonicalize)
        other = there(resigned({"id": name, "nonce": "x"}), "/proof/0")
        with pytest.raises(SignatureError):
            proofs.check_proofs(
                {**UNSIGNED, "proof": [other, second]}, issuer=ISSUER, keys=KEYS, canonicalize=canonicalize
            )

    @pytest.mark.parametrize("signers", [[SIGNER], [SIGNER, OTHER], [OTHER, SIGNER]])
    def test_accepts_a_set_with_a_proof_of_the_issuer(self, signers: list[Ed25519Signer]) -> None:
        """Somebody else may have signed as well, before or after."""
        document = {**UNSIGNED, "proof": [proof_of(one) for one in signers]}
        proofs.check_proofs(document, issuer=ISSUER, keys=KEYS, canonicalize=walker.canonicalize)

    def test_refuses_a_set_without_the_issuer(self) -> None:
        """The proof of somebody else is not the issuer's word."""
        with pytest.raises(KeyBindingError):
            proofs.check_proofs({**UNSIGNED, "proof": [proof_of(OTHER)]}, issuer=ISSUER, keys=KEYS)

    @pytest.mark.parametrize("at", [0, 1])
    def test_refuses_a_set_of_which_one_does_not_hold(self, at: int) -> None:
        """A good proof does not make up for a bad one, wherever it stands."""
        pair = [proof_of(SIGNER), proof_of(OTHER)]
        pair[at]["proofValue"] = pair[1 - at]["proofValue"]
        with pytest.raises(SignatureError):
            proofs.check_proofs(
                {**UNSIGNED, "proof": pair}, issuer=ISSUER, keys=KEYS, canonicalize=walker.canonicalize
            )

    @pytest.mark.parametrize(
        "garbage", [{}, None, "z", {"type": "DataIntegrityProof"}, {"type": "X", "cryptosuite": "y"}]
    )
    def test_refuses_a_good_proof_beside_garbage(self, garbage: Any) -> None:
        """What cannot be read is not passed over."""
        with pytest.raises((ProofMalformedError, SuiteNotAcceptedError)):
            proofs.check_proofs({**UNSIGNED, "proof": [proof_of(SIGNER), garbage]}, issuer=ISSUER, keys=KEYS)

    def test_refuses_a_proof_whose_key_is_not_there(self) -> None:
        """Without the key of each proof there is no verdict."""
        document = {**UNSIGNED, "proof": [proof_of(SIGNER), proof_of(OTHER)]}
        known = {SIGNER.verification_method: SIGNER.public_key}
        with pytest.raises(KeyBindingError):
            proofs.check_proofs(document, issuer=ISSUER, keys=known, canonicalize=walker.canonicalize)
