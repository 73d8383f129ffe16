"""The tables of this wing: what a school examines, and how it decides."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, Lasts, UtcDateTime, UuidText, Word, strict
from schools.decisions.words import Asks, DecisionState, Kind, Outcome, RequestState


class Examenplan(SQLModel, table=True):
    """Hold one version of an examenplan as a school loaded it; what was decided under it stays under it.

    `parts` is JSON: the examenonderdelen with their werkprocessen, in the words of the catalogue of that day.
    `source` is the table as text, as it can be loaded again.
    """

    __tablename__ = "examenplan"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        UniqueConstraint("organisation_id", "crebo", "name", "version"),
        CheckConstraint("version > 0", name="version_counts"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(sa_type=Text)
    kwalificatie: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    version: int
    parts: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    loaded: datetime = Field(sa_type=UtcDateTime)
    loaded_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    by_name: str = Field(sa_type=Text)


class DecisionRule(SQLModel, table=True):
    """Hold how a school decides: its commission, beroepsclausule, four eyes or not, how long it keeps."""

    __tablename__ = "decision_rule"
    __table_args__ = (
        CheckConstraint("appeal_weeks BETWEEN 1 AND 52", name="appeal_has_term"),
        CheckConstraint("keep_years BETWEEN 1 AND 60", name="kept_for_years"),
        STRICT,
    )

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    commission: str = Field(sa_type=Text)
    mandate: str = Field(sa_type=Text)
    appeal: str = Field(sa_type=Text)
    appeal_weeks: int
    keep_years: int
    asks: Asks = Field(sa_type=Word(Asks))
    changed: datetime = Field(sa_type=UtcDateTime)


class ExemptionRequest(SQLModel, table=True):
    """Hold that somebody asked for an exemption: who, when, for which examenonderdeel of which plan.

    `work` are the keys of the werkprocessen that it is about. To `mail` goes the link to what is decided. It
    goes with the candidate.
    """

    __tablename__ = "exemption_request"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["organisation_id", "plan_id"], ["examenplan.organisation_id", "examenplan.id"]),
        Index(None, "organisation_id", "state"),
        Index(None, "candidate_id"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
    candidate_id: UUID = Field(sa_type=UuidText)
    plan_id: UUID = Field(sa_type=UuidText)
    part: str = Field(sa_type=Text)
    work: str = Field(sa_type=Text)
    kind: Kind = Field(sa_type=Word(Kind))
    asked: date = Field(sa_type=IsoDay)
    asked_by: str = Field(sa_type=Text)
    mail: str | None = Field(default=None, sa_type=Text, repr=False)
    recorded: datetime = Field(sa_type=UtcDateTime)
    recorded_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    by_name: str = Field(sa_type=Text)
    state: RequestState = Field(sa_type=Word(RequestState))


class Decision(SQLModel, table=True):
    """Hold what an examencommissie decided: it stays when the candidate goes, until its term is over.

    `statement` is JSON and never changes; `sequence` is where the history of the school binds it. `token`
    opens it for the student, `newer_token` the one that took its place. Request and candidate may be gone.
    """

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint("(confirmed IS NULL) = (confirmed_by IS NULL)", name="confirmed_has_person"),
        CheckConstraint("confirmed_by IS NULL OR confirmed_by <> written_by", name="two_are_two"),
        Index(None, "organisation_id", "state"),
        Index(None, "organisation_id", "decided"),
        Index(None, "candidate_id"),
        Index(None, "until"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    request_id: UUID = Field(sa_type=UuidText)
    candidate_id: UUID = Field(sa_type=UuidText)
    kind: Kind = Field(sa_type=Word(Kind))
    outcome: Outcome = Field(sa_type=Word(Outcome))
    state: DecisionState = Field(sa_type=Word(DecisionState))
    decided: date = Field(sa_type=IsoDay)
    until: date = Field(sa_type=IsoDay)
    statement: str = Field(sa_type=Text, repr=False)
    sequence: int
    written: datetime = Field(sa_type=UtcDateTime)
    written_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    confirmed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    confirmed_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    confirmed_name: str | None = Field(default=None, sa_type=Text)
    given_back: str | None = Field(default=None, sa_type=Text)
    revises: UUID | None = Field(default=None, sa_type=UuidText)
    newer_token: str | None = Field(default=None, sa_type=Text, repr=False)


class DecisionReader(SQLModel, table=True):
    """Hold which holder reads a decision with what he keeps: the badges came by a link of his.

    It goes with either of the two.
    """

    __tablename__ = "decision_reader"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "decision_id"],
            ["decision.organisation_id", "decision.id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        STRICT,
    )

    decision_id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(sa_type=Text)
    holder_id: UUID = Field(sa_type=UuidText)
