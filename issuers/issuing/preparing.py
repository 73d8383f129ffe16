"""Keep what does not change between two badges of one kind finished: the fast way to issue many.

A template costs as much to make as some ten checks by the reference, for it is tried against both other
engines first. So it is made when a kind of badge comes back, not for the one badge of a small leerbedrijf.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Final, TypeVar

from badges import jsonpointer, strictjson
from badges.credential import LintedCredential
from badges.errors import TemplateError
from badges.jsonld import reference, walker
from badges.members import at
from badges.proofs import Prepared, ProofDraft, draft_proof
from badges.strictjson import Json, JsonObject

SLOTS: Final[Mapping[str, str]] = {
    "id": "/id",
    "from": "/validFrom",
    "until": "/validUntil",
    "awarded": "/awardedDate",
    "subject": "/credentialSubject/id",
    "name": "/credentialSubject/identifier/0/identityHash",
    "role": "/credentialSubject/role",
    "start": "/credentialSubject/activityStartDate",
    "end": "/credentialSubject/activityEndDate",
    "result": "/credentialSubject/result/0/value",
    "evidence": "/evidence/0/id",
    "evidence-name": "/evidence/0/name",
    "narrative": "/evidence/0/narrative",
    "entry": "/credentialStatus/id",
    "index": "/credentialStatus/statusListIndex",
}
_WAYS: Final = {
    name: tuple(int(step) if step.isdecimal() else step for step in jsonpointer.steps(pointer))
    for name, pointer in SLOTS.items()
}
FIRST_USES: Final = 5
KEPT: Final = 64
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Drafted:
    """Hold what will be signed, and the engine that did not make it: that one checks the signature."""

    draft: ProofDraft
    other_engine: Callable[[JsonObject], bytes]


class Templates:
    """Remember the kinds of badges that this process issued; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._uses: OrderedDict[bytes, int] = OrderedDict()
        self._made: OrderedDict[bytes, Prepared] = OrderedDict()

    def __len__(self) -> int:
        """Count the templates."""
        return len(self._made)

    def find(self, kind: bytes, *, make: Callable[[], Prepared | None]) -> Prepared | None:
        """Give the template of a kind of badge, if it came back often enough to have one."""
        with self._lock:
            found = self._made.get(kind)
            if found is not None:
                self._made.move_to_end(kind)
                return found
            uses = self._uses.pop(kind, 0) + 1
            self._uses[kind] = uses
            _forget_oldest(self._uses)
        if uses == FIRST_USES and (found := make()) is not None:
            with self._lock:
                self._uses.pop(kind, None)
                self._made[kind] = found
                _forget_oldest(self._made)
        return found

    def forget(self, kind: bytes) -> None:
        """Let a template go that wrote something else than it was asked for; the kind begins again."""
        with self._lock:
            self._made.pop(kind, None)


def draft_with(
    templates: Templates, linted: LintedCredential, *, verification_method: str, created: datetime
) -> Drafted:
    """Draft the proof by a template if there is one: the same bytes as without, in a part of the time.

    What is signed is what was linted, to the byte; a template that wrote anything else is not used. A badge
    with photos is the only one of its kind.
    """
    if "relatedResource" in linted.document:
        draft = draft_proof(linted, verification_method=verification_method, created=created)
        return Drafted(draft, other_engine=reference.canonicalize)
    values = _values(linted.document)
    kind = _kind(linted.document, names=values)
    slots = {name: SLOTS[name] for name in values}
    prepared = templates.find(kind, make=lambda: _prepare(linted, slots=slots))
    if prepared is not None:
        draft = prepared.draft(values, verification_method=verification_method, created=created)
        if draft.raw == strictjson.dumps(linted.document):
            return Drafted(draft, other_engine=_walked(linted, raw=draft.raw))
        templates.forget(kind)
    draft = draft_proof(linted, verification_method=verification_method, created=created)
    return Drafted(draft, other_engine=reference.canonicalize)


def read_intent(intent: bytes) -> Drafted:
    """Read what was stored to be signed; the walker reads it, so the reference checks.

    Raises:
        ProofMalformedError: it is no draft, or not the draft that was stored.
    """
    return Drafted(ProofDraft.loads(intent), other_engine=reference.canonicalize)


def _prepare(linted: LintedCredential, *, slots: Mapping[str, str]) -> Prepared | None:
    """Make a template; None when this kind of badge cannot have one."""
    try:
        return Prepared.compile(linted, slots=slots, admit=_were_linted)
    except TemplateError:
        return None


def _walked(linted: LintedCredential, *, raw: bytes) -> Callable[[JsonObject], bytes]:
    """Give the walker, which knows this document from linting it; what differs by a byte, it walks."""

    def canonicalize(document: JsonObject) -> bytes:
        return linted.canonical if strictjson.dumps(document) == raw else walker.canonicalize(document)

    return canonicalize


def _were_linted(_values: Mapping[str, str]) -> None:
    """Admit all values: they are read out of a credential that was linted."""


def _values(document: JsonObject) -> dict[str, str]:
    """Read the texts in the slots that this badge has."""
    values = {}
    for name, way in _WAYS.items():
        found: Any = document
        try:
            for step in way:
                found = found[step]
        except (LookupError, TypeError):
            continue
        if found and isinstance(found, str):
            values[name] = found
    return values


def _kind(document: JsonObject, *, names: Iterable[str]) -> bytes:
    """Write what two badges of one kind share: the large parts. What else differs, shows in the bytes."""
    subject, entry = document.get("credentialSubject"), document.get("credentialStatus")
    parts: list[Json] = [document.get("name"), document.get("issuer"), at(subject, "achievement")]
    return strictjson.dumps([*names, *parts, at(entry, "statusListCredential")])


def _forget_oldest(kept: OrderedDict[bytes, _Kept]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)
