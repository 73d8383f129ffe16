"""The tables of this wing: what was told, and what an organisation does not want told."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word, Words


class Event(StrEnum):
    """Name what is told. Of a badge to who got it; the last five to who works at an organisation."""

    GIVEN = "gegeven"
    CORRECTED = "verbeterd"
    WITHDRAWN = "ingetrokken"
    UNOPENED = "niet-geopend"
    ENDING = "verloopt"
    HELD = "onderweg"
    OBJECTED = "klopt-niet"
    HELD_OBJECTED = "bewijs-klopt-niet"
    ASKED = "school-vraagt"
    ANSWERED = "antwoord"
    ENDORSED = "bevestigd"


class Told(SQLModel, table=True):
    """Hold what was told: of a badge, one that waits, a `round` of a werkplekprofiel, or a question.

    `letter_id` is the letter that tells it; None where the organisation wants it not told.
    """

    __tablename__ = "told"
    __table_args__ = (STRICT,)

    about_id: UUID = Field(primary_key=True, sa_type=UuidText)
    event: Event = Field(primary_key=True, sa_type=Word(Event))
    round: int = Field(default=0, primary_key=True)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    letter_id: UUID | None = Field(default=None, sa_type=UuidText)
    at: datetime = Field(sa_type=UtcDateTime)


class Untold(SQLModel, table=True):
    """Hold what an organisation wants not told; one without a row tells everything."""

    __tablename__ = "untold"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    events: frozenset[Event] = Field(sa_type=Words(Event))
