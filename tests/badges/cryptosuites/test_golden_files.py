"""Our golden badge with a proof of every suite: each holds, and none does with anything changed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from badges import keys, proofs
from badges.cryptosuites import Unsecured, eddsa_jcs_2022, rdfc
from badges.cryptosuites.suite import write_value
from badges.errors import (
    InvalidValueError,
    JsonLdError,
    ProofError,
    ProofMalformedError,
    SignatureError,
    UndefinedTermError,
    UnhandledShapeError,
)
from badges.jsonld import reference, walker
from badges.strictjson import JsonObject
from badges.verificationkey import VerificationKey
from tests.badges.private_keys import ED25519, ED25519_PUBLIC

FOLDER = Path(__file__).parents[2] / "vectors/suites"
DID = json.loads((FOLDER / "did.json").read_text())
SIGNED = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("e[cd]*.json"))}
JCS = [name for name in SIGNED if "jcs" in name]
RDFC = [name for name in SIGNED if name not in JCS]
EACH = pytest.mark.parametrize("name", SIGNED)


def again(name: str) -> Any:
    """Give a fresh copy of a golden file."""
    return json.loads(json.dumps(SIGNED[name]))


def either(document: JsonObject) -> bytes:
    """Canonicalise as the verifier does: what the walker does not handle, the reference does."""
    try:
        return walker.canonicalize(document)
    except UnhandledShapeError:
        return reference.canonicalize(document)


def key_of(name: str) -> VerificationKey:
    """Find the key of a golden file in the document of its issuer."""
    (proof,) = proofs.read_proofs(SIGNED[name])
    return keys.find_key(
        DID, verification_method=proof.verification_method, issuer=proof.controller, at=proof.created
    )


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every text with where it stands: the thing around it, and its key or number there."""
    for step, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, str):
            yield value, step
        elif isinstance(part, (dict, list)):
            yield from places(part)


class TestGoldenFiles:
    def test_are_of_every_suite(self) -> None:
        """Both curves, both forms, and Ed25519 over JSON; over N-Quads it has a folder of its own."""
        assert [
            "ecdsa-jcs-2019-p256",
            "ecdsa-jcs-2019-p384",
            "ecdsa-rdfc-2019-p256",
            "ecdsa-rdfc-2019-p384",
            "ed25519-signature-2020",
            "eddsa-jcs-2022",
        ] == list(SIGNED)

    @EACH
    def test_hold(self, name: str) -> None:
        """With the key that the issuer lists, by each engine that handles these contexts."""
        proofs.check_proof(again(name), key=key_of(name), canonicalize=reference.canonicalize)
        proofs.check_proof(again(name), key=key_of(name), canonicalize=either)

    @EACH
    def test_do_not_hold_with_any_text_changed(self, name: str) -> None:
        """Every text of the badge and of its proof is signed."""
        document, held = again(name), []
        for around, step in list(places(document)):
            before = around[step]
            around[step] = before + "1"
            if proofs.proof_result(document, key=key_of(name), canonicalize=either).holds:
                held.append(before)
            around[step] = before
        assert held == []

    @EACH
    def test_do_not_hold_under_another_key(self, name: str) -> None:
        """The other keys of the same issuer, of whatever kind, made no such proof."""
        for other in SIGNED:
            if key_of(other) != key_of(name):
                with pytest.raises((SignatureError, ProofMalformedError)):
                    proofs.check_proof(again(name), key=key_of(other))

    @pytest.mark.parametrize("name", RDFC)
    def test_sign_no_term_without_meaning(self, name: str) -> None:
        """Over N-Quads, what no context defines would not be signed: it may not be there."""
        for place in ((), ("credentialSubject",), ("proof", 0)):
            document: Any = again(name)
            part = document
            for step in place:
                part = part[step]
            part["rang"] = "hoog"
            with pytest.raises(UndefinedTermError):
                proofs.check_proof(document, key=key_of(name))

    def test_of_2020_need_the_context_of_their_suite(self) -> None:
        """Without it the name of the suite means nothing, and nothing of the proof is signed."""
        document = again("ed25519-signature-2020")
        document["@context"].pop()
        with pytest.raises(UndefinedTermError):
            proofs.check_proof(document, key=key_of("ed25519-signature-2020"))

    @pytest.mark.parametrize("name", JCS)
    def test_sign_every_member_of_json(self, name: str) -> None:
        """Over JSON, a member that was added is found out, whether a context defines it or not."""
        for place in ((), ("credentialSubject",), ("proof", 0)):
            for member in ("rang", "@id", "description"):
                document: Any = again(name)
                part = document
                for step in place:
                    part = part[step]
                part[member] = "hoog"
                with pytest.raises(SignatureError):
                    proofs.check_proof(document, key=key_of(name))

    def test_are_canonical_by_the_hash_of_the_key(self) -> None:
        """With P-384 the labels of blank nodes come out otherwise than with SHA-256 (VC-DI-ECDSA 3)."""
        document = again("ecdsa-rdfc-2019-p384")
        del document["proof"]
        nquads = walker.canonicalize(document)
        assert nquads != reference.canonicalize_dataset(nquads, digest="sha384")
        unsecured = Unsecured(document, walker.canonicalize)
        sizes = {
            kind: len(rdfc.to_sign(unsecured, options={}, algorithm=kind))  # type: ignore[arg-type]  # the literals below
            for kind in ("Ed25519", "P-256", "P-384")
        }
        assert {"Ed25519": 64, "P-256": 64, "P-384": 96} == sizes


