"""What must still be done before a school gives a praktijkverklaring, and who does it.

It is the same list on both sides; each sees of the other what it waits for, and no more. Who confirms there,
under whose mandate, and what kind of school it is, only the school itself reads.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from issuers.praktijkverklaring.asking import Question
from issuers.praktijkverklaring.checking import About, about_of
from issuers.praktijkverklaring.hindering import Hindrance
from issuers.praktijkverklaring.offering import Candidate, Offer
from issuers.werkplekprofiel.tables import WerkprocesKey


class What(StrEnum):
    """Name what is still to be done; the page says it in a sentence."""

    BADGE = "bewijs"
    UNDERWAY = "onderweg"
    WITH_HELP = "met-hulp"
    QUESTION = "vraag"
    ERKENNING = "erkenning"
    NO_KIND = "geen-soort"
    NO_MANDATE = "geen-mandaat"
    READ = "lezen"


OF_LEERBEDRIJF: Final = frozenset({What.BADGE, What.UNDERWAY, What.WITH_HELP, What.QUESTION})
"""What the leerbedrijf does; the rest the school does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Hold one thing that is still to be done.

    Attributes:
        title: Of which work.
        day: The day that it is about.
        about: The badge, the question or what waits that it is about.
        count: For how many badges it counts.
    """

    what: What
    title: str = ""
    crebo: str = ""
    work: WerkprocesKey | None = None
    day: date | None = None
    about: UUID | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedWork:
    """Show how work of an agreement stands, to the leerbedrijf.

    Attributes:
        badge_id: The badge for it that stands.
        held_id: What was given for it and is not signed yet.
        is_with_help: Whether that badge says that it went with help.
        unknown_since: The day on which nobody confirmed that the leerbedrijf was recognised, if so.
    """

    title: str
    work: WerkprocesKey
    badge_id: UUID | None = None
    held_id: UUID | None = None
    is_with_help: bool = False
    unknown_since: date | None = None


def leerbedrijf_steps(
    works: Sequence[AgreedWork], questions: Sequence[Question], *, given: Collection[object]
) -> tuple[Step, ...]:
    """List what is still to be done, to the leerbedrijf; `given` is what the school gave on it."""
    todo = [step for each in works if (step := _step_of(each))]
    todo += [
        Step(what=What.QUESTION, about=each.id, day=each.asked) for each in questions if each.answer is None
    ]
    if given:
        return tuple(todo)
    days = {(each.work[0], each.unknown_since): None for each in works if each.unknown_since}
    todo += [Step(what=What.ERKENNING, crebo=crebo, day=day) for crebo, day in days]
    return (*todo, Step(what=What.READ))


def _step_of(work: AgreedWork) -> Step | None:
    if work.badge_id is None:
        what = What.UNDERWAY if work.held_id else What.BADGE
        return Step(what=what, title=work.title, work=work.work, about=work.held_id)
    if work.is_with_help:
        return Step(what=What.WITH_HELP, title=work.title, work=work.work, about=work.badge_id)
    return None


def school_steps(offer: Offer, questions: Sequence[Question]) -> tuple[Step, ...]:
    """List what is still to be done, to the school."""
    own = [Step(what=What(each.value)) for each in offer.hindrances]
    standing = [each for each in offer.candidates if not each.badge.is_revoked]
    given = any(not each.is_revoked for each in offer.given)
    ready = [each for each in standing if not each.hindrances]
    reads = [Step(what=What.READ)] if ready and not offer.hindrances and not given else []
    return (*own, *_to_look_up(standing), *reads, *_missing(offer, standing), *_asked(questions))


def _to_look_up(standing: Sequence[Candidate]) -> Iterator[Step]:
    """Ask once for each kwalificatie and day."""
    found: dict[About, list[Candidate]] = {}
    for each in standing:
        about = about_of(each.badge)
        if about and Hindrance.ERKENNING in each.hindrances:
            found.setdefault(about, []).append(each)
    for about, badges in found.items():
        first = badges[0].badge
        yield Step(what=What.ERKENNING, crebo=about.crebo, day=about.day, about=first.id, count=len(badges))


def _missing(offer: Offer, standing: Sequence[Candidate]) -> Iterator[Step]:
    """Name the work without a badge, or with one that says that it went with help."""
    helped = {each.badge.facts.werkproces: Hindrance.WITH_HELP in each.hindrances for each in standing}
    by_work = {(work.crebo, work.code): is_helped for work, is_helped in helped.items() if work}
    for goal in offer.profiel.goals:
        work = goal.werkproces.crebo, goal.werkproces.code
        if work not in by_work:
            yield Step(what=What.BADGE, title=goal.werkproces.title, work=work)
        elif by_work[work]:
            yield Step(what=What.WITH_HELP, title=goal.werkproces.title, work=work)


def _asked(questions: Sequence[Question]) -> Iterator[Step]:
    for each in questions:
        if each.answer is None:
            yield Step(what=What.QUESTION, about=each.id, day=each.asked)
