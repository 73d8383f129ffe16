"""Withdraw all that a group gave: what was signed, what waits, and what was only begun."""

from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.groups.keeping import require_quiet
from issuers.groups.register import standing_badges, unfinished_badges, waiting_for
from issuers.holding.stopping import take_back_within
from issuers.issuing.chunking import CHUNK
from issuers.issuing.finishing import give_up_within
from issuers.issuing.tables import RevocationReason
from issuers.issuing.withdrawing import Withdrawal, publish_lists_of, withdraw
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require


def withdraw_some(desk: IssuingDesk, group_id: UUID, *, actor: Actor, reason: RevocationReason) -> int:
    """Withdraw the next hundred badges that this group gave, take back what waits; tell how many.

    What was begun and not signed is given up, so that nothing of it comes after.

    Raises:
        PermissionDeniedError: the actor may not revoke, or not any more.
        NotFoundError: there is no such group.
        GroupBusyError: it is being given at this moment.
        ClockBehindError: the clock runs behind what was recorded.
    """
    require(actor, Action.REVOKE)

    def work(session: Session) -> int:
        require_still(session, actor, Action.REVOKE)
        group = require_quiet(session, group_id, organisation_id=actor.organisation_id)
        group.touched = desk.clock.now()
        begun = unfinished_badges(session, group_id, limit=CHUNK)
        for badge_id in begun:
            give_up_within(session, badge_id=badge_id, because="group-withdrawn", desk=desk)
        waiting = waiting_for(session, group_id, limit=CHUNK)
        for row in waiting:
            take_back_within(session, row, desk=desk, actor=actor)
        badges = standing_badges(session, group_id, limit=CHUNK)
        withdrawal = Withdrawal(reason=reason, by=actor.person_id, by_key=actor.key_id, at=desk.clock.now())
        for badge in badges:
            withdraw(session, badge, withdrawal)
        publish_lists_of(session, badges, desk=desk)
        return len(begun) + len(waiting) + len(badges)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))
