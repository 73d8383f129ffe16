"""A sentence in the two languages of the service, and dates as people write them."""

from dataclasses import dataclass
from datetime import datetime

from badges.moments import dutch_day
from badges.strictjson import JsonObject

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold the same thing said in Dutch and in English."""

    nl: str
    en: str

    def as_json(self) -> JsonObject:
        """Give both languages as the API shows them."""
        return {"nl": self.nl, "en": self.en}


def day_nl(moment: datetime) -> str:
    """Write a day as "26 juni 2026": the day that it was in the Netherlands."""
    day = dutch_day(moment)
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def day_en(moment: datetime) -> str:
    """Write a day as "26 June 2026": the day that it was in the Netherlands."""
    day = dutch_day(moment)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
