"""Show what was collected for a werkproces, to the recipient and to who works with him."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.collectors import Collector
from issuers.evidence.consent import is_shown, may_show
from issuers.evidence.register import (
    Size,
    count_evidence,
    evidence_of,
    one_evidence,
    photo_of,
    photo_sizes,
    photos_in_badges,
)
from issuers.evidence.tables import Evidence, EvidenceKind
from issuers.people.tables import Person
from issuers.werkplekprofiel.keeping import require_agreed
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey

_Result = TypeVar("_Result")


class Along(StrEnum):
    """Say whether a photo goes along with the badge."""

    NOT_CHOSEN = "niet"
    CHOSEN = "mee"
    SHOWN = "te-zien"
    STOPPED = "gestopt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Show one thing that was collected, and what who looks at it may do with it.

    Attributes:
        by: Who collected it; None for the recipient.
        size: Width and height of a photo.
        version: How many times it was written.
        is_shown: Whether the school that takes part sees it.
        may_show: Whether who looks may let the school see it.
        along: Whether it goes along with the badge; None for what is no photo.
    """

    id: UUID
    kind: EvidenceKind
    texts: Mapping[str, str]
    on: datetime
    by: str | None
    size: Size | None
    version: int
    may_change: bool
    may_remove: bool
    is_shown: bool
    may_show: bool
    along: Along | None


def list_evidence(desk: IssuingDesk, work: WerkprocesKey, *, by: Collector) -> Sequence[Collected]:
    """List what was collected for a werkproces, the oldest first.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such werkplekprofiel for him.
        OtherWorkError: the werkproces does not stand in it.
    """

    def look(session: Session, profiel: Werkplekprofiel) -> Sequence[Collected]:
        require_agreed(session, profiel, work)
        sizes = photo_sizes(session, profiel)
        named = photos_in_badges(session, profiel)
        return [
            _shown(row, profiel, person, size=sizes.get(row.id), named=named, by=by)
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
        return (row.crebo, row.code), _shown(
            row, profiel, person, size=None, named=photos_in_badges(session, profiel), by=by
        )

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


def _read(
    desk: IssuingDesk, look: Callable[[Session, Werkplekprofiel], _Result], *, by: Collector
) -> _Result:
    return desk.register.read(
        lambda session: look(session, by.admit(session)), within=OneOrganisation(by.organisation_id)
    )


def _shown(  # noqa: PLR0913 (what is known of one thing, and who looks)
    row: Evidence,
    profiel: Werkplekprofiel,
    person: Person | None,
    *,
    size: Size | None,
    named: Collection[UUID],
    by: Collector,
) -> Collected:
    return Collected(
        id=row.id,
        kind=row.kind,
        texts=row.texts,
        version=row.version,
        on=row.collected,
        by=person.name if person else None,
        size=size,
        may_change=by.may_change(row),
        may_remove=by.may_remove(row),
        is_shown=is_shown(row, profiel),
        may_show=may_show(row, profiel, by=by),
        along=_along(row, is_named=row.id in named) if row.kind is EvidenceKind.PHOTO else None,
    )


def _along(row: Evidence, *, is_named: bool) -> Along:
    if is_named:
        return Along.SHOWN if row.token else Along.STOPPED
    return Along.CHOSEN if row.token else Along.NOT_CHOSEN
