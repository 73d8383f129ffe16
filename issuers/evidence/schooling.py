"""What a school sees of what was collected: only what the recipient lets it see, and from his yes to all on.

Who of the leerbedrijf wrote it, the school is not told: the leerbedrijf answers for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.register import Size, evidence_for_school, photo_of, photo_sizes
from issuers.evidence.tables import Evidence, EvidenceKind
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.register import profiel_for_school
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEvidence:
    """Show one thing that was collected; `is_own` where the recipient collected it himself."""

    id: UUID
    work: WerkprocesKey
    kind: EvidenceKind
    texts: Mapping[str, str]
    on: datetime
    is_own: bool
    size: Size | None


def list_seen_evidence(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> Sequence[SeenEvidence]:
    """List what the recipient lets the actor's school see, the oldest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: his school is no party of it, or the recipient did not say yes (any more).
    """
    require(actor, Action.CONFIRM)

    def look(session: Session) -> list[SeenEvidence]:
        profiel = _find(session, profiel_id, school_id=actor.organisation_id)
        sizes = photo_sizes(session, profiel)
        rows = evidence_for_school(session, profiel, actor.organisation_id)
        return [_seen(row, size=sizes.get(row.id)) for row in rows]

    return desk.register.read(look, within=OneOrganisation(actor.organisation_id))


def find_seen_photo(desk: IssuingDesk, profiel_id: UUID, evidence_id: UUID, *, actor: Actor) -> bytes:
    """Give a photo as JPEG that the recipient lets the actor's school see.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: there is no such photo for his school (any more).
    """
    require(actor, Action.CONFIRM)
    work = partial(_photo, profiel_id=profiel_id, evidence_id=evidence_id, school_id=actor.organisation_id)
    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def _photo(session: Session, *, profiel_id: UUID, evidence_id: UUID, school_id: str) -> bytes:
    profiel = _find(session, profiel_id, school_id=school_id)
    shown = evidence_for_school(session, profiel, school_id)
    row = next((each for each in shown if each.id == evidence_id), None)
    photo = photo_of(session, row) if row else None
    if photo is None:
        raise NotFoundError
    return photo.jpeg


def _find(session: Session, profiel_id: UUID, *, school_id: str) -> Werkplekprofiel:
    row = profiel_for_school(session, profiel_id, school_id=school_id)
    if row is None:
        raise NotFoundError
    return row


def _seen(row: Evidence, *, size: Size | None) -> SeenEvidence:
    return SeenEvidence(
        id=row.id,
        work=(row.crebo, row.code),
        kind=row.kind,
        texts=row.texts,
        on=row.collected,
        is_own=row.collected_by is None,
        size=size,
    )
