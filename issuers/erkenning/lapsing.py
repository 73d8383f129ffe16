"""Until when a recognition went that is over now: it is told before a badge is given, and stops nobody."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import partial

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.known import KnownErkenning
from issuers.erkenning.register import known_erkenningen
from issuers.organisations.tables import FactStatus
from issuers.people.permissions import Action, Actor, require

Work = tuple[str, str]


def find_lapsed(desk: IssuingDesk, work: Work, *, actor: Actor) -> date | None:
    """Tell until when the actor's organisation was recognised for work for which it is not any more.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    require(actor, Action.ISSUE)
    asked = partial(known_erkenningen, organisation_id=actor.organisation_id)
    known = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return lapsed(known, works=[work], day=desk.clock.today()).get(work)


def lapsed(known: Iterable[KnownErkenning], *, works: Collection[Work], day: date) -> dict[Work, date]:
    """Tell for which of this work what we knew of is over on a day; of other work nothing is said."""
    rows = [each.row for each in known if each.of_number is not FactStatus.ONBEKEND]
    found = {}
    for crebo, code in works:
        about = [row for row in rows if row.crebo == crebo and row.werkproces in (None, code)]
        ends = [row.until or date.max for row in about if row.since <= day]
        if ends and max(ends) < day:
            found[crebo, code] = max(ends)
    return found
