"""The tables of this wing: posters, the work that each is for, and what was said through them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText


class Poster(SQLModel, table=True):
    """Hold a poster; `token` stands in its QR code, and works until `until`, or until somebody stops it."""

    __tablename__ = "poster"
    __table_args__ = (UniqueConstraint("organisation_id", "id"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    name: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    until: date = Field(sa_type=IsoDay)
    stopped: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PosterWerkproces(SQLModel, table=True):
    """Hold one werkproces that a poster is for, in the words (`digest`) that it had then."""

    __tablename__ = "poster_werkproces"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "poster_id"], ["poster.organisation_id", "poster.id"], ondelete="CASCADE"
        ),
        STRICT,
    )

    poster_id: UUID = Field(primary_key=True, sa_type=UuidText)
    crebo: str = Field(primary_key=True, sa_type=Text)
    code: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    digest: str = Field(sa_type=Text)


class Saying(SQLModel, table=True):
    """Hold what somebody said that he did, until who gives badges looked at it; nothing of it is checked."""

    __tablename__ = "saying"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "poster_id"], ["poster.organisation_id", "poster.id"], ondelete="CASCADE"
        ),
        Index(None, "organisation_id", "said"),
        Index(None, "said"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    poster_id: UUID = Field(sa_type=UuidText)
    crebo: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text, repr=False)
    text: str = Field(sa_type=Text, repr=False)
    day: date = Field(sa_type=IsoDay)
    said: datetime = Field(sa_type=UtcDateTime)
