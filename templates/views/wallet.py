"""What the pages show of all that a holder keeps: "Mijn bewijzen", and toward what that leads."""

from dataclasses import dataclass
from datetime import date

from templates.arches import Stone
from templates.views.pieces import Frame, State
from templates.views.sharing import Outdated


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Show one badge among those that somebody keeps."""

    href: str
    title: str
    issuer: str
    picture_href: str
    sentence: str | None = None  # ours: "Ik kan ..."
    state: State = State.VALID
    improved: date | None = None  # the day on which it took the place of what he kept


@dataclass(frozen=True, kw_only=True)
class RoutePart:
    """Show a kerntaak of which there is something, with an arch; an open stone is no judgement."""

    title: str
    stones: tuple[Stone, ...]
    have: int
    of: int
    partly: int = 0


@dataclass(frozen=True, kw_only=True)
class RouteRow:
    """Show what badges lead toward; `kind` is a word of `labels.ROUTES`."""

    title: str
    kind: str
    href: str | None
    parts: tuple[RoutePart, ...]


@dataclass(frozen=True, kw_only=True)
class HolderRoutes:
    """Show toward what badges lead, or only the button to see it again. POST both actions."""

    rows: tuple[RouteRow, ...]
    hide_action: str | None
    show_action: str | None

    @property
    def has_partly(self) -> bool:
        """Tell whether something counts for a part."""
        return any(part.partly for row in self.rows for part in row.parts)


@dataclass(frozen=True, kw_only=True)
class DecidedRow:
    """Show what a school decided on what somebody shared; `outcome` is a key of labels.OWN_OUTCOMES."""

    href: str
    title: str
    school: str
    outcome: str
    day: date
    is_advice: bool = False
    is_replaced: bool = False


@dataclass(frozen=True, kw_only=True)
class Wallet:
    """Fill `mijn-bewijzen`; `badges` is None where nothing is kept on this telephone."""

    frame: Frame
    badges: tuple[Shelf, ...] | None
    count: int
    outdated: tuple[Outdated, ...] = ()  # what links of his show and that stands no more
    leave_action: str  # POST
    card_href: str  # where a card is typed
    passkey_href: str  # where a passkey opens them
    address_href: str | None = None  # where a code does that is sent; None where nothing is sent
    share_href: str | None = None  # where he shows several together; None where this telephone may not
    paper_href: str = ""  # the same, to go on to one page of paper
    shares_href: str | None = None  # what he shares now
    schools_href: str | None = None  # which schools may take it in
    evc_href: str | None = None  # where he makes a zip for a provider of EVC; None as with `ways_href`
    helpers_href: str | None = None  # who helps him; None as with `ways_href`
    ways_href: str | None = None  # how else he comes here; None where this telephone may not tell
    is_only_this: bool = False  # nothing is left once this telephone is gone
    has_given_card: bool = False  # an organisation made a card that opens what it gave
    take_over_action: str | None = None  # POST: let nothing of before open what is shown here
    take_over_from: date | None = None  # from which day that may be; None where nothing is to be taken over
    only_of: str | None = None  # the one organisation whose badges this telephone shows
    is_borrowed: bool = False  # it shows them for an hour
    stored_href: str | None = None  # what is stored about him; None where this telephone may not
    foreign: tuple[Shelf, ...] = ()  # what he got elsewhere
    import_href: str | None = None  # where he brings such a badge in; None where this telephone may not
    decided: tuple[DecidedRow, ...] = ()  # what schools decided on what he shared
    routes: HolderRoutes | None = None  # toward what they lead
    done: str | None = None
