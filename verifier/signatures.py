"""Is this document what its issuer signed: asked of badges, and of the lists that speak of them.

The four questions of VC-DI 4.4 are answered apart, so that a reader sees which one failed: is there a
proof that we read, does its key speak for the issuer, does the document mean what it says, and is the
signature right. `check_signature` raises at the first; `signature_results` answers all.
"""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from badges import facts, proofs
from badges.errors import (
    BadgeError,
    JsonLdError,
    KeyBindingError,
    KeyFormatError,
    ProofError,
    ProofMissingError,
    ProofTimeError,
    SuiteNotAcceptedError,
    TooComplexError,
    UnhandledShapeError,
    UnknownContextError,
)
from badges.jsonld import gate
from badges.strictjson import JsonObject
from verifier.errors import KeyMissingError
from verifier.findings import Check, Rule
from verifier.keydocuments import SpeakingKey, key_document, speaking_key
from verifier.means import Canonicalize, Means
from verifier.needs import Absence, Answers, Missing

SIGNATURE = Rule("signature", "VC-DI 4.4; OB 3.0 Verification, step 2")
KEY = Rule("key", "CID 1.0 3.3; OB 3.0 Verification, step 2")
PROOF_TIME = Rule("proof-time", "VC-DI 2.1")
MEANING = Rule("json-ld", "VC-DI 4.6; VCDM 2.0 4.3")

_SIGNED = SIGNATURE.passes(
    "De handtekening klopt: er is niets veranderd.", "The signature is right: nothing was changed."
)
_UNSIGNED = SIGNATURE.fails("Er zit geen handtekening op.", "There is no signature on it.")
_WRONG = SIGNATURE.fails("De handtekening klopt niet.", "The signature is not right.")
_UNREAD = SIGNATURE.unknown(
    "Dit soort handtekening kunnen wij niet lezen.", "We cannot read this kind of signature."
)
_NOT_REACHED = SIGNATURE.unknown(
    "De handtekening kon niet worden nagekeken.", "The signature could not be checked."
)
_KEY_FITS = KEY.passes(
    "De sleutel is van de uitgever die erin staat.", "The key belongs to the issuer that it names."
)
_KEY_WRONG = KEY.fails(
    "De sleutel is niet van de uitgever die erin staat.",
    "The key does not belong to the issuer that it names.",
)
_KEY_UNREAD = KEY.unknown(
    "De uitgever gebruikt een soort sleutel die wij nog niet lezen.",
    "The issuer uses a kind of key that we do not read yet.",
)
_KEY_NONE = KEY.unknown("Er is geen sleutel om na te kijken.", "There is no key to check.")
_KEY_MISSING = {
    Absence.ELDERS: KEY.unknown(
        "De sleutel van de uitgever is niet bij ons. Wij kunnen nu niet op andere sites kijken.",
        "We do not have the issuer's key. We cannot look at other sites now.",
    ),
    Absence.REFUSED: KEY.unknown(
        "De uitgever noemt een adres waar wij niet kijken.",
        "The issuer names an address where we do not look.",
    ),
    Absence.GONE: KEY.unknown(
        "De uitgever zegt dat zijn sleutel is weggehaald.", "The issuer says that its key was taken away."
    ),
    Absence.WRONG: KEY.unknown(
        "Op het adres van de uitgever staat iets anders dan een sleutel.",
        "There is something else than a key at the issuer's address.",
    ),
    Absence.UNKNOWN: KEY.unknown(
        "Op het adres van de uitgever staat geen sleutel.", "There is no key at the issuer's address."
    ),
    Absence.UNREACHABLE: KEY.unknown(
        "De website van de uitgever geeft nu geen antwoord.", "The issuer's website does not answer now."
    ),
}
_TIME_FITS = PROOF_TIME.passes(
    "De handtekening is gezet op een moment dat kan.", "The signature was made at a moment that is possible."
)
_TIME_WRONG = PROOF_TIME.fails(
    "De handtekening is verlopen, of komt uit de toekomst.",
    "The signature has expired, or is from the future.",
)
_TIME_NONE = PROOF_TIME.unknown(
    "Wanneer de handtekening is gezet, is niet te lezen.", "When the signature was made cannot be read."
)
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
_OTHERWISE = frozenset({"@context", "@value"})
_CONSEQUENCES = (_NOT_REACHED, _KEY_NONE, _TIME_NONE)


def check_signature(document: JsonObject, *, means: Means) -> None:
    """Check that the issuer signed this document, and that every proof under it holds.

    Raises:
        ProofError: no proof, a wrong one, or a key that is not the issuer's.
        KeyFormatError: the issuer's document holds no key that we read.
        JsonLdError: the document does not mean what it says.
    """
    found = proofs.read_proofs(document)
    proofs.check_times(found, now=means.now)
    known = find_keys(found, answers=means.answers)
    issuer = facts.issuer_id(document) or ""
    if issuer not in {each.speaker for each in known.values()}:
        raise KeyBindingError("no proof is of the issuer")
    _check_proofs(document, known=known, canonicalize=means.canonicalize)


