"""What somebody keeps: "Mijn bewijzen", of whatever organisation gave it."""

from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from holders.keeping.register import badge_kept, badges_kept, count_kept, ever_kept, kept_by
from holders.keeping.telephones import KnownHolder
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.overview import Given, as_given

MOST_SHOWN: Final = 200
"""So many stand on the page; nobody earned more, yet one page must stay one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallet:
    """Hold what somebody keeps, the newest first, and how many that is in all.

    `improved` are those of these that took the place of one that he kept.
    """

    badges: tuple[Given, ...]
    count: int
    improved: frozenset[UUID]


def open_wallet(desk: IssuingDesk, holder: KnownHolder) -> Wallet:
    """List what a holder keeps, in three questions however many badges that are."""

    def work(session: Session) -> Wallet:
        whose, only_of = holder.holder_id, holder.only_of
        rows = badges_kept(session, holder_id=whose, only_of=only_of, limit=MOST_SHOWN)
        count = count_kept(session, holder_id=whose, only_of=only_of)
        had = kept_by(session, holder_id=whose)
        improved = frozenset(each.id for each in rows if each.replaces in had)
        return Wallet(badges=tuple(as_given(each) for each in rows), count=count, improved=improved)

    return desk.register.read(work, within=OneHolder(holder.holder_id))


def find_kept(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> Given:
    """Find one thing that a holder keeps.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it.
    """
    asked = partial(badge_kept, badge_id=badge_id, holder_id=holder.holder_id, only_of=holder.only_of)
    row = desk.register.read(asked, within=OneHolder(holder.holder_id))
    if row is None:
        raise NotFoundError
    return as_given(row)


def list_ever_kept(desk: IssuingDesk, holder: KnownHolder) -> tuple[Given, ...]:
    """List what a holder keeps, also what a better version took the place of."""
    asked = partial(ever_kept, holder_id=holder.holder_id, limit=2 * MOST_SHOWN)
    return tuple(map(as_given, desk.register.read(asked, within=OneHolder(holder.holder_id))))


def replaced_one(desk: IssuingDesk, given: Given, *, holder: KnownHolder) -> bool:
    """Tell whether something that a holder keeps took the place of what he kept."""
    asked = partial(kept_by, holder_id=holder.holder_id)
    return given.replaces in desk.register.read(asked, within=OneHolder(holder.holder_id))
