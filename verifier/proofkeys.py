"""Whose keys are under the proofs of a document: each is looked for by itself (CID 1.0 3.3, VC-DI 4.5)."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from badges import factfinding, proofs
from badges.errors import BadgeError, KeyRevokedError, ProofError
from badges.proofform import ASSERTION
from badges.strictjson import JsonObject
from verifier.findings import Check, worst
from verifier.keychecks import KEY_FITS, KEY_MISSING, KEY_NONE, KEY_WRONG, key_problem, vouched_result
from verifier.keydocuments import SpeakingKey, key_document, speaking_key
from verifier.needs import Answers, Missing
from verifier.states import Outcome

Read: TypeAlias = tuple[proofs.Proof | ProofError, ...]
"""The proofs under a document, in their order; of one that is not read, why."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Say whose signature is asked for, and with a key for what (CID 1.0 2.3).

    A credential is signed by its issuer, to claim something; a presentation by its holder, to be recognised.
    """

    id: str | None
    relation: str = ASSERTION


@dataclass(frozen=True, slots=True)
class Keyed:
    """Hold a proof with the key that it names."""

    proof: proofs.Proof
    key: SpeakingKey


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Hold a proof of which the key was withdrawn."""

    proof: proofs.Proof
    error: KeyRevokedError


Sought: TypeAlias = Keyed | Withdrawn | Check
"""What came of looking for a key; a check says why there is none."""


def issuer_of(document: JsonObject) -> Signer:
    """Ask for the signature of the issuer of a credential."""
    return Signer(factfinding.issuer_id(document))


def find_keys(found: Sequence[proofs.Proof], *, signer: Signer, answers: Answers) -> dict[str, SpeakingKey]:
    """Find the key of each proof, and for whom it speaks (CID 1.0 3.3).

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: a key does not stand under its controller.
        KeyFormatError: a key is none that we read.
    """
    return {proof.verification_method: _speaking(proof, signer=signer, answers=answers) for proof in found}


def _speaking(proof: proofs.Proof, *, signer: Signer, answers: Answers) -> SpeakingKey:
    """Find the key of one proof; raises as `find_keys`."""
    return speaking_key(
        proof.verification_method,
        issuer=signer.id or "",
        relation=signer.relation,
        at=proof.created,
        answers=answers,
    )


def ask_keys(document: JsonObject, *, signer: Signer, answers: Answers) -> None:
    """Ask for the documents that hold the keys, before any work is done; faults are found later."""
    with contextlib.suppress(ProofError):
        key_result(document, read=read_of(document, signer=signer), signer=signer, answers=answers)


def read_of(document: JsonObject, *, signer: Signer) -> Read:
    """Read every proof that should be the signer's, or why it is none that we read.

    Raises:
        ProofError: there is none, or there are too many.
    """
    return proofs.read_each(document, purpose=signer.relation)


def key_result(
    document: JsonObject, *, read: Read, signer: Signer, answers: Answers
) -> tuple[Check, tuple[Keyed, ...]]:
    """Say whether the keys belong to whoever they sign for, and one of them to the issuer.

    Keys are given unless this fails: a document that was changed is found out by them, also where an issuer
    out of reach could have said that somebody else's key speaks for it.
    """
    sought = [_sought(each, signer=signer, answers=answers) for each in read]
    if signer.id in {each.key.speaker for each in sought if isinstance(each, Keyed)}:
        sought = [_doubted(each, signer=signer) for each in sought]
    found = [_key_of(each, document=document, signer=signer, answers=answers) for each in sought]
    key = worst([check for check, _ in found])
    keyed = tuple(each for _, each in found if each is not None)
    if key.outcome is Outcome.FAIL:
        return key, ()
    if key.outcome is Outcome.UNKNOWN or signer.id in {each.key.speaker for each in keyed}:
        return key, keyed
    own = key_document(signer.id, answers=answers) if signer.id else {}
    return (KEY_MISSING[own.reason], keyed) if isinstance(own, Missing) else (KEY_WRONG, ())


def _sought(proof: proofs.Proof | ProofError, *, signer: Signer, answers: Answers) -> Sought:
    """Look for the key of one proof."""
    if isinstance(proof, ProofError):
        return KEY_NONE
    try:
        return Keyed(proof, _speaking(proof, signer=signer, answers=answers))
    except KeyRevokedError as error:
        return Withdrawn(proof, error)
    except BadgeError as error:
        return key_problem(error)


def _doubted(sought: Sought, *, signer: Signer) -> Sought:
    """Doubt a withdrawn key of another, beside the signer's own: no register knows what others confirmed."""
    if isinstance(sought, Withdrawn) and sought.proof.controller != signer.id:
        return key_problem(sought.error)
    return sought


def _key_of(
    sought: Sought, *, document: JsonObject, signer: Signer, answers: Answers
) -> tuple[Check, Keyed | None]:
    """Say what was found of a key, and give it; of one that was withdrawn, the issuer's register is asked."""
    if isinstance(sought, Check):
        return sought, None
    if isinstance(sought, Keyed):
        return KEY_FITS, sought
    proof, error = sought.proof, sought.error
    key = vouched_result(document, signature=proof.value.encode(), error=error, answers=answers)
    own = SpeakingKey(key=error.key, speaker=signer.id or "")
    return key, Keyed(proof, own) if key.outcome is Outcome.PASS else None
