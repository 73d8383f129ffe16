"""Keep who learns here: add, change and find."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from issuers.recipients.reading import NewRecipient
from issuers.recipients.register import recipient_of, recipient_with, recipients_named, recipients_of
from issuers.recipients.tables import Channel, Recipient

SAME_NAME: Final = FieldProblem(
    "ander",
    "same-name",
    "Er is al iemand met deze naam. Is dit iemand anders? Zet dan dit vinkje.",
    "There is somebody with this name already. Is this somebody else? Then tick this box.",
)
SAME_REFERENCE: Final = FieldProblem(
    "kenmerk",
    "same-reference",
    "Dit kenmerk is al van iemand anders. Kijk het na.",
    "This reference is somebody else's already. Look it up.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRecipient:
    """Show who learns here to who works with him."""

    id: UUID
    name: str
    channel: Channel
    address: str | None
    reference: str | None

    @classmethod
    def of(cls, row: Recipient) -> "KnownRecipient":
        """Show a row."""
        return cls(
            id=row.id, name=row.name, channel=row.channel, address=row.address, reference=row.reference
        )


def add_recipient(desk: IssuingDesk, new: NewRecipient, *, actor: Actor) -> UUID:
    """Add who learns here from now on.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        FormError: somebody has this kenmerk already, or this name and nothing tells the two apart.
    """
    require(actor, Action.DRAFT)
    now = desk.clock.now()
    recipient_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        _tell_apart(session, new, organisation_id=actor.organisation_id)
        session.add(
            Recipient(
                id=recipient_id,
                organisation_id=actor.organisation_id,
                name=new.name,
                folded_name=new.folded_name,
                channel=new.channel,
                address=new.address,
                reference=new.reference,
                added=now,
                added_by=actor.person_id,
            )
        )
        record(session, AuditKind.RECIPIENT_ADDED, content=recipient_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return recipient_id


def change_recipient(desk: IssuingDesk, recipient_id: UUID, new: NewRecipient, *, actor: Actor) -> None:
    """Change what is kept of a recipient; what was given keeps the name that stands in it.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such recipient.
        FormError: somebody else has this kenmerk already, or this name and nothing tells the two apart.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        row = _find(session, recipient_id, actor=actor)
        _tell_apart(session, new, organisation_id=actor.organisation_id, besides=recipient_id)
        row.name, row.folded_name = new.name, new.folded_name
        row.channel, row.address, row.reference = new.channel, new.address, new.reference
        record(session, AuditKind.RECIPIENT_CHANGED, content=recipient_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def find_recipient(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> KnownRecipient:
    """Find a recipient of the actor's organisation.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
        NotFoundError: the organisation has no such recipient.
    """
    require(actor, Action.DRAFT)
    asked = partial(_find, recipient_id=recipient_id, actor=actor)
    return KnownRecipient.of(desk.register.read(asked, within=OneOrganisation(actor.organisation_id)))


def list_recipients(desk: IssuingDesk, *, actor: Actor, named: str = "") -> Sequence[KnownRecipient]:
    """List who learns at the actor's organisation by name; with `named`, whose name or kenmerk holds that.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(recipients_of, organisation_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    word = named.strip().casefold()
    return [
        KnownRecipient.of(row)
        for row in rows
        if word in row.folded_name or word in (row.reference or "").casefold()
    ]


def _find(session: Session, recipient_id: UUID, *, actor: Actor) -> Recipient:
    row = recipient_of(session, recipient_id, organisation_id=actor.organisation_id)
    if row is None:
        raise NotFoundError
    return row


def _tell_apart(
    session: Session, new: NewRecipient, *, organisation_id: str, besides: UUID | None = None
) -> None:
    """Refuse what would make two people one: a kenmerk tells them apart, and so does who says they are two.

    Raises:
        FormError: nothing tells them apart.
    """
    if new.reference:
        other = recipient_with(session, new.reference, organisation_id=organisation_id)
        if other and other.id != besides:
            raise FormError([SAME_REFERENCE])
    namesakes = recipients_named(session, new.folded_name, organisation_id=organisation_id)
    told_apart = new.is_somebody_else or (new.reference and all(each.reference for each in namesakes))
    if any(each.id != besides for each in namesakes) and not told_apart:
        raise FormError([SAME_NAME])
