"""What an organisation gave: for its own pages, and for whoever holds the address of a badge."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.catalogue.model import Entry
from badges.credential import parse
from badges.errors import CatalogueError
from badges.factfinding import read_facts
from badges.facts import Facts
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeKind, BadgeState
from issuers.people.permissions import Action, Actor, require

TILES = 6
PAGE = 50


@dataclass(frozen=True, slots=True)
class Given:
    """Hold a badge that left the service: its address, its exact bytes, what they say, how it stands now."""

    id: UUID
    token: str
    organisation_id: str
    achievement_id: str | None
    raw: bytes
    facts: Facts
    awarded: datetime
    revoked_at: datetime | None
    replaced_by: UUID | None
    replaces: UUID | None
    profiel_id: UUID | None


def find_by_token(desk: IssuingDesk, token: str) -> Given:
    """Find the badge behind a public address.

    Raises:
        NotFoundError: there is none, or it never left the service.
        PageClosedError: who keeps it lets nobody see it now.
    """

    def work(session: Session) -> Badge | None:
        badgebook.require_open(session, token)
        return badgebook.published_by_token(session, token)

    badge = desk.register.read(work, within=Public(holding=token))
    if badge is None:
        raise NotFoundError
    return as_given(badge)


def find_by_id(desk: IssuingDesk, badge_id: UUID) -> Given:
    """Find a badge, or an edition of one, by the id that somebody has.

    Raises:
        NotFoundError: there is none, or it never left the service.
    """
    asked = partial(badgebook.published, badge_id=badge_id)
    badge = desk.register.read(asked, within=Public(holding=str(badge_id)))
    if badge is None:
        raise NotFoundError
    return as_given(badge)


def find_given(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> Given:
    """Find a badge of the actor's own organisation.

    Raises:
        NotFoundError: there is none, also when it is another organisation's, or an edition.
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)
    badge = desk.register.read(
        lambda session: session.get(Badge, badge_id), within=OneOrganisation(actor.organisation_id)
    )
    if badge is None or badge.organisation_id != actor.organisation_id or badge.kind is BadgeKind.EDITIE:
        raise NotFoundError
    return as_given(badge)


def list_given(desk: IssuingDesk, *, actor: Actor, page: int) -> tuple[Given, ...]:
    """List what the actor's organisation gave, newest first, one more than a page where there is more.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)

    def work(session: Session) -> tuple[Given, ...]:
        rows = badgebook.published_of(
            session, organisation_id=actor.organisation_id, limit=PAGE + 1, offset=page * PAGE
        )
        return tuple(as_given(each) for each in rows)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def used_before(desk: IssuingDesk, *, organisation_id: str) -> tuple[Entry, ...]:
    """List the werkprocessen that an organisation gave badges for, the last used first."""
    asked = partial(badgebook.used_werkprocessen, organisation_id=organisation_id, limit=TILES)
    pairs = desk.register.read(asked, within=OneOrganisation(organisation_id))
    return tuple(entry for crebo, code in pairs if (entry := _current(desk, crebo=crebo, code=code)))


def _current(desk: IssuingDesk, *, crebo: str, code: str) -> Entry | None:
    """Give a werkproces as it is now; None when an import took it out."""
    try:
        return desk.catalogue.entry(crebo, code)
    except CatalogueError:
        return None


def as_given(badge: Badge) -> Given:
    """Show a badge of the register as what left the service.

    Raises:
        NotFoundError: it never did.
    """
    if badge.raw is None:
        raise NotFoundError
    return Given(
        id=badge.id,
        token=badge.token,
        organisation_id=badge.organisation_id,
        achievement_id=badge.achievement_id,
        raw=badge.raw,
        facts=read_facts(parse(badge.raw).document),
        awarded=badge.signed_at or badge.reserved_at,
        revoked_at=badge.revoked_at if badge.state is BadgeState.REVOKED else None,
        replaced_by=badge.replaced_by,
        replaces=badge.replaces,
        profiel_id=badge.profiel_id,
    )
