"""Read what a praktijkopleider typed into a Judgement, or say everything that is wrong with it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from badges.badgeklasse import Badgeklasse, BadgeklasseJudgement, Level
from badges.judgement import Independence, Judgement, Leervorm, Role, SkillReference, WerkprocesReference
from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, JudgementError
from issuers.reading import names_a_day, read_date

NAME_LENGTH = 80
NARRATIVE_LENGTH = 500
SKILLS_AT_MOST = 8
EARLIEST_YEAR = 1950


_DAYS = {"van": ("de eerste dag", "the first day"), "tot": ("de laatste dag", "the last day")}

_UNKNOWN_LEVEL = FieldProblem(
    "stap",
    "choice-unknown",
    "Deze stap hoort niet bij deze badge. Kies er een uit de lijst.",
    "This level is not one of this badge. Choose one from the list.",
)

_Value = TypeVar("_Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TypedJudgement:
    """Hold the form as it was typed: text, nothing read into it yet."""

    naam: str = ""
    zin: str = ""
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    rol: str = ""
    leervorm: str = ""
    vaardigheden: tuple[str, ...] = ()


def read_judgement(
    typed: TypedJudgement,
    *,
    werkproces: WerkprocesReference,
    skills: Mapping[str, SkillReference],
    today: date,
) -> Judgement:
    """Read a typed form.

    `skills` are the skills that may be chosen, by their address.

    Raises:
        JudgementError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    name = _read_name(typed.naam, problems=problems)
    narrative = _read_narrative(typed.zin, problems=problems)
    start, end = _read_period(typed, today=today, problems=problems)
    independence = _read_choice(typed.zelfstandigheid, Independence, "zelfstandigheid", problems)
    role = _read_choice(typed.rol, Role, "rol", problems)
    leervorm = _read_choice(typed.leervorm, Leervorm, "leervorm", problems)
    chosen = _read_skills(typed.vaardigheden, skills=skills, problems=problems)
    if problems or start is None or end is None:
        raise JudgementError(problems)
    return Judgement(
        werkproces=werkproces,
        name=name,
        narrative=narrative,
        start=start,
        end=end,
        independence=independence,
        role=role,
        skills=chosen,
        leervorm=leervorm or Leervorm.INFORMEEL,
    )


def typed_as(judgement: Judgement) -> TypedJudgement:
    """Fill the form as it was typed for a judgement."""
    return TypedJudgement(
        naam=judgement.name or "",
        zin=judgement.narrative,
        van=judgement.start.isoformat(),
        tot=judgement.end.isoformat(),
        zelfstandigheid=judgement.independence or "",
        rol=judgement.role or "",
        leervorm=judgement.leervorm,
        vaardigheden=tuple(each.uri for each in judgement.skills),
    )


