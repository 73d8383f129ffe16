"""Who waits for what: for a yes, for a better agreement, for who writes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import unfinished_drafts
from issuers.overview.register import MOST_WAITING, unanswered
from issuers.people.permissions import Action, Actor, require


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAgreement:
    """Say with whom something was proposed, since when it waits, and whether he says that it is not right."""

    profiel_id: UUID
    name: str
    since: datetime
    is_objection: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDraft:
    """Say of whom something was written that nobody gave yet, about which work, by whom and when."""

    profiel_id: UUID
    name: str
    title: str
    written_by: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """Hold all that waits, what waits longest first."""

    agreements: Sequence[WaitingAgreement]
    drafts: Sequence[WaitingDraft]


def list_waiting(desk: IssuingDesk, *, actor: Actor) -> WaitingList:
    """List what waits at the actor's organisation.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(_waiting, organisation_id=actor.organisation_id, catalogue=desk.catalogue)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _waiting(session: Session, *, organisation_id: str, catalogue: Catalogue) -> WaitingList:
    return WaitingList(
        agreements=[
            WaitingAgreement(
                profiel_id=profiel.id,
                name=recipient.name,
                since=profiel.objected or profiel.proposed,
                is_objection=profiel.objected is not None,
            )
            for profiel, recipient in unanswered(session, organisation_id=organisation_id)
        ],
        drafts=[
            WaitingDraft(
                profiel_id=draft.profiel_id,
                name=recipient.name,
                title=catalogue.edition(work.crebo, work.code, work.digest).werkproces.title,
                written_by=writer.name,
                since=draft.written,
            )
            for draft, work, writer, recipient in unfinished_drafts(
                session, organisation_id=organisation_id, most=MOST_WAITING
            )
        ],
    )
