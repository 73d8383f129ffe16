"""The pages of the groups of people of whom a school looks at the same target."""

from dataclasses import dataclass

from templates.views.pieces import Frame, Problem
from templates.views.proposals import TargetGroup


@dataclass(frozen=True, kw_only=True)
class CohortRow:
    """Show a group; `title` is None where the catalogue has its target no longer."""

    name: str
    code: str
    title: str | None
    members: int
    href: str
    change_href: str


@dataclass(frozen=True, kw_only=True)
class CohortForm:
    """Ask for the name and the target of a group. POST `action`: naam, doel."""

    action: str
    name: str
    target: str
    targets: tuple[TargetGroup, ...]


@dataclass(frozen=True, kw_only=True)
class CohortList:
    """Fill `voorstel-groepen`."""

    frame: Frame
    rows: tuple[CohortRow, ...]
    form: CohortForm
    back_href: str
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class CohortPage:
    """Fill `voorstel-groep`. POST `people_action`: namen, and al (one of `answers`) where that is asked."""

    frame: Frame
    row: CohortRow
    form: CohortForm
    is_changing: bool
    people_action: str
    typed: str
    answers: tuple[str, ...]  # keys of labels.THERE
    answer: str
    remove_action: str
    back_href: str
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class CohortChoice:
    """Offer a group to put somebody in."""

    value: str
    name: str
    is_chosen: bool