BARE: JsonObject = {name: part for name, part in SIGNED["eddsa-jcs-2022"].items() if name != "proof"}
OPTIONS: JsonObject = {
    name: part for name, part in SIGNED["eddsa-jcs-2022"]["proof"][0].items() if name != "proofValue"
}


def signed(options: JsonObject, *, document: JsonObject) -> JsonObject:
    """Make a proof of eddsa-jcs-2022 with these options, truly."""
    unsecured = Unsecured(document, walker.canonicalize)
    data = eddsa_jcs_2022.SUITE.to_sign(unsecured, options=options, algorithm="Ed25519")
    return {**options, "proofValue": write_value(ED25519.sign(data))}


class TestProofsOverJson:
    """What VC-DI-EDDSA 3.3 asks of proofs over JSON."""

    def check(self, document: JsonObject) -> None:
        """Check with the key of the golden files, and no engine: none is needed."""

        def refuse(document: JsonObject) -> bytes:
            raise AssertionError(document)

        proofs.check_proof(document, key=ED25519_PUBLIC, canonicalize=refuse)

    def test_may_have_no_contexts_of_their_own(self) -> None:
        """Then none are signed with the options; putting them in later is found out."""
        options = {name: part for name, part in OPTIONS.items() if name != "@context"}
        proof = signed(options, document=BARE)
        self.check({**BARE, "proof": proof})
        with pytest.raises(SignatureError):
            self.check({**BARE, "proof": {**proof, "@context": BARE["@context"]}})

    def test_may_have_the_first_contexts_of_the_document(self) -> None:
        """Somebody put a context behind those that were signed (VC-DI-EDDSA 3.3.2, step 4)."""
        first = {**BARE, "@context": BARE["@context"][:1]}
        proof = signed({**OPTIONS, "@context": first["@context"]}, document=first)
        self.check({**BARE, "proof": proof})

    @pytest.mark.parametrize(
        "contexts", [[], None, ["https://elders.voorbeeld/context"], {"type": "@type"}, "https://x.example/"]
    )
    def test_may_not_have_other_contexts(self, contexts: Any) -> None:
        """Though they were truly signed."""
        proof = signed({**OPTIONS, "@context": contexts}, document=BARE)
        with pytest.raises(ProofMalformedError):
            self.check({**BARE, "proof": proof})

    def test_hold_a_chain_together(self) -> None:
        """A proof that was set upon another signs that one too (VC-DI 4.5)."""
        name = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
        first = signed({**OPTIONS, "id": name}, document=BARE)
        options: JsonObject = {**OPTIONS, "previousProof": name}
        second = signed(options, document={**BARE, "proof": [first]})
        self.check({**BARE, "proof": [first, second]})
        other = signed({**OPTIONS, "id": name, "nonce": "x"}, document=BARE)
        for broken in ([other, second], [second, other]):
            with pytest.raises(SignatureError):
                self.check({**BARE, "proof": broken})
        for cut in ([second], [first, first, second]):
            with pytest.raises(ProofMalformedError):
                self.check({**BARE, "proof": cut})

    def test_cannot_be_over_a_number_that_readers_read_differently(self) -> None:
        """Past 2^53 some readers round: no form is canonical."""
        with pytest.raises(InvalidValueError):
            signed(OPTIONS, document={**BARE, "aantal": 2**53})

    def test_stand_beside_proofs_over_nquads(self) -> None:
        """A set may mix suites; each must hold."""
        pair: Any = [SIGNED["eddsa-jcs-2022"]["proof"][0], SIGNED["ecdsa-rdfc-2019-p256"]["proof"][0]]
        known = {
            proof["verificationMethod"]: key_of(name)
            for proof, name in zip(pair, ["eddsa-jcs-2022", "ecdsa-rdfc-2019-p256"], strict=True)
        }
        document = {**BARE, "proof": pair}
        issuer = DID["id"]
        proofs.check_proofs(document, issuer=issuer, keys=known)
        pair[1] = {**pair[1], "created": "2026-06-26T14:05:01Z"}
        with pytest.raises((ProofError, JsonLdError)):
            proofs.check_proofs(document, issuer=issuer, keys=known)


BAD_FORMS: list[Callable[[Any], object]] = [
    lambda proof: proof.update(proofPurpose="authentication"),
    lambda proof: proof.update(created="2026-06-26"),
    lambda proof: proof.update(created="2026-06-26T14:05:00"),
    lambda proof: proof.update(expires="ooit"),
    lambda proof: proof.update(verificationMethod="#key"),
    lambda proof: proof.update(verificationMethod=["did:a:b#c"]),
    lambda proof: proof.update(previousProof="urn:x:y"),
    lambda proof: proof.update(nonce=5),
    lambda proof: proof.pop("proofPurpose"),
    lambda proof: proof.pop("verificationMethod"),
]


class TestFormOfProofs:
    @pytest.mark.parametrize("change", BAD_FORMS)
    def test_is_asked_of_every_suite(self, change: Callable[[Any], object]) -> None:
        """What a proof must look like does not depend on its suite."""
        for name in SIGNED:
            document = again(name)
            change(document["proof"][0])
            with pytest.raises(ProofMalformedError):
                proofs.read_proofs(document)
