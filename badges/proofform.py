"""Read proofs out of a document: what has another form than the standard's is refused, not guessed at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from badges import moments
from badges.cryptosuites import ACCEPTED_TYPES, Cryptosuite, accepted
from badges.errors import ProofError, ProofMalformedError, ProofMissingError
from badges.jsonld.iris import is_absolute_iri
from badges.members import items
from badges.strictjson import Json, JsonObject

MAX_PROOFS = 16
ASSERTION = "assertionMethod"
"""The purpose of proofs under credentials: to claim something (VC-DI 2.1, CID 1.0 2.3.2)."""
_OPTIONAL_TEXTS = ("id", "challenge", "nonce")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Hold a proof in the right form; whether it holds is another question.

    Attributes:
        options: All of it that is signed; its `@context` only where it has one of its own.
        previous: The proofs that this one was set upon, as they stand there: it signs those as well
            (VC-DI 2.1.2).
    """

    suite: Cryptosuite
    verification_method: str
    created: datetime | None
    expires: datetime | None
    value: str
    options: JsonObject
    previous: tuple[Json, ...]
    context: Json

    @property
    def controller(self) -> str:
        """Give the id under which the key stands; it may sign for nobody else."""
        return self.verification_method.partition("#")[0]


def has_proof(document: JsonObject) -> bool:
    """Tell whether anything stands under a document; null and an empty list are nothing (JSON-LD 1.1 9.2)."""
    return bool(items(document.get("proof")))


def read_proofs(document: JsonObject, *, purpose: str = ASSERTION) -> tuple[Proof, ...]:
    """Read every proof under a document, one object or a list (VC-DI 2.1), made for this purpose.

    Raises:
        ProofMissingError: there is none.
        ProofMalformedError: the list is too long, or one has the wrong form.
        SuiteNotAcceptedError: one is of a type or suite that we do not read.
    """
    found = []
    for each in read_each(document, purpose=purpose):
        if isinstance(each, ProofError):
            raise each
        found.append(each)
    return tuple(found)


def read_each(document: JsonObject, *, purpose: str = ASSERTION) -> tuple[Proof | ProofError, ...]:
    """Read every proof as `read_proofs` does; of one that is not read, give why.

    Raises:
        ProofMissingError: there is none.
        ProofMalformedError: the list is too long.
    """
    if not has_proof(document):
        raise ProofMissingError("the document has no proof")
    stated = items(document["proof"])
    if len(stated) > MAX_PROOFS:
        raise ProofMalformedError(f"a document has at most {MAX_PROOFS} proofs")
    context = document.get("@context")
    return tuple(_read_or_why_not(each, among=stated, context=context, purpose=purpose) for each in stated)


def _read_or_why_not(
    proof: Json, *, among: Sequence[Json], context: Json, purpose: str
) -> Proof | ProofError:
    """Read one proof, or give what is wrong with it."""
    try:
        return _read_proof(proof, among=among, context=context, purpose=purpose)
    except ProofError as error:
        return error


def _read_proof(proof: Json, *, among: Sequence[Json], context: Json, purpose: str) -> Proof:
    """Read one proof in the order in which VC-DI 4.4 asks."""
    if not isinstance(proof, dict):
        raise ProofMalformedError("a proof is an object")
    suite = _suite(proof)
    method, value = _text(proof, "verificationMethod"), _text(proof, "proofValue")
    if _text(proof, "proofPurpose") != purpose:
        raise ProofMalformedError(f"this proof should have proofPurpose {purpose}")
    if not is_absolute_iri(method):
        raise ProofMalformedError("verificationMethod is an absolute address")
    _check_optional(proof, context=context)
    return Proof(
        suite=suite,
        verification_method=method,
        created=_moment(proof, "created"),
        expires=_moment(proof, "expires"),
        value=value,
        options={name: part for name, part in proof.items() if name != "proofValue"},
        previous=_previous(proof, among=among),
        context=proof.get("@context", context),
    )


def _suite(proof: JsonObject) -> Cryptosuite:
    """Find the suite of a proof in the list of those that we accept."""
    kind = _text(proof, "type")
    if kind != "DataIntegrityProof":
        return accepted(kind, among=ACCEPTED_TYPES)
    return accepted(_text(proof, "cryptosuite"))


def _check_optional(proof: JsonObject, *, context: Json) -> None:
    """Check the members that a proof may have; what no context defines falls in the canonical form."""
    for name in _OPTIONAL_TEXTS:
        if name in proof and not isinstance(proof[name], str):
            raise ProofMalformedError(f"{name} of a proof is a text")
    if "domain" in proof:
        _texts(proof, "domain")
    if "@context" in proof and not _starts(context, proof["@context"]):
        raise ProofMalformedError("the @context of a proof is that of its document")


def _previous(proof: JsonObject, *, among: Sequence[Json]) -> tuple[Json, ...]:
    """Give the proofs that this one was set upon (VC-DI 4.5).

    Raises:
        ProofMalformedError: one is not there exactly once, or is the proof itself.
    """
    named: list[Json] = []
    for name in _texts(proof, "previousProof") if "previousProof" in proof else ():
        matching = [each for each in among if isinstance(each, dict) and each.get("id") == name]
        if len(matching) != 1 or matching[0] is proof:
            raise ProofMalformedError("a proof goes on after one that is not there")
        named += matching
    return tuple(named)


def _starts(context: Json, start: Json) -> bool:
    """Tell whether the document's context is the proof's, or goes on after it (VC-DI 4.4)."""
    whole = context if isinstance(context, list) else [context]
    part = start if isinstance(start, list) else [start]
    return bool(part) and whole[: len(part)] == part


def _text(proof: JsonObject, name: str) -> str:
    """Give a member that must be there and be a text."""
    value = proof.get(name)
    if not isinstance(value, str) or not value:
        raise ProofMalformedError(f"a proof has {name}, a text")
    return value


def _texts(proof: JsonObject, name: str) -> tuple[str, ...]:
    """Read a member that is one text or a list of them: domains, ids of proofs (VC-DI 2.1)."""
    found = items(proof[name])
    texts = tuple(text for text in found if isinstance(text, str))
    if not texts or len(texts) != len(found):
        raise ProofMalformedError(f"{name} of a proof is a text, or a list of them")
    return texts


def _moment(proof: JsonObject, name: str) -> datetime | None:
    """Read a moment, if it is there."""
    if name not in proof:
        return None
    found = moments.read(proof[name])
    if found is None:
        raise ProofMalformedError(f"{name} is a date and time that exists, with a time zone")
    return found
