"""What the pages of a holder show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from templates.views.pieces import Facts, Frame, Problem, State


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
    opened_action: str  # POST: somebody looks at it


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
    card_href: str  # where a card is typed
    make_card_href: str | None = None  # where he makes one; None where this telephone may not
    card_since: date | None = None  # since when he has one
    end_card_action: str = ""  # POST
    only_of: str | None = None  # the one organisation whose badges this telephone shows
    is_borrowed: bool = False  # it shows them for an hour
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeptBadge:
    """Fill `mijn-bewijs`: one badge for who keeps it, with the code that says that it is his."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    show_href: str
    back_href: str
    code: str
    again_href: str  # shows the next code
    close_action: str  # POST: nobody sees its page any more
    reopen_action: str  # POST
    is_closed: bool = False
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class WhoseBadge:
    """Fill `van-wie`: whether a badge is of who shows it. POST `action` with code."""

    frame: Frame
    title: str
    action: str
    back_href: str
    hindrance: str | None = None  # why no code can be asked for
    is_right: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardChoice:
    """Fill `kaart-maken`: three pictures for a card. POST `action`: plaatje-1, plaatje-2, plaatje-3."""

    frame: Frame
    by_field: tuple[str, ...]  # keys of labels.CARD_PICTURES
    action: str
    back_href: str
    is_own: bool  # the holder makes it; otherwise it is made for whoever stands there
    has_one: bool = False  # which opens nothing once this one is made
    title: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardMade:
    """Fill `kaart`: the card itself, to print or to copy; its code is shown this one time."""

    frame: Frame
    code: str  # as it is typed: K7P-4QD9
    qr: Markup  # documents.qr.qr_svg of `url`
    url: str  # absolute: where it is typed
    back_href: str
    picture: Markup | None = None
    title: str | None = None
    organisation: str | None = None  # that makes another when it is lost; None where the holder does


@dataclass(frozen=True, kw_only=True)
class CardTyped:
    """Fill `kaart-openen`. POST `action` with code, plaatje-1 to plaatje-3, and eigen (ja, nee)."""

    frame: Frame
    by_field: tuple[str, ...]
    action: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