def read_by_badgeklasse(
    typed: TypedJudgement, level: str, *, badgeklasse: Badgeklasse, today: date
) -> BadgeklasseJudgement:
    """Read a typed form about a badgeklasse of the organisation, which has no scale but its own levels.

    Raises:
        JudgementError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    name = _read_name(typed.naam, problems=problems)
    narrative = _read_narrative(typed.zin, problems=problems)
    start, end = _read_period(typed, today=today, problems=problems)
    reached = _read_choice(level, Level, "stap", problems)
    if reached and reached not in {step.level for step in badgeklasse.steps}:
        problems.append(_UNKNOWN_LEVEL)
    role = _read_choice(typed.rol, Role, "rol", problems)
    if problems or start is None or end is None:
        raise JudgementError(problems)
    return BadgeklasseJudgement(badgeklasse, name, narrative, start, end, reached, role)


def _read_name(text: str, *, problems: list[FieldProblem]) -> str | None:
    """Read the name; an empty one means that the person wants none."""
    name = " ".join(normalize(text).split())
    if not name:
        return None
    problems += [FieldProblem.of(each, field="naam") for each in text_problems(name, max_length=NAME_LENGTH)]
    return name


def _read_narrative(text: str, *, problems: list[FieldProblem]) -> str:
    narrative = normalize(text).strip()
    if not narrative:
        problems.append(
            FieldProblem(
                "zin",
                "text-empty",
                "Schrijf in één of twee zinnen wat de deelnemer deed.",
                "Write in one or two sentences what the person did.",
            )
        )
        return narrative
    problems += [
        FieldProblem.of(each, field="zin") for each in text_problems(narrative, max_length=NARRATIVE_LENGTH)
    ]
    return narrative


def _read_period(
    typed: TypedJudgement, *, today: date, problems: list[FieldProblem]
) -> tuple[date | None, date | None]:
    """Read the first and the last day, in this order in time."""
    start = read_day(typed.van, field="van", today=today, problems=problems)
    end = read_day(typed.tot, field="tot", today=today, problems=problems)
    if start and end and start > end:
        problems.append(
            FieldProblem(
                "tot",
                "dates-out-of-order",
                "De laatste dag is eerder dan de eerste dag. Draai de datums om.",
                "The last day is before the first day. Swap the dates.",
            )
        )
    return start, end


def read_day(text: str, *, field: str, today: date, problems: list[FieldProblem]) -> date | None:
    """Read the first or the last day; each problem says which of the two it is about."""
    said, english = _DAYS[field]
    if not text.strip():
        problem = FieldProblem(field, "date-empty", f"Vul {said} in.", f"Fill in {english}.")
    elif (day := read_date(text)) is None and names_a_day(text):
        problem = FieldProblem(
            field,
            "date-not-there",
            f"Bij {said} staat een dag die niet bestaat: {text.strip()}. Kies een andere dag.",
            f"For {english} stands a day that does not exist: {text.strip()}. Choose another day.",
        )
    elif day is None or day.year < EARLIEST_YEAR:
        problem = FieldProblem(
            field,
            "date-unreadable",
            f"Wij kunnen {said} niet lezen. Schrijf hem zo: 26-6-2026.",
            f"We cannot read {english}. Write it like this: 26-6-2026.",
        )
    elif day > today:
        problem = FieldProblem(
            field,
            "date-in-future",
            f"Bij {said} staat een dag die nog komt. Kies vandaag of een dag ervoor.",
            f"For {english} stands a day that is yet to come. Choose today or a day before.",
        )
    else:
        return day
    problems.append(problem)
    return None


def _read_choice(text: str, choices: type[_Value], field: str, problems: list[FieldProblem]) -> _Value | None:
    """Read one of a fixed list; nothing chosen is fine."""
    if not text:
        return None
    try:
        return choices(text)
    except ValueError:
        problems.append(
            FieldProblem(
                field,
                "choice-unknown",
                "Deze keuze bestaat niet. Kies er een uit de lijst.",
                "This choice does not exist. Choose one from the list.",
            )
        )
        return None


def _read_skills(
    uris: Sequence[str], *, skills: Mapping[str, SkillReference], problems: list[FieldProblem]
) -> tuple[SkillReference, ...]:
    """Read the chosen skills, each once, in the order in which they were offered."""
    if not set(uris) <= skills.keys():
        problems.append(
            FieldProblem(
                "vaardigheid",
                "skill-unknown",
                "Deze vaardigheid hoort niet bij dit werkproces. Kies opnieuw.",
                "This skill does not belong to this werkproces. Choose again.",
            )
        )
    chosen = tuple(skill for uri, skill in skills.items() if uri in set(uris))
    if len(chosen) > SKILLS_AT_MOST:
        problems.append(
            FieldProblem(
                "vaardigheid",
                "skills-too-many",
                f"Kies er niet meer dan {SKILLS_AT_MOST}. Neem wat je echt zag.",
                f"Choose no more than {SKILLS_AT_MOST}. Take what you really saw.",
            )
        )
    return chosen
