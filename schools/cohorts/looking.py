"""Read who is looked for among the people of a school, what they wait for, and in which order."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from issuers.people.permissions import Actor

MOST_WORDS: Final = 6


class Waits(StrEnum):
    """Say what somebody waits for, in the order of what comes first for who works at the school."""

    NAME = "naam"  # a badge holds another name: somebody of the school says whose it is
    LOOK = "bekijken"  # there are badges: somebody of the school looks at the proposal
    COMMISSION = "commissie"  # an exemption was asked for: the examencommissie decides
    MORE = "meer"  # it asked for more: the person shows something
    BADGES = "bewijzen"  # nothing that counts is there yet: the person shows something
    DECIDED = "besloten"  # it decided, and nothing new came since


class Order(StrEnum):
    """Say in which order people are listed; none of them says who has more."""

    NAME = "naam"
    DAY = "datum"
    WAITS = "wacht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Hold what is looked for among the people of a school."""

    organisation_id: str
    now: datetime
    words: tuple[str, ...] = ()
    cohort_id: UUID | None = None
    waits: Waits | None = None
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSearch:
    """Hold what was typed to look for."""

    zoek: str = ""
    groep: str = ""
    stand: str = ""
    volgorde: str = ""


def read_search(typed: TypedSearch, *, now: datetime, actor: Actor) -> Wanted:
    """Read what is looked for; what cannot be read is not looked for."""
    return Wanted(
        organisation_id=actor.organisation_id,
        now=now,
        words=tuple(typed.zoek.casefold().split()[:MOST_WORDS]),
        cohort_id=_uuid(typed.groep),
        waits=Waits(typed.stand) if typed.stand in set(Waits) else None,
        order=Order(typed.volgorde) if typed.volgorde in set(Order) else Order.NAME,
    )


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
