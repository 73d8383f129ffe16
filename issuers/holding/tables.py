"""The tables of this wing: what an organisation asks before it signs, and what waits for that."""

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.people.tables import Proof


class Asks(StrEnum):
    """Say what a judgement waits for, besides its time."""

    NOBODY = "niemand"
    SECOND = "tweede-persoon"


class HeldState(StrEnum):
    """Say how far it came. `wacht` can be stopped, `komt` cannot any more; the others are its ends."""

    WAITING = "wacht"
    COMING = "komt"
    GIVEN = "gegeven"
    TAKEN_BACK = "teruggenomen"
    OBJECTED = "klopt-niet"
    NOT_GIVEN = "niet-gegeven"


BY_SECOND: Final = "second-person"
"""Why something was objected to, where it was not its recipient who did."""


class HoldingRule(SQLModel, table=True):
    """Hold what an organisation asks before anything of it is signed; without a row it asks nothing."""

    __tablename__ = "holding_rule"
    __table_args__ = (
        CheckConstraint("undo_minutes IN (0, 10, 1440)", name="undo_is_offered"),
        CheckConstraint("hold_hours >= 0 AND hold_hours <= 72", name="hold_is_short"),
        STRICT,
    )

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    asks: Asks = Field(sa_type=Word(Asks))
    undo_minutes: int = 0
    hold_hours: int = 0
    changed: datetime = Field(sa_type=UtcDateTime)


class Held(SQLModel, table=True):
    """Hold a judgement that was given and is not signed yet, with how its giver proved who he is.

    `judgement` and `occasion` are JSON, and empty once a badge says it; `work` is crebo and code. `token`
    opens it for the recipient. `reads_until` is until when one who was not there can read it; `own_name` is
    how he chose, when he was `named`, that his name reads (none: without a name). `stopped_by` is who took it
    back or refused it; none, where its recipient did. `code` is the hash of what
    a second person types. It goes with the werkplekprofiel.
    """

    __tablename__ = "held"
    __table_args__ = (
        UniqueConstraint("organisation_id", "idempotency_key"),
        ForeignKeyConstraint(
            ["organisation_id", "profiel_id"],
            ["werkplekprofiel.organisation_id", "werkplekprofiel.id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("(confirmed IS NULL) = (confirmed_by IS NULL)", name="confirmed_has_person"),
        CheckConstraint("confirmed_by IS NULL OR confirmed_by <> held_by", name="two_are_two"),
        CheckConstraint("(code IS NULL) = (code_until IS NULL)", name="code_has_end"),
        Index(None, "state", "due"),
        Index(None, "organisation_id", "state"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    idempotency_key: str = Field(sa_type=Text)
    profiel_id: UUID | None = Field(default=None, sa_type=UuidText)
    work: str | None = Field(default=None, sa_type=Text)
    judgement: str = Field(sa_type=Text, repr=False)
    occasion: str = Field(sa_type=Text, repr=False)
    asks: Asks = Field(sa_type=Word(Asks))
    held: datetime = Field(sa_type=UtcDateTime)
    held_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    proof: Proof = Field(sa_type=Word(Proof))
    proved: datetime = Field(sa_type=UtcDateTime)
    due: datetime = Field(sa_type=UtcDateTime)
    reads_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    named: datetime | None = Field(default=None, sa_type=UtcDateTime)
    own_name: str | None = Field(default=None, sa_type=Text, repr=False)
    state: HeldState = Field(sa_type=Word(HeldState))
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    confirmed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    confirmed_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    code: str | None = Field(default=None, sa_type=Text, repr=False)
    code_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    objection: str | None = Field(default=None, sa_type=Text, repr=False)
    because: str | None = Field(default=None, sa_type=Text)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)


class CodeTry(SQLModel, table=True):
    """Count the wrong codes that somebody typed in a row."""

    __tablename__ = "held_code_try"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
