"""Read from a form what will be learned, or say everything that is wrong with it at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from badges.catalogue import Catalogue
from badges.catalogue.model import Entry
from badges.errors import CatalogueError
from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError
from issuers.reading import read_date
from issuers.werkplekprofiel.tables import WerkprocesKey

MOST_OF_GUIDANCE: Final = 120
MOST_OF_PACE: Final = 300
MOST_WERKPROCESSEN: Final = 40
YEARS: Final = 6
"""So far from today a period can begin or end: further away it is a slip of the finger."""

NO_START: Final = FieldProblem("van", "date-empty", "Vul in wanneer het begint.", "Fill in when it begins.")
UNREADABLE: Final = {
    "van": FieldProblem(
        "van",
        "date-unreadable",
        "Wij kunnen de eerste dag niet lezen. Schrijf hem zo: 26-6-2026.",
        "We cannot read the first day. Write it like this: 26-6-2026.",
    ),
    "tot": FieldProblem(
        "tot",
        "date-unreadable",
        "Wij kunnen de laatste dag niet lezen. Schrijf hem zo: 26-6-2026. Of laat hem leeg.",
        "We cannot read the last day. Write it like this: 26-6-2026. Or leave it empty.",
    ),
}
OUT_OF_ORDER: Final = FieldProblem(
    "tot",
    "dates-out-of-order",
    "De laatste dag is eerder dan de eerste dag. Draai de datums om.",
    "The last day is before the first day. Swap the dates.",
)
NO_WERKPROCES: Final = FieldProblem(
    "werkproces",
    "missing",
    "Kies minstens 1 werkproces.",
    "Choose at least one werkproces.",
)
TOO_MANY: Final = FieldProblem(
    "werkproces",
    "too-many",
    f"Kies er niet meer dan {MOST_WERKPROCESSEN}. Maak voor de rest later een nieuwe afspraak.",
    f"Choose no more than {MOST_WERKPROCESSEN}. Make another agreement for the rest later.",
)
UNKNOWN_SCHOOL: Final = FieldProblem(
    "school",
    "unknown",
    "Deze school doet hier niet (meer) mee. Kies opnieuw.",
    "This school does not take part here (any more). Choose again.",
)
UNKNOWN_WERKPROCES: Final = FieldProblem(
    "werkproces",
    "unknown",
    "Een gekozen werkproces bestaat niet (meer). Kies opnieuw.",
    "A werkproces that was chosen does not exist (any more). Choose again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedProfiel:
    """Hold the form as it was typed; each werkproces is named as `25774/B1-K2-W1`."""

    van: str = ""
    tot: str = ""
    begeleiding: str = ""
    tempo: str = ""
    school: str = ""
    werkprocessen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProfiel:
    """Hold what will be learned, from when until when, who helps, and at what pace."""

    werkprocessen: tuple[Entry, ...]
    start: date
    until: date | None = None
    guidance: str | None = None
    pace: str | None = None
    school_id: str | None = None

    @property
    def keys(self) -> frozenset[WerkprocesKey]:
        """Name the werkprocessen by crebo and code."""
        return frozenset((each.werkproces.crebo, each.werkproces.code) for each in self.werkprocessen)


def read_profiel(
    typed: TypedProfiel, *, catalogue: Catalogue, today: date, schools: Collection[str] = ()
) -> NewProfiel:
    """Read what will be learned; `schools` are the ids of those that may be a party.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    werkprocessen = _read_werkprocessen(typed.werkprocessen, catalogue=catalogue, problems=problems)
    start = _read_day(typed.van, field="van", today=today, problems=problems)
    if not typed.van.strip():
        problems.append(NO_START)
    until = _read_day(typed.tot, field="tot", today=today, problems=problems)
    if start and until and start > until:
        problems.append(OUT_OF_ORDER)
    guidance = _read_text(typed.begeleiding, field="begeleiding", most=MOST_OF_GUIDANCE, problems=problems)
    pace = _read_text(typed.tempo, field="tempo", most=MOST_OF_PACE, problems=problems)
    if typed.school and typed.school not in schools:
        problems.append(UNKNOWN_SCHOOL)
    if problems or start is None:
        raise FormError(problems)
    return NewProfiel(
        werkprocessen=werkprocessen,
        start=start,
        until=until,
        guidance=guidance,
        pace=pace,
        school_id=typed.school or None,
    )


def _read_werkprocessen(
    named: Sequence[str], *, catalogue: Catalogue, problems: list[FieldProblem]
) -> tuple[Entry, ...]:
    """Find each that was chosen, once, in the order in which they were offered."""
    chosen = tuple(dict.fromkeys(named))
    if not chosen:
        problems.append(NO_WERKPROCES)
    if len(chosen) > MOST_WERKPROCESSEN:
        problems.append(TOO_MANY)
        return ()
    try:
        return tuple(_entry(each, catalogue=catalogue) for each in chosen)
    except CatalogueError:
        problems.append(UNKNOWN_WERKPROCES)
        return ()


def _entry(named: str, *, catalogue: Catalogue) -> Entry:
    crebo, _, code = named.partition("/")
    return catalogue.last_entry(crebo, code)


def _read_day(typed: str, *, field: str, today: date, problems: list[FieldProblem]) -> date | None:
    if not typed.strip():
        return None
    day = read_date(typed)
    if day is None or abs(day.year - today.year) > YEARS:
        problems.append(UNREADABLE[field])
        return None
    return day


def _read_text(typed: str, *, field: str, most: int, problems: list[FieldProblem]) -> str | None:
    """Read what may stay empty: it is shown to the recipient, and is as careful with people as a badge is."""
    text = normalize(typed).strip()
    if text:
        problems += [FieldProblem.of(each, field=field) for each in text_problems(text, max_length=most)]
    return text or None
