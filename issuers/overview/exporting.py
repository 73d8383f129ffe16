"""What was given, as a table to take along: what the organisation knows, and no link that opens a badge."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from badges.facts import Facts
from badges.moments import dutch_day
from issuers.issuing.overview import Given
from issuers.overview.listing import ListedBadge
from issuers.overview.looking import Standing
from issuers.sheets import Sheet, Value
from web.locale import Language

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("Gegeven op", "Bewijs", "Crebo", "Werkproces", "Naam op het bewijs", "Deelnemer", "Kenmerk"),
        *("Van", "Tot en met", "Zelfstandigheid", "Gegeven door", "Stand", "Sinds", "Id van het bewijs"),
    ),
    "en": (
        *("Given on", "Badge", "Crebo", "Werkproces", "Name on the badge", "Person", "Reference"),
        *("From", "Until", "Independence", "Given by", "Standing", "Since", "Id of the badge"),
    ),
}
_NAMES: dict[Language, str] = {"nl": "Gegeven", "en": "Given"}
_STANDINGS: dict[Language, dict[Standing, str]] = {
    "nl": {each: each.value for each in Standing},
    "en": {
        Standing.GELDIG: "valid",
        Standing.VERBETERD: "corrected",
        Standing.INGETROKKEN: "withdrawn",
        Standing.VERLOPEN: "expired",
    },
}


def sheet_of(badges: Iterator[ListedBadge], *, language: Language, now: datetime) -> Sheet:
    """Make the table of badges, in the language of who takes it along."""
    return Sheet(
        name=_NAMES[language],
        headings=_HEADINGS[language],
        rows=(_row(each, language=language, now=now) for each in badges),
    )


def standing_of(given: Given, *, now: datetime) -> tuple[Standing, date | None]:
    """Say how a badge stands at this moment, and since which day where that is not from the start."""
    if given.revoked_at:
        standing = Standing.VERBETERD if given.replaced_by else Standing.INGETROKKEN
        return standing, dutch_day(given.revoked_at)
    until = given.facts.valid_until
    return (Standing.VERLOPEN, dutch_day(until)) if until and until <= now else (Standing.GELDIG, None)


def _row(listed: ListedBadge, *, language: Language, now: datetime) -> Sequence[Value]:
    given = listed.given
    standing, since = standing_of(given, now=now)
    return (
        dutch_day(given.awarded),
        *_work(given.facts),
        given.facts.name,
        listed.recipient,
        listed.reference,
        _day(given.facts.activity_start),
        _day(given.facts.activity_end),
        given.facts.independence,
        listed.given_by,
        _STANDINGS[language][standing],
        since,
        given.facts.credential_id,
    )


def _work(facts: Facts) -> tuple[Value, Value, Value]:
    werkproces = facts.werkproces
    return facts.title, werkproces.crebo if werkproces else None, werkproces.code if werkproces else None


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
