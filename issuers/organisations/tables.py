"""The tables of this wing: who issues here."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, Word


class OrganisationKind(StrEnum):
    """Say what an organisation is; employers see it only where they ask."""

    LEERBEDRIJF = "leerbedrijf"
    SCHOOL = "school"
    MAATSCHAPPELIJK = "maatschappelijk"
    GEMEENTE = "gemeente"


class Instance(SQLModel, table=True):
    """Hold the one row that says who we are: every signature names `base_url`."""

    __tablename__ = "instance"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    base_url: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)


class Organisation(SQLModel, table=True):
    """Hold an organisation that issues; `id` is short, random, and public for ever."""

    __tablename__ = "organisation"
    __table_args__ = (STRICT,)

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    kind: OrganisationKind = Field(sa_type=Word(OrganisationKind))
    created: datetime = Field(sa_type=UtcDateTime)


class OrganisationKwalificatie(SQLModel, table=True):
    """Hold which kwalificaties an organisation works with: the first tiles of its form."""

    __tablename__ = "organisation_kwalificatie"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(primary_key=True, sa_type=Text)
