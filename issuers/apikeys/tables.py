"""The table of this wing: keys of systems, each made by a person, in whose name it acts."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import IsoDay, UtcDateTime, UuidText, Words, strict
from issuers.people.permissions import Action


class ApiKey(SQLModel, table=True):
    """Hold an API key: what it is for, until when, and who answers for it; the secret is only at its system.

    `ending` is by what people know it. `used` is the last day on which it opened something.
    """

    __tablename__ = "api_key"
    __table_args__ = (strict(lasts=("withdrawn",)),)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    name: str = Field(sa_type=Text)
    secret_hash: str = Field(unique=True, sa_type=Text, repr=False)
    ending: str = Field(sa_type=Text)
    actions: frozenset[Action] = Field(sa_type=Words(Action))
    created: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)
    withdrawn: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used: date | None = Field(default=None, sa_type=IsoDay)
