"""The tables of this wing: groups of people of whom a school looks at the same target."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText


class Cohort(SQLModel, table=True):
    """Hold a group of people of whom a school looks at the same target (`target` is its code)."""

    __tablename__ = "cohort"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("organisation_id", "folded_name"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    name: str = Field(sa_type=Text)
    folded_name: str = Field(sa_type=Text)
    target: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)


class CohortMember(SQLModel, table=True):
    """Hold that somebody is in a group of his school."""

    __tablename__ = "cohort_member"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "cohort_id"], ["cohort.organisation_id", "cohort.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            ondelete="CASCADE",
        ),
        Index(None, "candidate_id"),
        STRICT,
    )

    cohort_id: UUID = Field(primary_key=True, sa_type=UuidText)
    candidate_id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
