"""The table of this wing: letters on their way out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.recipients.tables import Channel


class OutgoingMail(SQLModel, table=True):
    """Hold a letter until it is sent; what it said, and to whom, is then wiped.

    One that is neither sent nor due did not arrive: it was given up, or came back later.
    """

    __tablename__ = "outgoing_mail"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)
    channel: Channel = Field(
        default=Channel.MAIL, sa_type=Word(Channel), sa_column_kwargs={"server_default": "mail"}
    )
    recipient: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text, repr=False)
    created: datetime = Field(sa_type=UtcDateTime)
    due: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    attempts: int = Field(default=0)
    sent: datetime | None = Field(default=None, sa_type=UtcDateTime)
