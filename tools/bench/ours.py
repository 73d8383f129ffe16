"""What we do, as the service does it: compose, look, sign, check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import cycle

from badges import credential, linting, proofs, schema, status, strictjson
from badges.composing import Slot, compose
from badges.credential import LintedCredential, UnsignedCredential
from badges.ed25519 import Ed25519Signer
from badges.errors import LintError, LintProblem, SignatureError
from badges.jsonld import walker
from badges.judgement import Judgement
from badges.strictjson import JsonObject
from badges.texts import text_problems
from tests.peers import samples

SLOTS = {
    "id": "/id",
    "subject": "/credentialSubject/id",
    "name": "/credentialSubject/identifier/0/identityHash",
    "evidence": "/evidence/0/id",
    "title": "/evidence/0/name",
    "narrative": "/evidence/0/narrative",
    "entry": "/credentialStatus/id",
    "index": "/credentialStatus/statusListIndex",
}
"""What differs between two badges of one achievement, issued on one day."""

TYPED = {"name": 100, "narrative": 2000}
ROTATION = 64


@dataclass(frozen=True, slots=True)
class Case:
    """Hold the badges of the run: no two documents alike, so that no cache helps anybody."""

    judged: Callable[[], tuple[Judgement, Slot]]
    values: Callable[[], Mapping[str, str]]
    raw: Callable[[], bytes]
    prepared: proofs.Prepared
    signer: Ed25519Signer
    bits: bytes


def make_case() -> Case:
    """Prepare the template, and sign the badges to be checked."""
    signer = Ed25519Signer(samples.SEED, verification_method=samples.METHOD)
    linted = linting.lint(samples.shape("full"), issuer=samples.DID_WEB)
    facts = [(judgement(number), _slot(number)) for number in range(ROTATION)]
    judged = cycle(facts)
    unsigned = [linting.lint(compose_badge(each), issuer=samples.DID_WEB) for each in facts]
    raws = cycle([_sign(each, signer=signer) for each in unsigned])
    values = cycle([values_of(number) for number in range(ROTATION)])
    return Case(
        judged=lambda: next(judged),
        values=lambda: next(values),
        raw=lambda: next(raws),
        prepared=proofs.Prepared.compile(linted, slots=SLOTS, admit=admit),
        signer=signer,
        bits=status.set_bits([samples.WITHDRAWN_INDEX]),
    )


def compose_badge(facts: tuple[Judgement, Slot]) -> UnsignedCredential:
    """Compose the example badge, with its 7 blank nodes."""
    said, slot = facts
    return compose(said, slot=slot, issuer=samples.PROFILE, achievement=samples.ACHIEVEMENT)


def judgement(number: int) -> Judgement:
    """Say what Sam did; another number is another sentence."""
    return replace(samples.SAM, narrative=f"{samples.SAM.narrative} Dat ging {number} keer goed.")


def values_of(number: int) -> dict[str, str]:
    """Give the values that make the same badge out of the template."""
    slot = _slot(number)
    return {
        "id": slot.credential_id,
        "subject": slot.subject_id,
        "name": "Sam de Vries",
        "evidence": slot.evidence_id,
        "title": "Wat Sam deed",
        "narrative": judgement(number).narrative,
        "entry": f"{slot.status_list_id}#{slot.status_index}",
        "index": str(slot.status_index),
    }


def admit(values: Mapping[str, str]) -> None:
    """Look at what people typed, as linting does.

    Raises:
        LintError: it may not be signed.
    """
    found = [
        LintProblem(code=problem.code, pointer=SLOTS[name], nl=problem.nl, en=problem.en)
        for name, length in TYPED.items()
        for problem in text_problems(values[name], max_length=length)
    ]
    if found:
        raise LintError(tuple(found))


def issue_arbitrary(case: Case) -> bytes:
    """Compose a badge, walk it, sign it: what PyLD's users do, who do not look at what they sign."""
    document = compose_badge(case.judged()).document
    linted = LintedCredential(document=document, canonical=walker.canonicalize(document))
    return _sign(linted, signer=case.signer)


def issue_linted(case: Case) -> bytes:
    """Issue the same, looked at by every rule and by the schema: the only way that the service has."""
    linted = linting.lint(compose_badge(case.judged()), issuer=samples.DID_WEB)
    return _sign(linted, signer=case.signer)


def issue_prepared(case: Case) -> bytes:
    """Look at the values, fill the template, sign it."""
    return case.prepared.sign(case.values(), signer=case.signer, created=samples.CREATED).raw


def issue_line(case: Case) -> bytes:
    """Issue from the template, and check the bytes through the walker before they leave."""
    raw = issue_prepared(case)
    proofs.check_proof(strictjson.loads_object(raw), key=samples.PUBLIC_KEY, canonicalize=walker.canonicalize)
    return raw


def verify_proof(raw: bytes) -> JsonObject:
    """Check the proof of one badge, from the bytes.

    Raises:
        BadgeError: it does not hold.
    """
    document = strictjson.loads_object(raw)
    proofs.check_proof(document, key=samples.PUBLIC_KEY, canonicalize=walker.canonicalize)
    return document


def verify_complete(raw: bytes, *, bits: bytes) -> bool:
    """Check the form, the schema, the proof, and the status in a list that was read before.

    Raises:
        BadgeError: it does not hold.
    """
    document = credential.parse(raw).document
    if schema.schema_problems(document):
        raise SignatureError("the bench checks good badges")
    proofs.check_proof(document, key=samples.PUBLIC_KEY, canonicalize=walker.canonicalize)
    entry = document["credentialStatus"]
    return isinstance(entry, dict) and status.read_bit(bits, index=status.entry_index(entry))


def _sign(linted: LintedCredential, *, signer: Ed25519Signer) -> bytes:
    draft = proofs.draft_proof(linted, verification_method=samples.METHOD, created=samples.CREATED)
    return proofs.add_proof(draft, signer=signer).raw


def _slot(number: int) -> Slot:
    return samples.slot(number, status_index=samples.STATUS_INDEX + number % ROTATION)
