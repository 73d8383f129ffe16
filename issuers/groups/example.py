"""A roster to begin with: the columns that we explain, filled in with people who do not exist."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

from badges.catalogue.model import Kwalificatie, Werkproces
from badges.judgement import Independence
from issuers.desk import IssuingDesk
from issuers.organisations.founding import offered_by
from issuers.people.permissions import Actor
from issuers.sheets import Sheet, Value

COLUMNS: Final = ("naam", "kenmerk", "crebo", "werkproces", "van", "tot", "zelfstandigheid", "toelichting")
FOUR_WEEKS: Final = timedelta(weeks=4)
_WORKS: Final = 2


def example_sheet(desk: IssuingDesk, *, actor: Actor) -> Sheet:
    """Make a roster about work that the organisation of the actor does, over the last four weeks.

    Where it chose no kwalificaties yet, it is about the first work in the catalogue.
    """
    works = _first_of(offered_by(desk, actor.organisation_id)) or _first_of(desk.catalogue.kwalificaties)
    today = desk.clock.today()
    return Sheet(name="Rooster", headings=COLUMNS, rows=_rows(works, until=today))


def _first_of(kwalificaties: Sequence[Kwalificatie]) -> Sequence[Werkproces]:
    return list(islice((work for each in kwalificaties for work in each.werkprocessen), _WORKS))


def _rows(works: Sequence[Werkproces], *, until: date) -> Sequence[Sequence[Value]]:
    """Give a row for each work of one person, and one of another, who has no kenmerk."""
    days = until - FOUR_WEEKS, until
    alone, helped = Independence.ZELFSTANDIG.value, Independence.MET_HULP.value
    return [
        *(
            (
                "Sam Voorbeeld",
                "voorbeeld-1",
                each.crebo,
                each.code,
                *days,
                independence,
                "Sam deed dit elke ochtend.",
            )
            for each, independence in zip(works, (alone, helped), strict=False)
        ),
        (
            "Noa Voorbeeld",
            None,
            works[0].crebo,
            works[0].code,
            *days,
            None,
            "Noa deed dit op vrijdag met een collega.",
        ),
    ]
