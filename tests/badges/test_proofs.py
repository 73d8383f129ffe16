"""Proofs: the exact bytes that were meant, and no proof that does not hold."""

import dataclasses
import json
import os
import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from badges import proofs, strictjson
from badges.credential import LintedCredential, SignedCredential
from badges.cryptosuites import eddsa_rdfc_2022
from badges.cryptosuites.suite import write_value
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import (
    DocumentError,
    InvalidValueError,
    JsonLdError,
    KeyBindingError,
    ProofEarlyError,
    ProofError,
    ProofExpiredError,
    ProofMalformedError,
    ProofMissingError,
    SignatureError,
    SuiteNotAcceptedError,
    UndefinedTermError,
)
from badges.jsonld import contexts, reference, walker
from badges.proofs import ProofDraft
from badges.strictjson import JsonObject
from tests.places import Way, edited, there, ways

VECTORS = Path(__file__).parents[1] / "vectors/eddsa-rdfc-2022"
SIGNED = (VECTORS / "signed.json").read_bytes()
UNSIGNED: JsonObject = json.loads((VECTORS / "unsigned.json").read_bytes())
NOW = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
ISSUER = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"


def signer(seed: bytes = bytes(range(32)), *, controller: str = ISSUER) -> Ed25519Signer:
    """Make a signer whose key stands under a controller."""
    public = Ed25519Signer(seed, verification_method="").public_key
    return Ed25519Signer(seed, verification_method=f"{controller}#{public.multikey}")


SIGNER = signer()
OTHER = signer(b"\x07" * 32, controller="did:web:ander.voorbeeld")


def linted(document: JsonObject) -> LintedCredential:
    """Take a document as one that may be signed."""
    return LintedCredential(document=document, canonical=walker.canonicalize(document))


def draft(
    document: JsonObject = UNSIGNED, *, by: Ed25519Signer = SIGNER, created: datetime = NOW
) -> ProofDraft:
    """Draft a proof."""
    return proofs.draft_proof(linted(document), verification_method=by.verification_method, created=created)


def changed(change: Callable[[Any], object]) -> JsonObject:
    """Give the signed badge of the golden files, changed in one way."""
    document: JsonObject = json.loads(SIGNED)
    change(document)
    return document


def resigned(
    changes: Mapping[str, object], *, drop: tuple[str, ...] = (), by: Ed25519Signer = SIGNER
) -> JsonObject:
    """Sign the badge with other options, truly: only the form of the proof can then be against it."""
    options: Any = {name: part for name, part in draft(by=by).options.items() if name not in drop} | changes
    config = {name: part for name, part in options.items() if name != "@context"}
    try:
        data = eddsa_rdfc_2022.hash_data(
            walker.canonicalize(UNSIGNED),
            options=config,
            context=UNSIGNED["@context"],
            canonicalize=walker.canonicalize,
        )
    except JsonLdError:
        data = b"these options have no canonical form"
    value = write_value(by.sign(data))
    return {**UNSIGNED, "proof": [{**options, "proofValue": value}]}


