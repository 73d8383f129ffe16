"""Write down what a school looked up itself: that a leerbedrijf was recognised for some work on a day.

Looked up once, it counts for all that the leerbedrijf gave of that kwalificatie on that day, to whomever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.register import checks_by
from issuers.praktijkverklaring.tables import ErkenningCheck
from issuers.reading import read_date
from issuers.werkplekprofiel.schooling import SeenBadge, seen_profiel

MOST_OF_A_SOURCE: Final = 120
NO_SOURCE: Final = FieldProblem(
    "bron",
    "missing",
    "Schrijf op waar je keek. Bijvoorbeeld: het register van SBB.",
    "Write down where you looked. For example: the register of SBB.",
)
NO_DAY: Final = FieldProblem(
    "dag",
    "date-unreadable",
    "Schrijf op welke dag je keek, zo: 26-6-2026. Een dag die nog komt, kan niet.",
    "Write down on which day you looked, like this: 26-6-2026. Not a day that is yet to come.",
)

TOO_EARLY: Final = FieldProblem(
    "dag",
    "date-too-early",
    "Die dag is eerder dan het bewijs. Kijk nog een keer: was het leerbedrijf toen erkend?",
    "That day is before the badge. Look once more: was the leerbedrijf recognised then?",
)


@dataclass(frozen=True, slots=True)
class About:
    """Name what is looked up of a leerbedrijf: for which kwalificatie, on which day."""

    crebo: str
    day: date


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """Hold where and when a school looked it up."""

    source: str
    looked: date


def read_check(*, source: str, day: str, judged: date, today: date) -> OwnCheck:
    """Read where and when somebody looked; before the work was judged, nobody could see how it was that day.

    Raises:
        FormError: with every problem of every field.
    """
    where, looked = " ".join(normalize(source).split()), read_date(day)
    problems = [
        FieldProblem.of(each, field="bron") for each in text_problems(where, max_length=MOST_OF_A_SOURCE)
    ]
    if not where:
        problems = [NO_SOURCE]
    if looked is None or looked > today:
        problems.append(NO_DAY)
    elif looked < judged:
        problems.append(TOO_EARLY)
    if problems or looked is None:
        raise FormError(problems)
    return OwnCheck(source=where, looked=looked)


def write_check(
    desk: IssuingDesk, profiel_id: UUID, badge_id: UUID, found: OwnCheck, *, actor: Actor
) -> None:
    """Write it down for the school of the actor; looked up again, the newest counts.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: the school is no party of it, or there is no such badge for it.
    """
    require(actor, Action.CONFIRM)
    school_id = actor.organisation_id

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        seen = seen_profiel(session, profiel_id=profiel_id, school_id=school_id, catalogue=desk.catalogue)
        about = next((about_of(each) for each in seen.badges if each.id == badge_id), None)
        if about is None:
            raise NotFoundError
        session.merge(
            ErkenningCheck(
                organisation_id=school_id,
                leerbedrijf_id=seen.leerbedrijf_id,
                crebo=about.crebo,
                day=about.day,
                source=found.source,
                looked=found.looked,
                checked_by=actor.person_id,
                written=desk.clock.now(),
            )
        )

    desk.register.write(work, within=OneOrganisation(school_id))


def own_checks(desk: IssuingDesk, leerbedrijf_id: str, *, actor: Actor) -> Mapping[About, OwnCheck]:
    """Tell what the actor's school looked up itself about a leerbedrijf.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(checks_by, school_id=actor.organisation_id, leerbedrijf_id=leerbedrijf_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return {About(row.crebo, row.day): OwnCheck(source=row.source, looked=row.looked) for row in rows}


def about_of(badge: SeenBadge) -> About | None:
    """Tell what is to be looked up for a badge; None for one that is of no werkproces."""
    work = badge.facts.werkproces
    return About(work.crebo, dutch_day(badge.given)) if work else None
