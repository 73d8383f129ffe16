"""Let what a school gives take the place of what it gave on the same work, and waited for the mbo-verklaring.

An `oordeel, klaar voor de mbo-verklaring` is given again when the mbo-verklaring has its day, and then two
would stand: the first is withdrawn, and whoever has it is led to the second. Both stand only until that is
done; where a machine stops in between, the same request does it over.
"""

from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.credential import parse
from badges.factfinding import read_facts
from badges.facts import Facts
from badges.praktijkverklaring import Title
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeState, RevocationReason
from issuers.issuing.withdrawing import Withdrawal, publish_lists_of, withdraw
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.register import verklaringen_by

NO_BYTES: Final = b"{}"


def follow_up(desk: IssuingDesk, given_id: UUID, *, profiel_id: UUID, actor: Actor) -> None:
    """Withdraw what the actor's school gave before on work that all stands in this, and waited for more.

    Raises:
        ClockBehindError: the clock runs behind what was recorded.
    """
    work = partial(_follow_up, desk=desk, given_id=given_id, profiel_id=profiel_id, actor=actor)
    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _follow_up(
    session: Session, *, desk: IssuingDesk, given_id: UUID, profiel_id: UUID, actor: Actor
) -> None:
    rows = verklaringen_by(session, school_id=actor.organisation_id, profielen=[profiel_id])
    standing = [each for each in rows if each.state is BadgeState.SIGNED]
    given = next((each for each in standing if each.id == given_id), None)
    if given is None:
        return
    before = [badgebook.lock(session, each.id) for each in standing if _gives_way(each, given)]
    withdrawal = Withdrawal(
        reason=RevocationReason.VERVANGEN, by=actor.person_id, by_key=actor.key_id, at=desk.clock.now()
    )
    for each in before:
        withdraw(session, each, withdrawal)
        each.replaced_by = given.id
    publish_lists_of(session, before, desk=desk)


def _gives_way(row: Badge, given: Badge) -> bool:
    """Tell whether it was given before, waits for its mbo-verklaring, and says nothing more."""
    if (row.reserved_at, row.id) >= (given.reserved_at, given.id):
        return False
    old = _facts(row)
    return old.title == Title.AWAITS_MBO and _work(old) <= _work(_facts(given))


def _facts(row: Badge) -> Facts:
    return read_facts(parse(row.raw or NO_BYTES).document)


def _work(facts: Facts) -> set[tuple[str, str]]:
    """Name what it says that somebody can do."""
    judged = facts.verklaring.werkprocessen if facts.verklaring else ()
    return {(each.crebo, each.code) for each in judged}
