"""The pages about what somebody will learn: for who works with him, and for himself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from templates.views.pieces import Frame, OwnBadge, Problem, ToDo
from templates.views.school import QuestionLine


@dataclass(frozen=True, kw_only=True)
class WorkOption:
    """Offer one werkproces; `value` is `25774/B1-K2-W1`."""

    value: str
    title: str
    below: str
    is_chosen: bool
    plain: str | None = None  # ours: "Ik kan ..."


@dataclass(frozen=True, kw_only=True)
class WorkGroup:
    """Offer the werkprocessen of a kwalificatie."""

    name: str
    options: tuple[WorkOption, ...]

    @property
    def chosen(self) -> int:
        """Count those that are chosen."""
        return sum(each.is_chosen for each in self.options)


@dataclass(frozen=True, kw_only=True)
class WorkLoss:
    """Tell what is gone with one werkproces that is not ticked any more; `value` says that this may go."""

    value: str
    title: str
    plain: str | None
    told: int  # by the recipient himself: that cannot be ticked away
    collected: int
    assessments: int
    drafts: int
    is_let_go: bool


@dataclass(frozen=True, kw_only=True)
class AfspraakForm:
    """Fill `afspraak-maken`, with the inputs werkproces, weg, zoek, van, tot, begeleiding, tempo, school.

    The first two are repeated. The button with `stap` = `zoek` finds other work and keeps all that was typed.
    Enter sends `enter`, which does the same where `zoek` is another word than `gezocht`.
    """

    frame: Frame
    name: str
    is_new: bool
    action: str
    back_href: str
    groups: tuple[WorkGroup, ...]
    others: tuple[WorkOption, ...]  # chosen before, or found
    query: str
    losses: tuple[WorkLoss, ...] = ()
    schools: Mapping[str, str] = field(default_factory=dict)  # by id
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GoalRow:
    """Show one werkproces that will be learned, and the badge that was given for it."""

    title: str
    sentence: str | None  # ours: "Ik kan ..."
    below: str
    field: str
    badge_href: str | None
    give_href: str | None = None
    held_href: str | None = None  # what was given for it and is not signed yet
    assess_href: str | None = None
    keep_href: str | None = None  # where the recipient keeps the badge
    collect_href: str | None = None  # what was collected for it
    collected: int = 0
    written_by: str | None = None  # who last wrote at a draft
    written: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReceivedRow:
    """Show what somebody was given besides: a badge of an organisation's own, or what his school gave."""

    title: str
    by: str
    on: date
    href: str
    field: str
    keep_href: str | None = None  # where the recipient keeps it
    picture: Markup | None = None  # of who designed it; else that of the field


@dataclass(frozen=True, kw_only=True)
class AfspraakFacts:
    """Show what was agreed: when, who helps, at what pace, and how far it came."""

    goals: tuple[GoalRow, ...]
    start: date
    until: date | None
    guidance: str | None
    pace: str | None
    school: str | None = None
    besides: tuple[GoalRow, ...] = ()  # of work that was not agreed: it put something right
    received: tuple[ReceivedRow, ...] = ()

    @property
    def reached(self) -> int:
        """Count the goals that a badge was given for."""
        return sum(goal.badge_href is not None for goal in self.goals)


@dataclass(frozen=True, kw_only=True)
class AfspraakRow:
    """Show an agreement in the list of a recipient; `standing` is a key of labels.STANDINGS."""

    standing: str
    proposed: date
    reached: int
    total: int
    href: str
    unjudged: int = 0  # of what the recipient told


@dataclass(frozen=True, kw_only=True)
class Trainer:
    """Show which praktijkopleider agreed to stand in what the school gives; `own_name` is of who looks.

    The input of `name_action`: functie.
    """

    name: str | None
    function: str | None
    own_name: str
    name_action: str
    unname_action: str


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """Fill `afspraak`. The inputs of `paper_action`: naam, gezien, versie.

    `standing` is a key of labels.STANDINGS, `agreed_by` of labels.AGREED_BY.
    """

    frame: Frame
    name: str
    facts: AfspraakFacts
    standing: str
    revision: int
    url: str  # for the recipient
    qr: Markup
    look_href: str  # this page, which leads on once there is an answer
    paper_href: str
    paper_action: str
    change_href: str
    link_action: str
    stop_action: str
    back_href: str
    trainer: Trainer
    questions: tuple[QuestionLine, ...] = ()  # of the school
    todo: ToDo | None = None  # before the school gives a praktijkverklaring
    agreed: date | None = None
    agreed_by: str | None = None
    chosen_name: str | None = None
    objection: str | None = None
    gives: bool = True  # False for who may only write
    own: tuple[OwnBadge, ...] = ()  # what the organisation designed itself and may be given now
    mail: str | None = None  # where the recipient wants to be written to
    phone: str | None = None  # or called: +31612345678
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class AfspraakPaper:
    """Fill `afspraak-papier`: to print, read together, and tick."""

    frame: Frame
    name: str
    organisation: str
    facts: AfspraakFacts
    url: str
    qr: Markup
    back_href: str


@dataclass(frozen=True, kw_only=True)
class AfspraakAnswer:
    """Fill `afspraak-lezen`, for the recipient. Names of the inputs: naam, wat, versie."""

    frame: Frame
    name: str
    organisation: str
    facts: AfspraakFacts
    standing: str
    revision: int
    url: str  # of this page: whoever keeps it comes back
    yes_action: str
    no_action: str
    chosen_name: str | None = None
    objection: str | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    done: str | None = None
