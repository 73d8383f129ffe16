"""Put a proof under a credential, and check the proofs that stand under one (VC-DI 4).

    LintedCredential -> draft_proof -> ProofDraft (stored) -> add_proof [key] -> SignedCredential

The draft is what is stored before the key is used: a recovery that reads it back gives the same bytes,
for Ed25519 signs alike each time. `check_x` raises and `x_result` returns; both tell one truth.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from badges import moments, strictjson
from badges.credential import PROOF_FOLLOWS, LintedCredential, SignedCredential
from badges.cryptosuites import Canonicalize, Unsecured, eddsa_rdfc_2022
from badges.cryptosuites.suite import Unchecked, write_value
from badges.errors import (
    DocumentError,
    JsonLdError,
    KeyBindingError,
    ProofEarlyError,
    ProofError,
    ProofExpiredError,
    ProofMalformedError,
)
from badges.jsonld import reference, walker
from badges.jsonld.template import Template
from badges.keys import Signer
from badges.proofform import Proof, has_proof, read_each, read_proofs
from badges.strictjson import Json, JsonObject
from badges.verificationkey import VerificationKey

__all__ = [
    "CLOCK_SKEW",
    "Prepared",
    "Proof",
    "ProofDraft",
    "ProofResult",
    "Unchecked",
    "add_proof",
    "check_each",
    "check_proof",
    "check_proofs",
    "check_times",
    "draft_proof",
    "each_result",
    "has_proof",
    "proof_result",
    "read_each",
    "read_proofs",
    "read_signatures",
]

CLOCK_SKEW = timedelta(seconds=300)


@dataclass(frozen=True)
class ProofDraft:
    """Hold what is about to be signed: the document's bytes, the options of the proof, the bytes to sign."""

    raw: bytes
    options: JsonObject
    to_sign: bytes

    @cached_property
    def document(self) -> JsonObject:
        """Read the document, which has no proof yet."""
        return strictjson.loads_object(self.raw)

    def dumps(self) -> bytes:
        """Write the draft for storing; the document goes in as text, so not a byte of it changes."""
        return strictjson.dumps(
            {"document": self.raw.decode(), "options": self.options, "toSign": self.to_sign.hex()}
        )

    @classmethod
    def loads(cls, stored: bytes) -> "ProofDraft":
        """Read a stored draft, and compute again what is to be signed.

        Raises:
            ProofMalformedError: it is no draft, or the bytes to sign are not those of the document.
        """
        try:
            members = strictjson.loads_object(stored)
            raw, options = str(members["document"]).encode(), members["options"]
            document = strictjson.loads_object(raw)
        except (DocumentError, KeyError) as error:
            raise ProofMalformedError("this is no stored draft of a proof") from error
        if not isinstance(options, dict):
            raise ProofMalformedError("a stored draft has the options of the proof")
        draft = _draft(raw, walker.canonicalize(document), options=options, context=document.get("@context"))
        if draft.to_sign.hex() != members.get("toSign"):
            raise ProofMalformedError("the bytes to sign are not those of the stored document")
        return draft


def draft_proof(linted: LintedCredential, *, verification_method: str, created: datetime) -> ProofDraft:
    """Prepare the proof of a credential that may be signed (VC-DI 4.2, VC-DI-EDDSA 3.2.1).

    Raises:
        ProofMalformedError: the document has a proof already, or `created` has no time zone.
    """
    document = linted.document
    if "proof" in document:
        raise ProofMalformedError("the document has a proof already")
    options = _options(verification_method, created=created)
    return _draft(linted.raw, linted.canonical, options=options, context=document.get("@context"))


def add_proof(draft: ProofDraft, *, signer: Signer) -> SignedCredential:
    """Sign the draft, and set the proof behind the document's bytes (VC-DI 4.2).

    The proof is a list of one, as the canonical OB 3.0 schema asks. The document's own bytes stay as
    they are: they are not read or written again.

    Raises:
        KeyBindingError: the draft was made for another key.
    """
    if draft.options["verificationMethod"] != signer.verification_method:
        raise KeyBindingError("the draft was made for another key")
    value = write_value(signer.sign(draft.to_sign)).encode()
    options = strictjson.dumps(draft.options)
    return SignedCredential(
        draft.raw[:-1] + PROOF_FOLLOWS + options[:-1] + b',"proofValue":"' + value + b'"}]}'
    )


