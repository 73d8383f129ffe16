"""The pages on which the same is done to many badges at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class BulkRow:
    """Show one of the badges: what it says now, what came of it, and why if nothing does or did."""

    title: str
    awarded: date
    state: str  # a key of labels.BULK_LINES
    name: str | None = None
    start: date | None = None
    end: date | None = None
    independence: str | None = None  # a key of labels.INDEPENDENCE
    better_href: str | None = None
    problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class BulkWithdraw:
    """Fill `samen-intrekken`, with the first of them; POST to `action` with `reden` (one of `reasons`)."""

    frame: Frame
    rows: tuple[BulkRow, ...]
    total: int
    action: str
    back_href: str
    reasons: tuple[str, ...]  # keys of labels.WITHDRAWAL
    problems: tuple[Problem, ...] = ()  # field: reden


@dataclass(frozen=True, kw_only=True)
class BulkChangeForm:
    """Fill `samen-verbeteren`. The inputs: wat (one of `kinds`), van, tot, zelfstandigheid, werkproces."""

    frame: Frame
    rows: tuple[BulkRow, ...]
    total: int
    action: str
    back_href: str
    kinds: tuple[str, ...]  # keys of labels.CHANGES
    independences: tuple[str, ...]  # keys of labels.INDEPENDENCE
    works: Mapping[str, str]  # by what is typed: `25774/B1-K2-W1`
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BulkChange:
    """Show what each of them will say; what is None stays as it is."""

    start: date | None = None
    end: date | None = None
    independence: str | None = None  # a key of labels.INDEPENDENCE
    work: str | None = None
    work_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class BulkPreview:
    """Fill `samen-bekijk`: the first that are put right, and that are not; POST `hidden` to `action`."""

    frame: Frame
    change: BulkChange
    changed: tuple[BulkRow, ...]
    changed_total: int
    left: tuple[BulkRow, ...]
    left_total: int
    action: str
    edit_action: str
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class BulkOutcome:
    """Fill `samen`: how far it is, and what came of each; `deed` and `state` as the tables name them."""

    frame: Frame
    deed: str
    state: str
    done: int
    total: int
    counts: Mapping[str, int]  # by a key of labels.BULK_LINES
    rows: tuple[BulkRow, ...]
    here: str
    back_href: str
    go_on_action: str | None = None
    stopped: str | None = None
    previous_href: str | None = None
    next_href: str | None = None
