"""Was the leerbedrijf recognised for this work on the day of the judgement? Registers say so, not badges.

SBB recognises a leerbedrijf for some kwalificaties, for four years, and can end that. So it is asked of the
day itself and of the crebo of the werkproces; where no register tells, the answer is that we do not know.
Which day that was is the word of the issuer, also in the proof, so whoever is told of it is told that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from badges.facts import Facts
from badges.moments import dutch_day
from badges.strictjson import JsonObject


class Recognised(StrEnum):
    """Say what is known of it: confirmed by who recognises, declared by itself, or nothing."""

    CONFIRMED = "confirmed"
    DECLARED = "declared"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognition:
    """Hold what a register says: for which kwalificaties (crebo), from which day to which, and who told."""

    status: Recognised
    crebos: tuple[str, ...]
    since: date
    source: str
    until: date | None = None

    def covers(self, crebo: str, *, on: date) -> bool:
        """Tell whether it is about this kwalificatie, on this day."""
        return crebo in self.crebos and self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class RecognitionFound:
    """Hold the answer about one badge: what is known, of which day, and who told."""

    status: Recognised
    on: date | None
    source: str | None = None

    def as_json(self) -> JsonObject:
        """Give the answer as the API shows it."""
        found: JsonObject = {"status": self.status.value}
        if self.on is not None:
            found["on"] = self.on.isoformat()
        return found if self.source is None else {**found, "source": self.source}


def find_recognition(facts: Facts, *, among: Iterable[Recognition]) -> RecognitionFound | None:
    """Give the answer for a badge that is a werkproces; of another badge nobody asks it (None).

    One that only points at a werkproces has a name of its own, and stays a badge of who judged it.
    What was confirmed counts before what was declared.
    """
    if facts.werkproces is None or facts.werkproces.title != facts.title:
        return None
    day = day_of_judgement(facts)
    if day is None:
        return RecognitionFound(Recognised.UNKNOWN, None)
    crebo = facts.werkproces.crebo
    covering = [each for each in among if each.covers(crebo, on=day)]
    best = min(covering, key=lambda each: _BEST_FIRST.index(each.status), default=None)
    return (
        RecognitionFound(best.status, day, best.source) if best else RecognitionFound(Recognised.UNKNOWN, day)
    )


def day_of_judgement(facts: Facts) -> date | None:
    """Give the day on which somebody judged the work: that of the award, else the last day of the work."""
    moment = facts.awarded or facts.activity_end
    return dutch_day(moment) if moment else None


_BEST_FIRST: Final = (Recognised.CONFIRMED, Recognised.DECLARED, Recognised.UNKNOWN)
