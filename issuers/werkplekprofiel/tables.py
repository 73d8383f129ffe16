"""The tables of this wing: what was agreed to learn, and which werkprocessen that is."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText, Word

WerkprocesKey: TypeAlias = tuple[str, str]
"""Crebo and code: a code alone means nothing."""


class AgreedBy(StrEnum):
    """Say how a recipient said yes."""

    PHONE = "telefoon"
    PAPER = "papier"


class Werkplekprofiel(SQLModel, table=True):
    """Hold what somebody will learn here, from when, and who helps; it waits until that person says yes.

    Each change is a new `revision`, to which nobody said yes yet. `token` opens it for the recipient.
    `chosen_name` is how his name reads on what is given: empty for no name, None while he did not choose.
    `school_id` is the school that is a party of it, if one is. `trainer` is the praktijkopleider who agreed
    to stand in what that school gives, with his function.
    """

    __tablename__ = "werkplekprofiel"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        ForeignKeyConstraint(
            ["organisation_id", "recipient_id"],
            ["recipient.organisation_id", "recipient.id"],
            ondelete="CASCADE",
        ),
        CheckConstraint("(agreed IS NULL) = (agreed_by IS NULL)", name="agreed_has_way"),
        CheckConstraint("(agreed IS NULL) = (chosen_name IS NULL)", name="agreed_has_name"),
        Index(None, "organisation_id", "recipient_id"),
        Index(None, "school_id"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    recipient_id: UUID = Field(sa_type=UuidText)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    revision: int = 1
    start: date = Field(sa_type=IsoDay)
    until: date | None = Field(default=None, sa_type=IsoDay)
    guidance: str | None = Field(default=None, sa_type=Text)
    pace: str | None = Field(default=None, sa_type=Text)
    school_id: str | None = Field(default=None, sa_type=Text)
    trainer: str | None = Field(default=None, sa_type=Text)
    trainer_function: str | None = Field(default=None, sa_type=Text)
    proposed: datetime = Field(sa_type=UtcDateTime)
    proposed_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    agreed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    agreed_by: AgreedBy | None = Field(default=None, sa_type=Word(AgreedBy))
    chosen_name: str | None = Field(default=None, sa_type=Text)
    objected: datetime | None = Field(default=None, sa_type=UtcDateTime)
    objection: str | None = Field(default=None, sa_type=Text)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AgreedWerkproces(SQLModel, table=True):
    """Hold one werkproces of a werkplekprofiel, in the words (`digest`) in which it was agreed."""

    __tablename__ = "agreed_werkproces"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "profiel_id"],
            ["werkplekprofiel.organisation_id", "werkplekprofiel.id"],
            ondelete="CASCADE",
        ),
        STRICT,
    )

    profiel_id: UUID = Field(primary_key=True, sa_type=UuidText)
    crebo: str = Field(primary_key=True, sa_type=Text)
    code: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    digest: str = Field(sa_type=Text)

    @property
    def key(self) -> WerkprocesKey:
        """Name the werkproces."""
        return self.crebo, self.code
