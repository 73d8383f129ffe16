"""The tables of this room; the only module that makes any.

Every row of a tenant carries its `organisation_id`. STRICT tables on SQLite: a column holds its type or
the write fails. Keys are made in Python, so nothing here needs a sequence.
"""

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from badges.status import MINIMUM_ENTRIES
from issuers.columns import UtcDateTime, UuidText, Word

STRICT: Final = {"sqlite_strict": True}

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class OrganisationKind(StrEnum):
    """Say what an organisation is; employers see it only where they ask."""

    LEERBEDRIJF = "leerbedrijf"
    SCHOOL = "school"
    MAATSCHAPPELIJK = "maatschappelijk"
    GEMEENTE = "gemeente"


class Role(StrEnum):
    """Say what a person does in an organisation."""

    BEHEERDER = "beheerder"
    PRAKTIJKOPLEIDER = "praktijkopleider"
    BEGELEIDER = "begeleider"
    BEVESTIGER = "bevestiger"
    LEZER = "lezer"


class KeyPurpose(StrEnum):
    """Say what a key signs, and nothing else: badges, status lists, or the checkpoints of the audit."""

    ASSERTION = "assertion"
    LIST = "list"
    CHECKPOINT = "checkpoint"


class BadgeState(StrEnum):
    """Say how far a badge came. Only `signed` and `revoked` ever left the service."""

    RESERVED = "reserved"
    INTENDED = "intended"
    SIGNED = "signed"
    REVOKED = "revoked"
    FAILED = "failed"


class RevocationReason(StrEnum):
    """Say why a badge was withdrawn, in words that blame nobody."""

    VERGISSING = "vergissing"
    OP_VERZOEK = "op-verzoek"
    VERVANGEN = "vervangen"
    ANDERS = "anders"


class AuditKind(StrEnum):
    """Name what an audit record tells."""

    ORGANISATION_CREATED = "organisation-created"
    KEY_CREATED = "key-created"
    KEY_RETIRED = "key-retired"
    KEY_WITHDRAWN = "key-withdrawn"
    MEMBER_ADDED = "member-added"
    BADGE_INTENDED = "badge-intended"
    BADGE_SIGNED = "badge-signed"
    BADGE_FAILED = "badge-failed"
    BADGE_REVOKED = "badge-revoked"


class Instance(SQLModel, table=True):
    """Hold the one row that says who we are: every signature names `base_url`."""

    __tablename__ = "instance"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    base_url: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)


class Organisation(SQLModel, table=True):
    """Hold an organisation that issues; `id` is short, random, and public for ever."""

    __tablename__ = "organisation"
    __table_args__ = (STRICT,)

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    kind: OrganisationKind = Field(sa_type=Word(OrganisationKind))
    created: datetime = Field(sa_type=UtcDateTime)


class OrganisationKwalificatie(SQLModel, table=True):
    """Hold which kwalificaties an organisation works with: the first tiles of its form."""

    __tablename__ = "organisation_kwalificatie"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(primary_key=True, sa_type=Text)


class Person(SQLModel, table=True):
    """Hold a person who works for one or more organisations."""

    __tablename__ = "person"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    name: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)


class Membership(SQLModel, table=True):
    """Hold what a person does in an organisation, and until when."""

    __tablename__ = "membership"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    role: Role = Field(primary_key=True, sa_type=Word(Role))
    created: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BrowserSession(SQLModel, table=True):
    """Hold a sign-in; the token itself is only in the person's browser."""

    __tablename__ = "browser_session"
    __table_args__ = (STRICT,)

    token_hash: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)


class Key(SQLModel, table=True):
    """Hold a key pair: the private half wrapped, the public half published as long as badges live.

    `organisation_id` is empty for the service's own key. `retired`: signs no more, stays trusted.
    `withdrawn`: signs no more, and is trusted no more.
    """

    __tablename__ = "signing_key"
    __table_args__ = (Index(None, "organisation_id", "purpose"), STRICT)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)
    purpose: KeyPurpose = Field(sa_type=Word(KeyPurpose))
    multikey: str = Field(unique=True, sa_type=Text)
    wrapped: bytes = Field(sa_type=LargeBinary, repr=False)
    created: datetime = Field(sa_type=UtcDateTime)
    retired: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Achievement(SQLModel, table=True):
    """Hold a badgeklasse: what was published at its address, unchanged as long as badges name it.

    `fingerprint` is the SHA-256 of all that makes it what it is; the same again is the same row.
    """

    __tablename__ = "achievement"
    __table_args__ = (
        UniqueConstraint("organisation_id", "fingerprint"),
        UniqueConstraint("organisation_id", "id"),
        STRICT,
    )

    id: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    fingerprint: bytes = Field(sa_type=LargeBinary)
    crebo: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    digest: str = Field(sa_type=Text)
    leervorm: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    document: bytes = Field(sa_type=LargeBinary)
    created: datetime = Field(sa_type=UtcDateTime)


