"""Say of a row who it is about and what was given or agreed before, in a sentence each."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from issuers.errors import FieldProblem
from issuers.groups.judging import WHOLE_ROW

NAMESAKES: Final = FieldProblem(
    "kenmerk",
    "namesakes",
    "Meer deelnemers heten zo. Typ het kenmerk van wie je bedoelt. Of zeg dat het iemand anders is.",
    "More learners have this name. Type the reference of whom you mean. Or say that it is somebody else.",
)
PERSON_TWICE: Final = FieldProblem(
    WHOLE_ROW,
    "person-twice",
    "Deze deelnemer staat er vaker bij dit werkproces. Sla een van de rijen over.",
    "This learner is there more often with this werkproces. Skip one of the rows.",
)

UNKNOWN: Final = "recipient-unknown"
"""The code of what is told of who does not learn here yet."""


def no_profiel(name: str) -> FieldProblem:
    """Nothing was agreed with somebody."""
    return _told(
        "no-profiel",
        f"Met {name} is geen werkplekprofiel afgesproken. Dit wordt een los bewijs.",
        f"No werkplekprofiel was agreed with {name}. This becomes a badge on its own.",
    )


def no_yes(name: str) -> FieldProblem:
    """It was proposed, and nobody said yes."""
    return _told(
        "profiel-not-agreed",
        f"{name} zei geen ja tegen het werkplekprofiel. Dit wordt een los bewijs.",
        f"{name} did not say yes to the werkplekprofiel. This becomes a badge on its own.",
    )


def other_work(name: str) -> FieldProblem:
    """Other work was agreed."""
    return _told(
        "other-work",
        f"Dit werkproces staat niet in het werkplekprofiel van {name}. Dit wordt een los bewijs.",
        f"This werkproces is not in the werkplekprofiel of {name}. This becomes a badge on its own.",
    )


def unknown(name: str) -> FieldProblem:
    """Nobody of this name or kenmerk learns here."""
    return _told(
        UNKNOWN,
        f"{name} staat nog niet bij jullie deelnemers.",
        f"{name} is not among your learners yet.",
    )


def name_has_it(day: date) -> FieldProblem:
    """Somebody of this name has the same badge; whether it is he, nobody here can tell."""
    return _told(
        "name-has-it",
        f"Iemand die zo heet, kreeg dit bewijs al op {_written(day)}.",
        f"Somebody of this name got this badge on {_written(day)} already.",
    )


def given_before(name: str, count: int, *, last: date) -> FieldProblem:
    """Somebody has other badges of this organisation."""
    several, many = ("bewijs", "badge") if count == 1 else ("bewijzen", "badges")
    return _told(
        "given-before",
        f"{name} kreeg hier al {count} {several}, het laatste op {_written(last)}.",
        f"{name} got {count} {many} here already, the last on {_written(last)}.",
    )


def has_it(name: str, day: date) -> FieldProblem:
    """Somebody has this very badge for this agreement."""
    return _told(
        "goal-reached",
        f"{name} kreeg dit bewijs al op {_written(day)}. Sla deze rij over.",
        f"{name} got this badge on {_written(day)} already. Skip this row.",
    )


def chosen(name: str, *, typed: str) -> Iterator[FieldProblem]:
    """Say how the name will read, where its learner chose another than stands in the roster."""
    if name and name != typed:
        yield _told(
            "chosen-name",
            f"Op het bewijs staat {name}. Zo koos de deelnemer het.",
            f"The badge says {name}. So the learner chose.",
        )
    elif not name:
        yield _told(
            "no-chosen-name",
            "Op het bewijs staat geen naam. Zo koos de deelnemer het.",
            "The badge has no name. So the learner chose.",
        )


def lapsed_since(until: date | None) -> Iterator[FieldProblem]:
    """Say that the recognition for this work is over, if it is; a badge can be given all the same."""
    if until:
        yield _told(
            "erkenning-ended",
            f"Jullie erkenning voor dit werk liep tot {_written(until)}. Dat leggen wij vast bij het bewijs.",
            f"Your erkenning for this work ended on {_written(until)}. We record that with the badge.",
        )


def _told(code: str, nl: str, en: str) -> FieldProblem:
    return FieldProblem(WHOLE_ROW, code, nl, en)


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
