"""The tables of this wing: people, what they may do, how they got in, and who is signed in."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from issuers.database.columns import STRICT, Count, IsoDay, Lasts, UtcDateTime, UuidText, Word, Words, strict


class Role(StrEnum):
    """Say what a person does in an organisation."""

    BEHEERDER = "beheerder"
    PRAKTIJKOPLEIDER = "praktijkopleider"
    BEGELEIDER = "begeleider"
    BEVESTIGER = "bevestiger"
    EXAMENCOMMISSIE = "examencommissie"
    LEZER = "lezer"


class Proof(StrEnum):
    """Say how a person proved who he is.

    Two are no sign-in: `machine`, he runs the service there; `api-key`, a system acts by a key that he made.
    """

    PASSKEY = "passkey"
    TOTP = "totp"
    OIDC = "oidc"
    DEMO = "demo"
    LINK = "link"
    MACHINE = "machine"
    API_KEY = "api-key"


class Person(SQLModel, table=True):
    """Hold a person who works for one or more organisations; `mail` is in lower case."""

    __tablename__ = "person"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    name: str = Field(sa_type=Text)
    mail: str | None = Field(default=None, index=True, unique=True, sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)


class PlatformAdministrator(SQLModel, table=True):
    """Hold who runs the service as a whole; that is no role in an organisation."""

    __tablename__ = "platform_administrator"
    __table_args__ = (STRICT,)

    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Membership(SQLModel, table=True):
    """Hold what a person does in an organisation, until when, and by whose mandate where that is asked."""

    __tablename__ = "membership"
    __table_args__ = (strict(lasts=("ended",)),)

    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", sa_type=Text)
    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    role: Role = Field(primary_key=True, sa_type=Word(Role))
    created: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mandate_by: str | None = Field(default=None, sa_type=Text)
    mandate_since: date | None = Field(default=None, sa_type=IsoDay)


class Invitation(SQLModel, table=True):
    """Hold an invitation; the token itself is only in the link."""

    __tablename__ = "invitation"
    __table_args__ = (STRICT,)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", sa_type=Text)
    token_hash: str = Field(unique=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    mail: str = Field(sa_type=Text)
    roles: frozenset[Role] = Field(sa_type=Words(Role))
    mandate_by: str | None = Field(default=None, sa_type=Text)
    mandate_since: date | None = Field(default=None, sa_type=IsoDay)
    invited_by: UUID | None = Field(default=None, foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)
    accepted: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn: datetime | None = Field(default=None, sa_type=UtcDateTime)


class EnrolmentLink(SQLModel, table=True):
    """Hold a link with which a person may make a way to sign in; the token itself is only in the link.

    `given_by` is the beheerder who made it, for `organisation_id`; who asked for it himself, or was helped by
    who runs the service, has neither. It `ended` when something took its place.
    """

    __tablename__ = "enrolment_link"
    __table_args__ = (STRICT,)

    token_hash: str = Field(primary_key=True, sa_type=Text)
    person_id: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    created: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)
    organisation_id: str | None = Field(default=None, sa_type=Text)
    given_by: UUID | None = Field(default=None, sa_type=UuidText)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Passkey(SQLModel, table=True):
    """Hold a passkey: its public half; the private one never leaves the device, or the person's own vault."""

    __tablename__ = "passkey"
    __table_args__ = (strict(lasts=(Lasts.GOING,)),)

    credential_id: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    person_id: UUID = Field(foreign_key="person.id", index=True, sa_type=UuidText)
    name: str = Field(sa_type=Text)
    public_key: bytes = Field(sa_type=LargeBinary)
    sign_count: int = Field(sa_type=Count)
    transports: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CodeApp(SQLModel, table=True):
    """Hold the secret of somebody's app with codes (TOTP), wrapped; until it is confirmed it opens nothing.

    `last_step` is the last half minute of which a code was used: no code is used twice.
    """

    __tablename__ = "code_app"
    __table_args__ = (strict(lasts=(Lasts.GOING,)),)

    person_id: UUID = Field(primary_key=True, foreign_key="person.id", sa_type=UuidText)
    secret: bytes = Field(sa_type=LargeBinary, repr=False)
    wrapped_by: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    confirmed: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_step: int = Field(default=0, sa_type=Count)
    failures: int = Field(default=0)
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RecoveryCode(SQLModel, table=True):
    """Hold the hash of a code for when everything else is lost; each is used once."""

    __tablename__ = "recovery_code"
    __table_args__ = (STRICT,)

    code_hash: str = Field(primary_key=True, sa_type=Text)
    person_id: UUID = Field(foreign_key="person.id", index=True, sa_type=UuidText)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SpentChallenge(SQLModel, table=True):
    """Hold what a passkey signed, so that it is worth nothing a second time; deleted once it is too old."""

    __tablename__ = "spent_challenge"
    __table_args__ = (STRICT,)

    digest: str = Field(primary_key=True, sa_type=Text)
    person_id: UUID = Field(foreign_key="person.id", sa_type=UuidText)
    expires: datetime = Field(sa_type=UtcDateTime)


class BrowserSession(SQLModel, table=True):
    """Hold a sign-in: who, by which proof, and for which organisation; the token is only in the browser.

    `link_hash` names the link that began it, where one did; `way_in`, the passkey or the account elsewhere.
    """

    __tablename__ = "browser_session"
    __table_args__ = (STRICT,)

    token_hash: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    person_id: UUID = Field(foreign_key="person.id", index=True, sa_type=UuidText)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", sa_type=Text)
    proof: Proof = Field(sa_type=Word(Proof))
    device: str = Field(sa_type=Text)
    created: datetime = Field(sa_type=UtcDateTime)
    proved: datetime = Field(sa_type=UtcDateTime)
    seen: datetime = Field(sa_type=UtcDateTime)
    expires: datetime = Field(sa_type=UtcDateTime)
    link_hash: str | None = Field(default=None, sa_type=Text)
    way_in: UUID | None = Field(default=None, sa_type=UuidText)
