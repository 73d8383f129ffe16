"""What a werkplekprofiel shows, to who works with the recipient and to the recipient himself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from badges.catalogue.model import Entry, code_order
from badges.credential import parse
from badges.factfinding import read_facts
from badges.facts import Facts
from issuers.issuing.tables import Badge, BadgeState
from issuers.recipients.register import recipient_of
from issuers.werkplekprofiel.register import agreed_werkprocessen, badges_for
from issuers.werkplekprofiel.tables import AgreedBy, Werkplekprofiel, WerkprocesKey


class Standing(StrEnum):
    """Say how far an agreement came."""

    PROPOSED = "voorgesteld"
    OBJECTED = "klopt-niet"
    AGREED = "afgesproken"
    ENDED = "gestopt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Show one werkproces that will be learned, and the badge that was given for it."""

    entry: Entry
    badge_id: UUID | None
    badge_token: str | None

    @property
    def key(self) -> WerkprocesKey:
        """Name the werkproces."""
        return self.entry.werkproces.crebo, self.entry.werkproces.code

    @property
    def is_reached(self) -> bool:
        """Tell whether a badge was given for it that stands."""
        return self.badge_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Show what somebody was given besides: a badge of the organisation's own, or what his school gave."""

    id: UUID
    token: str
    by_id: str
    facts: Facts
    given: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProfiel:
    """Show what somebody will learn here, who helps, what he said to it, and how far it came.

    `besides` is work that was not agreed, of which a badge took the place of one that was given for it; `own`
    are the badges that the organisation designed itself.
    """

    id: UUID
    organisation_id: str
    recipient_id: UUID
    name: str
    token: str
    revision: int
    start: date
    until: date | None
    guidance: str | None
    pace: str | None
    school_id: str | None
    trainer: str | None
    trainer_function: str | None
    proposed: datetime
    agreed: datetime | None
    agreed_by: AgreedBy | None
    chosen_name: str | None
    objection: str | None
    standing: Standing
    goals: tuple[Goal, ...]
    besides: tuple[Goal, ...] = ()
    own: tuple[Received, ...] = ()


def show_profiel(session: Session, row: Werkplekprofiel, *, catalogue: Catalogue) -> KnownProfiel:
    """Gather what a werkplekprofiel shows."""
    recipient = recipient_of(session, row.recipient_id, organisation_id=row.organisation_id)
    return KnownProfiel(
        id=row.id,
        organisation_id=row.organisation_id,
        recipient_id=row.recipient_id,
        name=recipient.name if recipient else "",
        token=row.token,
        revision=row.revision,
        start=row.start,
        until=row.until,
        guidance=row.guidance,
        pace=row.pace,
        school_id=row.school_id,
        trainer=row.trainer,
        trainer_function=row.trainer_function,
        proposed=row.proposed,
        agreed=row.agreed,
        agreed_by=row.agreed_by,
        chosen_name=row.chosen_name,
        objection=row.objection,
        standing=standing_of(row),
        goals=_goals(session, row, catalogue=catalogue),
        besides=_besides(session, row, catalogue=catalogue),
        own=tuple(
            received(badge) for badge, achievement in badges_for(session, row) if achievement.work is None
        ),
    )


def received(badge: Badge) -> Received:
    """Show a badge that was published."""
    return Received(
        id=badge.id,
        token=badge.token,
        by_id=badge.organisation_id,
        facts=read_facts(parse(badge.raw or b"{}").document),
        given=badge.signed_at or badge.reserved_at,
    )


def standing_of(row: Werkplekprofiel) -> Standing:
    """Say how far an agreement came; an objection counts until there is a new proposal."""
    if row.ended is not None:
        return Standing.ENDED
    if row.objected is not None:
        return Standing.OBJECTED
    return Standing.PROPOSED if row.agreed is None else Standing.AGREED


BEGUN: Final = (BadgeState.RESERVED, BadgeState.INTENDED, BadgeState.SIGNED)
"""What is given, or is being given at this moment."""


def begun_for(
    session: Session, row: Werkplekprofiel, *, besides: Collection[UUID] = ()
) -> set[WerkprocesKey]:
    """Name the werkprocessen for which a badge stands, or is being given now."""
    begun = badges_for(session, row, states=BEGUN)
    return {achievement.work for badge, achievement in begun if achievement.work and badge.id not in besides}


def given_for(session: Session, row: Werkplekprofiel) -> Mapping[WerkprocesKey, tuple[UUID, str]]:
    """Give id and token of the badge that was last given for each werkproces."""
    return {
        achievement.work: (badge.id, badge.token)
        for badge, achievement in badges_for(session, row)
        if achievement.work
    }


def _goals(session: Session, row: Werkplekprofiel, *, catalogue: Catalogue) -> tuple[Goal, ...]:
    """Show what will be learned, in the words in which it was agreed, as people count the codes."""
    given = given_for(session, row)
    agreed = sorted(agreed_werkprocessen(session, row), key=lambda each: (each.crebo, code_order(each.code)))
    return tuple(
        Goal(entry=catalogue.edition(each.crebo, each.code, each.digest), badge_id=badge, badge_token=token)
        for each in agreed
        for badge, token in (given.get(each.key, (None, None)),)
    )


def _besides(session: Session, row: Werkplekprofiel, *, catalogue: Catalogue) -> tuple[Goal, ...]:
    """Show for which other work a badge stands, in the words in which it was given."""
    agreed = {each.key for each in agreed_werkprocessen(session, row)}
    return tuple(
        Goal(
            entry=catalogue.edition(*achievement.work, achievement.digest or ""),
            badge_id=badge.id,
            badge_token=badge.token,
        )
        for badge, achievement in badges_for(session, row)
        if achievement.work and achievement.work not in agreed
    )
