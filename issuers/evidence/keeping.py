"""Keep what was collected for a werkproces: add, change, remove."""

import json
from collections.abc import Callable
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.workphotos import WorkPhoto
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.evidence.collectors import Collector
from issuers.evidence.reading import FIELDS, Told, changed_since
from issuers.evidence.register import evidence_of, one_evidence
from issuers.evidence.tables import Evidence, EvidenceKind, EvidencePhoto
from issuers.identifiers import uuid7
from issuers.people.tables import Person
from issuers.werkplekprofiel.keeping import require_agreed, require_open
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey

MOST: Final = 40
"""So many things are kept for one werkproces; more does not help who judges."""

MOST_PHOTOS: Final = 10


def collect(
    desk: IssuingDesk, work: WerkprocesKey, told: Told, *, by: Collector, photo: WorkPhoto | None = None
) -> UUID:
    """Keep something that was collected.

    Raises:
        PermissionDeniedError: who collects may prepare nothing here, or not any more.
        NotFoundError: there is no such werkplekprofiel for him, or this kind is not his to add.
        ProfielEndedError: it was stopped.
        OtherWorkError: the werkproces does not stand in it.
        FormError: there is more than anybody reads.
    """
    if told.kind not in by.kinds:
        raise NotFoundError
    now = desk.clock.now()
    evidence_id = uuid7(now)

    def add(session: Session, profiel: Werkplekprofiel) -> None:
        require_agreed(session, require_open(profiel), work)
        _require_room(session, profiel, work, kind=told.kind)
        row = Evidence(
            id=evidence_id,
            organisation_id=profiel.organisation_id,
            profiel_id=profiel.id,
            crebo=work[0],
            code=work[1],
            kind=told.kind,
            told=json.dumps(dict(told.texts)),
            collected=now,
            collected_by=by.person_id,
        )
        session.add(row)
        session.flush()
        if photo:
            session.add(_photo_row(row, photo))

    write_with(desk, add, by=by)
    return evidence_id


def change_evidence(desk: IssuingDesk, evidence_id: UUID, told: Told, *, by: Collector, seen: int) -> None:
    """Write over what was collected: of the organisation, or of the recipient; never the words of the other.

    `seen` is the version that the writer saw. The recipient let a school see what stood there; of what
    somebody else writes over it, he did not say so.

    Raises:
        PermissionDeniedError: who collects may prepare nothing here, or not any more.
        NotFoundError: there is no such thing that is his to change.
        ProfielEndedError: the werkplekprofiel was stopped.
        FormError: somebody else wrote in the meantime; it says who, and what.
    """

    def change(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, require_open(profiel), evidence_id)
        if row is None or not by.may_change(row) or row.kind is not told.kind:
            raise NotFoundError
        _require_seen(session, row, seen=seen, told=told)
        row.told, row.version = json.dumps(dict(told.texts)), row.version + 1
        row.collected, row.collected_by = desk.clock.now(), by.person_id
        if row.shown_to is not None and by.person_id is not None:
            row.shown_to = row.shown_said = None

    write_with(desk, change, by=by)


def remove_evidence(desk: IssuingDesk, evidence_id: UUID, *, by: Collector) -> None:
    """Keep it no more.

    Raises:
        PermissionDeniedError: who removes it may prepare nothing here, or not any more.
        NotFoundError: there is no such thing that is his to remove.
    """

    def remove(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, profiel, evidence_id)
        if row is None or not by.may_remove(row):
            raise NotFoundError
        session.delete(row)

    write_with(desk, remove, by=by)


def write_with(desk: IssuingDesk, deed: Callable[[Session, Werkplekprofiel], None], *, by: Collector) -> None:
    """Do something with a werkplekprofiel, if he may collect for it at this moment."""
    desk.register.write(
        lambda session: deed(session, by.admit(session)), within=OneOrganisation(by.organisation_id)
    )


def _require_room(
    session: Session, profiel: Werkplekprofiel, work: WerkprocesKey, *, kind: EvidenceKind
) -> None:
    """Let pass while there is less than anybody reads.

    Raises:
        FormError: there is not.
    """
    kinds = [row.kind for row, _ in evidence_of(session, profiel, work)]
    too_many_photos = kind is EvidenceKind.PHOTO and kinds.count(kind) >= MOST_PHOTOS
    if len(kinds) >= MOST or too_many_photos:
        raise FormError(
            [
                FieldProblem(
                    next(iter(FIELDS[kind])),
                    "too-many",
                    "Er staat al veel bij dit werk. Haal eerst iets weg.",
                    "There is much with this work already. Remove something first.",
                )
            ]
        )


def _photo_row(row: Evidence, photo: WorkPhoto) -> EvidencePhoto:
    return EvidencePhoto(
        evidence_id=row.id,
        organisation_id=row.organisation_id,
        jpeg=photo.jpeg,
        width=photo.width,
        height=photo.height,
    )


def _require_seen(session: Session, row: Evidence, *, seen: int, told: Told) -> None:
    """Let pass who saw what he writes over, or writes the same.

    Raises:
        FormError: somebody wrote something else since; it says who, and what, so that neither text is lost.
    """
    theirs = row.texts
    other = [field for field in FIELDS[row.kind] if theirs.get(field, "") != told.texts.get(field, "")]
    if row.version == seen or not other:
        return
    writer = session.get(Person, row.collected_by) if row.collected_by else None
    raise FormError(
        [changed_since(field, theirs.get(field, ""), by=writer.name if writer else None) for field in other]
    )