def read_signed(raw: bytes) -> SignedCredential:
    """Take up again what was signed here before, and stored: the same bytes, to the last."""
    return SignedCredential(raw)


def _options(verification_method: str, *, created: datetime) -> JsonObject:
    """Give the five options of a proof of ours, in the order in which we publish them."""
    if created.tzinfo is None:
        raise ProofMalformedError("the time of a proof has a time zone")
    return {
        "type": "DataIntegrityProof",
        "cryptosuite": eddsa_rdfc_2022.NAME,
        "created": moments.write(created.replace(microsecond=0)),
        "verificationMethod": verification_method,
        "proofPurpose": "assertionMethod",
    }


def _draft(raw: bytes, nquads: bytes, *, options: JsonObject, context: Json) -> ProofDraft:
    """Compute what is to be signed."""
    to_sign = eddsa_rdfc_2022.hash_data(
        nquads, options=options, context=context, canonicalize=walker.canonicalize
    )
    return ProofDraft(raw=raw, options=options, to_sign=to_sign)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Sign many credentials that differ in a few values only: the fast way to issue.

    `admit` raises for values that may not be signed. It has no default: the template was made of a
    linted credential, and what goes into its slots has to be looked at as well.
    """

    template: Template
    context: Json
    admit: Callable[[Mapping[str, str]], None]

    @classmethod
    def compile(
        cls,
        linted: LintedCredential,
        *,
        slots: Mapping[str, str],
        admit: Callable[[Mapping[str, str]], None],
    ) -> "Prepared":
        """Make a template of a linted credential; `slots` names the JSON pointers that vary.

        Raises:
            TemplateError: a slot is no text in the credential, or the engines disagree about it.
        """
        template = Template.compile(linted.document, slots=slots)
        return cls(template=template, context=linted.document.get("@context"), admit=admit)

    def draft(self, values: Mapping[str, str], *, verification_method: str, created: datetime) -> ProofDraft:
        """Fill the slots, and prepare the proof; gives what `draft_proof` gives for the same document.

        Raises:
            BadgeError: what `admit` or the engines have against a value.
            TemplateError: a slot has no value, or there is no such slot.
        """
        self.admit(values)
        filled = self.template.fill(values)
        options = _options(verification_method, created=created)
        return _draft(filled.json, filled.nquads, options=options, context=self.context)

    def sign(self, values: Mapping[str, str], *, signer: Signer, created: datetime) -> SignedCredential:
        """Draft and sign in one go, where no intent has to be stored between."""
        draft = self.draft(values, verification_method=signer.verification_method, created=created)
        return add_proof(draft, signer=signer)


def check_proof(
    document: JsonObject, *, key: VerificationKey, canonicalize: Canonicalize = reference.canonicalize
) -> None:
    """Check that this key made every proof under the document (VC-DI 4.4).

    Raises:
        ProofMissingError: there is none.
        ProofMalformedError: one has a member missing or of the wrong form.
        SuiteNotAcceptedError: one is of a suite that we do not read.
        SignatureError: one is not of this document by this key.
        JsonLdError: the document has no canonical form without loss.
    """
    for unchecked in read_signatures(document, key=key, canonicalize=canonicalize):
        unchecked.check()


def read_signatures(
    document: JsonObject, *, key: VerificationKey, canonicalize: Canonicalize = reference.canonicalize
) -> Iterator[Unchecked]:
    """Read what this key should have signed, proof by proof: all of `check_proof` but its last step.

    Raises:
        ProofError: as `check_proof`, but for a signature of something else.
        JsonLdError: as `check_proof`.
    """
    for proof, unsecured in _unsecured(document, proofs=read_proofs(document), canonicalize=canonicalize):
        yield proof.suite.read(proof.value, unsecured=unsecured, options=proof.options, key=key)


def check_proofs(
    document: JsonObject,
    *,
    issuer: str,
    keys: Mapping[str, VerificationKey],
    canonicalize: Canonicalize = reference.canonicalize,
) -> None:
    """Check a proof set: every proof holds, and at least one is the issuer's own (VC-DI 4.5).

    `keys` gives the key of each verification method, as `keys.find_key` found it. "Every proof is the
    issuer's" would refuse a badge that somebody else confirmed; "any proof holds" would accept a broken one.

    Raises:
        KeyBindingError: no proof is of the issuer, or `keys` lacks one.
        ProofError: as `check_proof`.
        JsonLdError: as `check_proof`.
    """
    proofs = read_proofs(document)
    if not any(proof.controller == issuer for proof in proofs):
        raise KeyBindingError("no proof is of the issuer")
    check_each(document, proofs=proofs, keys=keys, canonicalize=canonicalize)


def check_each(
    document: JsonObject,
    *,
    proofs: Sequence[Proof],
    keys: Mapping[str, VerificationKey],
    canonicalize: Canonicalize,
) -> None:
    """Check that each of these proofs, read from the document, holds; whose they are is not asked.

    Raises:
        KeyBindingError: `keys` lacks one.
        ProofError: as `check_proof`.
        JsonLdError: as `check_proof`.
    """
    if any(proof.verification_method not in keys for proof in proofs):
        raise KeyBindingError("the key of a proof is not there")
    for proof, unsecured in _unsecured(document, proofs=proofs, canonicalize=canonicalize):
        key = keys[proof.verification_method]
        proof.suite.check(proof.value, unsecured=unsecured, options=proof.options, key=key)


def _unsecured(
    document: JsonObject, *, proofs: Sequence[Proof], canonicalize: Canonicalize
) -> Iterator[tuple[Proof, Unsecured]]:
    """Give each proof with the document that it must be a signature of (VC-DI 4.5).

    A proof that was set upon others signs those too, so they stay in the document when it is checked.
    A proof with contexts of its own was made when the document had only those (VC-DI-EDDSA 3.2.2, 3.3.2).
    """
    bare = {name: part for name, part in document.items() if name != "proof"}
    shared = Unsecured(bare, canonicalize)
    for proof in proofs:
        changed: JsonObject = {}
        if proof.context != document.get("@context"):
            changed["@context"] = proof.context
        if proof.previous:
            changed["proof"] = [*proof.previous]
        yield proof, Unsecured({**bare, **changed}, canonicalize) if changed else shared


def check_times(found: Sequence[Proof], *, now: datetime) -> None:
    """Check that no proof has expired, and that none is of the future (VC-DI 2.1).

    Raises:
        ProofEarlyError: one was made later; clocks may differ by `CLOCK_SKEW`.
        ProofExpiredError: one has expired.
    """
    for proof in found:
        if proof.created is not None and proof.created > now + CLOCK_SKEW:
            raise ProofEarlyError("the proof says that it was made in the future")
        if proof.expires is not None and proof.expires <= now:
            raise ProofExpiredError("the proof has expired")


@dataclass(frozen=True, slots=True)
class ProofResult:
    """Hold what was found of a proof, or of all of them: `error` is None when it holds."""

    error: ProofError | JsonLdError | None

    @property
    def holds(self) -> bool:
        """Tell whether it holds."""
        return self.error is None


def proof_result(
    document: JsonObject, *, key: VerificationKey, canonicalize: Canonicalize = reference.canonicalize
) -> ProofResult:
    """Check as `check_proof` does, and give the outcome instead of raising."""
    try:
        check_proof(document, key=key, canonicalize=canonicalize)
    except (ProofError, JsonLdError) as error:
        return ProofResult(error=error)
    return ProofResult(error=None)


def each_result(
    document: JsonObject,
    *,
    keyed: Sequence[tuple[Proof, VerificationKey]],
    canonicalize: Canonicalize,
) -> tuple[ProofResult, ...]:
    """Check each of these proofs with its key, as `check_each` does, and give what was found of each."""
    found = _unsecured(document, proofs=[proof for proof, _ in keyed], canonicalize=canonicalize)
    return tuple(
        _result(proof, unsecured=unsecured, key=key)
        for (proof, unsecured), (_, key) in zip(found, keyed, strict=True)
    )


def _result(proof: Proof, *, unsecured: Unsecured, key: VerificationKey) -> ProofResult:
    """Check one proof, and give the outcome."""
    try:
        proof.suite.check(proof.value, unsecured=unsecured, options=proof.options, key=key)
    except (ProofError, JsonLdError) as error:
        return ProofResult(error=error)
    return ProofResult(error=None)
