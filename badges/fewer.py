"""Make an edition of a badge: the same fact with fewer parts, as a badge of its own.

One signature covers a whole badge, so who wants to show less needs another badge. An edition only leaves
out: what stands in it stands in the badge it was made of, but for the names of the edition itself and its
place in a status list.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from badges.factfinding import COMPETENCY
from badges.members import at, objects, text
from badges.strictjson import Json, JsonObject

URN: Final = "urn:uuid:"
_NO_NAMES: Final = frozenset({"de", "den", "der", "het", "te", "ten", "ter", "van", "von"})
"""What stands in many names and in every sentence."""


class Part(StrEnum):
    """Name what an edition can leave out."""

    NAAM = "naam"
    VERHAAL = "verhaal"
    STAP = "stap"
    VAARDIGHEDEN = "vaardigheden"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSlot:
    """Hold what names an edition as a badge of its own: its ids, and its place in a status list."""

    credential_id: str
    subject_id: str
    evidence_id: str
    status: JsonObject


def parts_in(document: JsonObject) -> frozenset[Part]:
    """Tell what there is in a badge that an edition can leave out."""
    subject = document.get("credentialSubject")
    there = {
        Part.NAAM: at(subject, "identifier"),
        Part.VERHAAL: document.get("evidence"),
        Part.STAP: at(subject, "result"),
        Part.VAARDIGHEDEN: any(map(_is_skill, _alignments(document))),
    }
    return frozenset(part for part, found in there.items() if found)


def settle(document: JsonObject, without: frozenset[Part]) -> frozenset[Part]:
    """Say what an edition leaves out: what is asked and is there, and what would tell the name after all."""
    left = without & parts_in(document)
    return left | {Part.VERHAAL} if Part.NAAM in left and tells_name(document) else left


def tells_name(document: JsonObject) -> bool:
    """Tell whether the name of the person stands in what he did, in which no word can be changed."""
    told = [value for each in objects(document, "evidence") for value in _told(each)]
    return any(pattern.search(value) for pattern in _words(document) for value in told)


def standard_editions(document: JsonObject) -> tuple[frozenset[Part], ...]:
    """Give what the editions leave out that every badge has, as far as they differ."""
    asked = (frozenset({Part.NAAM, Part.VERHAAL}), frozenset({Part.NAAM}), frozenset({Part.VERHAAL}))
    return tuple(dict.fromkeys(left for each in asked if (left := settle(document, each))))


def left_after(document: JsonObject, *, without: frozenset[Part]) -> JsonObject:
    """Give what an edition would say that leaves these parts out: to be read before it is signed."""
    made = deepcopy({key: value for key, value in document.items() if key != "proof"})
    subject = made["credentialSubject"]
    if isinstance(subject, dict):
        _leave_out(made, subject, without=settle(document, without))
    return made


def make_edition(document: JsonObject, *, without: frozenset[Part], slot: EditionSlot) -> JsonObject:
    """Make the document of an edition that leaves these parts out; without a proof."""
    made = deepcopy({key: value for key, value in document.items() if key != "proof"})
    subject = made["credentialSubject"]
    if not isinstance(subject, dict):
        return made
    _leave_out(made, subject, without=without)
    made["id"], subject["id"], made["credentialStatus"] = slot.credential_id, slot.subject_id, slot.status
    for each in objects(made, "evidence"):
        if str(each.get("id")).startswith(URN):
            each["id"] = slot.evidence_id
    return made


def _leave_out(made: JsonObject, subject: JsonObject, *, without: frozenset[Part]) -> None:
    achievement = subject["achievement"]
    if Part.NAAM in without:
        subject.pop("identifier", None)
        for each in objects(made, "evidence"):
            each.pop("name", None)
    if Part.VERHAAL in without:
        made.pop("evidence", None)
        made.pop("relatedResource", None)
    if Part.STAP in without:
        subject.pop("result", None)
    if isinstance(achievement, dict):
        _leave_out_of(achievement, without=without)


def _leave_out_of(achievement: JsonObject, *, without: frozenset[Part]) -> None:
    if Part.STAP in without:
        achievement.pop("resultDescription", None)
    if Part.VAARDIGHEDEN not in without:
        return
    kept: list[Json] = [each for each in objects(achievement, "alignment") if not _is_skill(each)]
    achievement["alignment"] = kept
    if not kept:
        del achievement["alignment"]


def _alignments(document: JsonObject) -> list[JsonObject]:
    return objects(document, "credentialSubject", "achievement", "alignment")


def _is_skill(alignment: JsonObject) -> bool:
    return alignment.get("targetType") == COMPETENCY


def _told(evidence: JsonObject) -> Iterator[str]:
    """Give what is told of a piece of evidence, but for its name, which an edition can leave out."""
    for member in ("narrative", "description", "audience", "genre"):
        if found := text(evidence.get(member)):
            yield found


def _words(document: JsonObject) -> Iterator[re.Pattern[str]]:
    """Give what finds each word of the name in a text, however it is bent: Sam, Sams, Sam's."""
    for identity in objects(document, "credentialSubject", "identifier"):
        for word in re.findall(r"\w+", text(identity.get("identityHash")) or ""):
            if len(word) > 1 and word.casefold() not in _NO_NAMES:
                yield re.compile(rf"(?<!\w){re.escape(word)}(?:['’]?s)?(?!\w)", re.IGNORECASE)
