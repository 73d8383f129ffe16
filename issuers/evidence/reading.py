"""Read from a form what somebody collected, or say everything that is wrong with it at once.

What is collected is not signed and not public, so a word about health or school is asked about and not
refused. A number that may be a BSN is refused: that may stand nowhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from badges.sensitive import sensitive_word
from badges.texts import bsn_problems, character_problems, email_problems, normalize
from issuers.errors import FieldProblem, FormError
from issuers.evidence.tables import EvidenceKind

SHORT: Final = 200
STORY: Final = 600
LONG: Final = 2_000

FIELDS: Final[Mapping[EvidenceKind, Mapping[str, int]]] = {
    EvidenceKind.STARR: dict.fromkeys(("situatie", "taak", "actie", "resultaat", "reflectie"), STORY),
    EvidenceKind.PHOTO: {"bijschrift": SHORT},
    EvidenceKind.HOURS: {"uren": 10, "werk": SHORT},
    EvidenceKind.NOTE: {"notitie": LONG},
    EvidenceKind.ASSIGNMENT: {"opdracht": STORY, "uitkomst": STORY},
    EvidenceKind.STAGE: {"beoordeling": LONG},
}
"""The fields of each kind, and how many characters each holds."""

MAY_BE_EMPTY: Final = frozenset({EvidenceKind.PHOTO})
"""What says enough without words."""

EMPTIED: Final = ("Er staat nu niets.", "It says nothing now.")

KEEP: Final = "toch"
"""The tick with which a word that we asked about stays."""

_HOURS: Final = re.compile(r"(\d{1,4})(?:[.,](\d))?(?: ?uur)?", re.ASCII)
MOST_HOURS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedEvidence:
    """Hold the fields as they were typed; `keeps` says that a word that we asked about stays."""

    texts: Mapping[str, str]
    keeps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Hold what was read: a text for each field of its kind that has one."""

    kind: EvidenceKind
    texts: Mapping[str, str]


def read_evidence(typed: TypedEvidence, *, kind: EvidenceKind) -> Told:
    """Read what was collected.

    Raises:
        FormError: with every problem of every field.
    """
    texts = {field: normalize(typed.texts.get(field, "")).strip() for field in FIELDS[kind]}
    problems = [
        problem
        for field, text in texts.items()
        for problem in problems_with(text, field=field, most=FIELDS[kind][field], keeps=typed.keeps)
    ]
    if kind is EvidenceKind.HOURS:
        problems += _hours_problems(texts["uren"])
    elif kind not in MAY_BE_EMPTY and not any(texts.values()):
        problems.append(_nothing(next(iter(texts))))
    if problems:
        raise FormError(problems)
    return Told(kind=kind, texts={field: text for field, text in texts.items() if text})


def asks_to_keep(problem: FieldProblem) -> bool:
    """Tell whether a tick is enough against it."""
    return problem.field == KEEP


def problems_with(text: str, *, field: str, most: int, keeps: str) -> Iterator[FieldProblem]:
    """Give everything that keeps a text that is not signed and not public from being kept as it is."""
    if len(text) > most:
        over = len(text) - most
        yield FieldProblem(
            field,
            "text-too-long",
            f"Dit is {over} tekens te lang. Er passen {most} tekens.",
            f"This is {over} characters too long. {most} characters fit.",
        )
    for problem in (*character_problems(text), *bsn_problems(text)):
        yield FieldProblem.of(problem, field=field)
    if not keeps:
        yield from _questions(text)


def changed_since(field: str, theirs: str, *, by: str | None) -> FieldProblem:
    """Say that somebody wrote in the meantime, and what; `by` is None for the recipient himself."""
    who, who_en = (f"{by} veranderde dit", f"{by} changed this") if by else ("Dit veranderde", "This changed")
    now, now_en = (f"Er staat nu: ‘{theirs}’.", f"It says now: ‘{theirs}’.") if theirs else EMPTIED
    return FieldProblem(
        field,
        "evidence-changed",
        f"{who} intussen. {now} Neem over wat je wilt. Bewaar daarna nog een keer.",
        f"{who_en} meanwhile. {now_en} Take over what you want. Then keep it again.",
    )


def _questions(text: str) -> Iterator[FieldProblem]:
    """Ask whether it has to stand here; said beside the tick, which is the answer."""
    word = sensitive_word(text)
    if word:
        yield FieldProblem(
            KEEP,
            "text-sensitive",
            f"Hier staat ‘{word}’. Dat zegt iets over iemands gezondheid, school of hulp. "
            "Haal het weg, of zet het vinkje als het hier echt moet staan.",
            f"‘{word}’ stands here. That says something about someone's health, school or help. "
            "Remove it, or tick the box if it really has to stand here.",
        )
    if email_problems(text):
        yield FieldProblem(
            KEEP,
            "text-email",
            "Hier staat een mailadres. Haal het weg, of zet het vinkje als het hier echt moet staan.",
            "There is a mail address here. Remove it, or tick the box if it really has to stand here.",
        )


def _hours_problems(text: str) -> Iterator[FieldProblem]:
    found = _HOURS.fullmatch(text)
    if not found or not 0 < float(f"{found[1]}.{found[2] or 0}") <= MOST_HOURS:
        yield FieldProblem(
            "uren",
            "hours",
            "Vul een aantal uren in, zoals 12 of 7,5.",
            "Fill in a number of hours, such as 12 or 7.5.",
        )


def _nothing(field: str) -> FieldProblem:
    return FieldProblem(
        field,
        "text-empty",
        "Hier staat nog niets. Eén zin is genoeg.",
        "Nothing is here yet. One sentence is enough.",
    )
