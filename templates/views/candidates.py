"""The pages on which a school sees of whom it looks at badges, and what it took in of them."""

from dataclasses import dataclass
from datetime import date, datetime

from templates.views.cohorts import CohortChoice, CohortRow
from templates.views.decisions import DecisionRow, RequestRow
from templates.views.pieces import Frame, Problem
from templates.views.proposals import NearRow, TakenBadge, TargetGroup, TargetOption, TowardRow


@dataclass(frozen=True, kw_only=True)
class CandidateRow:
    """Show one person of whom badges were taken in; `waits` is a word of `labels.WAITS`."""

    name: str
    badges: int
    last: date | None
    waits: str
    href: str
    toward: tuple[TowardRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WaitingCount:
    """Count how many wait for one thing; a word of `labels.WAITS`."""

    waits: str
    count: int
    href: str


@dataclass(frozen=True, kw_only=True)
class CandidateSearch:
    """Show who is looked for. POST `action`: zoek, groep, stand, volgorde, pagina."""

    action: str
    whole_href: str
    zoek: str
    groep: str
    stand: str
    volgorde: str
    orders: tuple[str, ...]  # keys of labels.ORDERS
    groups: tuple[TargetOption, ...]
    group: str | None  # the name of the one that is looked for
    group_href: str | None
    all_href: str
    count: int
    waiting: tuple[WaitingCount, ...]

    @property
    def is_narrow(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.zoek or self.groep or self.stand)


@dataclass(frozen=True, kw_only=True)
class CandidateList:
    """Fill `voorstellen`. The inputs of `action`: naam, groep."""

    frame: Frame
    organisation: str
    action: str
    rows: tuple[CandidateRow, ...]
    search: CandidateSearch
    groups_href: str
    csv_action: str  # POST with what is looked for
    xlsx_action: str
    page: int = 1
    pages: int = 1
    typed: str = ""
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class TakenFileRow:
    """Show a file that was taken in. `same_action` where it holds a name of somebody else."""

    name: str
    at: datetime
    badges: tuple[TakenBadge, ...]
    report_href: str
    drop_action: str
    same_action: str | None
    is_same: bool
    until: date | None = None  # how long the consent of who showed it lasts

    @property
    def is_clear(self) -> bool:
        """Tell whether all that is in it counts, and nothing is asked."""
        return bool(self.badges) and not self.same_action and all(not each.says for each in self.badges)


@dataclass(frozen=True, kw_only=True)
class RestingDecision:
    """Show a decision that rests on a file; `state` is a word of `labels.DECISIONS`."""

    title: str
    decided: date
    state: str
    href: str


@dataclass(frozen=True, kw_only=True)
class RestedRow:
    """Show a file on which decisions rest, and until when it stays; None where no term is known."""

    name: str
    at: datetime
    until: date | None
    report_href: str
    decisions: tuple[RestingDecision, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CandidatePage:
    """Fill `voorstel-persoon`. The inputs: bestand (several) and link of `take_action`, doel of the other."""

    frame: Frame
    name: str
    files: tuple[TakenFileRow, ...]
    counts: int
    take_action: str
    propose_action: str
    targets: tuple[TargetGroup, ...]
    near: tuple[NearRow, ...]
    cohorts: tuple[CohortChoice, ...]
    cohorts_action: str
    toward: tuple[CohortRow, ...]  # the targets of his groups; `href` is the proposal
    remove_action: str
    back_href: str
    rested: tuple[RestedRow, ...] = ()
    request_href: str = ""
    requests: tuple[RequestRow, ...] = ()  # what waits for the examencommissie
    decisions: tuple[DecisionRow, ...] = ()
    link: str = ""
    problems: tuple[Problem, ...] = ()
    done: str | None = None
