"""The tables of this wing: what a school examines, and how it decides."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText


class Examenplan(SQLModel, table=True):
    """Hold one version of an examenplan as a school loaded it; what was decided under it stays under it.

    `parts` is JSON: the examenonderdelen with their werkprocessen, in the words of the catalogue of that day.
    `source` is the table as text, as it can be loaded again.
    """

    __tablename__ = "examenplan"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("organisation_id", "crebo", "name", "version"),
        CheckConstraint("version > 0", name="version_counts"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(sa_type=Text)
    kwalificatie: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    version: int
    parts: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    loaded: datetime = Field(sa_type=UtcDateTime)
    loaded_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    by_name: str = Field(sa_type=Text)
