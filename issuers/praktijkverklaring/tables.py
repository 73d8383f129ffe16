"""The tables of this wing: what a school looked up itself, and what it asked a leerbedrijf."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText


class ErkenningCheck(SQLModel, table=True):
    """Hold that, and where, a school looked up itself that a leerbedrijf was recognised on a day.

    It counts for all that the leerbedrijf gave of that kwalificatie on that day. It is the word of that
    school, for what it gives itself; what was known when the badge was given stays.
    """

    __tablename__ = "erkenning_check"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    leerbedrijf_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(primary_key=True, sa_type=Text)
    day: date = Field(primary_key=True, sa_type=IsoDay)
    source: str = Field(sa_type=Text)
    looked: date = Field(sa_type=IsoDay)
    checked_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    written: datetime = Field(sa_type=UtcDateTime)


class SchoolQuestion(SQLModel, table=True):
    """Hold what a school asks about a badge before it confirms; the leerbedrijf sees it, and answers.

    It is about somebody who learns there, and goes with the werkplekprofiel, and so with him.
    """

    __tablename__ = "school_question"
    __table_args__ = (
        CheckConstraint("(answer IS NULL) = (answered IS NULL)", name="answer_has_moment"),
        ForeignKeyConstraint(
            ["leerbedrijf_id", "profiel_id"],
            ["werkplekprofiel.organisation_id", "werkplekprofiel.id"],
            ondelete="CASCADE",
        ),
        Index(None, "leerbedrijf_id"),
        Index(None, "organisation_id"),
        Index(None, "profiel_id"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    leerbedrijf_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    profiel_id: UUID = Field(sa_type=UuidText)
    badge_id: UUID = Field(sa_type=UuidText)
    question: str = Field(sa_type=Text)
    asked: datetime = Field(sa_type=UtcDateTime)
    asked_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    answer: str | None = Field(default=None, sa_type=Text)
    answered: datetime | None = Field(default=None, sa_type=UtcDateTime)
