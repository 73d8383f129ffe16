"""The tables of this wing: passkeys, addresses and their codes, and what one telephone shows for another."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from holders.entering.allowing import Allowed
from issuers.database.columns import STRICT, Count, Lasts, UtcDateTime, UuidText, Word, strict
from issuers.recipients.tables import Channel


class HolderPasskey(SQLModel, table=True):
    """Hold a passkey that opens what somebody keeps: its public half, with no name in it.

    `answered` is until when the last challenge counted that it signed: it signs no older one any more.
    """

    __tablename__ = "holder_passkey"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        strict(lasts=(Lasts.GOING,)),
    )

    credential_id: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    device: str = Field(sa_type=Text)
    public_key: bytes = Field(sa_type=LargeBinary)
    sign_count: int = Field(sa_type=Count)
    transports: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeviceAsk(SQLModel, table=True):
    """Hold that a telephone shows a code for another, which one asks with it, and whether it may.

    Neither the code nor the secret with which the other waits stands here; both are marks or hashes.
    """

    __tablename__ = "device_ask"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "until"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    code_hash: str = Field(unique=True, sa_type=Text, repr=False)
    until: datetime = Field(sa_type=UtcDateTime)
    waiting_hash: str | None = Field(default=None, unique=True, sa_type=Text, repr=False)
    device: str = Field(default="", sa_type=Text)
    allowed: Allowed | None = Field(default=None, sa_type=Word(Allowed))


class HolderAddress(SQLModel, table=True):
    """Hold by which mail address or phone number a code opens what somebody keeps; the address is not here.

    `lookup` is a mark of it, and `hint` tells its owner which it is.
    """

    __tablename__ = "holder_address"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        UniqueConstraint("holder_id", "channel"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    channel: Channel = Field(sa_type=Word(Channel))
    lookup: str = Field(unique=True, sa_type=Text, repr=False)
    hint: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)


class AddressCode(SQLModel, table=True):
    """Hold that a code was asked for, for a day; neither the code nor the address stands here.

    Where nobody has the address, `holder_id` is of nobody, so that both are written alike. `hint` is there
    where the address is to be added; without one the code opens. `asked_by` is a mark of who asked.
    """

    __tablename__ = "address_code"
    __table_args__ = (Index(None, "lookup", "made"), Index(None, "made"), STRICT)

    waiting_hash: str = Field(primary_key=True, sa_type=Text)
    holder_id: UUID = Field(sa_type=UuidText)
    channel: Channel = Field(sa_type=Word(Channel))
    lookup: str = Field(sa_type=Text, repr=False)
    hint: str | None = Field(default=None, sa_type=Text)
    code_hash: str = Field(sa_type=Text, repr=False)
    made: datetime = Field(sa_type=UtcDateTime)
    failures: int = 0
    asked_by: str = Field(default="", sa_type=Text, repr=False, sa_column_kwargs={"server_default": ""})
