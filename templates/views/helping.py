"""What the pages show of who helps a holder, and to who helps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from templates.views.pieces import Facts, Frame, Problem, State
from templates.views.wallet import Shelf


@dataclass(frozen=True, kw_only=True)
class LookRow:
    """Say on which day a helper looked at what; None is the list."""

    day: date
    title: str | None


@dataclass(frozen=True, kw_only=True)
class HelperRow:
    """Show who helps to whom he helps."""

    label: str
    until: date
    has_come: bool
    is_over: bool
    invite_href: str  # shows the invitation again, while he has not come
    stop_action: str  # POST
    titles: tuple[str, ...]
    looks: tuple[LookRow, ...]


@dataclass(frozen=True, kw_only=True)
class Helpers:
    """Fill `mijn-helpers`: who helps, and what each looked at."""

    frame: Frame
    helpers: tuple[HelperRow, ...]
    new_href: str
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class HelperChoice:
    """Fill `helper-nieuw`. POST `action` with wie, bewijs (repeated), duur (a key of labels.HELP_SPANS)."""

    frame: Frame
    action: str
    back_href: str
    badges: tuple[tuple[str, str, str], ...]  # id, title, issuer
    spans: tuple[str, ...]
    chosen: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HelperInvitation:
    """Fill `helper-uitnodiging`: the link and the code for who helps."""

    frame: Frame
    label: str
    until: date
    url: str
    qr: Markup
    back_href: str


@dataclass(frozen=True, kw_only=True)
class HelpAsked:
    """Fill `helpen-vraag`: whether somebody helps. POST to `action`."""

    frame: Frame
    count: int
    until: date
    action: str


@dataclass(frozen=True, kw_only=True)
class HelpedRow:
    """Show one whom somebody helps: nobody is named."""

    href: str
    until: date


@dataclass(frozen=True, kw_only=True)
class Helped:
    """Fill `helpen`: whom somebody helps, in this browser."""

    frame: Frame
    helped: tuple[HelpedRow, ...]


@dataclass(frozen=True, kw_only=True)
class HelpShelf:
    """Fill `helpen-bij`: the badges that somebody who helps may see."""

    frame: Frame
    badges: tuple[Shelf, ...]
    until: date
    back_href: str


@dataclass(frozen=True, kw_only=True)
class HelpBadge:
    """Fill `helpen-bewijs`: one badge for who helps; with nothing to share it by."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    state: State
    since: date | None  # from when it stands no more
    back_href: str
