"""The tables of this wing: that somebody keeps badges, which, and on which telephones he sees them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, Lasts, UtcDateTime, UuidText, strict


class Holder(SQLModel, table=True):
    """Hold that there is somebody who keeps badges; who that is, nobody knows. `seen` is the last day.

    Since `routes_hidden` he does not want to see toward what his badges lead.
    """

    __tablename__ = "holder"
    __table_args__ = (strict(lasts=(Lasts.GOING,)),)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    since: datetime = Field(sa_type=UtcDateTime)
    seen: date = Field(sa_type=IsoDay)
    routes_hidden: datetime | None = Field(default=None, sa_type=UtcDateTime)


class KeptBadge(SQLModel, table=True):
    """Hold that a badge is kept, and by whom: one badge is kept by one holder."""

    __tablename__ = "kept_badge"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "kept"),
        STRICT,
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    kept: datetime = Field(sa_type=UtcDateTime)


class HolderSession(SQLModel, table=True):
    """Hold a telephone on which somebody sees what he keeps; the secret itself is only there.

    One that is not his own shows it until `until`. `only_of` is the one organisation whose badges it shows,
    if it was opened by a card that an organisation made in the place of another. `joins` is the sign-in that
    wants to bring this together with its own: then it shows nothing itself.
    """

    __tablename__ = "holder_session"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "seen"),
        strict(lasts=(Lasts.GOING,)),
    )

    token_hash: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    device: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    seen: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    only_of: str | None = Field(default=None, sa_type=Text)
    joins: UUID | None = Field(default=None, sa_type=UuidText)
