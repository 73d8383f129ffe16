"""The pages on which a school takes badges in and sees what they say about a target."""

from dataclasses import dataclass, field
from datetime import date, datetime

from templates.arches import Stone
from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class TargetOption:
    """Offer one target; of one that is not whole, parts are unknown."""

    value: str
    title: str
    is_whole: bool = True


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """Offer the targets of one kind; a word of `labels.TARGETS`."""

    kind: str
    options: tuple[TargetOption, ...]


@dataclass(frozen=True, kw_only=True)
class TowardRow:
    """Show what there is for the target of a group that somebody is in, with an arch."""

    title: str
    code: str
    group: str
    stones: tuple[Stone, ...]
    shown: int
    partly: int
    of: int
    href: str


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
class CohortRow:
    """Show a group; `title` is None where the catalogue has its target no longer."""

    name: str
    code: str
    title: str | None
    members: int
    href: str
    change_href: str


@dataclass(frozen=True, kw_only=True)
class CohortForm:
    """Ask for the name and the target of a group. POST `action`: naam, doel."""

    action: str
    name: str
    target: str
    targets: tuple[TargetGroup, ...]


@dataclass(frozen=True, kw_only=True)
class CohortList:
    """Fill `voorstel-groepen`."""

    frame: Frame
    rows: tuple[CohortRow, ...]
    form: CohortForm
    back_href: str
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class CohortPage:
    """Fill `voorstel-groep`. POST `people_action`: namen, and al (one of `answers`) where that is asked."""

    frame: Frame
    row: CohortRow
    form: CohortForm
    is_changing: bool
    people_action: str
    typed: str
    answers: tuple[str, ...]  # keys of labels.THERE
    answer: str
    remove_action: str
    back_href: str
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class CohortChoice:
    """Offer a group to put somebody in."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, kw_only=True)
class TakenBadge:
    """Show one thing in a file; `says` tells why it does not count, None where it does."""

    title: str | None
    issuer: str | None
    name: str | None
    says: str | None


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
class NearRow:
    """Show a mbo-certificaat of which there is something."""

    code: str
    title: str
    shown: int
    partly: int
    of: int
    href: str


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
    link: str = ""
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class LinkForm:
    """Fill `voorstel-koppel`. The inputs of `action`: bewijs (a value of `badges`), reden."""

    frame: Frame
    name: str
    code: str
    title: str
    kwalificatie: str
    badges: tuple[TargetOption, ...]
    action: str
    back_href: str
    chosen: str = ""
    typed: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LinkRow:
    """Show a link that somebody made by hand."""

    werkproces: str
    reason: str
    by: str
    on: date
    drop_action: str


@dataclass(frozen=True, kw_only=True)
class ProposalSupport:
    """Show one fact behind a line: who judged it, when, and why; `rule` is the name of the rule."""

    title: str | None
    judged_by: str
    judged: date | None
    ago: str | None
    rule: str
    grounds: tuple[str, ...]
    why: str
    is_whole: bool
    did: tuple[str, ...] = ()  # what the person did, as the issuer wrote it down
    starts: date | None = None
    ends: date | None = None
    photos: tuple[str, ...] = ()  # addresses

    @property
    def tells(self) -> bool:
        """Tell whether it says anything of what the person did."""
        return bool(self.did or self.starts or self.ends or self.photos)


@dataclass(frozen=True, kw_only=True)
class ProposalLine:
    """Show one werkproces; `state` is full, part or open."""

    code: str
    title: str
    state: str
    supports: tuple[ProposalSupport, ...]
    needed: tuple[str, ...]
    link_href: str | None = None  # where a badge can be linked by hand


@dataclass(frozen=True, kw_only=True)
class ProposalKerntaak:
    """Show one kerntaak: its arch and its lines."""

    code: str
    title: str
    stones: tuple[Stone, ...]
    shown: int
    partly: int
    open: int
    lines: tuple[ProposalLine, ...]

    @property
    def of(self) -> int:
        """Count its werkprocessen."""
        return len(self.lines)


@dataclass(frozen=True, kw_only=True)
class NextPerson:
    """Lead to the proposal of who comes next in the group."""

    name: str
    group: str
    href: str


@dataclass(frozen=True, kw_only=True)
class ProposalPage:
    """Fill `voorstel`; `remarks`, `hints` and `unknown` are sentences."""

    frame: Frame
    name: str
    code: str
    title: str
    kind: str
    kerntaken: tuple[ProposalKerntaak, ...]
    is_whole: bool
    source: str
    rules: str
    ended: str | None
    remarks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    aside: tuple[TakenBadge, ...] = field(default=())
    near: tuple[NearRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    next: NextPerson | None = None
    done: str | None = None
    pdf_href: str
    json_href: str
    pack_action: str
    request_href: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class IntakeRow:
    """Show what is taken in at once, and how far it is; `state` is a key of labels.INTAKES."""

    name: str
    on: date
    state: str
    done: int
    total: int
    href: str


@dataclass(frozen=True, kw_only=True)
class IntakeList:
    """Fill `inlezen`. The input of `action`: bestand (several)."""

    frame: Frame
    action: str
    back_href: str
    rows: tuple[IntakeRow, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonChoice:
    """Show somebody of a name, and since when he is there."""

    value: str
    name: str
    since: date


@dataclass(frozen=True, kw_only=True)
class IntakeLine:
    """Show one file that was refused or is asked about; POST `whose_action` with naam.

    Where there are people of its name: with welke, and wie, which is a value of `choices` or nieuw.
    `is_for_folder` tells that the answer is for all that is asked of its folder.
    """

    place: int
    name: str
    reason: str
    whose_action: str
    typed: str = ""
    is_for_folder: bool = False
    choices: tuple[PersonChoice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IntakePage:
    """Fill `inlezen-een`: how far it is, who is asked about, and what was refused; the first of each."""

    frame: Frame
    row: IntakeRow
    new: int
    again: int
    refused: int
    asked: int
    asked_lines: tuple[IntakeLine, ...]
    refused_lines: tuple[IntakeLine, ...]
    csv_href: str
    people_href: str
    back_href: str
    again_action: str | None = None
    stopped: str | None = None
    problems: tuple[Problem, ...] = ()
    done: str | None = None
