"""The secrets of apps with codes, as they lie in the register: wrapped anew, or replaced where lost."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import pyotp
from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError
from issuers.people.register import code_apps
from issuers.people.tables import CodeApp


def label_of(person_id: UUID) -> bytes:
    """Say whose secret it is: it opens under this label only."""
    return f"code-app\n{person_id}".encode()


def rewrap_codes(desk: IssuingDesk) -> None:
    """Wrap the secrets of all apps under the newest key-encryption key.

    Raises:
        KeyStoreError: one does not open.
    """

    def work(session: Session) -> None:
        for row in code_apps(session):
            made = desk.key_store.renewed(
                row.secret, wrapped_by=row.wrapped_by, label=label_of(row.person_id)
            )
            if made is not None:
                row.secret, row.wrapped_by = made.wrapped, made.wrapped_by

    desk.register.write(work, within=WHOLE_SERVICE)


def closed_apps(desk: IssuingDesk) -> Sequence[CodeApp]:
    """List the apps of which the secret does not open."""
    return desk.register.read(partial(_closed, desk=desk), within=WHOLE_SERVICE)


def replace_closed_apps(desk: IssuingDesk) -> None:
    """Put a secret that nobody has in the place of each that does not open.

    No code of such an app opens anything any more. Its recovery codes do, and so its owner can come in, and
    make a new one.

    Raises:
        KeyStoreError: there is nothing to wrap them with.
    """

    def work(session: Session) -> None:
        for row in _closed(session, desk=desk):
            made = desk.key_store.conceal(pyotp.random_base32().encode(), label=label_of(row.person_id))
            row.secret, row.wrapped_by = made.wrapped, made.wrapped_by

    desk.register.write(work, within=WHOLE_SERVICE)


def _closed(session: Session, *, desk: IssuingDesk) -> Sequence[CodeApp]:
    return [row for row in code_apps(session) if not _opens(row, desk=desk)]


def _opens(row: CodeApp, *, desk: IssuingDesk) -> bool:
    try:
        desk.key_store.reveal(row.secret, wrapped_by=row.wrapped_by, label=label_of(row.person_id))
    except KeyStoreError:
        return False
    return True
