"""The tables of this wing: a chain for each organisation and one of the platform, and the heads of all."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word


class AuditKind(StrEnum):
    """Name what an audit record tells."""

    ORGANISATION_CREATED = "organisation-created"
    ORGANISATION_CHANGED = "organisation-changed"
    ORGANISATION_SUSPENDED = "organisation-suspended"
    ORGANISATION_RESUMED = "organisation-resumed"
    ORGANISATION_CLOSED = "organisation-closed"
    ORGANISATION_MERGED = "organisation-merged"
    ORGANISATION_ABSORBED = "organisation-absorbed"
    FACT_DECLARED = "fact-declared"
    FACT_CONFIRMED = "fact-confirmed"
    FACT_ENDED = "fact-ended"
    ERKENNING_CHANGED = "erkenning-changed"
    KEY_CREATED = "key-created"
    KEY_RETIRED = "key-retired"
    KEY_WITHDRAWN = "key-withdrawn"
    MEMBER_INVITED = "member-invited"
    INVITATION_WITHDRAWN = "invitation-withdrawn"
    MEMBER_ADDED = "member-added"
    MEMBER_CHANGED = "member-changed"
    MEMBER_REMOVED = "member-removed"
    LINK_GIVEN = "link-given"
    WAY_IN_ADDED = "way-in-added"
    WAY_IN_REMOVED = "way-in-removed"
    PASSKEY_BEHIND = "passkey-behind"
    API_KEY_CREATED = "api-key-created"
    API_KEY_WITHDRAWN = "api-key-withdrawn"
    RECIPIENT_ADDED = "recipient-added"
    RECIPIENT_CHANGED = "recipient-changed"
    RECIPIENT_REMOVED = "recipient-removed"
    YOUNG_NOTED = "young-noted"
    YOUNG_ENDED = "young-ended"
    CONSENT_GIVEN = "consent-given"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    PROFIEL_PROPOSED = "profiel-proposed"
    PROFIEL_AGREED = "profiel-agreed"
    PROFIEL_OBJECTED = "profiel-objected"
    PROFIEL_RELINKED = "profiel-relinked"
    PROFIEL_ENDED = "profiel-ended"
    EVIDENCE_SHOWN = "evidence-shown"
    EVIDENCE_HIDDEN = "evidence-hidden"
    PHOTO_CHOSEN = "photo-chosen"
    PHOTO_STOPPED = "photo-stopped"
    BADGEKLASSE_PUBLISHED = "badgeklasse-published"
    BADGEKLASSE_ARCHIVED = "badgeklasse-archived"
    BADGEKLASSE_RESTORED = "badgeklasse-restored"
    BADGE_HELD = "badge-held"
    HELD_CONFIRMED = "held-confirmed"
    HELD_TAKEN_BACK = "held-taken-back"
    HELD_NAMED = "held-named"
    HELD_OBJECTED = "held-objected"
    HELD_RELEASED = "held-released"
    HELD_NOT_GIVEN = "held-not-given"
    BADGE_INTENDED = "badge-intended"
    BADGE_SIGNED = "badge-signed"
    BADGE_FAILED = "badge-failed"
    BADGE_REVOKED = "badge-revoked"
    BADGE_ERASED = "badge-erased"
    RECORD_INTENDED = "record-intended"
    RECORD_SIGNED = "record-signed"
    CARD_MADE = "card-made"
    LIST_RESTORED = "list-restored"
    CANDIDATE_ADDED = "candidate-added"
    CANDIDATE_REMOVED = "candidate-removed"
    CANDIDATE_FILES = "candidate-files"
    CANDIDATE_SAME = "candidate-same"
    BADGE_LINKED = "badge-linked"
    BADGE_UNLINKED = "badge-unlinked"
    EXAMENPLAN_LOADED = "examenplan-loaded"
    REQUEST_RECORDED = "request-recorded"
    REQUEST_WITHDRAWN = "request-withdrawn"
    DECISION_WRITTEN = "decision-written"
    DECISION_MADE = "decision-made"
    DECISION_GIVEN_BACK = "decision-given-back"
    DECISION_REPLACED = "decision-replaced"
    DECISION_FORGOTTEN = "decision-forgotten"


class PlatformKind(StrEnum):
    """Name what whoever runs the service decided."""

    ADMINISTRATOR_ADDED = "administrator-added"
    ADMINISTRATOR_ENDED = "administrator-ended"
    LINK_GIVEN = "link-given"
    ORGANISATION_INVITED = "organisation-invited"
    APPLICATION_APPROVED = "application-approved"
    APPLICATION_REFUSED = "application-refused"
    FIRST_LINK_RENEWED = "first-link-renewed"
    FACT_CONFIRMED = "fact-confirmed"
    ERKENNINGEN_CONFIRMED = "erkenningen-confirmed"
    ORGANISATION_SUSPENDED = "organisation-suspended"
    ORGANISATION_RESUMED = "organisation-resumed"
    ORGANISATION_MERGED = "organisation-merged"
    ORGANISATION_TAKEN_DOWN = "organisation-taken-down"
    REPORT_ANSWERED = "report-answered"
    KEYS_GIVEN_UP = "keys-given-up"
    BACKUP_RESTORED = "backup-restored"
    MAIL_CONFIRMED = "mail-confirmed"
    HOLDERS_JOINED = "holders-joined"


class AuditRecord(SQLModel, table=True):
    """Hold a link of an organisation's audit chain: ids and a salted commitment, no personal data.

    `by_key` is the API key of a system that did it in the name of the actor; `key_id`, a key that it was done
    to or with.
    """

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
    person_id: UUID | None = Field(default=None, sa_type=UuidText)
    by_key: UUID | None = Field(default=None, sa_type=UuidText)
    commitment: bytes = Field(sa_type=LargeBinary)


class AuditSalt(SQLModel, table=True):
    """Hold the salt of a commitment apart: without it, the commitment tells nothing about anyone."""

    __tablename__ = "audit_salt"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    salt: bytes = Field(sa_type=LargeBinary, repr=False)


class PlatformRecord(SQLModel, table=True):
    """Hold a link of the chain of whoever runs the service: ids, no personal data.

    `about` is the organisation that was decided on; `subject_id` an application or a report.
    A holder who brings two lists together is the actor, the other list the subject: ids that name nobody.
    """

    __tablename__ = "platform_record"
    __table_args__ = (STRICT,)

    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    previous: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)
    kind: PlatformKind = Field(sa_type=Word(PlatformKind))
    at: datetime = Field(sa_type=UtcDateTime)
    actor_id: UUID = Field(sa_type=UuidText)
    about: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)
    person_id: UUID | None = Field(default=None, sa_type=UuidText)
    subject_id: UUID | None = Field(default=None, sa_type=UuidText)


class AuditCheckpoint(SQLModel, table=True):
    """Hold the heads of all chains at one moment, signed by a key that signs nothing else."""

    __tablename__ = "audit_checkpoint"
    __table_args__ = (STRICT,)

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    body: bytes = Field(sa_type=LargeBinary)
    signature: bytes = Field(sa_type=LargeBinary)
    key_id: UUID = Field(foreign_key="signing_key.id", sa_type=UuidText)
    at: datetime = Field(sa_type=UtcDateTime)
