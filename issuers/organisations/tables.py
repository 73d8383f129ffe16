"""The tables of this wing: who issues here."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, UtcDateTime, UuidText, Word
from issuers.organisations.numbers import NumberKind


class OrganisationKind(StrEnum):
    """Say what an organisation is; it may be several."""

    LEERBEDRIJF = "leerbedrijf"
    SCHOOL = "school"
    MAATSCHAPPELIJK = "maatschappelijk"
    GEMEENTE = "gemeente"


class SchoolKind(StrEnum):
    """Say what kind of school it is; it says something about its pupils, so it stands on no public page."""

    PRO = "pro"
    VSO = "vso"
    MBO = "mbo"


class FactStatus(StrEnum):
    """Say how far a fact is known.

    `bevestigd`: somebody looked it up in a source. `zelf-verklaard`: the organisation says so. `onbekend`:
    nobody said.
    """

    BEVESTIGD = "bevestigd"
    ZELF_VERKLAARD = "zelf-verklaard"
    ONBEKEND = "onbekend"


class ApplicationState(StrEnum):
    """Say how far it came with an organisation that wants to join."""

    NIEUW = "nieuw"
    GOEDGEKEURD = "goedgekeurd"
    AFGEWEZEN = "afgewezen"


class Instance(SQLModel, table=True):
    """Hold the one row that says who we are: every signature names `base_url`.

    `challenge_key` marks as ours what we ask a passkey to sign, the forms that we show, and the addresses of
    holders, of which only the mark is kept; it is wrapped, and signs nothing.
    `lists_from` is the lowest number of a further status list; since `mail_waits` no letter goes out, until
    somebody confirms it: a backup was put back.
    """

    __tablename__ = "instance"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    base_url: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    challenge_key: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    challenge_wrapped_by: str | None = Field(default=None, sa_type=Text)
    lists_from: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    mail_waits: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Organisation(SQLModel, table=True):
    """Hold an organisation that issues; `id` is short, random, and public for ever.

    `name` is what everyone sees and what its badges say; it may be more neutral than the name in a register,
    for that can tell something about the people it works for.
    """

    __tablename__ = "organisation"
    __table_args__ = (STRICT,)

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    official_name: str | None = Field(default=None, sa_type=Text)
    website: str | None = Field(default=None, sa_type=Text)
    contact: str | None = Field(default=None, sa_type=Text)
    gemeente: str | None = Field(default=None, sa_type=Text)
    arbeidsmarktregio: str | None = Field(default=None, sa_type=Text)
    suspended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    suspended_because: str | None = Field(default=None, sa_type=Text)
    closed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    merged_into: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)


class OrganisationPicture(SQLModel, table=True):
    """Hold the picture of an organisation as we drew it anew: a PNG of nothing but pixels."""

    __tablename__ = "organisation_picture"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    png: bytes = Field(sa_type=LargeBinary, repr=False)
    changed: datetime = Field(sa_type=UtcDateTime)


class OrganisationFact(SQLModel, table=True):
    """Hold one thing that an organisation is, and how far that is known; its numbers stand apart."""

    __tablename__ = "organisation_fact"
    __table_args__ = (
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint("school_kind IS NULL OR kind = 'school'", name="kind_of_school"),
        CheckConstraint(
            "(status = 'bevestigd') = "
            "(confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL AND source IS NOT NULL)",
            name="confirmed_from_source",
        ),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    kind: OrganisationKind = Field(sa_type=Word(OrganisationKind))
    school_kind: SchoolKind | None = Field(default=None, sa_type=Word(SchoolKind))
    status: FactStatus = Field(sa_type=Word(FactStatus))
    created: datetime = Field(sa_type=UtcDateTime)
    confirmed_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    source: str | None = Field(default=None, sa_type=Text)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OrganisationNumber(SQLModel, table=True):
    """Hold a number by which a fact can be looked up.

    An RSIN looks like a BSN; it is kept only where somebody said, and when, that it is of no person.
    """

    __tablename__ = "organisation_number"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "fact_id"], ["organisation_fact.organisation_id", "organisation_fact.id"]
        ),
        CheckConstraint("kind <> 'rsin' OR of_no_person_since IS NOT NULL", name="rsin_of_no_person"),
        STRICT,
    )

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    fact_id: UUID = Field(primary_key=True, sa_type=UuidText)
    kind: NumberKind = Field(primary_key=True, sa_type=Word(NumberKind))
    value: str = Field(sa_type=Text)
    of_no_person_since: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OrganisationKwalificatie(SQLModel, table=True):
    """Hold which kwalificaties an organisation works with: the first tiles of its form."""

    __tablename__ = "organisation_kwalificatie"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    crebo: str = Field(primary_key=True, sa_type=Text)


class Application(SQLModel, table=True):
    """Hold that an organisation wants to join; what it wrote is forgotten as soon as somebody decided.

    Whoever has the token, of which only the hash is here, may see how far it came.
    """

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("(state = 'nieuw') = (document IS NOT NULL)", name="forgotten_when_decided"),
        CheckConstraint("(state = 'nieuw') = (decided_at IS NULL)", name="decided_has_moment"),
        CheckConstraint("(state = 'goedgekeurd') = (became IS NOT NULL)", name="approved_became"),
        CheckConstraint("(state = 'afgewezen') = (reason IS NOT NULL)", name="refused_has_reason"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    token_hash: str = Field(unique=True, sa_type=Text)
    state: ApplicationState = Field(sa_type=Word(ApplicationState))
    name: str = Field(sa_type=Text)
    document: bytes | None = Field(default=None, sa_type=LargeBinary, repr=False)
    created: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    reason: str | None = Field(default=None, sa_type=Text)
    became: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)


class JoiningInvitation(SQLModel, table=True):
    """Hold that the platform asked an organisation to join: its application need not wait."""

    __tablename__ = "joining_invitation"
    __table_args__ = (STRICT,)

    token_hash: str = Field(primary_key=True, sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    created_by: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    expires: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Agreement(SQLModel, table=True):
    """Hold who agreed with which version of the verwerkersovereenkomst, and when.

    `editions_at`: when he agreed that the service signs smaller editions of a badge for its holder.
    """

    __tablename__ = "agreement"
    __table_args__ = (STRICT,)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    version: str = Field(primary_key=True, sa_type=Text)
    agreed_by: str = Field(sa_type=Text)
    agreed_at: datetime = Field(sa_type=UtcDateTime)
    editions_at: datetime = Field(sa_type=UtcDateTime)


class AbuseReport(SQLModel, table=True):
    """Hold what somebody reported, until it is answered: then only the answer is kept.

    Whoever has the token, of which only the hash is here, may read the answer.
    """

    __tablename__ = "abuse_report"
    __table_args__ = (
        CheckConstraint("(answer IS NULL) = (text IS NOT NULL)", name="forgotten_when_answered"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    token_hash: str = Field(unique=True, sa_type=Text)
    about: str | None = Field(default=None, sa_type=Text)
    text: str | None = Field(default=None, sa_type=Text, repr=False)
    created: datetime = Field(sa_type=UtcDateTime)
    answer: str | None = Field(default=None, sa_type=Text)
    answered: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
