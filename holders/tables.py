"""The tables of this room: that somebody keeps badges, which, what opens them, and what he shares."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from badges.fewer import Part
from holders.allowing import Allowed
from issuers.database.columns import (
    STRICT,
    Count,
    IsoDay,
    Lasts,
    LettingGo,
    UtcDateTime,
    UuidText,
    Word,
    Words,
    only,
    strict,
)
from issuers.recipients.tables import Channel
from verifier.report import Form, State


class Holder(SQLModel, table=True):
    """Hold that there is somebody who keeps badges; who that is, nobody knows. `seen` is the last day.

    Since `routes_hidden` he does not want to see toward what his badges lead.
    """

    __tablename__ = "holder"
    __table_args__ = (strict(lasts=(Lasts.GOING,)),)

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    since: datetime = Field(sa_type=UtcDateTime)
    seen: date = Field(sa_type=IsoDay)
    routes_hidden: datetime | None = Field(default=None, sa_type=UtcDateTime)


class KeptBadge(SQLModel, table=True):
    """Hold that a badge is kept, and by whom: one badge is kept by one holder."""

    __tablename__ = "kept_badge"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "kept"),
        STRICT,
    )

    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    kept: datetime = Field(sa_type=UtcDateTime)


class KeepCard(SQLModel, table=True):
    """Hold a card to keep: a code on paper, which opens with three pictures that are not on it.

    Neither stands here; `code_hash` and `pictures` are marks of them. One that an organisation made is for a
    badge, and has a holder from its first use on; or from the start where it takes the place of a used one,
    or of what the holder lost (`replaces` names that card, or him): then it opens only what that organisation
    gave. One that a holder made himself opens all; so does one whose badge was erased while he keeps more.
    """

    __tablename__ = "keep_card"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        CheckConstraint("(organisation_id IS NULL) = (badge_id IS NULL)", name="given_is_for_badge"),
        CheckConstraint("organisation_id IS NOT NULL OR holder_id IS NOT NULL", name="is_of_somebody"),
        CheckConstraint("replaces IS NULL OR holder_id IS NOT NULL", name="replacement_has_holder"),
        Index(None, "holder_id"),
        Index(None, "badge_id"),
        strict(
            LettingGo(
                column="badge_id",
                values={"badge_id": None, "organisation_id": None},
                only="holder_id IS NOT NULL AND replaces IS NULL",
            ),
            lasts=("ended",),
        ),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    code_hash: str = Field(unique=True, sa_type=Text, repr=False)
    pictures: str = Field(sa_type=Text, repr=False)
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", index=True, sa_type=Text)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    holder_id: UUID | None = Field(default=None, sa_type=UuidText)
    replaces: UUID | None = Field(default=None, sa_type=UuidText)
    made: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HolderSession(SQLModel, table=True):
    """Hold a telephone on which somebody sees what he keeps; the secret itself is only there.

    One that is not his own shows it until `until`. `only_of` is the one organisation whose badges it shows,
    if it was opened by a card that an organisation made in the place of another.
    """

    __tablename__ = "holder_session"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "seen"),
        strict(lasts=(Lasts.GOING,)),
    )

    token_hash: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    device: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    seen: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    only_of: str | None = Field(default=None, sa_type=Text)


class HolderPasskey(SQLModel, table=True):
    """Hold a passkey that opens what somebody keeps: its public half, with no name in it.

    `answered` is until when the last challenge counted that it signed: it signs no older one any more.
    """

    __tablename__ = "holder_passkey"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        strict(lasts=(Lasts.GOING,)),
    )

    credential_id: str = Field(primary_key=True, sa_type=Text)
    id: UUID = Field(unique=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    device: str = Field(sa_type=Text)
    public_key: bytes = Field(sa_type=LargeBinary)
    sign_count: int = Field(sa_type=Count)
    transports: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)
    used: datetime | None = Field(default=None, sa_type=UtcDateTime)
    answered: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeviceAsk(SQLModel, table=True):
    """Hold that a telephone shows a code for another, which one asks with it, and whether it may.

    Neither the code nor the secret with which the other waits stands here; both are marks or hashes.
    """

    __tablename__ = "device_ask"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "until"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    code_hash: str = Field(unique=True, sa_type=Text, repr=False)
    until: datetime = Field(sa_type=UtcDateTime)
    waiting_hash: str | None = Field(default=None, unique=True, sa_type=Text, repr=False)
    device: str = Field(default="", sa_type=Text)
    allowed: Allowed | None = Field(default=None, sa_type=Word(Allowed))


class HolderAddress(SQLModel, table=True):
    """Hold by which mail address or phone number a code opens what somebody keeps; the address is not here.

    `lookup` is a mark of it, and `hint` tells its owner which it is.
    """

    __tablename__ = "holder_address"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        UniqueConstraint("holder_id", "channel"),
        strict(lasts=(Lasts.GOING,)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    channel: Channel = Field(sa_type=Word(Channel))
    lookup: str = Field(unique=True, sa_type=Text, repr=False)
    hint: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=UtcDateTime)


class AddressCode(SQLModel, table=True):
    """Hold that a code was asked for, for a day; neither the code nor the address stands here.

    Where nobody has the address, `holder_id` is of nobody, so that both are written alike. `hint` is there
    where the address is to be added; without one the code opens.
    """

    __tablename__ = "address_code"
    __table_args__ = (Index(None, "lookup", "made"), Index(None, "made"), STRICT)

    waiting_hash: str = Field(primary_key=True, sa_type=Text)
    holder_id: UUID = Field(sa_type=UuidText)
    channel: Channel = Field(sa_type=Word(Channel))
    lookup: str = Field(sa_type=Text, repr=False)
    hint: str | None = Field(default=None, sa_type=Text)
    code_hash: str = Field(sa_type=Text, repr=False)
    made: datetime = Field(sa_type=UtcDateTime)
    failures: int = 0


class Share(SQLModel, table=True):
    """Hold a link by which somebody shows badges: what is left out of them, until when, and for whom.

    `token` is the secret of its address; he can look it up again for as long as it works.
    """

    __tablename__ = "share"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        strict(lasts=(Lasts.GOING, "stopped")),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    token: str = Field(unique=True, sa_type=Text, repr=False)
    label: str = Field(sa_type=Text, repr=False)
    without: frozenset[Part] = Field(sa_type=Words(Part))
    made: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    stopped: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SharedBadge(SQLModel, table=True):
    """Hold a badge that a link shows, in its place, and the edition that it shows of it."""

    __tablename__ = "shared_badge"
    __table_args__ = (
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        STRICT,
    )

    share_id: UUID = Field(primary_key=True, sa_type=UuidText)
    place: int = Field(primary_key=True)
    badge_id: UUID = Field(foreign_key="badge.id", index=True, sa_type=UuidText)
    edition_id: UUID = Field(foreign_key="badge.id", sa_type=UuidText)


class ShareViews(SQLModel, table=True):
    """Count how often somebody looked at a link in one week, by its Monday; never who."""

    __tablename__ = "share_views"
    __table_args__ = (
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        STRICT,
    )

    share_id: UUID = Field(primary_key=True, sa_type=UuidText)
    week: date = Field(primary_key=True, sa_type=IsoDay)
    count: int


class SchoolConsent(SQLModel, table=True):
    """Hold that a school may take in what a link shows, until when, and when it first did.

    `shows` is how many badges the link showed then: with one less, the consent ends.
    """

    __tablename__ = "school_consent"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["share_id"], ["share.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "share_id", "organisation_id"),
        Index("ix_school_consent_going", "share_id", "organisation_id", unique=True, **only("ended IS NULL")),
        strict(lasts=(Lasts.GOING, "ended")),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    share_id: UUID = Field(sa_type=UuidText)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, sa_type=Text)
    given: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    taken: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    shows: int = Field(sa_column_kwargs={"server_default": "0"})


class Helper(SQLModel, table=True):
    """Hold that somebody helps a holder, until when, and in whose words; who that is, only the holder knows.

    `invite_hash` is of the invitation, `device_hash` of the secret in the browser of who said yes to it.
    """

    __tablename__ = "helper"
    __table_args__ = (
        ForeignKeyConstraint(["holder_id"], ["holder.id"], ondelete="CASCADE"),
        Index(None, "holder_id"),
        Index(None, "device_hash"),
        Index(None, "until"),
        strict(lasts=("ended",)),
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    holder_id: UUID = Field(sa_type=UuidText)
    label: str = Field(sa_type=Text)
    invite_hash: str = Field(unique=True, sa_type=Text, repr=False)
    made: datetime = Field(sa_type=UtcDateTime)
    until: datetime = Field(sa_type=UtcDateTime)
    device_hash: str | None = Field(default=None, sa_type=Text, repr=False)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HelperBadge(SQLModel, table=True):
    """Hold one badge that a helper may see."""

    __tablename__ = "helper_badge"
    __table_args__ = (
        ForeignKeyConstraint(["helper_id"], ["helper.id"], ondelete="CASCADE"),
        Index(None, "badge_id"),
        STRICT,
    )

    helper_id: UUID = Field(primary_key=True, sa_type=UuidText)
    badge_id: UUID = Field(primary_key=True, foreign_key="badge.id", sa_type=UuidText)


class HelperLook(SQLModel, table=True):
    """Hold that a helper looked at a badge on a day; without a badge, at the list of them."""

    __tablename__ = "helper_look"
    __table_args__ = (
        ForeignKeyConstraint(["helper_id"], ["helper.id"], ondelete="CASCADE"),
        Index(None, "helper_id"),
        Index(None, "badge_id"),
        STRICT,
    )

    id: UUID = Field(primary_key=True, sa_type=UuidText)
    helper_id: UUID = Field(sa_type=UuidText)
    badge_id: UUID | None = Field(default=None, foreign_key="badge.id", sa_type=UuidText)
    day: date = Field(sa_type=IsoDay)


class ForeignBadge(SQLModel, table=True):
    """Hold a badge that somebody got elsewhere: its bytes as they were, and what the verifier said of them.

    `identity` is a digest of its issuer and its own id: the same badge twice is one.
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
