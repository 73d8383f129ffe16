"""What a school sees of the werkplekprofielen that it is a party of: from the yes of the recipient on.

It sees the name as he chose it, what will be learned, and the badges that were given for it; not what the
leerbedrijf keeps of him besides. Where his yes is gone, it sees nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from badges.catalogue.model import Entry, code_order
from badges.credential import parse
from badges.factfinding import read_facts
from badges.facts import Facts
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.tables import Badge, BadgeState
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.register import (
    agreed_werkprocessen,
    profiel_for_school,
    profielen_for_school,
    published_for,
)
from issuers.werkplekprofiel.tables import Werkplekprofiel


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBadge:
    """Show a badge that was given for agreed work: its exact bytes, and what they say."""

    id: UUID
    token: str
    raw: bytes
    facts: Facts
    given: datetime
    is_revoked: bool
    is_replaced: bool = False  # by another of this werkplekprofiel


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenProfiel:
    """Show a werkplekprofiel to the school; `name` is None where the recipient wants no name."""

    id: UUID
    leerbedrijf_id: str
    name: str | None
    start: date
    until: date | None
    trainer: str | None
    trainer_function: str | None
    goals: tuple[Entry, ...]
    badges: tuple[SeenBadge, ...]


def list_seen(desk: IssuingDesk, *, actor: Actor) -> Sequence[SeenProfiel]:
    """List the werkplekprofielen that the actor's school is a party of, the newest yes first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> list[SeenProfiel]:
        rows = profielen_for_school(session, school_id=actor.organisation_id)
        return [_seen(session, row, catalogue=desk.catalogue) for row in rows]

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def find_seen(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> SeenProfiel:
    """Find a werkplekprofiel that the actor's school is a party of.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: his school is no party of it, or the recipient did not say yes (any more).
    """
    require(actor, Action.CONFIRM)
    work = partial(
        seen_profiel, profiel_id=profiel_id, school_id=actor.organisation_id, catalogue=desk.catalogue
    )
    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def seen_profiel(session: Session, *, profiel_id: UUID, school_id: str, catalogue: Catalogue) -> SeenProfiel:
    """Find it in the transaction of who asks.

    Raises:
        NotFoundError: the school is no party of it, or the recipient did not say yes (any more).
    """
    row = profiel_for_school(session, profiel_id, school_id=school_id)
    if row is None:
        raise NotFoundError
    return _seen(session, row, catalogue=catalogue)


def _seen(session: Session, row: Werkplekprofiel, *, catalogue: Catalogue) -> SeenProfiel:
    agreed = sorted(agreed_werkprocessen(session, row), key=lambda each: (each.crebo, code_order(each.code)))
    badges = published_for(session, row)
    here = {each.id for each in badges}
    return SeenProfiel(
        id=row.id,
        leerbedrijf_id=row.organisation_id,
        name=row.chosen_name or None,
        start=row.start,
        until=row.until,
        trainer=row.trainer,
        trainer_function=row.trainer_function,
        goals=tuple(catalogue.edition(each.crebo, each.code, each.digest) for each in agreed),
        badges=tuple(_badge(each, is_replaced=each.replaced_by in here) for each in badges),
    )


def _badge(badge: Badge, *, is_replaced: bool) -> SeenBadge:
    raw = badge.raw or b""
    return SeenBadge(
        id=badge.id,
        token=badge.token,
        raw=raw,
        facts=read_facts(parse(raw).document),
        given=badge.signed_at or badge.reserved_at,
        is_revoked=badge.state is BadgeState.REVOKED,
        is_replaced=is_replaced,
    )
