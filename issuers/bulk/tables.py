"""The tables of this wing: what is done to which badges, and a line for each of them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, LettingGo, UtcDateTime, UuidText, Word, strict
from issuers.people.tables import Proof


class Deed(StrEnum):
    """Say what is done to each of the badges."""

    WITHDRAW = "intrekken"
    CORRECT = "verbeteren"


class BulkState(StrEnum):
    """Say how far it is."""

    CHOSEN = "gekozen"
    RUNNING = "bezig"
    STOPPED = "gestopt"
    DONE = "klaar"


class LineState(StrEnum):
    """Say what came of one badge."""

    OPEN = "open"
    DONE = "gedaan"
    HELD = "wacht"
    REFUSED = "geweigerd"


class Bulk(SQLModel, table=True):
    """Hold what is done to badges that somebody chose, and why.

    `because` is JSON: the reason of a withdrawal, or what is changed. `made_by` is in whose name it is done,
    as he proved who he was. `attempt` counts how often it was begun, `touched` is when something last
    happened; `stopped` is why it stopped, in two languages, as JSON.
    """

    __tablename__ = "bulk"
    __table_args__ = (Index(None, "organisation_id"), Index(None, "state", "touched"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    deed: Deed = Field(sa_type=Word(Deed))
    state: BulkState = Field(sa_type=Word(BulkState))
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    proof: Proof = Field(sa_type=Word(Proof))
    proved: datetime = Field(sa_type=UtcDateTime)
    touched: datetime = Field(sa_type=UtcDateTime)
    attempt: int = 0
    because: str = Field(default="{}", sa_type=Text)
    stopped: str | None = Field(default=None, sa_type=Text)


class BulkLine(SQLModel, table=True):
    """Hold one of the badges, what came of it, and why if nothing did; `problems` is JSON."""

    __tablename__ = "bulk_line"
    __table_args__ = (
        Index(None, "organisation_id"),
        strict(LettingGo(column="better_id", values={"better_id": None, "problems": "[]"})),
    )

    bulk_id: UUID = Field(primary_key=True, foreign_key="bulk.id", ondelete="CASCADE", sa_type=UuidText)
    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    badge_id: UUID = Field(foreign_key="badge.id", sa_type=UuidText)
    state: LineState = Field(sa_type=Word(LineState))
    better_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    problems: str = Field(default="[]", sa_type=Text, repr=False)
