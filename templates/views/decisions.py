"""The pages on which a school examines: who asks for an exemption, and what is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from templates.views.pieces import Frame, Problem
from templates.views.plans import PlanOption, PlanPart, PlanWork


@dataclass(frozen=True, kw_only=True)
class DecisionSettings:
    """Fill `organisatie-examencommissie`: commissie, mandaat, clausule, weken, jaren, vier-ogen."""

    frame: Frame
    action: str
    back_href: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class RequestRow:
    """Show a request in a list; `state` is a word of `labels.REQUESTS`."""

    name: str
    title: str
    is_part: bool
    is_advice: bool
    asked: date
    state: str
    href: str


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """Show a decision in a list; `state` and `outcome` are words of labels."""

    name: str
    title: str
    outcome: str
    state: str
    decided: date
    href: str
    is_shaken: bool = False  # a badge that weighed was withdrawn since


@dataclass(frozen=True, kw_only=True)
class RequestForm:
    """Fill `verzoek`. The inputs of `action`: onderdeel, deel (several), ingeschreven, wie, datum, mail.

    Where the `same` runs already: toch, the examenonderdeel of which that was told.
    Without a plan it asks for one first: the input of `choose_action` is plan.
    """

    frame: Frame
    name: str
    plans: tuple[PlanOption, ...]
    plan: PlanOption | None
    parts: tuple[PlanPart, ...]
    requests: tuple[RequestRow, ...]
    choose_action: str
    action: str
    plans_href: str
    back_href: str
    today: date
    typed: Mapping[str, str]
    asks_mail: bool = False  # a letter with the link can be sent
    ticked: frozenset[str] = frozenset()
    same: tuple[RequestRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class GroundOption:
    """Show a badge that may weigh; `value` names it in the form."""

    value: str
    title: str | None
    judged_by: str
    judged: date | None
    why: str
    is_whole: bool
    gone: str | None = None  # what became of it since


@dataclass(frozen=True, kw_only=True)
class WorkToWeigh:
    """Show a werkproces with what there is of it."""

    key: str
    code: str
    title: str
    says: str
    options: tuple[GroundOption, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionForm:
    """Fill `verzoek-besluit`.

    The inputs of `action`: uitkomst, vergadering, datum, mandaat, leden, motivering, reden, weegt (several),
    and `waarom-` with the key of each work. Who does not decide (`may_decide`) reads what there is:
    `state`, a word of `labels.REQUESTS`, and the `decisions` on it.
    """

    frame: Frame
    name: str
    title: str
    code: str
    plan: str
    asked: date
    asked_by: str
    is_advice: bool
    is_part: bool
    is_revision: bool
    may_decide: bool
    work: tuple[WorkToWeigh, ...]
    outcomes: tuple[str, ...]
    action: str
    withdraw_action: str | None
    back_href: str
    today: date
    typed: Mapping[str, str]
    mail: str | None = None  # where a letter with the link goes
    ticked: frozenset[str] = frozenset()
    is_member: bool = True
    state: str = "open"
    decisions: tuple[DecisionRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionList:
    """Fill `besluiten`."""

    frame: Frame
    requests: tuple[RequestRow, ...]
    rows: tuple[DecisionRow, ...]
    plans_href: str
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class WeighedWork:
    """Show what weighed for a werkproces, and why."""

    code: str
    title: str
    why: str
    grounds: tuple[GroundOption, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionFacts:
    """Show what a decision says."""

    is_advice: bool
    outcome: str
    student: str
    school: str
    kwalificatie: str
    crebo: str
    plan: str
    plan_version: int
    code: str
    title: str
    work: tuple[PlanWork, ...]
    is_part: bool
    asked: date
    asked_by: str
    commission: str
    meeting: str
    mandate: str
    members: tuple[str, ...]
    motivation: str
    decided: date
    weighed: tuple[WeighedWork, ...]
    appeal: str | None
    appeal_weeks: int
    because: str | None
    appeal_ended: date | None = None  # the last day, once it is past


@dataclass(frozen=True, kw_only=True)
class KeptFileRow:
    """Show a file that a decision rests on; `href` where its bytes are kept."""

    name: str
    report_href: str
    href: str | None


@dataclass(frozen=True, kw_only=True)
class DecisionPage:
    """Fill `besluit`. The input of `give_back_action`: waarom; of `confirm_action` nothing."""

    frame: Frame
    facts: DecisionFacts
    state: str
    by: str
    written: datetime
    confirmed_by: str | None
    confirmed: datetime | None
    given_back: str | None
    sequence: int
    is_bound: bool
    files: tuple[KeptFileRow, ...]
    link: str | None
    revises_href: str | None
    newer_href: str | None
    waiting_href: str | None
    confirm_action: str | None
    give_back_action: str | None
    revise_href: str | None
    back_href: str
    typed: Mapping[str, str]
    newer_on: date | None = None
    is_shaken: bool = False  # a badge that weighed was withdrawn since
    is_with_badges: bool = False  # a holder reads it with what he keeps
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class OwnDecisionPage:
    """Fill `besluit-lezen`, for the student."""

    frame: Frame
    facts: DecisionFacts
    newer_href: str | None
    newer_on: date | None = None
