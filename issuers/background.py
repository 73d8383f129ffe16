"""Begin again with work in the background of which nothing is heard: whoever did it is gone."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeAlias
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk

PATIENCE: Final = timedelta(minutes=2)
"""So long nothing may be heard of it before somebody else takes it up."""


class Runner(Protocol):
    """Go on in the background, chunk by chunk, until there is no more to do."""

    def start(self, work_id: UUID, /, *, organisation_id: str, attempt: int) -> None:
        """Begin, soon; that nobody does both at once is not needed."""
        ...

    def has_in_line(self, work_id: UUID, /, *, attempt: int) -> bool:
        """Tell whether it will still be begun by itself, once there is room for it."""
        ...


class Running(Protocol):
    """Hold what is under way: at which attempt, and when something was last heard of it."""

    id: UUID
    organisation_id: str
    attempt: int
    touched: datetime


FindSilent: TypeAlias = Callable[[Session, datetime], Sequence[Running]]
"""Find what is under way, of every organisation, of which nothing was heard since a moment."""


def take_up(desk: IssuingDesk, *, runner: Runner, silent: FindSilent) -> int:
    """Begin again with what nothing was heard of; tell how many.

    What only waits for its turn is left in line: begun again, it would be there twice.
    """
    before = desk.clock.now() - PATIENCE
    heard = desk.register.read(
        lambda session: {each.id: each.attempt for each in silent(session, before)}, within=WHOLE_SERVICE
    )
    in_line = {each for each, attempt in heard.items() if runner.has_in_line(each, attempt=attempt)}

    def work(session: Session) -> list[tuple[UUID, str, int]]:
        found = [each for each in silent(session, before) if each.id not in in_line]
        for each in found:
            each.attempt, each.touched = each.attempt + 1, desk.clock.now()
        return [(each.id, each.organisation_id, each.attempt) for each in found]

    taken = desk.register.write(work, within=WHOLE_SERVICE) if heard.keys() - in_line else []
    for work_id, organisation_id, attempt in taken:
        runner.start(work_id, organisation_id=organisation_id, attempt=attempt)
    return len(taken)
