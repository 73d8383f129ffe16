"""The tables of this wing: whose account elsewhere it is, and who is on his way to a provider."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, Lasts, UtcDateTime, UuidText, strict


class LinkedAccount(SQLModel, table=True):
    """Hold that an account at a provider is of a person here; nothing else of it is known."""

    __tablename__ = "linked_account"
    __table_args__ = (strict(lasts=(Lasts.GOING,)),)

    issuer: str = Field(primary_key=True, sa_type=Text)
    subject: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    person_id: UUID = Field(foreign_key="person.id", index=True, sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInAttempt(SQLModel, table=True):
    """Hold that somebody is on his way to a provider; only his browser can read what for."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (STRICT,)

    state_hash: str = Field(primary_key=True, sa_type=Text)
    sealed: bytes = Field(sa_type=LargeBinary)
    expires: datetime = Field(sa_type=UtcDateTime)
