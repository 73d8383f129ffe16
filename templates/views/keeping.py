"""What the pages of one badge of a holder show: to keep it, what was kept, and whose it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from templates.views.pieces import Facts, Frame, Gone, Problem, State
from templates.views.sharing import OldLink, OpenLink


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
    is_borrowed: bool = False  # what is open here is of who borrows this telephone


@dataclass(frozen=True, kw_only=True)
class Away:
    """Fill `zonder-internet`: a page is not on this telephone, and there is no internet to fetch it."""

    frame: Frame
    wallet_href: str


@dataclass(frozen=True, kw_only=True)
class KeptBadge:
    """Fill `mijn-bewijs`: one badge for who keeps it, with the code that says that it is his."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    show_href: str | None  # None on a borrowed telephone: it works for ever
    back_href: str
    code: str
    again_href: str  # shows the next code
    share_href: str  # where he chooses what to show of it, and until when
    close_action: str  # POST: nobody sees its page any more
    reopen_action: str | None  # POST; None on a borrowed telephone
    qr: Markup | None = None  # documents.qr.qr_svg of where it is shown; None where nobody is shown it
    is_closed: bool = False
    asks_parent: bool = False  # nobody is shown it before a parent agreed
    state: State = State.VALID  # or REVOKED, or REPLACED by what he does not keep
    since: date | None = None  # the day that this state began
    is_mistake: bool = False  # it was withdrawn, for it was given by mistake
    improved: date | None = None  # the day on which it took the place of what he kept
    old_links: tuple[OldLink, ...] = ()  # that show the old version of it, or it though it was withdrawn
    open_links: tuple[OpenLink, ...] = ()  # that show it, also when its page is closed
    newer_href: str | None = None  # where he reads what is new, and lets his links show it
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class WhoseBadge:
    """Fill `van-wie`: whether a badge is of who shows it. POST `action` with code."""

    frame: Frame
    title: str
    action: str
    back_href: str
    hindrance: str | None = None  # why no code can be asked for
    gone: tuple[Gone, ...] = ()  # what stands no more of what is shown
    is_right: bool = False
    problems: tuple[Problem, ...] = ()
