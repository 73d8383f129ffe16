"""People of the demo leerbedrijf, and who is asked to come."""

from datetime import date

import pytest

from issuers.desk import IssuingDesk
from issuers.mailing.outbox import Letter, new_letter
from issuers.people.appointing import Appointment, Mandate, NewMember
from issuers.people.inviting import Invited, Write
from issuers.people.members import demo_beheerder
from issuers.people.permissions import Actor
from issuers.people.tables import Role

MANDATE = Mandate(given_by="Directeur A. Smit", since=date(2026, 1, 1))


@pytest.fixture
def beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf."""
    return demo_beheerder(desk)


@pytest.fixture
def newcomer() -> NewMember:
    """Give somebody who is asked to give badges."""
    return NewMember(
        name="Tom Ros",
        mail="tom@maas.voorbeeld",
        appointment=Appointment(roles=frozenset({Role.PRAKTIJKOPLEIDER})),
    )


@pytest.fixture
def write(desk: IssuingDesk) -> Write:
    """Write letters that hold the token."""

    def write_one(invited: Invited) -> Letter:
        return new_letter(invited.mail, subject="Doe mee", text=f"{invited.token}", now=desk.clock.now())

    return write_one
