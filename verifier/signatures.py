"""Is this document what its issuer signed: asked of badges, and of the lists that speak of them.

The four questions of VC-DI 4.4 are answered apart, so that a reader sees which one failed: is there a
proof that we read, does its key speak for the issuer, does the document mean what it says, and is the
signature right. `check_signature` raises at the first; `signature_results` answers all.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from badges import facts, proofs
from badges.errors import (
    BadgeError,
    JsonLdError,
    KeyBindingError,
    KeyRevokedError,
    ProofEarlyError,
    ProofError,
    ProofMissingError,
    ProofTimeError,
    SuiteNotAcceptedError,
    TooComplexError,
    UnhandledShapeError,
    UnknownContextError,
)
from badges.jsonld import gate
from badges.proofform import ASSERTION
from badges.strictjson import Json, JsonObject
from verifier.findings import Cause, Check, Rule
from verifier.keychecks import KEY_FITS, KEY_MISSING, KEY_NONE, KEY_WRONG, key_problem, vouched_result
from verifier.keydocuments import SpeakingKey, key_document, speaking_key
from verifier.means import Canonicalize, Means
from verifier.needs import Answers, Missing
from verifier.states import Outcome, State

SIGNATURE = Rule("signature", "VC-DI 4.4; OB 3.0 Verification, step 2")
PROOF_TIME = Rule("proof-time", "VC-DI 2.1")
MEANING = Rule("json-ld", "VC-DI 4.6; VCDM 2.0 4.3")

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
_MEANS = MEANING.passes(
    "Alles wat erin staat heeft een vaste betekenis.", "Everything in it has a fixed meaning."
)
_MEANS_NOT = MEANING.fails(
    "Er staat iets in zonder vaste betekenis. De handtekening kan daar niet voor gelden.",
    "It holds something without a fixed meaning. The signature cannot stand for that.",
)
_CONTEXT_UNKNOWN = MEANING.unknown(
    "Het is geschreven volgens een afspraak die wij niet kennen.",
    "It was written by a convention that we do not know.",
)
_TOO_COMPLEX = MEANING.unknown(
    "Het zit zo ingewikkeld in elkaar dat wij het niet nakijken.",
    "It is built so intricately that we do not check it.",
)
_SIGNS_JSON = ("-jcs-2022", "-jcs-2019")
_OTHERWISE = frozenset({"@context", "@value"})


@dataclass(frozen=True, slots=True)
class Signer:
    """Say whose signature is asked for, and with a key for what (CID 1.0 2.3).

    A credential is signed by its issuer, to claim something; a presentation by its holder, to be recognised.
    """

    id: str | None
    relation: str = ASSERTION


def issuer_of(document: JsonObject) -> Signer:
    """Ask for the signature of the issuer of a credential."""
    return Signer(facts.issuer_id(document))


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
    _check_each(document, found=found, known=known, canonicalize=means.canonicalize)
    return known


def find_keys(found: Sequence[proofs.Proof], *, signer: Signer, answers: Answers) -> dict[str, SpeakingKey]:
    """Find the key of each proof, and for whom it speaks (CID 1.0 3.3).

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: a key does not stand under its controller.
        KeyFormatError: a key is none that we read.
    """
    return {
        proof.verification_method: speaking_key(
            proof.verification_method,
            issuer=signer.id or "",
            relation=signer.relation,
            at=proof.created,
            answers=answers,
        )
        for proof in found
    }


def ask_keys(document: JsonObject, *, signer: Signer, answers: Answers) -> None:
    """Ask for the documents that hold the keys, before any work is done; faults are found later."""
    with contextlib.suppress(ProofError):
        for proof in proofs.read_proofs(document, purpose=signer.relation):
            key_result(document, found=[proof], signer=signer, answers=answers)


def signature_results(
    document: JsonObject, *, signer: Signer, means: Means
) -> tuple[Check, Check, Check, Check]:
    """Answer, in this order: signature, key, time of the proof, meaning.

    Raises:
        UnhandledShapeError: the canonicaliser leaves this document to another; ask again with that.
    """
    try:
        found = proofs.read_proofs(document, purpose=signer.relation)
    except SuiteNotAcceptedError:
        return UNREAD, KEY_NONE, TIME_NONE, meaning_result(document, canonicalize=means.canonicalize)
    except ProofError as error:
        absent = UNSIGNED if isinstance(error, ProofMissingError) else WRONG
        return absent, KEY_NONE, TIME_NONE, meaning_result(document, canonicalize=means.canonicalize)
    key, known = key_result(document, found=found, signer=signer, answers=means.answers)
    time = time_result(found, now=means.now)
    if not known:
        return NOT_REACHED, key, time, meaning_result(document, canonicalize=means.canonicalize)
    signature, meaning = _proof_results(document, found=found, known=known, means=means)
    return signature, key, time, meaning


def key_result(
    document: JsonObject, *, found: Sequence[proofs.Proof], signer: Signer, answers: Answers
) -> tuple[Check, dict[str, SpeakingKey]]:
    """Say whether the keys belong to whoever they sign for, and one of them to the issuer.

    Keys are given unless this fails: a document that was changed is found out by them, also where an issuer
    out of reach could have said that somebody else's key speaks for it.
    """
    try:
        known = find_keys(found, signer=signer, answers=answers)
    except KeyRevokedError as error:
        return _withdrawn_result(document, found=found, signer=signer, answers=answers, error=error)
    except BadgeError as error:
        return key_problem(error), {}
    if signer.id in {each.speaker for each in known.values()}:
        return KEY_FITS, known
    own = key_document(signer.id, answers=answers) if signer.id else {}
    return (KEY_MISSING[own.reason], known) if isinstance(own, Missing) else (KEY_WRONG, {})


def _withdrawn_result(
    document: JsonObject,
    *,
    found: Sequence[proofs.Proof],
    signer: Signer,
    answers: Answers,
    error: KeyRevokedError,
) -> tuple[Check, dict[str, SpeakingKey]]:
    """Ask the issuer's register about the one signature that there is; of several it is not asked."""
    if len(found) != 1:
        return key_problem(error), {}
    [proof] = found
    key = vouched_result(document, signature=proof.value.encode(), error=error, answers=answers)
    if key.outcome is not Outcome.PASS:
        return key, {}
    return key, {proof.verification_method: SpeakingKey(key=error.key, speaker=signer.id or "")}