class TestDraftProof:
    """`draft_proof` and `ProofDraft`."""

    def test_computes_the_bytes_to_sign_of_the_golden_files(self) -> None:
        """Hash of the options, then hash of the document."""
        assert draft().to_sign.hex() == (VECTORS / "to-sign.hex").read_text().strip()

    def test_writes_the_time_in_utc_and_whole_seconds(self) -> None:
        """Whatever zone the time came in, and however fine."""
        local = datetime(2026, 6, 26, 16, 5, 0, 999_999, tzinfo=timezone(timedelta(hours=2)))
        assert draft(created=local) == draft()

    def test_refuses_a_time_without_zone(self) -> None:
        """Nobody knows when it is."""
        with pytest.raises(ProofMalformedError):
            draft(created=datetime(2026, 6, 26))  # noqa: DTZ001 -- that is what is refused

    def test_refuses_a_document_with_a_proof(self) -> None:
        """A proof goes under a document once."""
        with pytest.raises(ProofMalformedError):
            proofs.draft_proof(
                LintedCredential(document=json.loads(SIGNED), canonical=b""),
                verification_method=SIGNER.verification_method,
                created=NOW,
            )

    def test_comes_back_from_storing_as_it_was(self) -> None:
        """A recovery signs what was meant, byte for byte."""
        stored = draft().dumps()
        assert ProofDraft.loads(stored) == draft()
        assert proofs.add_proof(ProofDraft.loads(stored), signer=SIGNER).raw == SIGNED

    @pytest.mark.parametrize(
        "change",
        [
            lambda stored: stored.update(document=stored["document"].replace("40 orders", "41 orders")),
            lambda stored: stored["options"].update(created="2026-06-26T14:05:01Z"),
            lambda stored: stored["options"].update(verificationMethod=OTHER.verification_method),
            lambda stored: stored.update(toSign="00" * 64),
            lambda stored: stored.update(toSign=None),
            lambda stored: stored.pop("toSign"),
            lambda stored: stored.pop("options"),
            lambda stored: stored.pop("document"),
            lambda stored: stored.update(options=[]),
            lambda stored: stored.update(document=5),
        ],
    )
    def test_refuses_a_stored_draft_that_was_changed(self, change: Callable[[Any], object]) -> None:
        """Another document, other options or other bytes to sign: it is not signed."""
        stored = json.loads(draft().dumps())
        change(stored)
        with pytest.raises(ProofMalformedError):
            ProofDraft.loads(orjson.dumps(stored))


class TestAddProof:
    """`add_proof`."""

    def test_gives_the_bytes_of_the_golden_files(self) -> None:
        """Compact JSON in the order of the document, the proof as a list of one behind it."""
        assert proofs.add_proof(draft(), signer=SIGNER).raw == SIGNED

    def test_gives_a_document_that_reads_like_its_bytes(self) -> None:
        """The document is what stands in the bytes."""
        signed = proofs.add_proof(draft(), signer=SIGNER)
        assert signed.document == json.loads(SIGNED)
        assert signed == SignedCredential(SIGNED)

    def test_refuses_the_draft_of_another_key(self) -> None:
        """A draft names its key; another cannot sign it."""
        with pytest.raises(KeyBindingError):
            proofs.add_proof(draft(), signer=OTHER)


SLOTS = {
    "id": "/id",
    "name": "/credentialSubject/identifier/0/identityHash",
    "narrative": "/evidence/0/narrative",
    "index": "/credentialStatus/statusListIndex",
}


def refuse_control_characters(values: Mapping[str, str]) -> None:
    """Admit values the way an issuer does, in small."""
    for name, text in values.items():
        if not text.isprintable():
            raise InvalidValueError("a control character", pointer=SLOTS[name])


