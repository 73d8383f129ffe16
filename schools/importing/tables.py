"""The tables of this wing: files of many people that are taken in at once, and a line for each of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.people.tables import Proof
from schools.importing.states import IntakeState, LineState


class Intake(SQLModel, table=True):
    """Hold that many files are taken in, in whose name, and how far it is.

    `made_by` acts, as he proved who he was. `attempt` counts how often it was begun, `touched` is when
    something last happened; `stopped` is why it stopped, in two languages, as JSON.
    """

    __tablename__ = "intake"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        Index(None, "state", "touched"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    name: str = Field(sa_type=Text)
    state: IntakeState = Field(sa_type=Word(IntakeState))
    made_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    proof: Proof = Field(sa_type=Word(Proof))
    proved: datetime = Field(sa_type=UtcDateTime)
    made: datetime = Field(sa_type=UtcDateTime)
    touched: datetime = Field(sa_type=UtcDateTime)
    attempt: int = 0
    stopped: str | None = Field(default=None, sa_type=Text)


class IntakeLine(SQLModel, table=True):
    """Hold one file: where it was found, of whom it is as far as somebody says, and what came of it.

    `raw` is there until it is settled, and `begun` counts how often it was looked at since it waits.
    `reason` is JSON in two languages: why it was refused, or is asked.
    """

    __tablename__ = "intake_line"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "intake_id"], ["intake.organisation_id", "intake.id"], ondelete="CASCADE"
        ),
        Index(None, "intake_id", "state", "place"),
        STRICT,
    )

    intake_id: UUID = Field(primary_key=True, sa_type=UuidText)
    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    organisation_id: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    person: str = Field(sa_type=Text)
    raw: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    state: LineState = Field(sa_type=Word(LineState))
    candidate_id: UUID | None = Field(default=None, sa_type=UuidText)
    reason: str | None = Field(default=None, sa_type=Text)
    begun: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
