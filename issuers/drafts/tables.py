"""The table of this wing: one draft for each werkproces of a werkplekprofiel."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText


class Draft(SQLModel, table=True):
    """Hold what was typed about work that somebody is learning, as it was typed; nothing of it is judged yet.

    Each writing is a new `version`, so that two who write at once notice each other.
    """

    __tablename__ = "draft"
    __table_args__ = (
        ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            ondelete="CASCADE",
        ),
        STRICT,
    )

    profiel_id: UUID = Field(primary_key=True, sa_type=UuidText)
    crebo: str = Field(primary_key=True, sa_type=Text)
    code: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    version: int = 1
    typed: str = Field(sa_type=Text, repr=False)
    written: datetime = Field(sa_type=UtcDateTime)
    written_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
