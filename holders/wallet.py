"""What somebody keeps: "Mijn bewijzen", of whatever organisation gave it."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from holders.register import badges_kept, count_kept
from holders.telephones import KnownHolder
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given, as_given

MOST_SHOWN: Final = 200
"""So many stand on the page; nobody earned more, yet one page must stay one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallet:
    """Hold what somebody keeps, the newest first, and how many that is in all."""

    badges: tuple[Given, ...]
    count: int


def open_wallet(desk: IssuingDesk, holder: KnownHolder) -> Wallet:
    """List what a holder keeps, in two questions however many badges that are."""
    within = OneHolder(holder.holder_id)
    asked = partial(badges_kept, holder_id=holder.holder_id, limit=MOST_SHOWN)
    rows = desk.register.read(asked, within=within)
    count = desk.register.read(partial(count_kept, holder_id=holder.holder_id), within=within)
    return Wallet(badges=tuple(as_given(each) for each in rows), count=count)
