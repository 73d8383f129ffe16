"""What somebody who helps a holder sees: the badges that were ticked; each look is written down.

A helper has a secret in his browser that opens these pages and nothing else of this room. What he may see, a
wall of the database holds him to (`OneHelper`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.errors import HelpOverError
from holders.helping.register import badges_ticked, has_looked, helper_invited, helps_on
from holders.helping.tables import Helper, HelperLook
from issuers.database.scopes import OneHelper, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.issuing.overview import Given, as_given
from web.session import new_token, token_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Say to whoever was invited what he may see: how many badges, and until when."""

    count: int
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Helping:
    """Show one whom somebody helps: the badges that he may see, and until when."""

    id: UUID
    until: date
    badges: Sequence[Given] = ()


def find_invitation(desk: IssuingDesk, token: str) -> Asked:
    """Say what an invitation is for; this changes nothing.

    Raises:
        NotFoundError: there is no such invitation.
        HelpOverError: it was used, or stopped, or its day came.
    """
    row = _invited(desk, token)
    rows = desk.register.read(
        lambda session: badges_ticked(session, helper_id=row.id), within=OneHelper(row.id)
    )
    return Asked(count=len(rows), until=dutch_day(row.until))


def accept(desk: IssuingDesk, token: str, *, secret: str | None) -> str:
    """Say yes, once; give the secret of this browser, that of before where it helps somebody already.

    Raises:
        NotFoundError: there is no such invitation.
        HelpOverError: it was used, or stopped, or its day came.
    """
    found = _invited(desk, token)
    kept = secret if secret and _helps(desk, secret) else new_token()

    def work(session: Session) -> None:
        row = session.get(Helper, found.id, with_for_update=True)
        if row is None or row.device_hash is not None:
            raise HelpOverError
        row.device_hash = token_hash(kept)

    desk.register.write(work, within=OneHolder(found.holder_id))
    return kept


def list_helped(desk: IssuingDesk, secret: str | None) -> Sequence[Helping]:
    """List whom somebody helps in this browser; nobody is named, and no badge."""
    return [Helping(id=each.id, until=dutch_day(each.until)) for each in _helps(desk, secret)]


def look(desk: IssuingDesk, helper_id: UUID, *, secret: str | None) -> Helping:
    """Show the badges that a helper may see, and write down that he looked.

    Raises:
        NotFoundError: he does not help there, or not any more.
    """
    found = _helping(desk, helper_id, secret=secret)
    rows = desk.register.write(
        partial(_look, desk=desk, helper_id=found.id, badge_id=None), within=OneHelper(found.id)
    )
    return Helping(id=found.id, until=dutch_day(found.until), badges=rows)


def look_at(desk: IssuingDesk, helper_id: UUID, badge_id: UUID, *, secret: str | None) -> Given:
    """Show one badge, and write down that he looked at it.

    Raises:
        NotFoundError: he does not help there (any more), or may not see it.
    """
    found = _helping(desk, helper_id, secret=secret)
    [given] = desk.register.write(
        partial(_look, desk=desk, helper_id=found.id, badge_id=badge_id), within=OneHelper(found.id)
    )
    return given


def _look(session: Session, *, desk: IssuingDesk, helper_id: UUID, badge_id: UUID | None) -> Sequence[Given]:
    """Find what a helper looks at, one badge or all, and write down once a day that he did."""
    rows = badges_ticked(session, helper_id=helper_id)
    seen = [each for each in rows if badge_id in {None, each.id}]
    if badge_id is not None and not seen:
        raise NotFoundError
    day = dutch_day(desk.clock.now())
    if not has_looked(session, helper_id=helper_id, badge_id=badge_id, day=day):
        session.add(HelperLook(id=uuid7(desk.clock.now()), helper_id=helper_id, badge_id=badge_id, day=day))
    return [as_given(each) for each in seen]


def _invited(desk: IssuingDesk, token: str) -> Helper:
    """Find an invitation that can be used."""
    name = token_hash(token)
    row = desk.register.read(lambda session: helper_invited(session, name), within=Public(holding=name))
    if row is None:
        raise NotFoundError
    if row.device_hash is not None or _is_over(desk, row):
        raise HelpOverError
    return row


def _helps(desk: IssuingDesk, secret: str | None) -> Sequence[Helper]:
    """List what a browser may still see."""
    if not secret:
        return ()
    name = token_hash(secret)
    rows = desk.register.read(lambda session: helps_on(session, name), within=Public(holding=name))
    return [each for each in rows if not _is_over(desk, each)]


def _helping(desk: IssuingDesk, helper_id: UUID, *, secret: str | None) -> Helper:
    found = next((each for each in _helps(desk, secret) if each.id == helper_id), None)
    if found is None:
        raise NotFoundError
    return found


def _is_over(desk: IssuingDesk, row: Helper) -> bool:
    return row.ended is not None or row.until <= desk.clock.now()
