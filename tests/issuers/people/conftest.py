"""People of the demo leerbedrijf, and who is asked to come."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pyotp
import pytest

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.demo import demo_beheerder
from issuers.people.appointing import Appointment, Mandate, NewMember, appoint
from issuers.people.codes import begin_app, confirm_app
from issuers.people.inviting import Invited, Write, invite
from issuers.people.passkeys import enrol, enrolment_options, prove, sign_in_options
from issuers.people.permissions import Actor
from issuers.people.sessions import Visitor
from issuers.people.tables import Role
from tests.authenticator import Authenticator
from tests.issuers.conftest import BASE_URL, Visit
from web.clock import FixedClock

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


def token_of(desk: IssuingDesk, newcomer: NewMember, *, beheerder: Actor, write: Write) -> str:
    """Invite somebody and give the token of the link."""
    return str(invite(desk, newcomer, actor=beheerder, write=write).token)


def boss_of(desk: IssuingDesk, stranger: Actor) -> Actor:
    """Make somebody beheerder of his own organisation."""
    roles = frozenset({Role.BEHEERDER})
    desk.register.write(
        lambda session: appoint(
            session,
            person_id=stranger.person_id,
            organisation_id=stranger.organisation_id,
            appointment=Appointment(roles=roles),
            now=desk.clock.now(),
        ),
        within=WHOLE_SERVICE,
    )
    return replace(stranger, roles=roles)


def device(**traits: Any) -> Authenticator:
    """Give a new device."""
    return Authenticator(**{"origin": BASE_URL} | traits)


def enrolled(desk: IssuingDesk, visitor: Visitor, made: Authenticator) -> UUID:
    """Make a passkey on a device."""
    options = json.loads(enrolment_options(desk, visitor=visitor))
    return enrol(desk, made.make(options), visitor=visitor, device="Chrome, Android")


def proved(desk: IssuingDesk, held: Authenticator) -> UUID:
    """Prove with a device who one is."""
    return prove(desk, held.prove(json.loads(sign_in_options(desk)))).person_id


def code(desk: IssuingDesk, secret: str, *, steps: int = 0) -> str:
    """Read the code of the app, now or so many half minutes away."""
    return pyotp.TOTP(secret).at(desk.clock.now(), counter_offset=steps)


@pytest.fixture
def app(desk: IssuingDesk, visit: Visit, clock: FixedClock) -> tuple[str, tuple[str, ...]]:
    """Take an app into use; give its secret and the recovery codes, a minute later."""
    visitor = visit()
    secret = begin_app(desk, visitor=visitor).secret
    codes = confirm_app(desk, code(desk, secret), visitor=visitor)
    clock.advance(timedelta(minutes=1))
    return secret, codes