def find_keys(found: Sequence[proofs.Proof], *, answers: Answers) -> dict[str, SpeakingKey]:
    """Find the key of each proof, and for whom it speaks (CID 1.0 3.3).

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: a key does not stand under its controller.
        KeyFormatError: a key is none that we read.
    """
    methods = {proof.verification_method: proof.created for proof in found}
    return {method: speaking_key(method, at=at, answers=answers) for method, at in methods.items()}


def ask_keys(document: JsonObject, *, answers: Answers) -> None:
    """Ask for the documents that hold the keys, before any work is done; faults are found later."""
    with contextlib.suppress(ProofError):
        for proof in proofs.read_proofs(document):
            with contextlib.suppress(BadgeError):
                find_keys([proof], answers=answers)


def signature_results(document: JsonObject, *, means: Means) -> tuple[Check, Check, Check, Check]:
    """Answer, in this order: signature, key, time of the proof, meaning.

    Raises:
        UnhandledShapeError: the canonicaliser leaves this document to another; ask again with that.
    """
    try:
        found = proofs.read_proofs(document)
    except SuiteNotAcceptedError:
        return _UNREAD, _KEY_NONE, _TIME_NONE, meaning_result(document, canonicalize=means.canonicalize)
    except ProofError as error:
        absent = _UNSIGNED if isinstance(error, ProofMissingError) else _WRONG
        return absent, _KEY_NONE, _TIME_NONE, meaning_result(document, canonicalize=means.canonicalize)
    key, known = key_result(found, answers=means.answers, issuer=facts.issuer_id(document))
    time = time_result(found, now=means.now)
    if not known:
        return _NOT_REACHED, key, time, meaning_result(document, canonicalize=means.canonicalize)
    signature, meaning = _proof_results(document, known=known, canonicalize=means.canonicalize)
    return signature, key, time, meaning


def key_result(
    found: Sequence[proofs.Proof], *, answers: Answers, issuer: str | None
) -> tuple[Check, dict[str, SpeakingKey]]:
    """Say whether the keys belong to whoever they sign for, and one of them to the issuer.

    Keys are given unless this fails: a document that was changed is found out by them, also where an issuer
    out of reach could have said that somebody else's key speaks for it.
    """
    try:
        known = find_keys(found, answers=answers)
    except KeyMissingError as error:
        return _KEY_MISSING[error.missing.reason], {}
    except KeyFormatError:
        return _KEY_UNREAD, {}
    except BadgeError:
        return _KEY_WRONG, {}
    if issuer in {each.speaker for each in known.values()}:
        return _KEY_FITS, known
    at_issuer = key_document(issuer, answers=answers) if issuer else {}
    return (_KEY_MISSING[at_issuer.reason], known) if isinstance(at_issuer, Missing) else (_KEY_WRONG, {})


def time_result(found: Sequence[proofs.Proof], *, now: datetime) -> Check:
    """Say whether every proof is of a moment that can be."""
    try:
        proofs.check_times(found, now=now)
    except ProofTimeError:
        return _TIME_WRONG
    return _TIME_FITS


def is_consequence(check: Check) -> bool:
    """Tell a finding that only follows from another one, which says more."""
    return check in _CONSEQUENCES


def is_unsigned(check: Check) -> bool:
    """Tell the finding that there is no signature at all from one that is wrong."""
    return check is _UNSIGNED


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
    document: JsonObject, *, known: Mapping[str, SpeakingKey], canonicalize: Canonicalize
) -> tuple[Check, Check]:
    """Check the signature, and say with it whether the document means what it says.

    Whether one of the keys is the issuer's is said by `key_result`.
    """
    try:
        _check_proofs(document, known=known, canonicalize=canonicalize)
    except UnhandledShapeError:
        raise
    except JsonLdError as error:
        return _NOT_REACHED, _meaning_of(error, document=document)
    except ProofError:
        return _WRONG, _MEANS
    return _SIGNED, meaning_result(document, canonicalize=canonicalize) if _reads_bytes(document) else _MEANS


def _check_proofs(
    document: JsonObject, *, known: Mapping[str, SpeakingKey], canonicalize: Canonicalize
) -> None:
    """Check every proof with the key that it names; whose key that is, is asked elsewhere."""
    keys_of = {method: each.key for method, each in known.items()}
    signer = next(iter(known)).partition("#")[0]
    proofs.check_proofs(document, issuer=signer, keys=keys_of, canonicalize=canonicalize)


def _reads_bytes(document: JsonObject) -> bool:
    """Tell whether a proof signs JSON as it stands (JCS), so that no engine has read the document yet."""
    return any("-jcs-" in proof.suite.name for proof in proofs.read_proofs(document))


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
