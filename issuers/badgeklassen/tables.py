"""The tables of this wing: what an organisation designed, each version of it, and who stands behind those."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word


class Design(SQLModel, table=True):
    """Hold a badgeklasse of an organisation; one that is archived is given to nobody any more."""

    __tablename__ = "badgeklasse"
    __table_args__ = (UniqueConstraint("organisation_id", "id"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    begun: datetime = Field(sa_type=UtcDateTime)
    archived: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DesignVersion(SQLModel, table=True):
    """Hold one version of a badgeklasse: as it was typed and, since it was published, as it is signed.

    A published version never changes: the next change begins the next number. `content` is the
    `badges.badgeklasse.Badgeklasse`, and `achievement_id` names what stands at its public address.
    """

    __tablename__ = "badgeklasse_version"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "badgeklasse_id"],
            ["badgeklasse.organisation_id", "badgeklasse.id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["organisation_id", "achievement_id"], ["achievement.organisation_id", "achievement.id"]
        ),
        CheckConstraint(
            "(published IS NULL) = (achievement_id IS NULL) AND (published IS NULL) = (content IS NULL)",
            name="published_has_content",
        ),
        STRICT,
    )

    badgeklasse_id: UUID = Field(primary_key=True, sa_type=UuidText)
    number: int = Field(primary_key=True)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    typed: str = Field(sa_type=Text)
    written: datetime = Field(sa_type=UtcDateTime)
    written_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    published: datetime | None = Field(default=None, sa_type=UtcDateTime)
    content: str | None = Field(default=None, sa_type=Text)
    achievement_id: str | None = Field(default=None, sa_type=Text)


class Answer(StrEnum):
    """Say whether an organisation shows beside its badgeklasse that another stands behind it."""

    SHOW = "laat-zien"
    HIDE = "liever-niet"


class Endorsement(SQLModel, table=True):
    """Hold that another organisation stands behind a badgeklasse, and whether its owner shows that.

    `badge_id` is what was signed, `about_id` the badgeklasse by the UUID of its address. Without an answer it
    stands nowhere.
    """

    __tablename__ = "endorsement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "achievement_id"], ["achievement.organisation_id", "achievement.id"]
        ),
        CheckConstraint(
            "(answer IS NULL) = (answered IS NULL) AND (answer IS NULL) = (answered_by IS NULL)",
            name="answer_has_moment",
        ),
        Index(None, "organisation_id"),
        Index(None, "endorser_id"),
        Index(None, "about_id"),
        STRICT,
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    endorser_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    achievement_id: str = Field(sa_type=Text)
    about_id: UUID = Field(sa_type=UuidText)
    arrived: datetime = Field(sa_type=UtcDateTime)
    answer: Answer | None = Field(default=None, sa_type=Word(Answer))
    answered: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
