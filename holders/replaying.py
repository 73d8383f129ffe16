"""Do again, after a backup was put back, what holders did since: what ended stays ended (ADR 28)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlmodel import Session

from holders.erasing import HOLDER_ERASED
from holders.tables import Holder
from issuers.backups.replaying import Again
from issuers.database.journal import Entry


def _erase(session: Session, entry: Entry) -> None:
    """Keep nothing of who was erased; his badges have entries of their own."""
    row = session.get(Holder, UUID(str(entry["holder"])))
    if row is not None:
        session.delete(row)


AGAIN: Final[Mapping[str, Again]] = MappingProxyType({HOLDER_ERASED: _erase})
