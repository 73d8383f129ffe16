"""Forget in a roster how to tell somebody something, once it has no more use there.

Of who learns here it is kept with him, where he can change it; what was given is told by that.
"""

import json
from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, or_, select

from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.groups.keeping import CHANGEABLE
from issuers.groups.register import lines_of
from issuers.groups.tables import GroupLine
from issuers.people.permissions import Actor

CHANNELS = ("mail", "telefoon")
AT_ONCE = 1_000


def forget_channels(desk: IssuingDesk, group_id: UUID, places: Collection[int], *, actor: Actor) -> None:
    """Forget the mail addresses and numbers in these lines of a group."""

    def work(session: Session) -> None:
        for row in lines_of(session, group_id):
            if row.place in places and row.organisation_id == actor.organisation_id:
                _forget(row)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def forget_done_channels(desk: IssuingDesk) -> int:
    """Forget those in lines of which something came: from those nobody is taken in any more."""

    def work(session: Session) -> int:
        rows = session.exec(
            select(GroupLine)
            .where(
                col(GroupLine.state).not_in(CHANGEABLE),
                or_(*(col(GroupLine.said).contains(f'"{each}": ') for each in CHANNELS)),
            )
            .limit(AT_ONCE)
        ).all()
        return sum(_forget(row) for row in rows)

    return desk.register.write(work, within=WHOLE_SERVICE)


def _forget(row: GroupLine) -> bool:
    """Take them out of what was typed; tell whether there was one."""
    said = json.loads(row.said)
    kept = {name: text for name, text in said.items() if name not in CHANNELS}
    if kept == said:
        return False
    row.said = json.dumps(kept, ensure_ascii=False)
    return True
