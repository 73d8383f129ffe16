"""What the pages of a holder show."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from templates.views.pieces import Facts, Frame, State


class Keeping(StrEnum):
    """Say what can be done with a badge that somebody was given to keep."""

    FIRST = "first"  # nothing is kept on this telephone yet
    ADDED = "added"  # it would come beside what is kept here
    OWN = "own"  # it is kept here
    OTHERS = "others"  # somebody keeps it, and not here
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Keep:
    """Fill `bewaar`: the badge that was given, and then the question whether to keep it."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    standing: Keeping
    action: str  # POST
    look_href: str
    wallet_href: str


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Show one badge among those that somebody keeps."""

    href: str
    title: str
    issuer: str
    picture_href: str
    state: State = State.VALID


@dataclass(frozen=True, kw_only=True)
class Wallet:
    """Fill `mijn-bewijzen`; `badges` is None where nothing is kept on this telephone."""

    frame: Frame
    badges: tuple[Shelf, ...] | None
    count: int
    leave_action: str  # POST
    done: str | None = None