class TestPrepared:
    """`Prepared`."""

    PREPARED = proofs.Prepared.compile(linted(UNSIGNED), slots=SLOTS, admit=refuse_control_characters)

    @settings(max_examples=60)
    @given(
        st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])),
        st.text("\"\\/<>{}'é📦\u05d0", max_size=9),
    )
    def test_signs_the_same_bytes_as_the_long_way(self, narrative: str, name: str) -> None:
        """From a template or from a document: not a byte differs, and the proof holds."""
        values = {"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-000000000001", "name": name, "index": "7"}
        values["narrative"] = narrative
        try:
            refuse_control_characters(values)
        except InvalidValueError:
            return
        document = UNSIGNED | {"id": values["id"]}
        document = edited(document, at="/credentialSubject/identifier/0/identityHash", to=name)
        document = edited(document, at="/evidence/0/narrative", to=narrative)
        document = edited(document, at="/credentialStatus/statusListIndex", to="7")
        quick = self.PREPARED.sign(values, signer=SIGNER, created=NOW)
        assert quick == proofs.add_proof(draft(document), signer=SIGNER)
        proofs.check_proof(quick.document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    def test_drafts_what_can_be_stored(self) -> None:
        """The intent of a prepared badge is stored and recovered like any other."""
        values = {
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-000000000001",
            "name": "Sam",
            "narrative": "x",
            "index": "7",
        }
        made = self.PREPARED.draft(values, verification_method=SIGNER.verification_method, created=NOW)
        assert ProofDraft.loads(made.dumps()) == made

    def test_signs_no_value_that_is_not_admitted(self) -> None:
        """What goes into a slot is looked at like all else that is signed."""
        values = {"id": "urn:uuid:1", "name": "Sam", "narrative": "\x07", "index": "7"}
        with pytest.raises(InvalidValueError):
            self.PREPARED.sign(values, signer=SIGNER, created=NOW)


BAD_OPTIONS: list[Callable[[Any], object]] = [
    lambda proof: proof.pop("type"),
    lambda proof: proof.update(type=["DataIntegrityProof"]),
    lambda proof: proof.update(type=None),
    lambda proof: proof.pop("cryptosuite"),
    lambda proof: proof.update(cryptosuite=["eddsa-rdfc-2022"]),
    lambda proof: proof.pop("verificationMethod"),
    lambda proof: proof.update(verificationMethod=SIGNER.verification_method.partition("#")[2]),
    lambda proof: proof.update(verificationMethod="#" + SIGNER.verification_method.partition("#")[2]),
    lambda proof: proof.update(verificationMethod=[SIGNER.verification_method]),
    lambda proof: proof.update(verificationMethod={"id": SIGNER.verification_method, "type": "Multikey"}),
    lambda proof: proof.update(verificationMethod=""),
    lambda proof: proof.pop("proofPurpose"),
    lambda proof: proof.update(proofPurpose="authentication"),
    lambda proof: proof.update(proofPurpose=["assertionMethod"]),
    lambda proof: proof.update(proofPurpose="https://w3id.org/security#assertionMethod"),
    lambda proof: proof.update(created="gisteren"),
    lambda proof: proof.update(created="2026-06-26"),
    lambda proof: proof.update(created="2026-06-26T14:05:00"),
    lambda proof: proof.update(created="2026-06-26 14:05:00Z"),
    lambda proof: proof.update(created="2026-02-30T14:05:00Z"),
    lambda proof: proof.update(created="2026-06-26T25:05:00Z"),
    lambda proof: proof.update(created="٢٠٢٦-06-26T14:05:00Z"),
    lambda proof: proof.update(created=None),
    lambda proof: proof.update(created=1782482700),
    lambda proof: proof.update(created=["2026-06-26T14:05:00Z"]),
    lambda proof: proof.update(expires="ooit"),
    lambda proof: proof.update(expires=None),
    lambda proof: proof.update(id=5),
    lambda proof: proof.update(domain={}),
    lambda proof: proof.update(domain=None),
    lambda proof: proof.update(domain=[]),
    lambda proof: proof.update(domain=["https://bewijs.voorbeeld", 5]),
    lambda proof: proof.update(domain=[["https://bewijs.voorbeeld"]]),
    lambda proof: proof.update(challenge=1),
    lambda proof: proof.update(nonce=[]),
    lambda proof: proof.update(previousProof="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"),
    lambda proof: proof.update(previousProof=5),
    lambda proof: proof.update(previousProof=[]),
    lambda proof: proof.update(previousProof=None),
    lambda proof: proof.update(previousProof=["urn:x:y", 5]),
    lambda proof: proof.update(id="urn:x:y", previousProof="urn:x:y"),
    lambda proof: proof.update({"@context": "https://elders.voorbeeld/context"}),
    lambda proof: proof.update({"@context": []}),
    lambda proof: proof.update({"@context": [contexts.OB_V3]}),
    lambda proof: proof.update({"@context": {"type": "@type"}}),
    lambda proof: proof.update(
        {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS]}
    ),
]
BAD_VALUES: list[Callable[[Any], object]] = [
    lambda proof: proof.pop("proofValue"),
    lambda proof: proof.update(proofValue=5),
    lambda proof: proof.update(proofValue=""),
    lambda proof: proof.update(proofValue="u" + proof["proofValue"][1:]),
    lambda proof: proof.update(proofValue=proof["proofValue"][1:]),
    lambda proof: proof.update(proofValue=proof["proofValue"] + "1"),
    lambda proof: proof.update(proofValue=[proof["proofValue"]]),
]
BAD_FORMS = BAD_OPTIONS + BAD_VALUES


