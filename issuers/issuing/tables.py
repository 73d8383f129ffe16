"""The tables of this wing: what was published and signed, and what was withdrawn."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from badges.fewer import Part
from badges.status import MINIMUM_ENTRIES
from issuers.database.columns import STRICT, IsoDay, Lasts, UtcDateTime, UuidText, Word, Words, only, strict


class BadgeState(StrEnum):
    """Say how far a badge came; only what is `PUBLISHED` ever left the service."""

    RESERVED = "reserved"
    INTENDED = "intended"
    SIGNED = "signed"
    REVOKED = "revoked"
    FAILED = "failed"


PUBLISHED: Final = (BadgeState.SIGNED, BadgeState.REVOKED)
"""How a badge stands that left the service."""


class BadgeKind(StrEnum):
    """Say what it is that left the service. A `bevestiging` is what a school says of a badge of another.

    An `editie` is a badge again, with fewer parts: for who keeps it, and in no list of who gave it (ADR 30).
    """

    BADGE = "badge"
    BEVESTIGING = "bevestiging"
    PRAKTIJKVERKLARING = "praktijkverklaring"
    EDITIE = "editie"


class RevocationReason(StrEnum):
    """Say why a badge was withdrawn, in words that blame nobody."""

    VERGISSING = "vergissing"
    OP_VERZOEK = "op-verzoek"
    VERVANGEN = "vervangen"
    ANDERS = "anders"


class CorrectionKind(StrEnum):
    """Say what was wrong with a badge that another takes the place of."""

    SCHRIJFFOUT = "schrijffout"
    ANDER_WERK = "ander-werk"
    ANDERE_PERSOON = "andere-persoon"


class Achievement(SQLModel, table=True):
    """Hold an achievement: what was published at its address, unchanged as long as badges name it.

    `fingerprint` is the SHA-256 of all that makes it what it is; the same again is the same row. One that
    is a werkproces names it by `crebo`, `code` and `digest`; what an organisation designed has none of them.
    """

    __tablename__ = "achievement"
    __table_args__ = (
        UniqueConstraint("organisation_id", "fingerprint"),
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint(
            "(crebo IS NULL) = (code IS NULL) AND (code IS NULL) = (digest IS NULL)", name="work_is_whole"
        ),
        STRICT,
    )

    id: str = Field(primary_key=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    fingerprint: bytes = Field(sa_type=LargeBinary)
    crebo: str | None = Field(default=None, sa_type=Text)
    code: str | None = Field(default=None, sa_type=Text)
    digest: str | None = Field(default=None, sa_type=Text)
    leervorm: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    document: bytes = Field(sa_type=LargeBinary)
    created: datetime = Field(sa_type=UtcDateTime)

    @property
    def work(self) -> tuple[str, str] | None:
        """Give crebo and code of the werkproces that it is; None for a badgeklasse of the organisation."""
        return (self.crebo, self.code) if self.crebo and self.code else None


class StatusList(SQLModel, table=True):
    """Hold a status list: how many entries are handed out, and what is published now.

    `unseen` are the bits of what was withdrawn and is not in the register: a backup was put back (ADR 26).
    """

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
    unseen: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)


class BadgeJwt(SQLModel, table=True):
    """Hold a badge as a token, signed by the organisation's key for tokens in the moment it was given."""

    __tablename__ = "badge_jwt"
    __table_args__ = (STRICT,)

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    key_id: UUID = Field(foreign_key="signing_key.id", sa_type=UuidText)
    raw: bytes = Field(sa_type=LargeBinary, repr=False)


class BadgePhoto(SQLModel, table=True):
    """Say that a badge names a photo, from its reservation on: its address, and what was collected.

    Whether the photo is still there and may be seen, only what was collected says.
    """

    __tablename__ = "badge_photo"
    __table_args__ = (STRICT,)

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    token: str = Field(primary_key=True, index=True, sa_type=Text)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    evidence_id: UUID = Field(index=True, sa_type=UuidText)


