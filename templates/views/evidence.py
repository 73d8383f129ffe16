"""What the pages show on which is collected what somebody did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class Photo:
    """Show a photo that somebody may see."""

    href: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class AlongBadge:
    """Say whether a photo goes along with the badge; only the recipient is asked.

    `state` is "niet", "mee" (before it is signed), "te-zien" (a badge names it) or "gestopt".
    """

    state: str
    yes_action: str | None = None
    no_action: str | None = None


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """Show one thing that was collected; `kind` is a key of labels.EVIDENCE, a field of EVIDENCE_FIELDS."""

    kind: str
    texts: Mapping[str, str]
    on: date
    by: str | None  # None for the recipient
    photo: Photo | None = None
    change_href: str | None = None
    remove_action: str | None = None
    is_shown: bool = False  # to the school that takes part
    show_action: str | None = None  # let that school see it
    hide_action: str | None = None
    along: AlongBadge | None = None  # None for what is no photo


@dataclass(frozen=True, kw_only=True)
class AssessmentItem:
    """Show what was judged; a field of `texts` is a key of labels.ASSESSED."""

    texts: Mapping[str, str]
    on: date
    by: str
    independence: str | None = None  # a key of labels.INDEPENDENCE
    remove_action: str | None = None


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Show what was judged and collected of one werkproces, beside what is written of it.

    Attributes:
        take_over_action: POST the form there, and its sentence begins with what was judged last.
    """

    assessments: tuple[AssessmentItem, ...]
    items: tuple[EvidenceItem, ...]
    href: str
    is_own: bool = False
    take_over_action: str | None = None


@dataclass(frozen=True, kw_only=True)
class AssessmentForm:
    """Fill `beoordeel`: POST to `action`. Inputs: those of `fields`, foto, zelfstandigheid, toch, verder.

    Attributes:
        official: What the kwalificatie itself says of the work, where the catalogue knows it.
        gives: Whether the button that goes on to the badge is there.
        most: So many bytes a photo may be.
        has_lost: Whether a photo was chosen that has to be chosen again.
    """

    frame: Frame
    name: str
    title: str
    sentence: str | None
    official: str | None
    official_href: str
    fields: tuple[str, ...]  # keys of labels.ASSESSING
    beside: Beside
    action: str
    back_href: str
    most: int
    has_lost: bool = False
    gives: bool = False
    asks: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EvidenceAdd:
    """Lead to the form of a kind; the first two are what most people came for."""

    kind: str
    href: str


@dataclass(frozen=True, kw_only=True)
class EvidencePage:
    """Fill `verzameld`: what was collected for one werkproces, and what can be added.

    `is_own` where the recipient himself looks; he is then told what is his. Where a `school` takes part, each
    thing says whether it may see it.
    """

    frame: Frame
    name: str
    is_own: bool
    title: str
    sentence: str | None
    below: str
    field: str
    beside: Beside
    add: tuple[EvidenceAdd, ...]
    back_href: str
    assess_href: str | None = None  # for who works with the recipient
    school: str | None = None  # that takes part
    done: str | None = None
    is_kept: bool = False  # what was typed: this device may forget it


@dataclass(frozen=True, kw_only=True)
class EvidenceForm:
    """Fill `verzamel`: POST to `action`. Names of the inputs: those of `fields`, foto, toch, versie.

    Attributes:
        about: Names what is written, for this device to keep unfinished text of; it lets nobody in.
        version: Which version the writer saw of what he changes; 0 for something new.
        fields: Each field of the kind (a key of labels.EVIDENCE_FIELDS) and how many characters it holds.
        asks: Whether a word was found that may stay once the box `toch` is ticked.
        most: So many bytes a photo may be; 0 for what has none.
    """

    frame: Frame
    kind: str
    is_own: bool
    title: str
    sentence: str | None
    fields: Mapping[str, int]
    action: str
    about: str
    back_href: str
    version: int = 0
    most: int = 0
    asks: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
