"""Is this document what its issuer signed: asked of badges, and of the lists that speak of them.

The four questions of VC-DI 4.4 are answered apart, so that a reader sees which one failed: is there a
proof that we read, does its key speak for the issuer, does the document mean what it says, and is the
signature right. `check_signature` raises at the first; `signature_results` answers all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from badges import facts, keys, proofs
from badges.errors import (
    BadgeError,
    JsonLdError,
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
from verifier.sources import Absence, Missing

Canonicalize: TypeAlias = Callable[[JsonObject], bytes]
Documents: TypeAlias = Mapping[str, "JsonObject | Missing"]


@dataclass(frozen=True, slots=True)
class Means:
    """Hold what a signature is checked with: documents that hold keys, the time, an engine."""

    documents: Documents
    now: datetime
    canonicalize: Canonicalize


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
        "De uitgever staat op een andere site. Daar kunnen wij nog niet kijken.",
        "The issuer is at another site. We cannot look there yet.",
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
    known = find_keys(found, documents=means.documents)
    issuer = facts.issuer_id(document) or ""
    proofs.check_proofs(document, issuer=issuer, keys=known, canonicalize=means.canonicalize)


def find_keys(found: Sequence[proofs.Proof], *, documents: Documents) -> dict[str, keys.PublicKey]:
    """Find the key of each proof in the document of whoever it says it is of (CID 1.0 3.3).

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: a key does not stand under its controller.
        KeyFormatError: a key is none that we read.
    """
    known = {}
    for proof in found:
        document = documents.get(proof.controller, Missing(Absence.UNKNOWN))
        if isinstance(document, Missing):
            raise KeyMissingError(document)
        known[proof.verification_method] = keys.find_key(
            document,
            verification_method=proof.verification_method,
            issuer=proof.controller,
            at=proof.created,
        )
    return known


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
    key, known = key_result(found, documents=means.documents, issuer=facts.issuer_id(document))
    time = time_result(found, now=means.now)
    if not known:
        return _NOT_REACHED, key, time, meaning_result(document, canonicalize=means.canonicalize)
    signature, meaning = _proof_results(document, known=known, canonicalize=means.canonicalize)
    return signature, key, time, meaning


def key_result(
    found: Sequence[proofs.Proof], *, documents: Documents, issuer: str | None
) -> tuple[Check, dict[str, keys.PublicKey]]:
    """Say whether the keys belong to whoever they sign for, and one of them to the issuer.

    Keys are given unless this fails: a document that was changed is found out by them, also where an issuer
    out of reach could have said that somebody else's key speaks for it.
    """
    at_issuer = documents.get(issuer or "")
    if issuer in {proof.controller for proof in found}:
        answer = _KEY_FITS
    elif isinstance(at_issuer, Missing):
        answer = _KEY_MISSING[at_issuer.reason]
    else:
        return _KEY_WRONG, {}
    try:
        known = find_keys(found, documents=documents)
    except KeyMissingError as error:
        return _KEY_MISSING[error.missing.reason], {}
    except KeyFormatError:
        return _KEY_UNREAD, {}
    except BadgeError:
        return _KEY_WRONG, {}
    return answer, known


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
    document: JsonObject, *, known: Mapping[str, keys.PublicKey], canonicalize: Canonicalize
) -> tuple[Check, Check]:
    """Check the signature, and say with it whether the document means what it says.

    Whether one of the keys is the issuer's is said by `key_result`.
    """
    signer = next(iter(known)).partition("#")[0]
    try:
        proofs.check_proofs(document, issuer=signer, keys=known, canonicalize=canonicalize)
    except UnhandledShapeError:
        raise
    except JsonLdError as error:
        return _NOT_REACHED, _meaning_of(error, document=document)
    except ProofError:
        return _WRONG, _MEANS
    return _SIGNED, _MEANS


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
