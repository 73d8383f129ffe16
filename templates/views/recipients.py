"""The pages about who learns at an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from templates.views.holding import HeldRow
from templates.views.pieces import Frame, Problem
from templates.views.werkplekprofiel import AfspraakRow


@dataclass(frozen=True, kw_only=True)
class RecipientRow:
    """Show one recipient; `standing` is a key of labels.STANDINGS, None while nothing was agreed.

    `answered` is the day of his yes or no, `asked` counts what a school asked about him and nobody answered.
    """

    name: str
    standing: str | None
    reference: str | None
    href: str
    answered: date | None = None
    asked: int = 0
    unjudged: int = 0  # of what he told


@dataclass(frozen=True, kw_only=True)
class Recipients:
    """Fill `deelnemers`. POST `action` with zoek and pagina."""

    frame: Frame
    organisation: str
    rows: tuple[RecipientRow, ...]
    found: int  # how many there are in all, over every page
    total: int  # with `query`, how many there are besides
    query: str
    action: str
    add_href: str
    previous_page: int | None = None
    next_page: int | None = None
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecipientForm:
    """Fill `deelnemer-gegevens`. Names of the inputs: naam, mail, telefoon, kenmerk, ander."""

    frame: Frame
    name: str | None  # None for somebody new
    action: str
    back_href: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def asks_for_namesake(self) -> bool:
        """Tell whether to ask if it is somebody else with the same name."""
        return bool(self.typed.get("ander")) or any(each.field == "ander" for each in self.problems)


@dataclass(frozen=True, kw_only=True)
class RecipientPage:
    """Fill `deelnemer`; `channel` is a key of labels.CHANNELS."""

    frame: Frame
    name: str
    channel: str
    address: str | None
    reference: str | None
    agreements: tuple[AfspraakRow, ...]
    agree_href: str
    change_href: str
    remove_href: str
    consent_href: str  # whether a parent has to agree
    back_href: str
    undelivered: date | None = None  # the day of the last message that did not arrive
    timeline: tuple["TimelineRow", ...] = ()
    gives: bool = False  # who looks may give badges
    done: str | None = None

    @property
    def going(self) -> AfspraakRow | None:
        """Give the newest agreement that goes on."""
        return next((each for each in self.agreements if each.standing != "gestopt"), None)

    @property
    def may_give_now(self) -> bool:
        """Tell whether a badge can be given for that agreement."""
        going = self.going
        return bool(going and self.gives and going.standing == "afgesproken" and going.reached < going.total)


@dataclass(frozen=True, kw_only=True)
class ParentConsent:
    """Fill `deelnemer-toestemming`: whether he is younger than 16, and whether a parent agrees.

    POST `action` with doe (jong, ja, nee, oud) and, with ja, hoe.
    """

    frame: Frame
    name: str
    is_young: bool
    agreed: date | None  # on which day a parent agreed
    how: str | None  # labels.ASKED
    withdrawn: date | None
    action: str
    back_href: str
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecipientRemoval:
    """Fill `deelnemer-weg`."""

    frame: Frame
    name: str
    action: str
    back_href: str
    erase_href: str | None = None  # where his badges go too; None for who may not


@dataclass(frozen=True, kw_only=True)
class RecipientErasing:
    """Fill `deelnemer-wissen`: what goes, what stays, and whether he asked for it."""

    frame: Frame
    name: str
    count: int  # badges that go
    action: str  # POST
    back_href: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TimelineRow:
    """Show what happened; `what` is a key of labels.MOMENTS."""

    day: date
    what: str
    title: str | None = None
    href: str | None = None


@dataclass(frozen=True, kw_only=True)
class WaitingRow:
    """Show who waits, since when, for which work, who wrote last, or what did not arrive (labels.EVENTS).

    `school` is the one that asks about him, `giver` who gave what waits.
    """

    href: str
    name: str
    since: date
    title: str | None = None
    by: str | None = None
    event: str | None = None
    school: str | None = None
    giver: str | None = None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Fill `wacht`: who waits for what."""

    frame: Frame
    objections: tuple[WaitingRow, ...]
    proposals: tuple[WaitingRow, ...]
    drafts: tuple[WaitingRow, ...]
    undelivered: tuple[WaitingRow, ...]
    questions: tuple[WaitingRow, ...] = ()
    endorsements: tuple[WaitingRow, ...] = ()  # who stands behind a badge of one's own
    held_objections: tuple[WaitingRow, ...] = ()  # of badges that wait
    held: int = 0  # badges that wait
    held_rows: tuple[HeldRow, ...] = ()  # the first of them


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Fill `berichten`; POST to `action` with `vertel` of each to tell (keys of labels.EVENTS)."""

    frame: Frame
    action: str
    back_href: str
    events: tuple[str, ...]
    told: tuple[str, ...]
    done: str | None = None
