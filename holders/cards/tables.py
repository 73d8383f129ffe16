"""The table of this wing: the cards to keep."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import LettingGo, UtcDateTime, UuidText, strict


class KeepCard(SQLModel, table=True):
    """Hold a card to keep: a code on paper, which opens with three pictures that are not on it.

    Neither stands here; `code_hash` and `pictures` are marks of them. One that an organisation made is for a
    badge, and has a holder from its first use on; or from the start where it takes the place of a used one,
    or of what the holder lost (`replaces` names that card, or him): then it opens only what that organisation
    gave. One that a holder made himself opens all; so does one whose badge was erased while he keeps more.
    """

    __tablename__ = "keep_card"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        CheckConstraint("(organisation_id IS NULL) = (badge_id IS NULL)", name="given_is_for_badge"),
        CheckConstraint("organisation_id IS NOT NULL OR holder_id IS NOT NULL", name="is_of_somebody"),
        CheckConstraint("replaces IS NULL OR holder_id IS NOT NULL", name="replacement_has_holder"),
        Index(None, "holder_id"),
        Index(None, "badge_id"),
        strict(
            LettingGo(
                column="badge_id",
                values={"badge_id": None, "organisation_id": None},
                only="holder_id IS NOT NULL AND replaces IS NULL",
            ),
            lasts=("ended",),
        ),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    code_hash: str = Field(unique=True, sa_type=Text, repr=False)
    pictures: str = Field(sa_type=Text, repr=False)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", index=True, sa_type=Text)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    holder_id: UUID | None = Field(default=None, sa_type=UuidText)
    replaces: UUID | None = Field(default=None, sa_type=UuidText)
    made: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
