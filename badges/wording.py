"""A sentence in the two languages of the service, and dates as people write them."""

from dataclasses import dataclass
from datetime import UTC, datetime

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
    """Write a day as "26 juni 2026"; days in a badge are days in UTC."""
    moment = moment.astimezone(UTC)
    return f"{moment.day} {MAANDEN[moment.month - 1]} {moment.year}"


def day_en(moment: datetime) -> str:
    """Write a day as "26 June 2026"."""
    moment = moment.astimezone(UTC)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
