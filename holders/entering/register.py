"""Every question about the other ways in that this room asks the database."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, func, select

from holders.entering.tables import AddressCode, DeviceAsk, HolderAddress, HolderPasskey


def passkeys_of(session: Session, *, holder_id: UUID) -> Sequence[HolderPasskey]:
    """List the passkeys of a holder, the oldest first."""
    return session.exec(
        select(HolderPasskey).where(HolderPasskey.holder_id == holder_id).order_by(col(HolderPasskey.id))
    ).all()


def passkey_of(session: Session, passkey_id: UUID, *, holder_id: UUID) -> HolderPasskey | None:
    """Find one passkey of a holder."""
    asked = select(HolderPasskey).where(HolderPasskey.id == passkey_id)
    return session.exec(asked.where(HolderPasskey.holder_id == holder_id)).first()


def asks_of(session: Session, *, holder_id: UUID) -> Sequence[DeviceAsk]:
    """List the codes that telephones of a holder show for another."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.holder_id == holder_id)).all()


def ask_by_code(session: Session, code_hash: str) -> DeviceAsk | None:
    """Find what a telephone shows, by its code."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.code_hash == code_hash)).first()


def ask_by_waiting(session: Session, waiting_hash: str) -> DeviceAsk | None:
    """Find what a telephone shows, by the secret of the one that asks."""
    return session.exec(select(DeviceAsk).where(DeviceAsk.waiting_hash == waiting_hash)).first()


def forget_asks(session: Session, *, now: datetime) -> int:
    """Forget the codes for another telephone that work no more; tell how many."""
    return session.exec(delete(DeviceAsk).where(col(DeviceAsk.until) <= now)).rowcount


def addresses_of(session: Session, *, holder_id: UUID) -> Sequence[HolderAddress]:
    """List the addresses that open what a holder keeps."""
    return session.exec(
        select(HolderAddress).where(HolderAddress.holder_id == holder_id).order_by(HolderAddress.channel)
    ).all()


def address_of(session: Session, address_id: UUID, *, holder_id: UUID) -> HolderAddress | None:
    """Find one address of a holder."""
    asked = select(HolderAddress).where(HolderAddress.id == address_id)
    return session.exec(asked.where(HolderAddress.holder_id == holder_id)).first()


def address_with(session: Session, lookup: str) -> HolderAddress | None:
    """Find an address by its mark, whosever it is."""
    return session.exec(select(HolderAddress).where(HolderAddress.lookup == lookup)).first()


def codes_asked(session: Session, *, lookup: str) -> Sequence[tuple[str, datetime]]:
    """Say of each code that was asked for an address in the last day by whom, and when."""
    asked = select(AddressCode.asked_by, AddressCode.made).where(AddressCode.lookup == lookup)
    return [(by, made) for by, made in session.exec(asked)]


def count_adding(session: Session, *, holder_id: UUID, since: datetime) -> int:
    """Count the codes that a holder asked for since then to add an address."""
    counted = select(func.count()).select_from(AddressCode)
    is_adding = col(AddressCode.hint).is_not(None)
    of_his = AddressCode.holder_id == holder_id, col(AddressCode.made) > since
    return session.exec(counted.where(*of_his, is_adding)).one()


def forget_codes(session: Session, *, before: datetime) -> int:
    """Forget the codes that were asked for before; tell how many."""
    return session.exec(delete(AddressCode).where(col(AddressCode.made) <= before)).rowcount
