"""What an examencommissie decided, whole: on whose request, what weighed and why, by whom, and beroep.

It is written once, as JSON that the history of the school binds, and never changes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from pydantic import TypeAdapter

from schools.decisions.plan import Work
from schools.decisions.words import Kind, Outcome
from schools.evidence.evidence import Identity

OUTCOMES: Final = {
    Kind.BESLUIT: (Outcome.VRIJSTELLING, Outcome.GEEN, Outcome.MEER),
    Kind.ADVIES: (Outcome.VRAAG_AAN, Outcome.NU_NIET, Outcome.EERST_MEER),
}
"""What can be said: of who is not enrolled nothing is decided, and it has other words."""

FRIDAY: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Hold a badge that weighed: which one, who judged it and when, how strong it was and by which rule."""

    issuer_id: str
    badge_id: str
    title: str | None
    judged_by: str
    judged: date | None
    strength: str
    rule: str
    why_nl: str
    why_en: str

    @property
    def identity(self) -> Identity:
        """Name the badge."""
        return Identity(self.issuer_id, self.badge_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Hold what weighed for one werkproces, and why."""

    work: Work
    why: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """Hold the beroepsclausule as the school had it that day."""

    text: str
    weeks: int

    def last_day(self, final: date) -> date:
        """Give the last day for who heard of it on the day that it was final; on a working day, as terms end.

        A term that would end in a weekend ends on the Monday (Algemene termijnenwet 1).
        """
        day = final + timedelta(weeks=self.weeks)
        return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > FRIDAY else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """Hold all that a decision says.

    Attributes:
        work: What it is about.
        is_part: Whether that is less than the whole examenonderdeel.
        appeal: None of an advice: nobody can go to beroep against that.
        revises: The decision whose place it takes, and `because` why.
        by: Who wrote it down.
    """

    kind: Kind
    outcome: Outcome
    student: str
    school: str
    plan_id: UUID
    plan_name: str
    plan_version: int
    crebo: str
    kwalificatie: str
    code: str
    title: str
    work: tuple[Work, ...]
    is_part: bool
    asked: date
    asked_by: str
    commission: str
    meeting: str
    mandate: str
    members: tuple[str, ...]
    motivation: str
    decided: date
    weighed: tuple[Weighed, ...]
    appeal: Appeal | None
    by: str
    revises: UUID | None = None
    because: str | None = None

    @property
    def badges(self) -> frozenset[Identity]:
        """Name every badge that weighed."""
        grounds = (each for weighed in self.weighed for each in weighed.grounds)
        return frozenset(each.identity for each in grounds)


_JSON: Final[TypeAdapter[Besluit]] = TypeAdapter(Besluit)


def dump(besluit: Besluit) -> str:
    """Write it, for the database and for the history."""
    return _JSON.dump_json(besluit).decode()


def load(written: str) -> Besluit:
    """Read it back."""
    return _JSON.validate_json(written)