class Edition(SQLModel, table=True):
    """Say of a badge that it is an edition: of which badge, and what it leaves out."""

    __tablename__ = "edition"
    __table_args__ = (STRICT,)

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    of_id: UUID = Field(foreign_key="badge.id", index=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    without: frozenset[Part] = Field(sa_type=Words(Part))


class ClosedPage(SQLModel, table=True):
    """Hold that who keeps a badge lets nobody see its page, in no form, as long as this row stands."""

    __tablename__ = "closed_page"
    __table_args__ = (
        strict(
            lasts=(
                Lasts.COMING,
                Lasts.GOING,
            )
        ),
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    since: datetime = Field(sa_type=UtcDateTime)


class FormerSignature(SQLModel, table=True):
    """Hold a form of a badge from before it was signed again: a copy of it is still ours."""

    __tablename__ = "former_signature"
    __table_args__ = (STRICT,)

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    key_id: UUID = Field(primary_key=True, foreign_key="signing_key.id", sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    raw: bytes = Field(sa_type=LargeBinary, repr=False)
    replaced: datetime = Field(sa_type=UtcDateTime)


SEARCHED: Final = (
    *("state", "reserved_at", "valid_until", "replaced_by", "achievement_id", "issued_by", "profiel_id"),
    *("folded_name", "kind"),
)
"""What a badge is looked for by. All of it stands in one index, so that no search reads what was signed."""


class Badge(SQLModel, table=True):
    """Hold a badge from its reservation on; `intent` is what is signed, `raw` what was published.

    The credential's id is `urn:uuid:` and this id. A failed row keeps its status index, so that no
    index is ever handed out twice; it gives its idempotency key back, so that the person can try again.
    `profiel_id` is the werkplekprofiel that it was given for, which may be gone since. `replaces` is the
    badge whose place it takes, from its reservation on; `replaced_by` is told to whoever has that one.
    `folded_name` is the name that stands in it, as it is compared. `first_opened` is the day on which
    somebody first looked at its page; who that was and how often, nobody keeps.

    What a school gives goes the same way, and is of another `kind`: it has no achievement at an address. A
    confirmation is `about` a badge of another organisation, or about a badgeklasse, by the UUID that its
    address gives (RFC 9562 5.5).
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
        CheckConstraint("(kind = 'badge') = (achievement_id IS NOT NULL)", name="of_a_kind"),
        CheckConstraint("(kind = 'bevestiging') = (about_id IS NOT NULL)", name="about_a_badge"),
        CheckConstraint("(state IN ('signed', 'revoked')) = (raw IS NOT NULL)", name="signed_has_bytes"),
        CheckConstraint("(state = 'revoked') = (revoked_at IS NOT NULL)", name="revoked_has_moment"),
        Index(None, "state", "reserved_at"),
        Index("ix_badge_revoked", "status_list_id", **only("state = 'revoked'")),
        Index("ix_badge_overview", "organisation_id", "id", *SEARCHED),
        Index(None, "key_id"),
        Index(None, "profiel_id", **only("profiel_id IS NOT NULL")),
        Index(None, "replaces", unique=True, **only("replaces IS NOT NULL")),
        Index(None, "about_id", **only("about_id IS NOT NULL")),
        Index(None, "state", "revoked_at", **only("revoked_at IS NOT NULL")),
        Index(None, "state", "valid_until", **only("valid_until IS NOT NULL")),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    kind: BadgeKind = Field(
        default=BadgeKind.BADGE, sa_type=Word(BadgeKind), sa_column_kwargs={"server_default": "badge"}
    )
    about_id: UUID | None = Field(default=None, sa_type=UuidText)
    achievement_id: str | None = Field(default=None, sa_type=Text)
    token: str = Field(unique=True, sa_type=Text)
    subject_id: UUID = Field(sa_type=UuidText)
    evidence_id: UUID = Field(sa_type=UuidText)
    state: BadgeState = Field(sa_type=Word(BadgeState))
    idempotency_key: str | None = Field(default=None, sa_type=Text)
    request_hash: bytes = Field(sa_type=LargeBinary)
    status_list_id: UUID = Field(sa_type=UuidText)
    status_index: int
    issued_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    issued_by_key: UUID | None = Field(default=None, sa_type=UuidText)
    profiel_id: UUID | None = Field(default=None, sa_type=UuidText)
    replaces: UUID | None = Field(default=None, sa_type=UuidText)
    replaces_because: CorrectionKind | None = Field(default=None, sa_type=Word(CorrectionKind))
    folded_name: str | None = Field(default=None, sa_type=Text, repr=False)
    valid_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_opened: date | None = Field(default=None, sa_type=IsoDay)
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


class Promise(NamedTuple):
    """Hold of a badge what its row says once it is reserved, for who wrote that row and need not read it.

    A tuple, for a large roster makes many and reads each some fifty times.
    """

    id: UUID
    organisation_id: str
    kind: BadgeKind
    achievement_id: str | None
    token: str
    subject_id: UUID
    evidence_id: UUID
    state: BadgeState
    idempotency_key: str
    status_list_id: UUID
    status_index: int
    issued_by: UUID
    issued_by_key: UUID | None
    profiel_id: UUID | None
    reserved_at: datetime
    key_id: UUID
    intent: bytes | None = None
    raw: bytes | None = None

    @property
    def credential_id(self) -> str:
        """Give the id that stands in the credential."""
        return self.id.urn


AnyBadge: TypeAlias = Badge | Promise
"""A badge of the register, or as it was promised just now."""
