"""The key that marks things as ours, as it lies in the register: wrapped.

Of a telephone number only its mark is kept. Whoever has a copy of the database and this key tries all numbers
in an hour; with a copy of the database alone he has nothing to try with.
"""

import secrets
from typing import Final

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError
from issuers.organisations.tables import Instance

_KEY: Final = 32
_LABEL: Final = b"marks"


def open_mark_key(row: Instance, *, desk: IssuingDesk) -> bytes:
    """Open the key.

    Raises:
        KeyStoreError: what opens it is not here.
    """
    key, wrapped_by = row.challenge_key or b"", row.challenge_wrapped_by or ""
    return desk.key_store.reveal(key, wrapped_by=wrapped_by, label=_LABEL)


def keep_mark_key(row: Instance, *, desk: IssuingDesk) -> None:
    """See to it that the key is there, wrapped under the newest key-encryption key.

    One of before they were wrapped stays the same key: marks that are kept stay good.

    Raises:
        KeyStoreError: it does not open, or there is nothing to wrap it with.
    """
    key, wrapped_by = row.challenge_key, row.challenge_wrapped_by
    if key and wrapped_by:
        made = desk.key_store.renewed(key, wrapped_by=wrapped_by, label=_LABEL)
        if made is not None:
            row.challenge_key, row.challenge_wrapped_by = made.wrapped, made.wrapped_by
    else:
        _wrap(row, key or secrets.token_bytes(_KEY), desk=desk)


def opens(desk: IssuingDesk) -> bool:
    """Tell whether the key opens; a database that has none has none to lose."""
    row = desk.register.read(lambda session: session.get(Instance, 1), within=WHOLE_SERVICE)
    return row is None or _opens(row, desk=desk)


def replace_closed_mark_key(desk: IssuingDesk) -> None:
    """Put a new key in the place of one that does not open.

    What was marked is not known any more: forms that lie open are shown again, and nobody comes in with an
    address of before.

    Raises:
        KeyStoreError: there is nothing to wrap it with.
    """

    def work(session: Session) -> None:
        row = session.get_one(Instance, 1)
        if not _opens(row, desk=desk):
            _wrap(row, secrets.token_bytes(_KEY), desk=desk)

    desk.register.write(work, within=WHOLE_SERVICE)


def _opens(row: Instance, *, desk: IssuingDesk) -> bool:
    if not row.challenge_wrapped_by:
        return True
    try:
        open_mark_key(row, desk=desk)
    except KeyStoreError:
        return False
    return True


def _wrap(row: Instance, key: bytes, *, desk: IssuingDesk) -> None:
    made = desk.key_store.conceal(key, label=_LABEL)
    row.challenge_key, row.challenge_wrapped_by = made.wrapped, made.wrapped_by
