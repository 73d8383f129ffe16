"""Keep the better version of what somebody keeps: it takes the place of the old one without being asked for.

What was given to the wrong person is not followed: the better one is somebody else's.
"""

from datetime import timedelta
from functools import partial
from typing import Final

from holders.keeping.register import follow
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import Wallet, open_wallet
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk

BACK: Final = timedelta(days=30)
"""So far back we look: a service that stood still catches up."""


def follow_replaced(desk: IssuingDesk) -> int:
    """Let whoever keeps a badge keep what took its place too; tell how many that were."""
    now = desk.clock.now()
    return desk.register.write(partial(follow, since=now - BACK, now=now), within=WHOLE_SERVICE)


def open_followed(desk: IssuingDesk, *, holder: KnownHolder) -> Wallet:
    """List what a holder keeps, with the better version of what was put right a moment ago."""
    wallet, now = open_wallet(desk, holder), desk.clock.now()
    if not any(each.replaced_by for each in wallet.badges):
        return wallet
    work = partial(follow, since=now - BACK, now=now, holder_id=holder.holder_id)
    return open_wallet(desk, holder) if desk.register.write(work, within=WHOLE_SERVICE) else wallet
