"""The tables of this wing: of whom a school looks at badges, what it took in of them, and takes in."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, Lasts, UtcDateTime, UuidText, Word, strict
from issuers.people.tables import Proof
from schools.importing.states import IntakeState, LineState


class Candidate(SQLModel, table=True):
    """Hold somebody who showed badges to a school; `folded_name` is the name as it is compared."""

    __tablename__ = "candidate"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        Index(None, "organisation_id", "folded_name"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    name: str = Field(sa_type=Text)
    folded_name: str = Field(sa_type=Text)
    added: datetime = Field(sa_type=UtcDateTime)
    added_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)


class TakenFile(SQLModel, table=True):
    """Hold one file of somebody: what it was, what the verifier said of it, and what was taken in.

    The same file twice is one (`digest`, SHA-256 in hex). `raw` is kept where there is a badge in it. Since
    `same_at` somebody says that it is of this person, though it holds another name. What came by a link of a
    holder names his consent; it counts for as long as that stands, and goes with it. `badges` counts what
    in it was valid, `others` those with another name than his: for lists, which read no report.
    """

    __tablename__ = "taken_file"
    __table_args__ = (
        UniqueConstraint("candidate_id", "digest"),
        ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("(same_by IS NULL) = (same_at IS NULL)", name="said_by_somebody"),
        Index(None, "consent_id"),
        Index(None, "candidate_id", "others", "badges", "same_at", "consent_id", "at"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
    candidate_id: UUID = Field(sa_type=UuidText)
    name: str = Field(sa_type=Text)
    digest: str = Field(sa_type=Text)
    raw: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    report: str = Field(sa_type=Text, repr=False)
    taken: str = Field(sa_type=Text, repr=False)
    at: datetime = Field(sa_type=UtcDateTime)
    by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    same_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    same_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    consent_id: UUID | None = Field(default=None, sa_type=UuidText)
    badges: int = 0
    others: int = 0


class RestedFile(SQLModel, table=True):
    """Hold a file as it was when somebody decided on it; until the school's own term is over (`until`)."""

    __tablename__ = "rested_file"
    __table_args__ = (
        UniqueConstraint("decision_id", "digest"),
        ForeignKeyConstraint(
            ["organisation_id", "candidate_id"], ["candidate.organisation_id", "candidate.id"]
        ),
        Index(None, "candidate_id"),
        Index(None, "until"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
    candidate_id: UUID = Field(sa_type=UuidText)
    decision_id: UUID = Field(sa_type=UuidText)
    name: str = Field(sa_type=Text)
    digest: str = Field(sa_type=Text)
    raw: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    report: str = Field(sa_type=Text, repr=False)
    taken: str = Field(sa_type=Text, repr=False)
    at: datetime = Field(sa_type=UtcDateTime)
    until: date | None = Field(default=None, sa_type=IsoDay)


class HandLink(SQLModel, table=True):
    """Hold that somebody of a school linked a badge to a werkproces, and why; `by_name` is his name then."""

    __tablename__ = "hand_link"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            ondelete="CASCADE",
        ),
        Index(None, "candidate_id"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
    candidate_id: UUID = Field(sa_type=UuidText)
    issuer: str = Field(sa_type=Text)
    credential_id: str = Field(sa_type=Text)
    crebo: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    by_name: str = Field(sa_type=Text)
    by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    at: datetime = Field(sa_type=UtcDateTime)


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
