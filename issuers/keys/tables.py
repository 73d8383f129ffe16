"""The table of this wing: key pairs, the private half wrapped."""

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import Lasts, UtcDateTime, UuidText, Word, strict


class KeyPurpose(StrEnum):
    """Say what a key signs, and nothing else.

    `assertion`: badges, by a Data Integrity proof (Ed25519). `token`: badges as a JWT (ES256).
    `list`: status lists. `checkpoint`: the heads of the audit chains.
    """

    ASSERTION = "assertion"
    TOKEN = "token"  # noqa: S105 - what it signs, no secret
    LIST = "list"
    CHECKPOINT = "checkpoint"


SEALABLE: Final = frozenset({KeyPurpose.ASSERTION, KeyPurpose.TOKEN})
"""What these keys sign can wait until somebody opens the seal."""

STANDING: Final = frozenset({KeyPurpose.LIST, KeyPurpose.CHECKPOINT})
"""These sign every hour, whoever is there."""


class Key(SQLModel, table=True):
    """Hold a key pair: the private half wrapped, the public half published as long as badges live.

    `organisation_id` is empty for the service's own key. `retired`: signs no more, stays trusted.
    `withdrawn`: signs no more, and is trusted no more, for somebody else may have it since `compromised`.
    `wrapped_by` names the key-encryption key that opens it; empty in rows from before that was written down.
    `wrapped` is empty where that one was lost: then the private half is nowhere any more.
    """

    __tablename__ = "signing_key"
    __table_args__ = (
        Index(None, "organisation_id", "purpose"),
        strict(
            lasts=(
                Lasts.COMING,
                "retired",
                "withdrawn",
                "compromised",
            )
        ),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)
    purpose: KeyPurpose = Field(sa_type=Word(KeyPurpose))
    multikey: str = Field(unique=True, sa_type=Text)
    wrapped: bytes = Field(sa_type=LargeBinary, repr=False)
    created: datetime = Field(sa_type=UtcDateTime)
    retired: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn: datetime | None = Field(default=None, sa_type=UtcDateTime)
    compromised: datetime | None = Field(default=None, sa_type=UtcDateTime)
    wrapped_by: str | None = Field(default=None, sa_type=Text)

    @property
    def is_lost(self) -> bool:
        """Tell whether the private half was given up."""
        return not self.wrapped
