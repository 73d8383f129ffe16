"""The tables of this room: that somebody keeps badges, which, and on which telephones he sees them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, IsoDay, UtcDateTime, UuidText


class Holder(SQLModel, table=True):
    """Hold that there is somebody who keeps badges; who that is, nobody knows. `seen` is the last day."""

    __tablename__ = "holder"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    since: datetime = Field(sa_type=UtcDateTime)
    seen: date = Field(sa_type=IsoDay)


class KeptBadge(SQLModel, table=True):
    """Hold that a badge is kept, and by whom: one badge is kept by one holder."""

    __tablename__ = "kept_badge"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        STRICT,
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    kept: datetime = Field(sa_type=UtcDateTime)


class HolderSession(SQLModel, table=True):
    """Hold a telephone on which somebody sees what he keeps; the secret itself is only there."""

    __tablename__ = "holder_session"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "seen"),
        STRICT,
    )

    token_hash: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    device: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    seen: datetime = Field(sa_type=UtcDateTime)
