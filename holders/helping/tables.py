"""The tables of this wing: who helps a holder, with which badges, and each look."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText, strict


class Helper(SQLModel, table=True):
    """Hold that somebody helps a holder, until when, and in whose words; who that is, only the holder knows.

    `invite_hash` is of the invitation, `device_hash` of the secret in the browser of who said yes to it.
    """

    __tablename__ = "helper"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "device_hash"),
        Index(None, "until"),
        strict(lasts=("ended",)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    label: str = Field(sa_type=Text)
    invite_hash: str = Field(unique=True, sa_type=Text, repr=False)
    made: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    device_hash: str | None = Field(default=None, sa_type=Text, repr=False)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HelperBadge(SQLModel, table=True):
    """Hold one badge that a helper may see."""

    __tablename__ = "helper_badge"
    __table_args__ = (
        ForeignKeyConstraint(["helper_id"], ["helper.id"], ondelete="CASCADE"),
        Index(None, "badge_id"),
        STRICT,
    )

    helper_id: UUID = Field(primary_key=True, sa_type=UuidText)
    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)


class HelperLook(SQLModel, table=True):
    """Hold that a helper looked at a badge on a day; without a badge, at the list of them."""

    __tablename__ = "helper_look"
    __table_args__ = (
        ForeignKeyConstraint(["helper_id"], ["helper.id"], ondelete="CASCADE"),
        Index(None, "helper_id"),
        Index(None, "badge_id"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    helper_id: UUID = Field(sa_type=UuidText)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    day: date = Field(sa_type=IsoDay)
