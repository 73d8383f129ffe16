"""Who learns a werkproces here, and has no badge for it yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.register import learners_of
from issuers.werkplekprofiel.tables import WerkprocesKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Name somebody who said yes to learning a werkproces, and the werkplekprofiel in which he did."""

    profiel_id: UUID
    name: str
    reference: str | None


def list_learners(desk: IssuingDesk, work: WerkprocesKey, *, actor: Actor) -> Sequence[Learner]:
    """List who learns a werkproces at the actor's organisation, by name.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(learners_of, work=work, organisation_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return [
        Learner(profiel_id=profiel.id, name=recipient.name, reference=recipient.reference)
        for profiel, recipient in rows
    ]
