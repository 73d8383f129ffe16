"""What an organisation designed, for who works there: all of it, or what can be given now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session

from badges.badgeklasse import Badgeklasse
from issuers.badgeklassen.register import (
    all_versions_of,
    design_of,
    designs_of,
    version_at,
    versions_of,
)
from issuers.badgeklassen.tables import Design, DesignVersion
from issuers.badgeklassen.typed import TypedBadgeklasse, loads
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Action, Actor, require

CONTENT: Final = TypeAdapter(Badgeklasse)
"""Writes a published badgeklasse to keep it, and reads it as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVersion:
    """Show one version: as it was typed, and where it stands if it was published."""

    number: int
    typed: TypedBadgeklasse
    written: datetime
    published: datetime | None
    achievement_id: str | None
    content: Badgeklasse | None


@dataclass(frozen=True, slots=True)
class GivenDesign:
    """Name the badgeklasse that a badge was given by, in the version of that day."""

    design_id: UUID
    badgeklasse: Badgeklasse


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDesign:
    """Show a badgeklasse with its versions, the newest first; there is always one."""

    id: UUID
    archived: datetime | None
    versions: tuple[KnownVersion, ...]

    @property
    def newest(self) -> KnownVersion:
        """Give the version that was written last."""
        return self.versions[0]

    @property
    def draft(self) -> KnownVersion | None:
        """Give the version that is not published yet."""
        return None if self.newest.published else self.newest

    @property
    def current(self) -> KnownVersion | None:
        """Give the version that is given now."""
        return next((each for each in self.versions if each.published), None)


def list_designs(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownDesign, ...]:
    """List what the organisation designed, what is in use first, by name.

    Raises:
        PermissionDeniedError: the actor may see nothing here.
    """
    require(actor, Action.READ)

    def work(session: Session) -> tuple[KnownDesign, ...]:
        versions: dict[UUID, list[DesignVersion]] = defaultdict(list)
        for each in all_versions_of(session, organisation_id=actor.organisation_id):
            versions[each.badgeklasse_id].append(each)
        designs = designs_of(session, organisation_id=actor.organisation_id)
        return tuple(_known(each, versions=versions[each.id]) for each in designs)

    found = desk.register.read(work, within=OneOrganisation(actor.organisation_id))
    return tuple(
        sorted(found, key=lambda each: (each.archived is not None, each.newest.typed.naam.casefold()))
    )


def find_design(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> KnownDesign:
    """Find a badgeklasse of the organisation.

    Raises:
        PermissionDeniedError: the actor may see nothing here.
        NotFoundError: the organisation has no such badgeklasse.
    """
    require(actor, Action.READ)
    work = partial(read_design, design_id=design_id, organisation_id=actor.organisation_id)
    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def offered(desk: IssuingDesk, *, actor: Actor) -> tuple[tuple[UUID, Badgeklasse], ...]:
    """List what can be given now, by name.

    Raises:
        PermissionDeniedError: the actor may see nothing here.
    """
    return tuple(
        (each.id, each.current.content)
        for each in list_designs(desk, actor=actor)
        if not each.archived and each.current and each.current.content
    )


def find_offered(desk: IssuingDesk, design_id: UUID, *, actor: Actor) -> Badgeklasse:
    """Find what can be given now.

    Raises:
        PermissionDeniedError: the actor may see nothing here.
        NotFoundError: there is no such badgeklasse, or it is not published, or archived.
    """
    found = find_design(desk, design_id, actor=actor)
    if found.archived or found.current is None or found.current.content is None:
        raise NotFoundError
    return found.current.content


def find_given_design(desk: IssuingDesk, achievement_id: str, *, actor: Actor) -> GivenDesign | None:
    """Find the version that a badge was given by; None where it is no badgeklasse of the organisation.

    Raises:
        PermissionDeniedError: the actor may see nothing here.
    """
    require(actor, Action.READ)
    asked = partial(version_at, achievement_id=achievement_id, organisation_id=actor.organisation_id)
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    if row is None or row.content is None:
        return None
    return GivenDesign(row.badgeklasse_id, CONTENT.validate_json(row.content))


def read_design(session: Session, design_id: UUID, *, organisation_id: str) -> KnownDesign:
    """Read a badgeklasse with all its versions.

    Raises:
        NotFoundError: the organisation has no such badgeklasse.
    """
    row = design_of(session, design_id, organisation_id=organisation_id)
    if row is None:
        raise NotFoundError
    return _known(row, versions=versions_of(session, design_id, organisation_id=organisation_id))


def _known(row: Design, *, versions: Sequence[DesignVersion]) -> KnownDesign:
    return KnownDesign(id=row.id, archived=row.archived, versions=tuple(_version(each) for each in versions))


def _version(row: DesignVersion) -> KnownVersion:
    return KnownVersion(
        number=row.number,
        typed=loads(row.typed),
        written=row.written,
        published=row.published,
        achievement_id=row.achievement_id,
        content=CONTENT.validate_json(row.content) if row.content else None,
    )
