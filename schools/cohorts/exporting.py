"""The overview of a school as a table to take along: what stands on the page, and no score."""

from collections.abc import Iterator, Sequence
from typing import Final

from badges.moments import dutch_day
from issuers.sheets import Sheet, Value
from schools.cohorts.looking import Waits
from schools.cohorts.overview import Listed, Toward
from web.locale import Language

_HEADINGS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        *("Naam", "Groep", "Doel", "Naam van het doel", "Werkprocessen", "Hiervoor is bewijs"),
        *("Een deel van het bewijs", "Nog open", "Bewijzen ingelezen", "Laatst ingelezen", "Wacht op"),
    ),
    "en": (
        *("Name", "Group", "Target", "Name of the target", "Werkprocessen", "There is evidence"),
        *("A part of the evidence", "Open", "Badges taken in", "Taken in last", "Waits for"),
    ),
}
_NAMES: Final[dict[Language, str]] = {"nl": "Voorstellen", "en": "Proposals"}
_WAITS: Final[dict[Language, dict[Waits, str]]] = {
    "nl": {
        Waits.NAME: "school: zeg of dit dezelfde persoon is",
        Waits.LOOK: "school: bekijk het voorstel",
        Waits.COMMISSION: "examencommissie: beslis",
        Waits.MORE: "persoon: meer bewijs gevraagd",
        Waits.BADGES: "persoon: nog geen bewijzen",
        Waits.DECIDED: "niemand: besloten",
    },
    "en": {
        Waits.NAME: "school: say whether this is the same person",
        Waits.LOOK: "school: look at the proposal",
        Waits.COMMISSION: "examencommissie: decide",
        Waits.MORE: "person: more evidence asked",
        Waits.BADGES: "person: no badges yet",
        Waits.DECIDED: "nobody: decided",
    },
}


def sheet_of(people: Iterator[Listed], *, language: Language) -> Sheet:
    """Make the table: a row for each group that somebody is in, one where he is in none."""
    return Sheet(
        name=_NAMES[language],
        headings=_HEADINGS[language],
        rows=(_row(each, toward, language=language) for each in people for toward in each.toward or (None,)),
    )


def _row(of: Listed, toward: Toward | None, *, language: Language) -> Sequence[Value]:
    return (
        of.name,
        *(_target(toward) if toward else [None] * 7),
        of.badges,
        dutch_day(of.last) if of.last else None,
        _WAITS[language][of.waits],
    )


def _target(of: Toward) -> Sequence[Value]:
    target = of.target
    counted = (of.shown, of.partly, of.of - of.shown - of.partly)
    return (of.cohort.name, target.code, target.title, of.of, *counted)
