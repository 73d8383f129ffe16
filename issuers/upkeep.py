"""Do what has to be done each minute: finish what stopped, renew what ages, sign what happened."""

from dataclasses import dataclass

from issuers.checkpoints import make_checkpoint
from issuers.desk import IssuingDesk
from issuers.lists import republish_due
from issuers.recovery import Recovered, recover


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Tell what was done."""

    recovered: Recovered
    lists_renewed: int
    checkpoint: int | None


def keep_up(desk: IssuingDesk) -> Upkeep:
    """Recover, renew the status lists that are due, and make a checkpoint if anything happened.

    May run in several processes at once, and at any moment.

    Raises:
        IssuersError: the database or a key could not be used; the next minute tries again.
    """
    recovered = recover(desk)
    renewed = republish_due(desk)
    checkpoint = make_checkpoint(desk)
    return Upkeep(
        recovered=recovered, lists_renewed=renewed, checkpoint=checkpoint.number if checkpoint else None
    )
