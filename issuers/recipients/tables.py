"""The table of this wing: who learns here, and nothing of them that giving a badge does not need."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word


class Channel(StrEnum):
    """Say by what a recipient wants to be told something; most need nothing but the paper in their hand."""

    NONE = "geen"
    MAIL = "mail"
    PHONE = "telefoon"


class Recipient(SQLModel, table=True):
    """Hold a person as one organisation knows him; another organisation has a row of its own.

    `folded_name` is the name as it is compared. `reference` is the kenmerk of the organisation's own
    administration. Nothing of this but the name ever stands in a badge, and that only if the person wants it.
    """

    __tablename__ = "recipient"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("organisation_id", "reference"),
        CheckConstraint("(channel = 'geen') = (address IS NULL)", name="channel_has_address"),
        Index(None, "organisation_id", "folded_name"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    name: str = Field(sa_type=Text)
    folded_name: str = Field(sa_type=Text)
    channel: Channel = Field(sa_type=Word(Channel))
    address: str | None = Field(default=None, sa_type=Text, repr=False)
    reference: str | None = Field(default=None, sa_type=Text)
    added: datetime = Field(sa_type=UtcDateTime)
    added_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
