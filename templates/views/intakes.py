"""The pages on which a school takes in files of many people at once."""

from dataclasses import dataclass
from datetime import date

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class IntakeRow:
    """Show what is taken in at once, and how far it is; `state` is a key of labels.INTAKES."""

    name: str
    on: date
    state: str
    done: int
    total: int
    href: str


@dataclass(frozen=True, kw_only=True)
class IntakeList:
    """Fill `inlezen`. The input of `action`: bestand (several)."""

    frame: Frame
    action: str
    back_href: str
    rows: tuple[IntakeRow, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonChoice:
    """Show somebody of a name, and since when he is there."""

    value: str
    name: str
    since: date


@dataclass(frozen=True, kw_only=True)
class IntakeLine:
    """Show one file that was refused or is asked about; POST `whose_action` with naam.

    Where there are people of its name: with welke, and wie, which is a value of `choices` or nieuw.
    `is_for_folder` tells that the answer is for all that is asked of its folder.
    """

    place: int
    name: str
    reason: str
    whose_action: str
    typed: str = ""
    is_for_folder: bool = False
    choices: tuple[PersonChoice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IntakePage:
    """Fill `inlezen-een`: how far it is, who is asked about, and what was refused; the first of each."""

    frame: Frame
    row: IntakeRow
    new: int
    again: int
    refused: int
    asked: int
    asked_lines: tuple[IntakeLine, ...]
    refused_lines: tuple[IntakeLine, ...]
    csv_href: str
    people_href: str
    back_href: str
    again_action: str | None = None
    stopped: str | None = None
    problems: tuple[Problem, ...] = ()
    done: str | None = None
