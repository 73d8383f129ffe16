"""The pages on which an organisation designs badges of its own, and gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from templates.views.issuing import Hidden
from templates.views.pieces import Corrects, Frame, Hindrance, Problem, SkillOption


@dataclass(frozen=True, kw_only=True)
class DesignRow:
    """Show one badgeklasse; `standing` is a key of labels.DESIGNS."""

    name: str
    picture: Markup
    standing: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Starter:
    """Offer a badgeklasse to begin with; POST to `action`."""

    name: str
    description: str
    picture: Markup
    action: str


@dataclass(frozen=True, kw_only=True)
class Designs:
    """Fill `badges-ontwerpen`: what the organisation designed, and what it can begin with."""

    frame: Frame
    organisation: str
    rows: tuple[DesignRow, ...]
    starters: tuple[Starter, ...]
    new_href: str
    endorsements_href: str
    unanswered: int = 0  # organisations that stand behind one of them, and wait for an answer
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class DesignForm:
    """Fill `badge-ontwerp`; POST to `action`, or to `look_action` to see the picture first.

    Names of the inputs: those of `typed`, and vaardigheid (repeated; a uri).
    """

    frame: Frame
    name: str | None  # of what is changed; None for a new one
    action: str
    look_action: str
    back_href: str
    typed: Mapping[str, str]
    chosen_skills: tuple[str, ...]
    skills: tuple[SkillOption, ...]
    picture: Markup | None  # None while what was chosen cannot be drawn
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DesignStep:
    """Say what somebody does at one level; `level` is a key of labels.LEVELS."""

    level: str
    criteria: str


@dataclass(frozen=True, kw_only=True)
class DesignVersionRow:
    """Show one published version."""

    number: int
    published: date
    href: str


@dataclass(frozen=True, kw_only=True)
class DesignPage:
    """Fill `badge-ontwerp-bekijk`: what is published or about to be; each `..._action` is a POST.

    `unfinished` is what must still be put right in the draft; `revealing` a word in it that tells to which
    group somebody belongs.
    """

    frame: Frame
    name: str
    picture: Markup | None
    standing: str
    description: str
    criteria: str
    steps: tuple[DesignStep, ...]
    skills: tuple[SkillOption, ...]
    leervorm: str
    kind: str  # a key of labels.ACHIEVEMENT_KINDS
    months: str
    work: str
    has_english: bool
    change_href: str
    copy_action: str
    back_href: str
    versions: tuple[DesignVersionRow, ...] = ()
    publish_action: str | None = None
    discard_action: str | None = None
    archive_action: str | None = None
    restore_action: str | None = None
    give_href: str | None = None
    ask_url: str | None = None  # where another organisation says that it stands behind it
    unfinished: tuple[Problem, ...] = ()
    revealing: str | None = None
    hindrance: Hindrance | None = None
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class EndorseForm:
    """Fill `badge-bevestigen`; POST to `action` with `zin`."""

    frame: Frame
    name: str
    owner: str
    organisation: str
    action: str
    back_href: str
    said: str = ""
    problems: tuple[Problem, ...] = ()
    hindrance: Hindrance | None = None


@dataclass(frozen=True, kw_only=True)
class EndorsementRow:
    """Show who stands behind which badge, in which words; POST to `action` with `antwoord`.

    `answer` is laat-zien or liever-niet; None while it waits for one.
    """

    by: str
    title: str
    title_href: str
    comment: str
    on: date
    href: str
    action: str
    answer: str | None


@dataclass(frozen=True, kw_only=True)
class Endorsements:
    """Fill `bevestigingen`: who stands behind the badges of an organisation."""

    frame: Frame
    rows: tuple[EndorsementRow, ...]
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class OwnBadgeForm:
    """Fill `badge-geven`, step 2; POST to `action`. Inputs: naam, zin, van, tot, stap, rol."""

    frame: Frame
    name: str
    description: str
    criteria: str
    picture: Markup
    steps: tuple[DesignStep, ...]
    action: str
    back_href: str
    today: date
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    hindrance: Hindrance | None = None
    hidden: Hidden = ()
    corrects: Corrects | None = None
    people: tuple[str, ...] = ()  # who learns here: names to choose from
