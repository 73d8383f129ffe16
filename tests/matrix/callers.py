"""Who comes to ask: signed in, with everything that a person can have of his own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

import pyotp

from issuers.accounts.linking import link, list_accounts
from issuers.accounts.tokens import Account
from issuers.desk import IssuingDesk
from issuers.people.codes import begin_app, confirm_app
from issuers.people.passkeys import enrol, enrolment_options
from issuers.people.permissions import Actor
from issuers.people.sessions import NewSession, Visitor, find_visitor, list_sessions, sign_in
from issuers.people.tables import Proof
from tests.authenticator import Authenticator

SCHOOL: Final = "https://inloggen.school.voorbeeld"
NOBODY, GONE, BY_LINK, PLATFORM = "nobody", "gone", "by link", "platform"
SYSTEM: Final = "system"
"""What acts for its organisation too, by a key, and not on pages."""

OUTSIDERS: Final = frozenset({NOBODY, GONE, BY_LINK, PLATFORM})
"""Who acts for no organisation: not signed in, let go meanwhile, in by a link only, or of the platform."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Hold who asks: what his browser sends, and what is of himself."""

    name: str
    headers: Mapping[str, str] = field(default_factory=dict)
    person_id: str = NOBODY
    own: Mapping[str, str] = field(default_factory=dict)


def signed_in(
    desk: IssuingDesk,
    name: str,
    *,
    person_id: UUID,
    proof: Proof = Proof.PASSKEY,
    organisation_id: str | None = None,
) -> Caller:
    """Sign somebody in, and give him two passkeys and another sign-in."""
    who = NewSession(person_id=person_id, proof=proof, organisation_id=organisation_id, device="telefoon")
    own = own_things(desk, visitor_in(desk, sign_in(desk, replace(who, proof=Proof.PASSKEY))))
    return Caller(
        name=name,
        headers={"Cookie": f"__Host-sessie={sign_in(desk, who)}"},
        person_id=str(person_id),
        own=own,
    )


def own_things(desk: IssuingDesk, visitor: Visitor) -> dict[str, str]:
    """Make two passkeys, so that one can go, an app and an account elsewhere; name one of each that goes."""
    made = [_passkey(desk, visitor) for _ in range(2)]
    app = begin_app(desk, visitor=visitor)
    confirm_app(desk, pyotp.TOTP(app.secret).at(desk.clock.now()), visitor=visitor)
    link(desk, Account(SCHOOL, f"account of {visitor.person_id}"), visitor=visitor)
    [account] = list_accounts(desk, visitor=visitor)
    return {
        "account": str(account.id),
        "passkey": str(made[0]),
        "session": str(list_sessions(desk, visitor)[0].id),
    }


def _passkey(desk: IssuingDesk, visitor: Visitor) -> UUID:
    options = json.loads(enrolment_options(desk, visitor=visitor))
    made = Authenticator(origin=desk.base_url).make(options)
    return enrol(desk, made, visitor=visitor, device="telefoon")


def visitor_in(desk: IssuingDesk, token: str) -> Visitor:
    """Give who is signed in by a token."""
    visitor = find_visitor(desk, token)
    assert visitor
    return visitor


def actor_in(desk: IssuingDesk, token: str) -> Actor:
    """Give who acts by it for his organisation."""
    actor = visitor_in(desk, token).actor
    assert actor
    return actor
