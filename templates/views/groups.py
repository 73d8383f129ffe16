"""The pages on which a whole group is given from one roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from markupsafe import Markup

from templates.views.pieces import Frame, Problem
from templates.views.werkplekprofiel import WorkGroup


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """Show one group; `state` is a key of labels.GROUPS."""

    name: str
    state: str
    done: int
    total: int
    created: date
    href: str


@dataclass(frozen=True, kw_only=True)
class Groups:
    """Fill `groepen`."""

    frame: Frame
    rows: tuple[GroupRow, ...]
    new_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class GroupForm:
    """Fill `groep-nieuw`. Names of the inputs: bestand, geplakt, titel, werkproces, van, tot, and so on."""

    frame: Frame
    action: str
    back_href: str
    example_href: str
    works: tuple[WorkGroup, ...]
    independences: tuple[str, ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GroupLine:
    """Show one line; the inputs of a line that can be put right are called `naam-PLACE`, and so on."""

    place: int
    number: int
    name: str
    reference: str
    work: str
    state: str  # a key of labels.LINES
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()  # what is told, and is not in the way
    asks_for_namesake: bool = False
    sentence: str | None = None  # the work in plain words
    told: str | None = None  # what this person did, where that is another than what most did
    href: str | None = None  # what came of it: the badge, or what waits

    @property
    def about(self) -> tuple[str, ...]:
        """Say what is about the whole row, and about no column."""
        return tuple(each.message for each in self.problems if each.field == f"-{self.place}")


@dataclass(frozen=True, kw_only=True)
class GroupCounts:
    """Count the lines of a group: what came of them, and what there is to say of those that wait."""

    given: int = 0
    already: int = 0  # was given by another, or before
    held: int = 0  # given, and not signed yet
    wrong: int = 0
    to_give: int = 0  # what is new
    before: int = 0  # what was given before, or waits already: giving it again makes nothing new
    to_read: int = 0  # lines with notices
    strangers: int = 0  # people who are not among the learners yet


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Name rows of which nothing comes: the first of them, by number and name, and how many more."""

    rows: tuple[tuple[int, str], ...] = ()
    more: int = 0

    @property
    def total(self) -> int:
        """Count them all."""
        return len(self.rows) + self.more


@dataclass(frozen=True, kw_only=True)
class GroupPage:
    """Fill `groep`: what is in it, what is wrong, and how far it is."""

    frame: Frame
    name: str
    state: str  # a key of labels.GROUPS
    done: int  # lines whose badge was given, or comes by itself
    left: int  # lines that are still to be given
    aside: int  # lines of which nothing comes
    counts: GroupCounts
    wrong: tuple[GroupLine, ...]  # the first of those that are not right
    lines: tuple[GroupLine, ...]
    action: str
    left_out: LeftOut = LeftOut()  # those that are not right
    skipped: LeftOut = LeftOut()  # those that somebody chose to skip
    may_give: bool
    asks: str = "niemand"  # or "tweede-persoon": a colleague confirms each before it is signed
    hold_hours: int = 0  # so long it waits for a recipient to read it
    undo_minutes: int = 0  # so long it can be taken back
    back_href: str
    independences: tuple[str, ...]
    previous_href: str | None = None
    next_href: str | None = None
    withdraw_href: str | None = None
    id: str = ""
    correct_action: str | None = None  # POST `groep`, where it may be withdrawn too
    stopped: str | None = None
    is_done: str | None = None  # what was just done
    unread: tuple[str, ...] = ()  # which columns were not read, a sentence each
    usual: str | None = None  # what most of those who wait did

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give what is wrong with the lines that can be put right here."""
        found = (problem for line in self.wrong for problem in line.problems)
        return tuple(each for each in found if not each.field.startswith("-"))


@dataclass(frozen=True, kw_only=True)
class GroupCard:
    """Show one badge to cut out, or what waits until it is one; `until` is how long it can be objected to."""

    name: str
    title: str
    url: str
    qr: Markup
    waits: bool = False
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class GroupCards:
    """Fill `groep-kaartjes`."""

    frame: Frame
    name: str
    organisation: str
    cards: tuple[GroupCard, ...]
    back_href: str
    waiting: int = 0  # of all, not only of these
    previous_href: str | None = None
    next_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class GroupWithdrawal:
    """Fill `groep-intrekken`. Name of the input: reden."""

    frame: Frame
    name: str
    count: int  # badges that stand
    action: str
    back_href: str
    reasons: tuple[str, ...]
    waiting: int = 0  # given, and not signed yet
    problems: tuple[Problem, ...] = ()
