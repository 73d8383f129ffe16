"""A mail address or a phone number opens what somebody keeps, by a code that is sent there and typed.

Of the address itself nothing is kept: a mark that only we can make finds it again, and a hint tells its owner
which it is. Nobody can tell a known address from another one: for both the same is written, and the same is
said; only a known one gets a letter. A code works ten minutes, five tries, for who asked for it. How many are
sent says `holders.entering.asking`: somebody else who asks uses up nothing of its owner.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session

from holders.entering.asking import MOST_OF_A_KIND, Asker, asks_by_holder, is_enough, shown_by_known
from holders.entering.register import (
    address_of,
    address_with,
    addresses_of,
    codes_asked,
    count_adding,
    forget_codes,
)
from holders.entering.tables import AddressCode, HolderAddress
from holders.errors import AddressCodeError, AddressTakenError
from holders.keeping.telephones import KnownHolder, Telephone, know_telephone, require_all
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.mailing.outbox import Letter, post
from issuers.marking.marks import mark
from issuers.recipients.tables import Channel
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(minutes=10)
MOST_TRIES: Final = 5
DIGITS: Final = 6
MOST_ADDED: Final = 5
"""So many codes a day go out for one holder who adds an address: each is a letter to somebody, and a cost."""

_LOOKUP: Final = b"praktijkbewijs/holder-address/1\n"
_CODE: Final = b"praktijkbewijs/address-code/1\n"

Write: TypeAlias = Callable[["Address", str], Letter]
"""Write the letter with a code to an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Hold a mail address or a phone number as it was read."""

    channel: Channel
    address: str

    @property
    def hint(self) -> str:
        """Give so much of it that its owner knows it again: n…@m….nl, 06 … 78."""
        if self.channel is Channel.PHONE:
            return f"… {self.address[-2:]}"
        name, _, domain = self.address.rpartition("@")
        return f"{name[:1]}…@{domain[:1]}….{domain.rpartition('.')[2]}"


def ask_to_add(
    desk: IssuingDesk, address: Address, *, holder: KnownHolder, write: Write, waits: str | None = None
) -> str:
    """Send a code to an address that a holder wants to open his badges with; give the secret to wait with.

    `waits` is the one with which he waits already: it stays where no more is sent, so the last code works.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    by = asks_by_holder(holder.holder_id)
    if _is_enough(desk, address, by=by) or _adds_too_many(desk, holder):
        return _still_waiting(desk, address, waits=waits)
    secret = new_token()
    row, code = _new_code(desk, address, secret=secret, holder_id=holder.holder_id, by=by)
    row.hint = address.hint
    _send(desk, row, write(address, code))
    return secret


def confirm(desk: IssuingDesk, secret: str, *, typed: str, holder: KnownHolder) -> None:
    """Let an address open what a holder keeps, once he typed the code; it takes the place of an earlier one.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
        AddressCodeError: it is not the code, or not any more.
        AddressTakenError: it opens what another holder keeps, perhaps himself in another way.
    """
    require_all(holder)
    row = _try(desk, secret, typed=typed)
    if row.hint is None or row.holder_id != holder.holder_id:
        raise AddressCodeError
    if _holder_with(desk, row.lookup) not in {None, holder.holder_id}:
        raise AddressTakenError
    hint, now = row.hint, desk.clock.now()

    def work(session: Session) -> None:
        for each in addresses_of(session, holder_id=holder.holder_id):
            if each.channel is row.channel:
                session.delete(each)
        session.flush()
        session.add(
            HolderAddress(
                id=uuid7(now),
                holder_id=row.holder_id,
                channel=row.channel,
                lookup=row.lookup,
                hint=hint,
                made=now,
            )
        )

    desk.register.write(work, within=OneHolder(holder.holder_id))


def remove_address(desk: IssuingDesk, address_id: UUID, *, holder: KnownHolder) -> None:
    """Let an address open nothing any more.

    Raises:
        NotFoundError: this telephone is not his own, or the address is not his.
    """
    require_all(holder)

    def work(session: Session) -> None:
        row = address_of(session, address_id, holder_id=holder.holder_id)
        if row is None:
            raise NotFoundError
        session.delete(row)

    desk.register.write(work, within=OneHolder(holder.holder_id))


def secret_to_wait(desk: IssuingDesk, address: Address, *, by: Asker, waits: str | None) -> str:
    """Give the secret with which a browser waits for a code that opens.

    That is the one it has (`waits`) where no more is sent for now: then the last code that came still works.
    """
    return _still_waiting(desk, address, waits=waits) if _is_enough(desk, address, by=by) else new_token()


def ask_to_open(desk: IssuingDesk, address: Address, *, secret: str, by: Asker, write: Write) -> None:
    """Send a code to an address by which somebody opens what he keeps; to an unknown one nothing is sent.

    For both the same is written, under the secret with which whoever asked waits.
    """
    if _is_enough(desk, address, by=by):
        return
    known = _holder_with(desk, lookup_of(desk, address))
    holder_id = known or uuid7(desk.clock.now())
    row, code = _new_code(desk, address, secret=secret, holder_id=holder_id, by=by)
    _send(desk, row, write(address, code) if known else None)


