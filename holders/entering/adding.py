"""Let another telephone show what somebody keeps, by one that does already.

The first shows a code for ten minutes, as a QR code and to type. The other asks with it, once; then the first
says yes or no, and sees which kind of telephone asks. Only what was allowed opens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from holders.cards.codes import LETTERS
from holders.entering.allowing import Allowed
from holders.entering.register import ask_by_code, ask_by_waiting, asks_of, forget_asks
from holders.entering.tables import DeviceAsk
from holders.errors import DeviceCodeError
from holders.keeping.telephones import MOST_OF_A_DEVICE, KnownHolder, Telephone, know_telephone, require_all
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.marking.marks import mark
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(minutes=10)
LENGTH: Final = 8
_CODE: Final = b"praktijkbewijs/device-code/1\n"
_KEPT: Final = b"praktijkbewijs/device-code-kept/1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Hold what a telephone shows while it lets another in.

    Attributes:
        code: What the other types, or scans.
        asks: Which kind of telephone asks; None while none does, empty where it does not say.
        allowed: For how long he said that it may; None while he did not say.
    """

    id: UUID
    code: str
    until: datetime
    asks: str | None = None
    allowed: Allowed | None = None


def begin_adding(desk: IssuingDesk, *, holder: KnownHolder) -> None:
    """Make a code for another telephone, in the place of the one before.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    ask_id, until = uuid7(desk.clock.now()), desk.clock.now() + LIFETIME
    kept = _kept(desk, _code(desk, ask_id))

    def work(session: Session) -> None:
        for each in asks_of(session, holder_id=holder.holder_id):
            session.delete(each)
        session.flush()
        session.add(DeviceAsk(id=ask_id, holder_id=holder.holder_id, code_hash=kept, until=until))

    desk.register.write(work, within=OneHolder(holder.holder_id))


def find_adding(desk: IssuingDesk, *, holder: KnownHolder) -> Adding | None:
    """Tell how far letting another telephone in has come; None where nobody is at it, or it took too long.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    rows = desk.register.read(
        partial(asks_of, holder_id=holder.holder_id), within=OneHolder(holder.holder_id)
    )
    row = next((each for each in rows if each.until > desk.clock.now()), None)
    if row is None:
        return None
    return Adding(
        id=row.id,
        code=_code(desk, row.id),
        until=row.until,
        asks=row.device if row.waiting_hash else None,
        allowed=row.allowed,
    )


def ask_in(desk: IssuingDesk, typed: str, *, device: str) -> str:
    """Ask with a code to show what somebody keeps; give the secret with which the telephone waits.

    Raises:
        DeviceCodeError: no telephone shows this code, or not any more, or another asked with it.
    """
    name = _kept(desk, "".join(each for each in typed.upper() if each.isalnum()))
    found, secret = _find(desk, name, by=ask_by_code), new_token()

    def work(session: Session) -> None:
        row = session.get(DeviceAsk, found.id, with_for_update=True)
        if row is None or row.waiting_hash is not None:
            raise DeviceCodeError
        row.waiting_hash, row.device = token_hash(secret), device[:MOST_OF_A_DEVICE]

    desk.register.write(work, within=OneHolder(found.holder_id))
    return secret


def allow(desk: IssuingDesk, ask_id: UUID, *, allowed: Allowed, holder: KnownHolder) -> None:
    """Say yes to the telephone that asks, for good or for an hour.

    Raises:
        NotFoundError: this telephone is not his own, or none asks (any more).
    """
    require_all(holder)

    def work(session: Session) -> None:
        row = session.get(DeviceAsk, ask_id)
        if (
            row is None
            or row.holder_id != holder.holder_id
            or row.waiting_hash is None
            or _is_over(desk, row)
        ):
            raise NotFoundError
        row.allowed = allowed

    desk.register.write(work, within=OneHolder(holder.holder_id))


def refuse(desk: IssuingDesk, *, holder: KnownHolder) -> None:
    """Say no: the code, and who asks with it, open nothing.

    Raises:
        NotFoundError: this telephone is not his own.
    """
    require_all(holder)

    def work(session: Session) -> None:
        for each in asks_of(session, holder_id=holder.holder_id):
            session.delete(each)

    desk.register.write(work, within=OneHolder(holder.holder_id))


def is_let_in(desk: IssuingDesk, secret: str) -> bool:
    """Tell a telephone that waits whether it was let in; this changes nothing.

    Raises:
        DeviceCodeError: it was refused, or it took too long.
    """
    return _find(desk, token_hash(secret), by=ask_by_waiting).allowed is not None


def come_in(desk: IssuingDesk, secret: str, *, device: str) -> tuple[str, Telephone]:
    """Let in a telephone that was allowed, once; give its secret, and what is known of it.

    Raises:
        DeviceCodeError: it was not allowed, or it took too long.
    """
    found = _find(desk, token_hash(secret), by=ask_by_waiting)
    here = Telephone(device=device, is_own=found.allowed is Allowed.FOR_GOOD)

    def work(session: Session) -> str:
        row = session.get(DeviceAsk, found.id, with_for_update=True)
        if row is None or row.allowed is None:
            raise DeviceCodeError
        session.delete(row)
        return know_telephone(session, desk, here, holder_id=row.holder_id)

    return desk.register.write(work, within=OneHolder(found.holder_id)), here


def forget_old_asks(desk: IssuingDesk) -> int:
    """Forget the codes that work no more; tell how many."""
    return desk.register.write(partial(forget_asks, now=desk.clock.now()), within=WHOLE_SERVICE)


def _find(desk: IssuingDesk, name: str, *, by: Callable[[Session, str], DeviceAsk | None]) -> DeviceAsk:
    """Find what is asked, by what a telephone holds."""
    found = desk.register.read(lambda session: by(session, name), within=Public(holding=name))
    if found is None or _is_over(desk, found):
        raise DeviceCodeError
    return found


def _is_over(desk: IssuingDesk, row: DeviceAsk) -> bool:
    return row.until <= desk.clock.now()


def _code(desk: IssuingDesk, ask_id: UUID) -> str:
    """Make the code of an ask: it follows from its id, so that it can be shown again and is kept nowhere."""
    marked = mark(desk, _CODE + ask_id.bytes)
    return "".join(LETTERS[each % len(LETTERS)] for each in marked[:LENGTH])


def _kept(desk: IssuingDesk, code: str) -> str:
    """Give what is kept of a code: a mark that only we can make."""
    return mark(desk, _KEPT + code.encode()).hex()
