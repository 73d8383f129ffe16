"""The tables of this wing: a group with its state, and a line for each badge that is asked for."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.groups.states import LineState
from issuers.people.tables import Proof


class GroupState(StrEnum):
    """Say how far a group is."""

    CONCEPT = "concept"
    RUNNING = "bezig"
    STOPPED = "gestopt"
    DONE = "klaar"


class Group(SQLModel, table=True):
    """Hold a roster that somebody sent. `given_by` is in whose name it is given, as he proved who he was.

    `attempt` counts how often it was begun, `touched` is when something last happened; `stopped` is why it
    stopped, in two languages, as JSON.
    """

    __tablename__ = "roster"
    __table_args__ = (Index(None, "organisation_id", "created"), Index(None, "state", "touched"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    name: str = Field(sa_type=Text, repr=False)
    state: GroupState = Field(sa_type=Word(GroupState))
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    touched: datetime = Field(sa_type=UtcDateTime)
    attempt: int = 0
    given_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    proof: Proof | None = Field(default=None, sa_type=Word(Proof))
    proved: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped: str | None = Field(default=None, sa_type=Text)


class GroupLine(SQLModel, table=True):
    """Hold a line of a roster, as it was typed, and what came of it; `said` and `problems` are JSON.

    `badge_id` is the badge that was promised for it, or that was there already; `profiel_id` the agreement
    that it is given for, which may be gone.
    """

    __tablename__ = "roster_line"
    __table_args__ = (Index(None, "organisation_id"), STRICT)

    group_id: UUID = Field(primary_key=True, foreign_key="roster.id", ondelete="CASCADE", sa_type=UuidText)
    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    said: str = Field(sa_type=Text, repr=False)
    state: LineState = Field(sa_type=Word(LineState))
    key: str = Field(default="", sa_type=Text)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    problems: str = Field(default="[]", sa_type=Text, repr=False)
    profiel_id: UUID | None = Field(default=None, sa_type=UuidText)