def open_by_address(desk: IssuingDesk, secret: str, *, typed: str, on: Telephone) -> str:
    """Open what somebody keeps, once the code was typed; give the secret for this telephone.

    Raises:
        AddressCodeError: it is not the code, or not any more, or the address opens nothing.
    """
    row = _try(desk, secret, typed=typed)
    if row.hint is not None or _holder_with(desk, row.lookup) != row.holder_id:
        raise AddressCodeError
    work = partial(know_telephone, desk=desk, telephone=on, holder_id=row.holder_id)
    return desk.register.write(work, within=OneHolder(row.holder_id))


def shown_after(desk: IssuingDesk, secret: str) -> str | None:
    """Give what a browser shows later to be known for an address, which just typed the code sent there."""
    name = token_hash(secret)
    row = desk.register.read(lambda session: session.get(AddressCode, name), within=Public(holding=name))
    return shown_by_known(desk, row.lookup) if row else None


def forget_old_codes(desk: IssuingDesk) -> int:
    """Forget the codes that count no more; tell how many."""
    longest = max(span for span, _ in MOST_OF_A_KIND)
    work = partial(forget_codes, before=desk.clock.now() - longest)
    return desk.register.write(work, within=WHOLE_SERVICE)


def _try(desk: IssuingDesk, secret: str, *, typed: str) -> AddressCode:
    """Try a code, and count it where it is wrong; a right one works once.

    Raises:
        AddressCodeError: it is wrong, too old, or it was tried too often; never which.
    """
    name = token_hash(secret)
    found = desk.register.read(lambda session: session.get(AddressCode, name), within=Public(holding=name))
    if found is None:
        raise AddressCodeError
    expected = _code_hash(desk, "".join(each for each in typed if each.isdigit()), name=name)

    def work(session: Session) -> bool:
        row = session.get(AddressCode, name, with_for_update=True)
        if row is None or row.failures >= MOST_TRIES or row.made + LIFETIME <= desk.clock.now():
            return False
        is_right = hmac.compare_digest(row.code_hash, expected)
        row.failures = MOST_TRIES if is_right else row.failures + 1
        return is_right

    if not desk.register.write(work, within=OneHolder(found.holder_id)):
        raise AddressCodeError
    return found


def _is_enough(desk: IssuingDesk, address: Address, *, by: Asker) -> bool:
    """Tell whether so many codes were sent to an address that no other is, for who asks now."""
    lookup = lookup_of(desk, address)
    asked = desk.register.read(partial(codes_asked, lookup=lookup), within=Public(holding=lookup))
    return is_enough(asked, by=by, now=desk.clock.now())


def _still_waiting(desk: IssuingDesk, address: Address, *, waits: str | None) -> str:
    """Give the secret with which a browser waits for a code to this address; a new one where it has none."""
    name = token_hash(waits or "")
    row = desk.register.read(lambda session: session.get(AddressCode, name), within=Public(holding=name))
    return waits if waits and row and row.lookup == lookup_of(desk, address) else new_token()


def _adds_too_many(desk: IssuingDesk, holder: KnownHolder) -> bool:
    """Tell whether a holder asked so often to add an address that we send nothing to strangers for him."""
    since = desk.clock.now() - timedelta(days=1)
    asked = partial(count_adding, holder_id=holder.holder_id, since=since)
    return desk.register.read(asked, within=OneHolder(holder.holder_id)) >= MOST_ADDED


def _new_code(
    desk: IssuingDesk, address: Address, *, secret: str, holder_id: UUID, by: Asker
) -> tuple[AddressCode, str]:
    """Make a code, and what is kept of it."""
    code, name = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", token_hash(secret)
    row = AddressCode(
        waiting_hash=name,
        holder_id=holder_id,
        channel=address.channel,
        lookup=lookup_of(desk, address),
        code_hash=_code_hash(desk, code, name=name),
        made=desk.clock.now(),
        asked_by=by.name,
    )
    return row, code


def _send(desk: IssuingDesk, row: AddressCode, letter: Letter | None) -> None:
    """Write the code down, with its letter in the same transaction."""

    def work(session: Session) -> None:
        session.add(row)
        if letter is not None:
            post(session, letter, now=desk.clock.now(), organisation_id=None)

    desk.register.write(work, within=OneHolder(row.holder_id))


def _holder_with(desk: IssuingDesk, lookup: str) -> UUID | None:
    """Tell whose address it is."""
    found = desk.register.read(partial(address_with, lookup=lookup), within=Public(holding=lookup))
    return found.holder_id if found else None


def lookup_of(desk: IssuingDesk, address: Address) -> str:
    """Give what is kept of an address: a mark that only we can make."""
    return mark(desk, _LOOKUP + f"{address.channel}\n{address.address}".encode()).hex()


def _code_hash(desk: IssuingDesk, code: str, *, name: str) -> str:
    """Give what is kept of a code: a mark that only we can make, of this ask alone."""
    return mark(desk, _CODE + f"{name}\n{code}".encode()).hex()
