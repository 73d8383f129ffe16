"""A learner whom a roster can be about."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.reading import NewProfiel
from issuers.werkplekprofiel.tables import WerkprocesKey

ORDERS = ("25774", "B1-K2-W1")

Learns = Callable[..., UUID]


@pytest.fixture
def learns(desk: IssuingDesk, actor: Actor) -> Learns:
    """Give what adds a learner who said yes to some work, under the name that he chose."""

    def add(
        new: NewRecipient, *, works: tuple[WerkprocesKey, ...] = (ORDERS,), chosen: str | None = None
    ) -> UUID:
        recipient_id = add_recipient(desk, new, actor=actor)
        entries = tuple(desk.catalogue.entry(crebo, code) for crebo, code in works)
        agreed_on = NewProfiel(werkprocessen=entries, start=date(2026, 1, 5))
        profiel = find_profiel(desk, propose(desk, recipient_id, agreed_on, actor=actor), actor=actor)
        name = new.name if chosen is None else chosen
        agree(desk, profiel.token, revision=profiel.revision, name=name)
        return profiel.id

    return add
