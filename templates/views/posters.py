"""The pages of a poster at the workplace."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from templates.views.issuing import PersonOption
from templates.views.pieces import Frame, Problem
from templates.views.werkplekprofiel import WorkGroup, WorkOption


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """Fill `werk`, for who scans a poster. POST to `action`: werkproces, naam, wat, dag."""

    frame: Frame
    organisation: str
    place: str
    action: str
    options: tuple[WorkOption, ...]
    today: date
    typed: Mapping[str, str] = field(default_factory=dict)
    is_done: bool = False  # it was left just now
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SayingRow:
    """Show what somebody said that he did, and where it goes on."""

    name: str
    text: str
    title: str
    day: date
    place: str
    give_href: str
    away_action: str
    learners: tuple[PersonOption, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PosterRow:
    """Show a poster; POST to `stop_action` ends it."""

    href: str
    name: str
    until: date
    is_open: bool
    stop_action: str


@dataclass(frozen=True, kw_only=True)
class Posters:
    """Fill `posters`: what was said and waits, and the posters."""

    frame: Frame
    sayings: tuple[SayingRow, ...]
    posters: tuple[PosterRow, ...]
    add_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class PosterForm:
    """Fill `poster-nieuw`. POST to `action`: naam, werkproces (repeated), termijn (keys of labels.TERMS)."""

    frame: Frame
    action: str
    back_href: str
    groups: tuple[WorkGroup, ...]
    terms: tuple[str, ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PosterPage:
    """Fill `poster`: one sheet of A4 to hang up."""

    frame: Frame
    organisation: str
    place: str
    url: str
    qr: Markup
    work: tuple[str, ...]
    until: date
    is_open: bool
    back_href: str
