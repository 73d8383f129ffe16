"""The table of this wing: who learns here, and nothing of them that giving a badge does not need."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, Lasts, UtcDateTime, UuidText, Word, strict


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


class Asked(StrEnum):
    """Say how a parent told that he agrees."""

    TALK = "gesprek"
    PAPER = "papier"
    LETTER = "bericht"


class YoungRecipient(SQLModel, table=True):
    """Hold that a recipient is younger than 16, and whether a parent agrees that what he is given is shown.

    No date of birth, and nothing of the parent: `agreed_by` is who of the organisation noted it.
    """

    __tablename__ = "young_recipient"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "recipient_id"],
            ["recipient.organisation_id", "recipient.id"],
            ondelete="CASCADE",
        ),
        CheckConstraint(
            "(agreed IS NULL) = (how IS NULL) AND (agreed IS NULL) = (agreed_by IS NULL)",
            name="agreed_is_whole",
        ),
        CheckConstraint("withdrawn IS NULL OR agreed IS NOT NULL", name="withdrawn_was_agreed"),
        strict(lasts=(Lasts.COMING, "withdrawn")),
    )

    recipient_id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    noted: datetime = Field(sa_type=UtcDateTime)
    noted_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    agreed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    agreed_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    how: Asked | None = Field(default=None, sa_type=Word(Asked))
    withdrawn: datetime | None = Field(default=None, sa_type=UtcDateTime)
