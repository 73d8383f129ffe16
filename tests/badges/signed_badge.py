"""The signed badge of the golden files, who signs it, and the forms that its proof may not have."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from badges import proofs
from badges.credential import LintedCredential
from badges.cryptosuites import eddsa_rdfc_2022
from badges.cryptosuites.suite import write_value
from badges.ed25519 import Ed25519Signer
from badges.errors import JsonLdError
from badges.jsonld import contexts, walker
from badges.proofs import ProofDraft
from badges.strictjson import JsonObject

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
