"""Mark what we say as ours: nobody else can."""

import hashlib
import hmac
from collections.abc import Callable
from functools import partial

from issuers.database.scopes import PUBLIC
from issuers.desk import IssuingDesk
from issuers.marking.mark_key import open_mark_key
from issuers.organisations.tables import Instance


def mark(desk: IssuingDesk, said: bytes) -> bytes:
    """Mark what we say as ours (HMAC-SHA256).

    Raises:
        KeyStoreError: what opens the key is not here.
    """
    return marker(desk)(said)


def marker(desk: IssuingDesk) -> Callable[[bytes], bytes]:
    """Give what marks many things, with one question to the database.

    Raises:
        KeyStoreError: as `mark`.
    """
    row = desk.register.read(lambda session: session.get_one(Instance, 1), within=PUBLIC)
    return partial(hmac.digest, open_mark_key(row, desk=desk), digest=hashlib.sha256)