def time_result(found: Sequence[proofs.Proof], *, now: datetime) -> Check:
    """Say whether every proof is of a moment that can be."""
    try:
        proofs.check_times(found, now=now)
    except ProofTimeError as error:
        return time_problem(error)
    return TIME_FITS


def time_problem(error: ProofTimeError) -> Check:
    """Say why a signature that is right does not stand at this moment."""
    return _TIME_AHEAD if isinstance(error, ProofEarlyError) else _TIME_OVER


def time_state(check: Check) -> State:
    """Tell a signature of a later moment from one that has ended; either is genuine."""
    return State.EARLY if check.cause is Cause.AHEAD else State.EXPIRED


def meaning_result(document: JsonObject, *, canonicalize: Canonicalize) -> Check:
    """Say whether all that stands in the document has a meaning by the frozen contexts (VC-DI 4.6)."""
    try:
        canonicalize({name: value for name, value in document.items() if name != "proof"})
    except UnhandledShapeError:
        raise
    except JsonLdError as error:
        return _meaning_of(error, document=document)
    return _MEANS


def _proof_results(
    document: JsonObject, *, found: Sequence[proofs.Proof], known: Mapping[str, SpeakingKey], means: Means
) -> tuple[Check, Check]:
    """Check the signature, and say with it whether the document means what it says.

    Whether one of the keys is the issuer's is said by `key_result`. A suite that signs canonical N-Quads
    finds words without a meaning before it looks at the signature; for others that is asked apart.
    """
    signature = SIGNED
    try:
        _check_each(document, found=found, known=known, canonicalize=means.canonicalize)
    except UnhandledShapeError:
        raise
    except JsonLdError as error:
        return NOT_REACHED, _meaning_of(error, document=document)
    except ProofError:
        signature = WRONG
    others = [proof.context for proof in found if proof.context != document.get("@context")]
    if others or any(proof.suite.name.endswith(_SIGNS_JSON) for proof in found):
        meaning = _spoken_by_all_result(document, others=others, canonicalize=means.canonicalize)
        return signature, meaning
    return signature, _MEANS


def _spoken_by_all_result(
    document: JsonObject, *, others: Sequence[Json], canonicalize: Canonicalize
) -> Check:
    """Say whether a document has a meaning, and the same one by the contexts that it was signed with.

    Anybody can add contexts behind those of a proof (VC-DI 4.4), and give words a meaning that the signer
    never saw.
    """
    meaning = spoken_meaning_result(document, canonicalize=canonicalize)
    if meaning.outcome is not Outcome.PASS:
        return meaning
    bare = {name: value for name, value in document.items() if name != "proof"}
    try:
        alike = {canonicalize({**bare, "@context": each}) for each in others} <= {canonicalize(bare)}
    except UnhandledShapeError:
        raise
    except JsonLdError:
        alike = False
    return meaning if alike else replace(_MEANS_NOT, outcome=Outcome.UNKNOWN)


def spoken_meaning_result(document: JsonObject, *, canonicalize: Canonicalize) -> Check:
    """Say whether a document of which the very text was signed has a meaning; what has none is doubt."""
    meaning = meaning_result(document, canonicalize=canonicalize)
    return replace(meaning, outcome=Outcome.UNKNOWN) if meaning.outcome is Outcome.FAIL else meaning


def _check_each(
    document: JsonObject,
    *,
    found: Sequence[proofs.Proof],
    known: Mapping[str, SpeakingKey],
    canonicalize: Canonicalize,
) -> None:
    """Check every proof with the key that it names; whose key that is, is asked elsewhere."""
    keys_of = {method: each.key for method, each in known.items()}
    proofs.check_each(document, proofs=found, keys=keys_of, canonicalize=canonicalize)


def _meaning_of(error: JsonLdError, *, document: JsonObject) -> Check:
    """Tell what we cannot judge from what is wrong.

    A part with a context of its own, such as an embedded endorsement (OB 3.0 EndorsementCredential), and a
    text with a language (VCDM 2.0 11.1) are legal, but not read by us.
    """
    if isinstance(error, UnknownContextError) or _speaks_otherwise(document):
        return _CONTEXT_UNKNOWN.at(error.pointer)
    if isinstance(error, TooComplexError):
        return _TOO_COMPLEX
    return _MEANS_NOT.at(error.pointer)


def _speaks_otherwise(document: JsonObject) -> bool:
    """Tell whether a part has a context of its own, or a text a language."""
    return any(
        isinstance(part, dict) and bool(way) and not _OTHERWISE.isdisjoint(part)
        for way, part in gate.everything(document)
    )
