"""The table of this wing: what was judged for a werkproces of a werkplekprofiel, at some moment."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from badges.judgement import Independence
from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word


class Assessment(SQLModel, table=True):
    """Hold what somebody can do, as who works with him saw it; what is yet to come stands nowhere.

    It stays with the werkproces of the agreement, also when a badge was given for it: that rests on it.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            ondelete="CASCADE",
        ),
        Index(None, "profiel_id", "crebo", "code"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    profiel_id: UUID = Field(sa_type=UuidText)
    crebo: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    kennis: str = Field(sa_type=Text, repr=False)
    vaardigheden: str = Field(sa_type=Text, repr=False)
    gedrag: str = Field(sa_type=Text, repr=False)
    independence: Independence | None = Field(default=None, sa_type=Word(Independence))
    assessed: datetime = Field(sa_type=UtcDateTime)
    assessed_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
