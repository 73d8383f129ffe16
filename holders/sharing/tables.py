"""The tables of this wing: the links, what they show, how often that was looked at, who may take it in."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from badges.fewer import Part
from issuers.database.columns import STRICT, IsoDay, Lasts, UtcDateTime, UuidText, Words, only, strict


class Share(SQLModel, table=True):
    """Hold a link by which somebody shows badges: what is left out of them, until when, and for whom.

    `token` is the secret of its address; he can look it up again for as long as it works.
    """

    __tablename__ = "share"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        strict(lasts=(Lasts.GOING, "stopped")),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    label: str = Field(sa_type=Text, repr=False)
    without: frozenset[Part] = Field(sa_type=Words(Part))
    made: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    stopped: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SharedBadge(SQLModel, table=True):
    """Hold a badge that a link shows, in its place, and the edition that it shows of it."""

    __tablename__ = "shared_badge"
    __table_args__ = (
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        STRICT,
    )

    share_id: UUID = Field(primary_key=True, sa_type=UuidText)
    place: int = Field(primary_key=True)
    badge_id: UUID = Field(foreign_key="badge.id", index=True, sa_type=UuidText)
    edition_id: UUID = Field(foreign_key="badge.id", sa_type=UuidText)


class ShareViews(SQLModel, table=True):
    """Count how often somebody looked at a link in one week, by its Monday; never who."""

    __tablename__ = "share_views"
    __table_args__ = (
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        STRICT,
    )

    share_id: UUID = Field(primary_key=True, sa_type=UuidText)
    week: date = Field(primary_key=True, sa_type=IsoDay)
    count: int


class SchoolConsent(SQLModel, table=True):
    """Hold that a school may take in what a link shows, until when, and when it first did.

    `shows` is how many badges the link showed then: with one less, the consent ends.
    """

    __tablename__ = "school_consent"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "share_id", "organisation_id"),
        Index("ix_school_consent_going", "share_id", "organisation_id", unique=True, **only("ended IS NULL")),
        strict(lasts=(Lasts.GOING, "ended")),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    share_id: UUID = Field(sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    given: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    taken: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    shows: int = Field(sa_column_kwargs={"server_default": "0"})
