"""A recipient, and what he and the leerbedrijf agree on."""

from datetime import date
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.reading import NewProfiel

ORDERS = ("25774", "B1-K2-W1")


def new_profiel(
    desk: IssuingDesk, *werkprocessen: tuple[str, str], school_id: str | None = None
) -> NewProfiel:
    """Say what to learn, and which school is a party."""
    return NewProfiel(
        werkprocessen=tuple(desk.catalogue.entry(crebo, code) for crebo, code in werkprocessen),
        start=date(2026, 6, 29),
        guidance="Noor Bakker",
        pace="Twee ochtenden in de week",
        school_id=school_id,
    )


@pytest.fixture
def sam(desk: IssuingDesk, actor: Actor) -> UUID:
    """Add somebody who learns here."""
    return add_recipient(desk, NewRecipient(name="Sam de Vries"), actor=actor)


@pytest.fixture
def proposed(desk: IssuingDesk, actor: Actor, sam: UUID) -> KnownProfiel:
    """Propose two werkprocessen to him."""
    new = new_profiel(desk, ORDERS, ("25774", "B1-K1-W1"))
    return find_profiel(desk, propose(desk, sam, new, actor=actor), actor=actor)
