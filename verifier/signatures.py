"""Is this document what its issuer signed: asked of badges, and of the lists that speak of them.

The four questions of VC-DI 4.4 are answered apart, so that a reader sees which one failed: is there a
proof that we read, does its key speak for the issuer, does the document mean what it says, and is the
signature right. `check_signature` raises at the first; `signature_results` answers all.
"""

from collections.abc import Sequence
from datetime import datetime

from badges import proofs
from badges.errors import (
    JsonLdError,
    KeyBindingError,
    ProofEarlyError,
    ProofError,
    ProofMissingError,
    ProofTimeError,
    SuiteNotAcceptedError,
    UnhandledShapeError,
)
from badges.strictjson import JsonObject
from verifier.findings import Cause, Check, Rule, worst
from verifier.keychecks import KEY_NONE
from verifier.keydocuments import SpeakingKey
from verifier.meanings import MEANS, meaning_problem, meaning_result, spoken_by_all_result
from verifier.means import Means
from verifier.proofkeys import Keyed, Read, Signer, find_keys, issuer_of, key_result, read_of
from verifier.states import Outcome, State

SIGNATURE = Rule("signature", "VC-DI 4.4; OB 3.0 Verification, step 2")
PROOF_TIME = Rule("proof-time", "VC-DI 2.1")

SIGNED = SIGNATURE.passes(
    "De handtekening klopt: er is niets veranderd.", "The signature is right: nothing was changed."
)
UNSIGNED = SIGNATURE.fails("Er zit geen handtekening op.", "There is no signature on it.").because(
    Cause.UNSIGNED
)
WRONG = SIGNATURE.fails("De handtekening klopt niet.", "The signature is not right.")
UNREAD = SIGNATURE.unknown(
    "Dit soort handtekening kunnen wij niet lezen.", "We cannot read this kind of signature."
)
NOT_REACHED = SIGNATURE.unknown(
    "De handtekening kon niet worden nagekeken.", "The signature could not be checked."
).because(Cause.OTHER_FINDING)
TIME_FITS = PROOF_TIME.passes(
    "De handtekening is gezet op een moment dat kan.", "The signature was made at a moment that is possible."
)
_TIME_OVER = PROOF_TIME.fails("De handtekening is verlopen.", "The signature has expired.")
_TIME_AHEAD = PROOF_TIME.fails(
    "De handtekening is van een later moment.", "The signature is of a later moment."
).because(Cause.AHEAD)
TIME_NONE = PROOF_TIME.unknown(
    "Wanneer de handtekening is gezet, is niet te lezen.", "When the signature was made cannot be read."
).because(Cause.OTHER_FINDING)
_SIGNS_JSON = ("-jcs-2022", "-jcs-2019")


def check_signature(document: JsonObject, *, means: Means) -> dict[str, SpeakingKey]:
    """Check that the issuer signed this document, and that every proof under it holds; give their keys.

    Raises:
        ProofError: no proof, a wrong one, or a key that is not the issuer's.
        KeyFormatError: the issuer's document holds no key that we read.
        JsonLdError: the document does not mean what it says.
    """
    signer = issuer_of(document)
    found = proofs.read_proofs(document)
    proofs.check_times(found, now=means.now)
    known = find_keys(found, signer=signer, answers=means.answers)
    if signer.id not in {each.speaker for each in known.values()}:
        raise KeyBindingError("no proof is of the issuer")
    keys_of = {method: each.key for method, each in known.items()}
    proofs.check_each(document, proofs=found, keys=keys_of, canonicalize=means.canonicalize)
    return known


