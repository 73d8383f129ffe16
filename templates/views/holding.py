"""What the pages show of what was given and is not signed yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from templates.views.pieces import Corrects, Facts, Frame, Problem


@dataclass(frozen=True, kw_only=True)
class HeldRow:
    """Show one thing in the list; `state` is a key of labels.HELD."""

    id: str
    title: str
    told: str  # what the person did
    name: str | None
    giver: str
    due: datetime
    state: str
    waits_for_second: bool
    is_own: bool  # the reader gave it
    href: str
    is_refused: bool = False  # a colleague said that it is not right
    stopper: str | None = None  # who that was, or took it back
    is_over: bool = False  # its time; it is signed now


@dataclass(frozen=True, kw_only=True)
class HeldList:
    """Fill `onderweg`. Name of the input of `code_action`: code; of `confirm_action`: bewijs (repeated)."""

    frame: Frame
    to_confirm: tuple[HeldRow, ...]  # what others gave and ask the reader to confirm
    rows: tuple[HeldRow, ...]
    code_action: str
    confirm_action: str
    done: str | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HeldPage:
    """Fill `onderweg-een`: what was given, what it waits for, and who can do what. Forms POST without inputs.

    `state` is a key of labels.HELD, `because` of labels.NOT_GIVEN. An action is None where it is not there.
    """

    frame: Frame
    facts: Facts
    picture: Markup | None  # of the badge that comes
    state: str
    giver: str
    due: datetime
    is_over: bool  # its time; a second person may still be waited for
    waits_for_second: bool
    back_href: str  # the group that it is of, or all that waits
    look_href: str  # this page, which leads on once it is given
    confirmer: str | None = None
    objection: str | None = None
    because: str | None = None
    code_action: str | None = None
    code: str | None = None
    confirm_action: str | None = None
    refuse_action: str | None = None  # POST `wat`
    is_refused: bool = False  # a colleague said that it is not right
    stopper: str | None = None  # the colleague who took it back, or said that
    again_href: str | None = None  # where it is put right and given again
    is_of_roster: bool = False  # then that is its row there
    corrects: Corrects | None = None  # the badge it takes the place of
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    take_back_action: str | None = None
    has_read: bool = False  # the recipient did, and said how his name reads
    first_name: str | None = None  # how it read before, where he chose another
    url: str | None = None  # for the recipient
    qr: Markup | None = None
    trouble: str | None = None  # what was just tried and cannot be


@dataclass(frozen=True, kw_only=True)
class HeldOwn:
    """Fill `straks`, for the recipient. Name of the input of `no_action`: wat; of `name_action`: naam."""

    frame: Frame
    organisation: str
    facts: Facts
    state: str
    due: datetime
    waits_for_second: bool
    no_action: str
    name_action: str | None = None  # where he can choose how his name reads
    has_read: bool = False  # and said how his name reads
    objection: str | None = None
    until: datetime | None = None  # for so long he can say that it is not right
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HeldLate:
    """Fill `straks-te-laat`, for the recipient who answered when the badge was there."""

    frame: Frame
    organisation: str
    badge_href: str
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldingSettings:
    """Fill `organisatie-meekijken`. Names of the inputs: vier-ogen, bedenktijd, wachttijd."""

    frame: Frame
    action: str
    back_href: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    done: str | None = None
