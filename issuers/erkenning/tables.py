"""The tables of this wing: what is known of recognition, and what was known when a badge was given."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText, Word
from issuers.organisations.tables import FactStatus


class Erkenning(SQLModel, table=True):
    """Hold that a leerbedrijf is recognised for a kwalificatie, or for one werkproces of it, and how long.

    What is not here is not refused: nobody told us. `leerbedrijf` is the ID that SBB gave to one place.
    """

    __tablename__ = "erkenning"
    __table_args__ = (
        CheckConstraint("until IS NULL OR since <= until", name="ends_after_it_begins"),
        CheckConstraint("status <> 'onbekend'", name="known_or_not_here"),
        Index(None, "organisation_id", "crebo"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    leerbedrijf: str = Field(sa_type=Text)
    vestiging: str | None = Field(default=None, sa_type=Text)
    crebo: str = Field(sa_type=Text)
    werkproces: str | None = Field(default=None, sa_type=Text)
    since: date = Field(sa_type=IsoDay)
    until: date | None = Field(default=None, sa_type=IsoDay)
    status: FactStatus = Field(sa_type=Word(FactStatus))
    source: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    added_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BadgeErkenning(SQLModel, table=True):
    """Hold what was known of the recognition when a badge was given; it is never written again.

    `onbekend` says that nobody had told us, and nothing else.
    """

    __tablename__ = "badge_erkenning"
    __table_args__ = (
        CheckConstraint("(status = 'onbekend') = (source IS NULL)", name="known_from_source"),
        STRICT,
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(sa_type=Text)
    werkproces: str = Field(sa_type=Text)
    day: date = Field(sa_type=IsoDay)
    status: FactStatus = Field(sa_type=Word(FactStatus))
    source: str | None = Field(default=None, sa_type=Text)
    written: datetime = Field(sa_type=UtcDateTime)