def signature_results(
    document: JsonObject, *, signer: Signer, means: Means
) -> tuple[Check, Check, Check, Check]:
    """Answer, in this order: signature, key, time of the proof, meaning.

    Of several proofs each is looked at by itself, and the worst of them counts: what one of them shows to be
    false stays so, whatever is put beside it (VC-DI 4.5).

    Raises:
        UnhandledShapeError: the canonicaliser leaves this document to another; ask again with that.
    """
    try:
        read = read_of(document, signer=signer)
    except ProofError as error:
        absent = UNSIGNED if isinstance(error, ProofMissingError) else WRONG
        return absent, KEY_NONE, TIME_NONE, meaning_result(document, canonicalize=means.canonicalize)
    key, keyed = key_result(document, read=read, signer=signer, answers=means.answers)
    results = _results(document, keyed=keyed, means=means)
    signature = _signature_result(read, results=results)
    if any(
        each.key.speaker == signer.id and result.holds for each, result in zip(keyed, results, strict=True)
    ):
        signature, key = _beside(signature), _beside(key)
    meaning = _meaning_result(document, read=read, results=results, means=means)
    return signature, key, time_result(read, now=means.now), meaning


def time_result(read: Read, *, now: datetime) -> Check:
    """Say whether every proof is of a moment that can be."""
    found = [each for each in read if isinstance(each, proofs.Proof)]
    try:
        proofs.check_times(found, now=now)
    except ProofTimeError as error:
        return time_problem(error)
    return TIME_FITS if len(found) == len(read) else TIME_NONE


def time_problem(error: ProofTimeError) -> Check:
    """Say why a signature that is right does not stand at this moment."""
    return _TIME_AHEAD if isinstance(error, ProofEarlyError) else _TIME_OVER


def time_state(check: Check) -> State:
    """Tell a signature of a later moment from one that has ended; either is genuine."""
    return State.EARLY if check.cause is Cause.AHEAD else State.EXPIRED


def _results(document: JsonObject, *, keyed: Sequence[Keyed], means: Means) -> tuple[proofs.ProofResult, ...]:
    """Check each proof with its key; whose key that is, is said by `key_result`.

    Raises:
        UnhandledShapeError: as `signature_results`.
    """
    pairs = [(each.proof, each.key.key) for each in keyed]
    results = proofs.each_result(document, keyed=pairs, canonicalize=means.canonicalize)
    for each in results:
        if isinstance(each.error, UnhandledShapeError):
            raise each.error
    return results


def _signature_result(read: Read, *, results: Sequence[proofs.ProofResult]) -> Check:
    """Say whether every proof is right: those that were not read, those without a key, and the others."""
    unread = [
        UNREAD if isinstance(each, SuiteNotAcceptedError) else WRONG
        for each in read
        if isinstance(each, ProofError)
    ]
    keyless = [NOT_REACHED] * (len(read) - len(unread) - len(results))
    return worst([*unread, *keyless, *map(_signed, results)])


def _signed(result: proofs.ProofResult) -> Check:
    """Say whether a proof is right; of a document without a meaning that cannot be said."""
    if isinstance(result.error, JsonLdError):
        return NOT_REACHED
    return SIGNED if result.holds else WRONG


def _beside(check: Check) -> Check:
    """Mark a doubt that is about another proof than the signer's own, which holds."""
    return check.because(Cause.BESIDE) if check.outcome is Outcome.UNKNOWN else check


def _meaning_result(
    document: JsonObject, *, read: Read, results: Sequence[proofs.ProofResult], means: Means
) -> Check:
    """Say whether the document means what it says.

    A suite that signs canonical N-Quads finds words without a meaning before it looks at the signature; for
    others that is asked apart.
    """
    for each in results:
        if isinstance(each.error, JsonLdError):
            return meaning_problem(each.error, document=document)
    if not results:
        return meaning_result(document, canonicalize=means.canonicalize)
    found = [each for each in read if isinstance(each, proofs.Proof)]
    others = [proof.context for proof in found if proof.context != document.get("@context")]
    if others or any(proof.suite.name.endswith(_SIGNS_JSON) for proof in found):
        return spoken_by_all_result(document, others=others, canonicalize=means.canonicalize)
    return MEANS
