"""Keep what was collected for a werkproces: add, change, remove, and show it to who may see it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from sqlmodel import Session

from badges.workphotos import WorkPhoto
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError, OtherWorkError
from issuers.evidence.collectors import Collector
from issuers.evidence.consent import is_shown, may_show
from issuers.evidence.reading import FIELDS, Told, changed_since
from issuers.evidence.register import count_evidence, evidence_of, one_evidence, photo_of, photo_sizes
from issuers.evidence.tables import Evidence, EvidenceKind, EvidencePhoto
from issuers.identifiers import uuid7
from issuers.people.tables import Person
from issuers.werkplekprofiel.keeping import require_open
from issuers.werkplekprofiel.register import agreed_werkprocessen
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey

MOST: Final = 40
"""So many things are kept for one werkproces; more does not help who judges."""

MOST_PHOTOS: Final = 10

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Show one thing that was collected, and what who looks at it may do with it.

    Attributes:
        by: Who collected it; None for the recipient.
        size: Width and height of a photo.
        version: How many times it was written.
        is_shown: Whether the school that takes part sees it.
        may_show: Whether who looks may let the school see it.
    """

    id: UUID
    kind: EvidenceKind
    texts: Mapping[str, str]
    on: datetime
    by: str | None
    size: tuple[int, int] | None
    version: int
    may_change: bool
    may_remove: bool
    is_shown: bool
    may_show: bool


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
        _require_in(session, require_open(profiel), work)
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
        if row is None or not _may_change(row, by=by) or row.kind is not told.kind:
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


def list_evidence(desk: IssuingDesk, work: WerkprocesKey, *, by: Collector) -> Sequence[Collected]:
    """List what was collected for a werkproces, the oldest first.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such werkplekprofiel for him.
        OtherWorkError: the werkproces does not stand in it.
    """

    def look(session: Session, profiel: Werkplekprofiel) -> Sequence[Collected]:
        _require_in(session, profiel, work)
        sizes = photo_sizes(session, profiel)
        return [
            _shown(row, profiel, person, size=sizes.get(row.id), by=by)
            for row, person in evidence_of(session, profiel, work)
        ]

    return _read(desk, look, by=by)


def count_collected(desk: IssuingDesk, *, by: Collector) -> Mapping[WerkprocesKey, int]:
    """Count what was collected for each werkproces that has any.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such werkplekprofiel for him.
    """
    return _read(desk, count_evidence, by=by)


def find_evidence(desk: IssuingDesk, evidence_id: UUID, *, by: Collector) -> tuple[WerkprocesKey, Collected]:
    """Find one thing that was collected, and for which werkproces.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such thing for him.
    """

    def look(session: Session, profiel: Werkplekprofiel) -> tuple[WerkprocesKey, Collected]:
        row = one_evidence(session, profiel, evidence_id)
        if row is None:
            raise NotFoundError
        person = session.get(Person, row.collected_by) if row.collected_by else None
        return (row.crebo, row.code), _shown(row, profiel, person, size=None, by=by)

    return _read(desk, look, by=by)


def find_photo(desk: IssuingDesk, evidence_id: UUID, *, by: Collector) -> bytes:
    """Give a photo as JPEG, to who works with the recipient and to the recipient himself.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such photo for him.
    """

    def look(session: Session, profiel: Werkplekprofiel) -> bytes:
        row = one_evidence(session, profiel, evidence_id)
        photo = photo_of(session, row) if row else None
        if photo is None:
            raise NotFoundError
        return photo.jpeg

    return _read(desk, look, by=by)


def write_with(desk: IssuingDesk, deed: Callable[[Session, Werkplekprofiel], None], *, by: Collector) -> None:
    """Do something with a werkplekprofiel, if he may collect for it at this moment."""
    desk.register.write(
        lambda session: deed(session, by.admit(session)), within=OneOrganisation(by.organisation_id)
    )


def _read(
    desk: IssuingDesk, look: Callable[[Session, Werkplekprofiel], _Result], *, by: Collector
) -> _Result:
    return desk.register.read(
        lambda session: look(session, by.admit(session)), within=OneOrganisation(by.organisation_id)
    )


def _require_in(session: Session, profiel: Werkplekprofiel, work: WerkprocesKey) -> None:
    """Let pass work that stands in the agreement.

    Raises:
        OtherWorkError: it does not.
    """
    if work not in {each.key for each in agreed_werkprocessen(session, profiel)}:
        raise OtherWorkError


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


def _shown(
    row: Evidence,
    profiel: Werkplekprofiel,
    person: Person | None,
    *,
    size: tuple[int, int] | None,
    by: Collector,
) -> Collected:
    return Collected(
        id=row.id,
        kind=row.kind,
        texts=_texts(row),
        version=row.version,
        on=row.collected,
        by=person.name if person else None,
        size=size,
        may_change=_may_change(row, by=by),
        may_remove=by.may_remove(row),
        is_shown=is_shown(row, profiel),
        may_show=may_show(row, profiel, by=by),
    )


def _texts(row: Evidence) -> Mapping[str, str]:
    texts: dict[str, str] = json.loads(row.told)
    return texts


def _require_seen(session: Session, row: Evidence, *, seen: int, told: Told) -> None:
    """Let pass who saw what he writes over, or writes the same.

    Raises:
        FormError: somebody wrote something else since; it says who, and what, so that neither text is lost.
    """
    theirs = _texts(row)
    other = [field for field in FIELDS[row.kind] if theirs.get(field, "") != told.texts.get(field, "")]
    if row.version == seen or not other:
        return
    writer = session.get(Person, row.collected_by) if row.collected_by else None
    raise FormError(
        [changed_since(field, theirs.get(field, ""), by=writer.name if writer else None) for field in other]
    )


def _may_change(row: Evidence, *, by: Collector) -> bool:
    """Tell whether it is of the same side: colleagues go on from each other, as with a draft."""
    return (row.collected_by is None) == (by.person_id is None)
