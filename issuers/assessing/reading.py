"""Read from a form what was judged, or say everything that is wrong with it at once.

What somebody cannot do yet is never written down: words of schools and of failing are refused, with the way
to say it. They would stay with a person for longer than they are true. A word that may as well be about the
work ("de zwakke plekken in het hout") is asked about, and stays with a tick.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from badges.judgement import Independence
from badges.texts import normalize
from issuers.errors import FieldProblem, FormError
from issuers.evidence.reading import KEEP, problems_with

MOST: Final = 500
FIELDS: Final = ("kennis", "vaardigheden", "gedrag")

_FAILING: Final = re.compile(
    r"(?<!\w)(onvoldoende|gezakt|niet (?:ge|be)haald|kan(?: het)? nog niet|kan (?:hij|zij|het) niet)(?!\w)",
    re.IGNORECASE,
)
_DOUBTFUL: Final = re.compile(
    r"(?<!\w)(mislukt\w*|achterstand|lukt (?:nog )?niet|te (?:langzaam|traag|slecht)|zwak(?:ke)?|slordige?)"
    r"(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAssessment:
    """Hold the form as it was typed; `toch` is the tick with which a word that we asked about stays."""

    kennis: str = ""
    vaardigheden: str = ""
    gedrag: str = ""
    zelfstandigheid: str = ""
    toch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAssessment:
    """Hold what was judged; a part of which nothing was said is empty."""

    kennis: str
    vaardigheden: str
    gedrag: str
    independence: Independence | None


def read_assessment(typed: TypedAssessment) -> NewAssessment:
    """Read what was judged.

    Raises:
        FormError: with every problem of every field.
    """
    texts = {field: normalize(getattr(typed, field)).strip() for field in FIELDS}
    problems = [
        problem
        for field, text in texts.items()
        for problem in (
            *problems_with(text, field=field, most=MOST, keeps=typed.toch),
            *_failing_problems(text, field=field),
            *(() if typed.toch else _doubtful_problems(text)),
        )
    ]
    if not any(texts.values()):
        problems.append(NOTHING)
    if typed.zelfstandigheid not in {"", *Independence}:
        problems.append(UNKNOWN)
    if problems:
        raise FormError(problems)
    chosen = Independence(typed.zelfstandigheid) if typed.zelfstandigheid else None
    return NewAssessment(**texts, independence=chosen)


NOTHING: Final = FieldProblem(
    "kennis",
    "text-empty",
    "Schrijf bij één van de drie wat je zag. Eén zin is genoeg.",
    "Write at one of the three what you saw. One sentence is enough.",
)
UNKNOWN: Final = FieldProblem(
    "zelfstandigheid",
    "choice-unknown",
    "Deze keuze bestaat niet. Kies er een uit de lijst.",
    "This choice does not exist. Choose one from the list.",
)


def _failing_problems(text: str, *, field: str) -> Iterator[FieldProblem]:
    found = _FAILING.search(text)
    if found:
        yield FieldProblem(
            field,
            "text-failing",
            f"Hier staat ‘{found.group()}’. Schrijf wat al wel gaat. Wat nog komt, bespreek je samen.",
            f"‘{found.group()}’ stands here. Write what does go well. What is to come you discuss together.",
        )


def _doubtful_problems(text: str) -> Iterator[FieldProblem]:
    found = _DOUBTFUL.search(text)
    if found:
        yield FieldProblem(
            KEEP,
            "text-doubtful",
            f"Hier staat ‘{found.group()}’. Gaat dat over de deelnemer? Schrijf dan wat al wel gaat. "
            "Gaat het over het werk? Zet dan het vinkje.",
            f"‘{found.group()}’ stands here. Is that about the learner? Then write what does go well. "
            "Is it about the work? Then tick the box.",
        )
