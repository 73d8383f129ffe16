"""Wrap private keys under a newer key-encryption key, one row after the other, while the service runs.

A row names the key that opens it, and whoever reads a row of a key that he does not know yet looks at its
place again: so at no moment is there a row that somebody cannot open.
"""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.keys.register import all_keys
from issuers.keys.tables import Key, KeyPurpose


def rewrap(desk: IssuingDesk, purposes: Iterable[KeyPurpose]) -> int:
    """Wrap the keys of these purposes under the newest key-encryption key; tell how many were not yet.

    Raises:
        KeyStoreError: a key does not open, or there is nothing to wrap it with. What was done, stays done.
    """
    chosen = frozenset(purposes)
    keys = desk.register.read(all_keys, within=WHOLE_SERVICE)
    works = [partial(_rewrap, key_id=key.id, desk=desk) for key in keys if key.purpose in chosen]
    return sum(desk.register.write(work, within=WHOLE_SERVICE) for work in works)


def _rewrap(session: Session, *, key_id: UUID, desk: IssuingDesk) -> bool:
    key = session.get_one(Key, key_id)
    made = None if key.is_lost else desk.key_store.rewrap(key)
    if made is None:
        return False
    key.wrapped, key.wrapped_by = made.wrapped, made.wrapped_by
    session.add(key)
    return True
