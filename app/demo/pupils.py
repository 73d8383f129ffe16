"""Of whom the school of the demo looks at badges, in two groups, and what they did: all of it is made up."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from badges.judgement import Independence

_SELF, _HELPED, _EXPLAINS = Independence.ZELFSTANDIG, Independence.MET_HULP, Independence.KAN_HET_UITLEGGEN


class Came(StrEnum):
    """Say what else there is to read in of somebody."""

    NOTHING = "nothing"
    BAKERY = "bakery"  # what the bakery of the demo gave under this name
    UNNAMED = "unnamed"  # what the bakery gave to somebody who wanted no name on it
    ELSEWHERE = "elsewhere"  # a badge of a platform that no register here knows


@dataclass(frozen=True, slots=True)
class Work:
    """Hold one thing that somebody did in the kitchen, and the name in the badge; one was taken back."""

    code: str
    name: str
    narrative: str
    independence: Independence
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Pupil:
    """Hold somebody of whom the school looks at badges."""

    name: str
    works: tuple[Work, ...] = ()
    came: Came = Came.NOTHING


@dataclass(frozen=True, slots=True)
class Class:
    """Hold a group, what it works toward, and who is in it."""

    name: str
    target: str
    pupils: tuple[Pupil, ...]


NOA: Final = Pupil(
    "Noa Willems",
    (
        Work("B1-K1-W2", "Noa Willems", "Noa zette elke donderdag alles klaar voor 40 gasten.", _SELF),
        Work("B1-K1-W4", "Noa Willems", "Noa kookte elke week een hoofdgerecht voor 40 gasten.", _EXPLAINS),
        Work("B1-K1-W5", "Noa Willems", "Noa maakte de borden op en gaf ze uit.", _SELF),
        Work("B1-K1-W6", "Noa Willems", "Noa maakte na elke avond de keuken schoon.", _SELF),
        Work("B1-K1-W1", "Noa Willems", "Noa maakte de planning voor 3 avonden.", _HELPED),
        Work("B1-K2-W2", "Noa Willems", "Noa controleerde elke levering.", _SELF),
        Work("B1-K2-W3", "Noa Willems", "Noa ruimde elke levering op in de koeling.", _SELF),
    ),
)
TYGO: Final = Pupil(
    "Tygo de Boer",
    (
        Work("B1-K2-W2", "Tygo de Boer", "Tygo controleerde 12 leveringen.", _SELF),
        Work("B1-K2-W3", "T. de Boer", "Tygo ruimde 12 leveringen op.", _SELF),
    ),
)
JASMIJN: Final = Pupil(
    "Jasmijn Visser",
    (
        Work("B1-K1-W2", "Jasmijn Visser", "Jasmijn zette 8 weken lang alles klaar.", _SELF),
        Work("B1-K1-W6", "Jasmijn Visser", "Jasmijn maakte de keuken schoon.", _SELF, is_withdrawn=True),
    ),
)
SARA: Final = Pupil(
    "Sara Pinto",
    (Work("B1-K1-W5", "Sara Pinto", "Sara maakte elke donderdag 40 borden op.", _SELF),),
    came=Came.ELSEWHERE,
)
CLASSES: Final = (
    Class("Koks van 2026", "C0021", (NOA, TYGO, JASMIJN, SARA, Pupil("Milan Janssen"))),
    Class(
        "Entree horeca en bakkerij",
        "25742",
        (Pupil("Sem Jansen", came=Came.BAKERY), Pupil("Kiki Bos", came=Came.UNNAMED), Pupil("Lotte Smit")),
    ),
)
