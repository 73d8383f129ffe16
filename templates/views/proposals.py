"""The pages that say what somebody's badges say about a target."""

from dataclasses import dataclass, field
from datetime import date

from templates.arches import Stone
from templates.views.decisions import DecisionRow, RequestRow
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
class TakenBadge:
    """Show one thing in a file; `says` tells why it does not count, None where it does."""

    title: str | None
    issuer: str | None
    name: str | None
    says: str | None


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
class Source:
    """Show who told of a text: by name, of which day our copy is, where it stands, and how it was written."""

    name: str
    made: date | None = None
    href: str | None = None
    exact: str | None = None


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
    says: str  # what its rule says
    source: Source
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
    source: Source
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
    requests: tuple[RequestRow, ...] = ()  # what waits for the examencommissie
    decisions: tuple[DecisionRow, ...] = ()
