"""Look at a badge that is like one that was looked at whole: only what differs is looked at again.

Two badges are alike when they are the same bytes but for the texts in the slots. Then every rule that reads
no slot says of both the same. Of the rules that do, each is asked here again, or something stricter that is
quicker to tell; what does not pass that is looked at whole. `badges.linting` runs this; nothing else should.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from badges import jsonpointer, strictjson, texts
from badges.credential import LintedCredential
from badges.errors import BadgeError, TemplateError
from badges.jsonld.template import Filled, Template
from badges.linting import issued, strings
from badges.linting.badge import BADGE_TYPES, result_problems
from badges.linting.frame import MAX_BYTES
from badges.members import at, objects
from badges.strictjson import JsonObject

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
_NAMES: Final = ("id", "subject", "evidence")
_DATES: Final = ("from", "awarded", "start", "end")
_ALWAYS: Final = frozenset({*_NAMES, *_DATES, "entry", "index"})
_TYPED: Final = ("name", "role", "result", "evidence-name", "narrative")
_OWN_WORDS: Final = ("name", "narrative")


def texts_in(document: JsonObject) -> dict[str, str]:
    """Read the texts in the slots that a badge has."""
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


@dataclass(frozen=True, slots=True)
class Kind:
    """Hold what badges of one kind share: all of it was looked at when the first was."""

    template: Template
    issuer: str
    _results: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @classmethod
    def compile(cls, linted: LintedCredential) -> "Kind":
        """Make the kind of a badge that was looked at whole.

        Raises:
            TemplateError: this badge cannot be an example of others.
        """
        document, values = linted.document, texts_in(linted.document)
        issuer = at(document, "issuer", "id")
        is_badge = document.get("type") == BADGE_TYPES and values.keys() >= _ALWAYS
        is_bare = len(objects(document, "evidence")) == 1 and "relatedResource" not in document
        if not (is_badge and is_bare and isinstance(issuer, str)):
            raise TemplateError("This is no badge of which only the usual texts change")
        return cls(Template.compile(document, slots={name: SLOTS[name] for name in values}), issuer=issuer)

    def fill(self, document: JsonObject, *, values: Mapping[str, str]) -> Filled | None:
        """Write a badge, and its canonical form; None where it differs in more than the slots."""
        try:
            filled = self.template.fill(values)
        except BadgeError:
            return None
        return filled if filled.json == strictjson.dumps(document) else None

    def surely_holds(self, document: JsonObject, *, values: Mapping[str, str], filled: Filled) -> bool:
        """Tell whether no rule has anything against what is in the slots; False says that one might."""
        return (
            len(filled.json) <= MAX_BYTES
            and _are_names(*(values[name] for name in _NAMES))
            and _are_in_order(*(values[name] for name in _DATES), values.get("until"))
            and self._is_on_scale(document, values.get("result"))
            and not any(issued.status_problems(document))
            and strings.is_plain_text(values["entry"])
            and all(strings.is_plain_typed(values[name]) for name in _TYPED if name in values)
            and not any(texts.sensitive_problems(values[name]) for name in _OWN_WORDS if name in values)
            and not texts.orders_differ(filled.nquads)
        )

    def _is_on_scale(self, document: JsonObject, result: str | None) -> bool:
        """Ask the rule once for each step of the scale, which all badges of a kind share."""
        if result is None or result in self._results:
            return True
        if any(result_problems(document)):
            return False
        self._results.add(result)
        return True


def _are_names(*names: str) -> bool:
    return len({*names}) == len(names) and all(map(issued.is_random_name, names))


@lru_cache(maxsize=1024)
def _are_in_order(valid_from: str, awarded: str, start: str, end: str, until: str | None) -> bool:
    """Ask the rules about dates, which badges of one roster mostly share."""
    document: JsonObject = {"validFrom": valid_from, "awardedDate": awarded}
    document["credentialSubject"] = {"activityStartDate": start, "activityEndDate": end}
    if until is not None:
        document["validUntil"] = until
    return not any(issued.award_problems(document)) and not any(issued.period_problems(document))