class TestReadProofs:
    """`read_proofs`."""

    @pytest.mark.parametrize("change", BAD_FORMS)
    def test_refuses_another_form(self, change: Callable[[Any], object]) -> None:
        """A member missing, of another type, or written in another way (VC-DI-EDDSA, negative cases)."""
        document = changed(lambda made: change(made["proof"][0]))
        with pytest.raises(ProofMalformedError):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    @pytest.mark.parametrize("proof", [5, "z", True, [None], ["z"], [[]], {}, [{}]])
    def test_refuses_what_is_no_proof(self, proof: Any) -> None:
        """Anything but objects."""
        with pytest.raises(ProofMalformedError):
            proofs.read_proofs({**UNSIGNED, "proof": proof})

    def test_refuses_a_crowd(self) -> None:
        """Seventeen proofs are more than any badge has."""
        document = changed(lambda made: made.update(proof=made["proof"] * 17))
        with pytest.raises(ProofMalformedError):
            proofs.read_proofs(document)

    @pytest.mark.parametrize("proof", [{}, {"proof": []}, {"proof": None}], ids=str)
    def test_says_that_there_is_none(self, proof: dict[str, Any]) -> None:
        """A document without the member has no proof, nor has one in which the member holds nothing."""
        with pytest.raises(ProofMissingError):
            proofs.read_proofs({**UNSIGNED, **proof})

    @pytest.mark.parametrize(
        "changes",
        [
            {"type": "Ed25519Signature2018"},
            {"type": "JsonWebSignature2020"},
            {"type": "dataintegrityproof"},
            {"cryptosuite": "ecdsa-sd-2023"},
            {"cryptosuite": "Ed25519Signature2020"},
            {"cryptosuite": "none"},
        ],
    )
    def test_cannot_judge_other_suites(self, changes: dict[str, object]) -> None:
        """Not in the list is no verdict, also when the signature would hold."""
        document = changed(lambda made: made["proof"][0].update(changes))
        with pytest.raises(SuiteNotAcceptedError):
            proofs.read_proofs(document)

    def test_reads_one_object_as_a_list_of_one(self) -> None:
        """The standard allows a proof without a list around it."""
        document = changed(lambda made: made.update(proof=made["proof"][0]))
        assert proofs.read_proofs(document) == proofs.read_proofs(json.loads(SIGNED))

    def test_knows_under_whom_the_key_stands(self) -> None:
        """The controller is the address up to the #."""
        (proof,) = proofs.read_proofs(json.loads(SIGNED))
        assert (proof.controller, proof.created) == (ISSUER, NOW)


def texts_of(document: JsonObject) -> list[Way]:
    """List the way to every text in a document."""
    return [way for way in ways(document) if isinstance(there(document, way), str)]


