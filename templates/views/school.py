"""The pages of a school whose pupils learn elsewhere: what it sees, confirms, asks and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from templates.views.evidence import EvidenceItem
from templates.views.pieces import Facts, Frame, Hindrance, Problem, ToDo


@dataclass(frozen=True, kw_only=True)
class SchoolRow:
    """Show one pupil at one leerbedrijf; `name` is None where he wants no name."""

    name: str | None
    leerbedrijf: str
    badges: int
    waiting: int  # badges that the school did not confirm
    href: str
    answers: int = 0  # of the leerbedrijf, about those
    rests: bool = True  # False where a badge under a verklaring that stands was withdrawn since


@dataclass(frozen=True, kw_only=True)
class SchoolList:
    """Fill `school`."""

    frame: Frame
    organisation: str
    rows: tuple[SchoolRow, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionLine:
    """Show a question of a school about a badge, and the answer."""

    question: str
    asked: date
    answer: str | None = None
    answered: date | None = None
    school: str = ""
    answer_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class CollectedWork:
    """Show what was collected of one werkproces and the pupil lets the school see."""

    title: str
    items: tuple[EvidenceItem, ...]


@dataclass(frozen=True, kw_only=True)
class SchoolBadge:
    """Show one badge to the school; `hindrances` are words of `macros/school.html`, `known` a Recognition."""

    value: str
    facts: Facts
    field: str
    href: str
    given: date
    known: str
    known_source: str | None
    check_source: str | None
    check_day: date | None
    confirmed: date | None
    confirmation_href: str | None
    confirm_action: str
    ask_href: str
    check_href: str
    hindrances: tuple[str, ...]
    questions: tuple[QuestionLine, ...] = ()
    items: tuple[EvidenceItem, ...] = ()  # what was collected, as far as the pupil shows it
    is_chosen: bool = True


@dataclass(frozen=True, kw_only=True)
class VerklaringRow:
    """Show a praktijkverklaring; `rests` is False where a badge under it was withdrawn since."""

    title: str
    given: date
    href: str
    is_revoked: bool
    rests: bool = True


@dataclass(frozen=True, kw_only=True)
class SchoolPage:
    """Fill `school-leerling`. The inputs of `read_action`: bewijs (repeated), dag-mbo, sleutel.

    `hindrances` are those of the school, words of `macros/school.html`.
    """

    frame: Frame
    name: str | None
    leerbedrijf: str
    leerbedrijf_href: str
    start: date
    until: date | None
    badges: tuple[SchoolBadge, ...]
    hindrances: tuple[str, ...]
    is_mbo: bool
    given: tuple[VerklaringRow, ...]
    read_action: str
    key: str
    back_href: str
    collected: tuple[CollectedWork, ...] = ()  # of work without a badge
    todo: ToDo | None = None  # before it can be given
    trainer: str | None = None
    trainer_function: str | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    done: str | None = None

    @property
    def offered(self) -> tuple[SchoolBadge, ...]:
        """Give the badges that nothing stands in the way of."""
        return tuple(each for each in self.badges if not each.hindrances)


@dataclass(frozen=True, kw_only=True)
class SchoolVerklaring:
    """Fill `school-verklaring`: all that will be signed, and who gives it.

    `changed` are words of `macros/school.html`.
    """

    frame: Frame
    facts: Facts
    picture: Markup
    giver: str
    mandate_by: str
    mandate_since: date
    trainer: str | None
    trainer_function: str | None
    awaits_mbo: bool  # it is no praktijkverklaring before its mbo-verklaring has a day
    action: str
    edit_action: str
    hidden: tuple[tuple[str, str], ...]
    mbo_day: date | None = None
    changed: tuple[str, ...] = ()  # since it was read
    hindrance: Hindrance | None = None


@dataclass(frozen=True, kw_only=True)
class SchoolAsk:
    """Fill `school-vraag`. Name of the input: vraag."""

    frame: Frame
    title: str
    leerbedrijf: str
    action: str
    back_href: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SchoolCheck:
    """Fill `school-erkenning`. Names of the inputs: bron, dag."""

    frame: Frame
    title: str
    crebo: str
    leerbedrijf: str
    on: date
    action: str
    back_href: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QuestionAnswer:
    """Fill `vraag-antwoord`, for the leerbedrijf. Name of the input: antwoord."""

    frame: Frame
    school: str
    question: str
    asked: date
    badge_href: str
    action: str
    back_href: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