class StatusList(SQLModel, table=True):
    """Hold a status list: how many entries are handed out, and what is published now."""

    __tablename__ = "status_list"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        UniqueConstraint("organisation_id", "id"),
        Index(None, "published_at"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    number: int
    used: int = 0
    version: int = 0
    raw: bytes = Field(sa_type=LargeBinary, repr=False)
    published_at: datetime = Field(sa_type=UtcDateTime)
    valid_until: datetime = Field(sa_type=UtcDateTime)


class Badge(SQLModel, table=True):
    """Hold a badge from its reservation on; `intent` is what is signed, `raw` what was published.

    The credential's id is `urn:uuid:` and this id. A failed row keeps its status index, so that no
    index is ever handed out twice; it gives its idempotency key back, so that the person can try again.
    """

    __tablename__ = "badge"
    __table_args__ = (
        UniqueConstraint("organisation_id", "idempotency_key"),
        UniqueConstraint("status_list_id", "status_index"),
        ForeignKeyConstraint(
            ["organisation_id", "achievement_id"], ["achievement.organisation_id", "achievement.id"]
        ),
        ForeignKeyConstraint(
            ["organisation_id", "status_list_id"], ["status_list.organisation_id", "status_list.id"]
        ),
        CheckConstraint(
            f"status_index >= 0 AND status_index < {MINIMUM_ENTRIES}", name="status_index_in_list"
        ),
        CheckConstraint("(state IN ('signed', 'revoked')) = (raw IS NOT NULL)", name="signed_has_bytes"),
        CheckConstraint("(state = 'revoked') = (revoked_at IS NOT NULL)", name="revoked_has_moment"),
        Index(None, "state", "reserved_at"),
        Index(None, "status_list_id", "state"),
        Index(None, "organisation_id", "reserved_at"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    achievement_id: str = Field(sa_type=Text)
    token: str = Field(unique=True, sa_type=Text)
    subject_id: UUID = Field(sa_type=UuidText)
    evidence_id: UUID = Field(sa_type=UuidText)
    state: BadgeState = Field(sa_type=Word(BadgeState))
    idempotency_key: str | None = Field(default=None, sa_type=Text)
    request_hash: bytes = Field(sa_type=LargeBinary)
    status_list_id: UUID = Field(sa_type=UuidText)
    status_index: int
    issued_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    reserved_at: datetime = Field(sa_type=UtcDateTime)
    key_id: UUID = Field(foreign_key="signing_key.id", sa_type=UuidText)
    intent: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    raw: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    signed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failed_because: str | None = Field(default=None, sa_type=Text)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_because: RevocationReason | None = Field(default=None, sa_type=Word(RevocationReason))
    revoked_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    replaced_by: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)

    @property
    def credential_id(self) -> str:
        """Give the id that stands in the credential."""
        return self.id.urn


class AuditRecord(SQLModel, table=True):
    """Hold a link of an organisation's audit chain: ids and a salted commitment, no personal data."""

    __tablename__ = "audit_record"
    __table_args__ = (Index(None, "badge_id"), STRICT)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    previous: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)
    kind: AuditKind = Field(sa_type=Word(AuditKind))
    at: datetime = Field(sa_type=UtcDateTime)
    actor_id: UUID | None = Field(default=None, sa_type=UuidText)
    badge_id: UUID | None = Field(default=None, sa_type=UuidText)
    key_id: UUID | None = Field(default=None, sa_type=UuidText)
    commitment: bytes = Field(sa_type=LargeBinary)


class AuditSalt(SQLModel, table=True):
    """Hold the salt of a commitment apart: without it, the commitment tells nothing about anyone."""

    __tablename__ = "audit_salt"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    salt: bytes = Field(sa_type=LargeBinary, repr=False)


class AuditCheckpoint(SQLModel, table=True):
    """Hold the heads of all chains at one moment, signed by a key that signs nothing else."""

    __tablename__ = "audit_checkpoint"
    __table_args__ = (STRICT,)

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    body: bytes = Field(sa_type=LargeBinary)
    signature: bytes = Field(sa_type=LargeBinary)
    key_id: UUID = Field(foreign_key="signing_key.id", sa_type=UuidText)
    at: datetime = Field(sa_type=UtcDateTime)