def proof_members() -> set[str]:
    """Name the members that a proof has or may have, and one that no context defines."""
    ours = {*draft().options, "proofValue", "@context", "id", "expires", "domain", "challenge", "nonce"}
    return ours | {"previousProof", "rang", "@id", "@type", "proof"}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from([ISSUER, "2026-06-26T14:05:00Z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
EDIT = st.tuples(st.integers(min_value=0, max_value=len(SIGNED) - 1), st.integers(min_value=0, max_value=255))


def accepts_other_facts(edit: tuple[int, int]) -> bool:
    """Tell whether a badge of which one byte was replaced holds, and says something else."""
    place, byte = edit
    raw = SIGNED[:place] + bytes([byte]) + SIGNED[place + 1 :]
    try:
        document = strictjson.loads_object(raw)
        proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
    except (DocumentError, ProofError, JsonLdError):
        return False
    return document != json.loads(SIGNED)


class TestCheckProof:
    """`check_proof` and `proof_result`."""

    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_accepts_the_golden_file(self, canonicalize: Any) -> None:
        """By either engine."""
        proofs.check_proof(json.loads(SIGNED), key=SIGNER.public_key, canonicalize=canonicalize)

    def test_accepts_the_vector_of_open_badges(self, corpus: Path) -> None:
        """The signed credential of the OB 3.0 vector holds under its key."""
        folder = corpus / "conformance/1EdTech+openbadges-specification/test-vectors/obv3p0"
        document = json.loads((folder / "ob-signed-credential.json").read_text())
        key = PublicKey.from_multikey(document["proof"]["verificationMethod"].partition("#")[2])
        assert proofs.proof_result(document, key=key) == proofs.ProofResult(error=None)

    @pytest.mark.parametrize("way", texts_of(json.loads(SIGNED)))
    def test_refuses_an_edit_of_any_text(self, way: Way) -> None:
        """Every text of the badge and of its proof is signed: one more letter, and it does not hold."""
        signed = json.loads(SIGNED)
        document = edited(signed, at=way, to=there(signed, way) + "1")
        with pytest.raises((ProofError, JsonLdError)):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    @pytest.mark.parametrize(
        "changes",
        [
            {"expires": "2030-01-01T00:00:00Z"},
            {"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"},
            {"nonce": "x"},
            {"challenge": "x", "domain": "https://bewijs.voorbeeld"},
            {"domain": ["https://bewijs.voorbeeld", "https://elders.voorbeeld"]},
            {"created": "2026-06-26T14:05:00.5+02:00"},
            {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3]},
        ],
    )
    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_accepts_options_that_the_standard_has(
        self, changes: dict[str, object], canonicalize: Any
    ) -> None:
        """More options than ours are signed with the rest, and taken out again the same way."""
        document = resigned(changes)
        proofs.check_proof(document, key=SIGNER.public_key, canonicalize=canonicalize)

    @pytest.mark.parametrize("change", [list.pop, list.reverse])
    def test_signs_domains_as_a_set(self, change: Callable[[list[str]], object]) -> None:
        """Their order says nothing, but none can be taken out (VC-DI 2.1)."""
        document: Any = resigned({"domain": ["https://a.voorbeeld", "https://b.voorbeeld"]})
        change(document["proof"][0]["domain"])
        assert proofs.proof_result(document, key=SIGNER.public_key).holds is (change is list.reverse)

    def test_accepts_a_proof_without_time(self) -> None:
        """`created` may be left out (VC-DI 2.1)."""
        proofs.check_proof(resigned({}, drop=("created",)), key=SIGNER.public_key)

    @pytest.mark.parametrize("name", ["expires", "id", "nonce", "challenge", "domain"])
    def test_refuses_an_option_that_was_added(self, name: str) -> None:
        """Options are signed: none can be put in later."""
        value = "2030-01-01T00:00:00Z" if name == "expires" else "urn:x:y"
        document = changed(lambda made: made["proof"][0].update({name: value}))
        with pytest.raises(SignatureError):
            proofs.check_proof(document, key=SIGNER.public_key)

    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_refuses_an_option_without_meaning(self, canonicalize: Any) -> None:
        """What no context defines would not be signed, so it may not stand there."""
        document = changed(lambda made: made["proof"][0].update(rang="hoog"))
        with pytest.raises(UndefinedTermError):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=canonicalize)

    def test_refuses_another_key(self) -> None:
        """The key of somebody else made no such proof."""
        assert isinstance(proofs.proof_result(json.loads(SIGNED), key=OTHER.public_key).error, SignatureError)

    def test_refuses_the_proof_of_another_badge(self) -> None:
        """A proof cannot be moved."""
        other = proofs.add_proof(
            draft({**UNSIGNED, "id": "urn:uuid:0193a1b2-0000-7e4f-8a5b-6c7d8e9f0a1b"}), signer=SIGNER
        )
        document = {**UNSIGNED, "proof": other.document["proof"]}
        assert not proofs.proof_result(document, key=SIGNER.public_key).holds

    @pytest.mark.parametrize("change", BAD_OPTIONS)
    def test_refuses_another_form_though_it_was_truly_signed(self, change: Callable[[Any], object]) -> None:
        """Not the signature is against it, but the form: a signer cannot make it good."""
        options: Any = dict(draft().options)
        change(options)
        dropped = tuple(name for name in draft().options if name not in options)
        with pytest.raises(ProofMalformedError):
            proofs.check_proof(
                resigned(options, drop=dropped), key=SIGNER.public_key, canonicalize=walker.canonicalize
            )

    @given(st.sampled_from(sorted(proof_members())), JSON)
    def test_refuses_any_other_value_of_any_member(self, name: str, value: Any) -> None:
        """Whatever JSON is put in the place of a member, or added: it does not hold."""
        document = changed(lambda made: made["proof"][0].update({name: value}))
        unchanged = document == json.loads(SIGNED) or (
            name == "@context" and value == contexts.CREDENTIALS_V2
        )
        result = proofs.proof_result(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
        assert result.holds == unchanged

    @given(EDIT)
    def test_accepts_no_edit_of_the_bytes_that_changes_a_fact(self, edit: tuple[int, int]) -> None:
        """One byte replaced: the badge cannot be read, does not hold, or says the same."""
        assert not accepts_other_facts(edit)

    @pytest.mark.torture
    def test_accepts_no_edit_of_the_bytes_at_length(self) -> None:
        """Ten thousand times the same question."""
        share = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))
        chance = random.Random(20260626)  # noqa: S311 -- the same edits each time
        edits_made = [
            (chance.randrange(len(SIGNED)), chance.randrange(256)) for _ in range(int(10_000 * share))
        ]
        assert [edit for edit in edits_made if accepts_other_facts(edit)] == []

    def test_result_tells_what_check_raises(self) -> None:
        """The two manners have one truth."""
        for change in BAD_FORMS:
            document = changed(lambda made, change=change: change(made["proof"][0]))  # type: ignore[misc]  # mypy sees no default
            with pytest.raises(ProofError) as caught:
                proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
            result = proofs.proof_result(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
            assert (result.holds, repr(result.error)) == (False, repr(caught.value))


KEYS = {one.verification_method: one.public_key for one in (SIGNER, OTHER)}


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


EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"


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


class TestCheckTimes:
    """`check_times`."""

    @pytest.mark.parametrize(
        ("changes", "late"),
        [
            ({}, timedelta(0)),
            ({}, timedelta(days=9000)),
            ({}, -proofs.CLOCK_SKEW),
            ({"expires": "2026-06-26T14:05:01Z"}, timedelta(0)),
        ],
    )
    def test_accepts_a_proof_in_its_time(self, changes: dict[str, object], late: timedelta) -> None:
        """Made before now, give or take the skew of two clocks, and not expired."""
        document = changed(lambda made: made["proof"][0].update(changes))
        proofs.check_times(proofs.read_proofs(document), now=NOW + late)

    @pytest.mark.parametrize(
        ("changes", "late", "error"),
        [
            ({}, -proofs.CLOCK_SKEW - timedelta(seconds=1), ProofEarlyError),
            ({"expires": "2026-06-26T14:05:00Z"}, timedelta(0), ProofExpiredError),
            ({"expires": "2026-06-26T16:05:00+02:00"}, timedelta(0), ProofExpiredError),
        ],
    )
    def test_refuses_a_proof_out_of_its_time(
        self, changes: dict[str, object], late: timedelta, error: type[ProofError]
    ) -> None:
        """Made in the future, or expired, in whatever zone it says so."""
        document = changed(lambda made: made["proof"][0].update(changes))
        with pytest.raises(error):
            proofs.check_times(proofs.read_proofs(document), now=NOW + late)


class TestProofResult:
    """`ProofResult`."""

    def test_cannot_be_changed(self) -> None:
        """A verdict stays what it is."""
        with pytest.raises(dataclasses.FrozenInstanceError):
            proofs.ProofResult(error=None).error = None  # type: ignore[misc]  # the point of the test


class TestContextsOfAProof:
    def test_may_repeat_those_of_the_document(self) -> None:
        """A proof that names exactly the contexts of its document says nothing new."""
        document = json.loads(SIGNED)
        document["proof"][0]["@context"] = document["@context"]
        proofs.check_proof(document, key=SIGNER.public_key)

    def test_may_not_be_fewer_than_what_was_signed(self) -> None:
        """With fewer contexts the document means something else, or nothing."""
        document = json.loads(SIGNED)
        document["proof"][0]["@context"] = document["@context"][:1]
        with pytest.raises((ProofError, JsonLdError)):
            proofs.check_proof(document, key=SIGNER.public_key)
