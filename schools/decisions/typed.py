"""Read what an examencommissie filled in; nothing is filled in for it, least of all an outcome."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError
from schools.decisions.asking import read_day
from schools.decisions.besluit import OUTCOMES, Weighed
from schools.decisions.weighing import ToWeigh
from schools.decisions.words import Kind, Outcome

MOST: Final = {"vergadering": 120, "mandaat": 200, "motivering": 3_000, "reden": 500}
MOST_OF_A_WHY: Final = 500
MOST_MEMBERS: Final = 20
MOST_OF_A_MEMBER: Final = 80
WHY: Final = "waarom-"
MISSING: Final = {
    "vergadering": (
        "Vul in in welke vergadering dit is besloten.",
        "Fill in in which meeting this was decided.",
    ),
    "mandaat": ("Vul in op welk mandaat dit besluit rust.", "Fill in on which mandate this decision rests."),
    "motivering": (
        "Schrijf waarom, zo dat de student het kan volgen.",
        "Write why, so that the student can follow it.",
    ),
    "reden": (
        "Schrijf waarom dit voor het oude in de plaats komt.",
        "Write why this takes the place of the old one.",
    ),
}


def _problem(name: str, code: str, nl: str, en: str) -> FieldProblem:
    return FieldProblem(name, code, nl, en)


NO_OUTCOME: Final = _problem("uitkomst", "missing", "Kies de uitkomst.", "Choose the outcome.")
NO_MEMBERS: Final = _problem(
    "leden",
    "missing",
    "Vul in wie besloten, op elke regel een naam.",
    "Fill in who decided, a name on each line.",
)
TOO_MANY: Final = _problem(
    "leden", "too-many", f"Vul hooguit {MOST_MEMBERS} namen in.", f"Fill in at most {MOST_MEMBERS} names."
)
NO_DAY: Final = _problem("datum", "day", "Vul in op welke dag het was.", "Fill in on which day it was.")
FUTURE: Final = _problem(
    "datum", "future", "Deze dag moet nog komen. Leg het daarna vast.", "This day is still to come."
)
BEFORE: Final = _problem(
    "datum",
    "before",
    "Op deze dag was er nog niets gevraagd. Kijk welke dag het was.",
    "On this day nothing had been asked yet. See which day it was.",
)
NOTHING_WEIGHED: Final = _problem(
    "weegt",
    "nothing-weighed",
    "Geef bij minstens 1 werkproces aan wat meewoog, of schrijf daar waarom.",
    "Mark at one werkproces at least what weighed, or write there why.",
)
GONE: Final = _problem(
    "weegt",
    "gone",
    "Een bewijs dat je aankruiste, telt nu niet meer mee: "
    "het wordt niet meer gedeeld, of het is ingetrokken. "
    "Kijk wat er nu nog staat, en of je motivering nog klopt.",
    "A badge that you marked does not count any more: it is not shared any more, or it was withdrawn. "
    "See what is left now, and whether your motivation still holds.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDecision:
    """Hold what was typed; `weegt` are a werkproces and a badge, `waarom` stands by its werkproces."""

    uitkomst: str = ""
    vergadering: str = ""
    datum: str = ""
    mandaat: str = ""
    leden: str = ""
    motivering: str = ""
    reden: str = ""
    weegt: frozenset[str] = frozenset()
    waarom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDecision:
    """Hold what was decided, as it was read."""

    outcome: Outcome
    meeting: str
    decided: date
    mandate: str
    members: tuple[str, ...]
    motivation: str
    because: str | None
    weighed: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Hold what a decision has to fit: its kind, when it was asked, today, and what there is to weigh."""

    kind: Kind
    asked: date
    today: date
    to_weigh: Sequence[ToWeigh]
    is_revision: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Name the texts that it needs: an advice has no meeting and no mandate."""
        formal = ("vergadering", "mandaat") if self.kind is Kind.BESLUIT else ()
        return (*formal, "motivering", *(("reden",) if self.is_revision else ()))


def read_decision(typed: TypedDecision, *, frame: Frame) -> ReadDecision:
    """Read what was filled in.

    Raises:
        FormError: with every problem of every field.
    """
    said = {name: normalize(getattr(typed, name)).strip() for name in MOST}
    outcome = next((each for each in OUTCOMES[frame.kind] if each.value == typed.uitkomst), None)
    day = read_day(typed.datum)
    members = _members(typed.leden)
    weighed = tuple(_weighed(typed, frame.to_weigh))
    problems = [
        *([] if outcome else [NO_OUTCOME]),
        *_text_problems(said, frame=frame),
        *_day_problems(day, frame=frame),
        *_member_problems(members),
        *_weighed_problems(weighed, outcome=outcome),
        *([GONE] if typed.weegt - _markable(frame.to_weigh) else []),
    ]
    if problems or outcome is None or day is None:
        raise FormError(problems)
    return ReadDecision(
        outcome=outcome,
        meeting=said["vergadering"] if "vergadering" in frame.texts else "",
        decided=day,
        mandate=said["mandaat"] if "mandaat" in frame.texts else "",
        members=members,
        motivation=said["motivering"],
        because=said["reden"] if frame.is_revision else None,
        weighed=weighed,
    )


def _members(typed: str) -> tuple[str, ...]:
    lines = (" ".join(each.split()) for each in normalize(typed).splitlines())
    return tuple(dict.fromkeys(each for each in lines if each))


def _markable(to_weigh: Iterable[ToWeigh]) -> frozenset[str]:
    """Give how a form names all that can be marked today."""
    return frozenset(f"{each.work.key} {name}" for each in to_weigh for name in each.grounds)


def _weighed(typed: TypedDecision, to_weigh: Iterable[ToWeigh]) -> Iterator[Weighed]:
    """Give the work of which something was marked or said; the rest did not weigh."""
    for each in to_weigh:
        marked = (ground for name, ground in each.grounds.items() if f"{each.work.key} {name}" in typed.weegt)
        grounds, why = tuple(marked), normalize(typed.waarom.get(each.work.key, "")).strip()
        if grounds or why:
            yield Weighed(work=each.work, why=why, grounds=grounds)


def _text_problems(said: Mapping[str, str], *, frame: Frame) -> Iterator[FieldProblem]:
    for name in frame.texts:
        if not said[name]:
            nl, en = MISSING[name]
            yield FieldProblem(name, "missing", nl, en)
        else:
            yield from _told(name, said[name], most=MOST[name])


def _day_problems(day: date | None, *, frame: Frame) -> Iterator[FieldProblem]:
    if day is None:
        yield NO_DAY
    elif day > frame.today:
        yield FUTURE
    elif day < frame.asked:
        yield BEFORE


def _member_problems(members: Sequence[str]) -> Iterator[FieldProblem]:
    if not members:
        yield NO_MEMBERS
    if len(members) > MOST_MEMBERS:
        yield TOO_MANY
    for each in members[:MOST_MEMBERS]:
        yield from _told("leden", each, most=MOST_OF_A_MEMBER)


def _weighed_problems(weighed: Sequence[Weighed], *, outcome: Outcome | None) -> Iterator[FieldProblem]:
    """Ask why for all that was marked, and for something that weighed where somebody is exempted."""
    for each in weighed:
        name = f"{WHY}{each.work.key}"
        if not each.why:
            nl = f"Schrijf bij {each.work.code} in een zin waarom dit meewoog."
            yield FieldProblem(
                name, "missing", nl, f"Write at {each.work.code} in a sentence why this weighed."
            )
        else:
            yield from _told(name, each.why, most=MOST_OF_A_WHY)
    if outcome is Outcome.VRIJSTELLING and not weighed:
        yield NOTHING_WEIGHED


def _told(name: str, text: str, *, most: int) -> Iterator[FieldProblem]:
    yield from (FieldProblem.of(each, field=name) for each in text_problems(text, max_length=most))
