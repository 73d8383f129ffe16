"""The table of this wing: what somebody got elsewhere."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import Lasts, UtcDateTime, UuidText, Word, strict
from verifier.report import Form, State


class ForeignBadge(SQLModel, table=True):
    """Hold a badge that somebody got elsewhere: its bytes as they were, and what the verifier said of them.

    `identity` is a digest of its issuer and its own id: the same badge twice is one. `said` is what it says
    about work, in the words of whoever knows the mapping; empty where nobody read that yet.
    """

    __tablename__ = "foreign_badge"
    __table_args__ = (
        UniqueConstraint("holder_id", "identity"),
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    identity: str = Field(sa_type=Text)
    form: Form = Field(sa_type=Word(Form))
    raw: bytes = Field(sa_type=LargeBinary, repr=False)
    title: str = Field(sa_type=Text, repr=False)
    issuer: str = Field(sa_type=Text, repr=False)
    state: State = Field(sa_type=Word(State))
    added: datetime = Field(sa_type=UtcDateTime)
    checked: datetime = Field(sa_type=UtcDateTime)
    said: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""}, repr=False)
