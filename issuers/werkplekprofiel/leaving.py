"""What keeps a werkproces in an agreement, and what goes with it when it leaves: that is named first."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from badges.catalogue.model import Entry
from issuers.assessing.register import assessments_of
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import draft_of
from issuers.errors import (
    NotFoundError,
    WerkprocesCollectedError,
    WerkprocesGivenError,
    WerkprocesToldError,
)
from issuers.evidence.register import evidence_of
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.known import begun_for
from issuers.werkplekprofiel.register import agreed_werkprocessen, hold_still, profiel_of
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Tell what is gone when a werkproces leaves an agreement.

    Attributes:
        told: So many things the recipient collected himself; those are his.
        collected: So many things who works with him collected.
        drafts: 1 where somebody is writing what the badge will say.
    """

    entry: Entry
    told: int
    collected: int
    assessments: int
    drafts: int

    @property
    def named(self) -> str:
        """Name it with its numbers: who lets this go, lets no more go than he read."""
        numbers = (self.told, self.collected, self.assessments, self.drafts)
        return ":".join([self.entry.werkproces.key, *map(str, numbers)])


def list_losses(
    desk: IssuingDesk, profiel_id: UUID, *, staying: Collection[WerkprocesKey], actor: Actor
) -> Sequence[Loss]:
    """List what would be gone if only these werkprocessen stay in an agreement.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> Sequence[Loss]:
        row = profiel_of(session, profiel_id, organisation_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        return _losses(session, row, staying=staying, catalogue=desk.catalogue)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def require_leavable(
    session: Session,
    row: Werkplekprofiel,
    *,
    staying: AbstractSet[WerkprocesKey],
    let_go: Collection[str],
    catalogue: Catalogue,
) -> None:
    """Let pass when nothing is gone but what was let go by its name (`Loss.named`).

    Raises:
        WerkprocesGivenError: a badge was given for what leaves.
        WerkprocesToldError: the recipient collected something for it himself.
        WerkprocesCollectedError: something else was collected for it, and not let go.
    """
    hold_still(session, row)
    leaving = {each.key for each in agreed_werkprocessen(session, row)} - staying
    if leaving & begun_for(session, row):
        raise WerkprocesGivenError
    losses = _losses(session, row, staying=staying, catalogue=catalogue)
    if any(loss.told for loss in losses):
        raise WerkprocesToldError
    if not {loss.named for loss in losses} <= set(let_go):
        raise WerkprocesCollectedError


def _losses(
    session: Session, row: Werkplekprofiel, *, staying: Collection[WerkprocesKey], catalogue: Catalogue
) -> Sequence[Loss]:
    leaving = [each for each in agreed_werkprocessen(session, row) if each.key not in staying]
    losses = [_loss(session, row, each, catalogue=catalogue) for each in leaving]
    return [loss for loss in losses if loss.told or loss.collected or loss.assessments or loss.drafts]


def _loss(session: Session, row: Werkplekprofiel, leaving: AgreedWerkproces, *, catalogue: Catalogue) -> Loss:
    found = evidence_of(session, row, leaving.key)
    told = sum(evidence.collected_by is None for evidence, _ in found)
    draft = draft_of(session, row.id, leaving.key, organisation_id=row.organisation_id)
    return Loss(
        entry=catalogue.edition(leaving.crebo, leaving.code, leaving.digest),
        told=told,
        collected=len(found) - told,
        assessments=len(assessments_of(session, row, leaving.key)),
        drafts=int(draft is not None),
    )
