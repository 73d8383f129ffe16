"""The table of this wing: the places in status lists of badges that were erased."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.issuing.tables import BadgeState


class ErasedBadge(SQLModel, table=True):
    """Hold that there was a badge, and nothing of what it said or whom it was of.

    Its place in the status list is never handed out again, and says what it said: a copy elsewhere is checked
    against it. `token_hash` is the SHA-256 of its address, which answers that it is gone.
    """

    __tablename__ = "erased_badge"
    __table_args__ = (
        UniqueConstraint("status_list_id", "status_index"),
        ForeignKeyConstraint(
            ["organisation_id", "status_list_id"], ["status_list.organisation_id", "status_list.id"]
        ),
        CheckConstraint("(state = 'revoked') = (revoked_at IS NOT NULL)", name="revoked_has_moment"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    token_hash: str = Field(unique=True, sa_type=Text, repr=False)
    status_list_id: UUID = Field(sa_type=UuidText)
    status_index: int
    state: BadgeState = Field(sa_type=Word(BadgeState))
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    erased: datetime = Field(sa_type=UtcDateTime)
