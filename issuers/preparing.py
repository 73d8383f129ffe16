"""Keep what does not change between two badges of one kind finished: the fast way to issue many.

A template costs as much to make as some ten checks by the reference, for it is tried against both other
engines first. So it is made when a kind of badge comes back, not for the one badge of a small leerbedrijf.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Final, TypeVar

from badges import strictjson
from badges.credential import LintedCredential, UnsignedCredential
from badges.errors import TemplateError
from badges.jsonld import reference, walker
from badges.linting import lint, lint_alike
from badges.linting.alike import Kind
from badges.members import at
from badges.proofs import ProofDraft, draft_proof
from badges.strictjson import Json, JsonObject

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
        self._made: OrderedDict[bytes, Kind] = OrderedDict()

    def __len__(self) -> int:
        """Count the templates."""
        return len(self._made)

    def find(self, kind: bytes) -> Kind | None:
        """Give the template of a kind of badge, if it came back often enough to have one."""
        with self._lock:
            found = self._made.get(kind)
            if found is not None:
                self._made.move_to_end(kind)
            return found

    def count(self, kind: bytes, *, make: Callable[[], Kind | None]) -> None:
        """Count a badge that had no template; make one when its kind came back often enough."""
        with self._lock:
            uses = self._uses.pop(kind, 0) + 1
            self._uses[kind] = uses
            _forget_oldest(self._uses)
        if uses == FIRST_USES and (made := make()) is not None:
            with self._lock:
                self._uses.pop(kind, None)
                self._made[kind] = made
                _forget_oldest(self._made)

    def forget(self, kind: bytes) -> None:
        """Let a template go that wrote something else than it was asked for; the kind begins again."""
        with self._lock:
            self._made.pop(kind, None)


def draft_with(
    templates: Templates,
    unsigned: UnsignedCredential,
    *,
    issuer: str,
    verification_method: str,
    created: datetime,
) -> Drafted:
    """Lint a badge and draft its proof, by a template if there is one: the same bytes, in a part of the time.

    What is signed is what was linted, to the byte; a template that wrote anything else is not used. A badge
    with photos is the only one of its kind.

    Raises:
        LintError: we refuse to sign this; it says why.
    """
    key = _key(unsigned.document)
    linted, other_engine = _alike(templates, unsigned, issuer=issuer, key=key), walker.canonicalize
    if linted is None:
        linted, other_engine = lint(unsigned, issuer=issuer), reference.canonicalize
        if "relatedResource" not in linted.document:
            templates.count(key, make=partial(_kind_of, linted))
    draft = draft_proof(linted, verification_method=verification_method, created=created)
    return Drafted(draft, other_engine=other_engine)


def read_intent(intent: bytes) -> Drafted:
    """Read what was stored to be signed; the walker reads it, so the reference checks.

    Raises:
        ProofMalformedError: it is no draft, or not the draft that was stored.
    """
    return Drafted(ProofDraft.loads(intent), other_engine=reference.canonicalize)


def _alike(
    templates: Templates, unsigned: UnsignedCredential, *, issuer: str, key: bytes
) -> LintedCredential | None:
    """Lint a badge by the template of its kind; None where there is none, or not of just this kind."""
    kind = templates.find(key)
    if kind is None:
        return None
    linted = lint_alike(unsigned, issuer=issuer, kind=kind)
    if linted is None:
        templates.forget(key)
    return linted


def _kind_of(linted: LintedCredential) -> Kind | None:
    """Make a template; None when this kind of badge cannot have one."""
    try:
        return Kind.compile(linted)
    except TemplateError:
        return None


def _key(document: JsonObject) -> bytes:
    """Write what two badges of one kind share: the large parts. What else differs, shows in the bytes."""
    subject, entry = document.get("credentialSubject"), document.get("credentialStatus")
    parts: list[Json] = [document.get("name"), document.get("issuer"), at(subject, "achievement")]
    there: list[Json] = [*document, *subject] if isinstance(subject, dict) else [*document]
    return strictjson.dumps([there, *parts, at(entry, "statusListCredential")])


def _forget_oldest(kept: OrderedDict[bytes, _Kept]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)
