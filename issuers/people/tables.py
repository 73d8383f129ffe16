"""The tables of this wing: people, what they may do, and who is signed in."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word


class Role(StrEnum):
    """Say what a person does in an organisation."""

    BEHEERDER = "beheerder"
    PRAKTIJKOPLEIDER = "praktijkopleider"
    BEGELEIDER = "begeleider"
    BEVESTIGER = "bevestiger"
    LEZER = "lezer"


class Person(SQLModel, table=True):
    """Hold a person who works for one or more organisations."""

    __tablename__ = "person"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    name: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)


class Membership(SQLModel, table=True):
    """Hold what a person does in an organisation, and until when."""

    __tablename__ = "membership"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    role: Role = Field(primary_key=True, sa_type=Word(Role))
    created: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BrowserSession(SQLModel, table=True):
    """Hold a sign-in; the token itself is only in the person's browser."""

    __tablename__ = "browser_session"
    __table_args__ = (STRICT,)

    token_hash: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)
