"""The tables of this wing: what was collected for a werkproces of a werkplekprofiel, and photos apart."""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, Lasts, UtcDateTime, UuidText, Word, strict
from issuers.werkplekprofiel.tables import AgreedBy


class EvidenceKind(StrEnum):
    """Say what it is."""

    STARR = "verhaal"
    PHOTO = "foto"
    HOURS = "uren"
    NOTE = "notitie"
    ASSIGNMENT = "opdracht"
    STAGE = "stagebeoordeling"


class Evidence(SQLModel, table=True):
    """Hold one thing that was collected; `told` is a text for each field of its kind, as JSON.

    `collected_by` is who wrote last, None where the recipient did it himself. Each writing is a new
    `version`, so that two who write at once notice each other. It goes with the werkproces, and so with the
    werkplekprofiel and with the recipient. `shown_to` is the school that may see it, None for no school;
    `shown_said` is how the recipient last said yes or no to that, None where nobody asked him. `token` is the
    end of the address at which its photo stands for who has a badge that names it, from his yes to his no.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        ForeignKeyConstraint(
            ["profiel_id", "crebo", "code"],
            ["agreed_werkproces.profiel_id", "agreed_werkproces.crebo", "agreed_werkproces.code"],
            ondelete="CASCADE",
        ),
        Index(None, "profiel_id", "crebo", "code"),
        strict(
            lasts=(
                Lasts.GOING,
                "token",
            )
        ),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    profiel_id: UUID = Field(sa_type=UuidText)
    crebo: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    kind: EvidenceKind = Field(sa_type=Word(EvidenceKind))
    version: int = 1
    told: str = Field(sa_type=Text, repr=False)
    collected: datetime = Field(sa_type=UtcDateTime)
    collected_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    shown_to: str | None = Field(default=None, sa_type=Text)
    shown_said: AgreedBy | None = Field(default=None, sa_type=Word(AgreedBy))
    token: str | None = Field(default=None, index=True, unique=True, sa_type=Text, repr=False)

    @property
    def texts(self) -> Mapping[str, str]:
        """Read what was told."""
        texts: dict[str, str] = json.loads(self.told)
        return texts


class EvidencePhoto(SQLModel, table=True):
    """Hold a photo of work: pixels, drawn anew, and nothing else of what a phone wrote."""

    __tablename__ = "evidence_photo"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "evidence_id"],
            ["evidence.organisation_id", "evidence.id"],
            ondelete="CASCADE",
        ),
        STRICT,
    )

    evidence_id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    jpeg: bytes = Field(sa_type=LargeBinary, repr=False)
    width: int
    height: int
