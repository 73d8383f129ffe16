"""Keep people signed in: a row for each sign-in, the secret only in their browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.accounts.register import forget_old_attempts
from issuers.database.scopes import WHOLE_SERVICE, OnePerson, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, UnknownPasskeyError
from issuers.identifiers import uuid7
from issuers.people.acting import current_actor
from issuers.people.permissions import Actor
from issuers.people.register import (
    forget_expired_sessions,
    forget_session,
    forget_session_of,
    forget_sessions_of,
    forget_spent_challenges,
    organisations_of,
    passkey_of,
    roles_of,
    runs_platform,
    sessions_of,
)
from issuers.people.tables import BrowserSession, Person, Proof
from web.session import LIFETIME_SECONDS, new_token, token_hash

LIFETIME: Final = timedelta(seconds=LIFETIME_SECONDS)
IDLE: Final = timedelta(hours=2)
"""Who does nothing for so long is signed out: the phone may lie in the canteen."""

SEEN_EVERY: Final = timedelta(minutes=5)
"""So often we write down that someone is still there."""

MOST_OF_A_DEVICE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Hold who is signed in, how he proved it, and for which organisation he acts.

    Attributes:
        session_id: Which sign-in; it opens nothing.
        way_in: The passkey or the account elsewhere that began it, if one did.
        organisation_id: For which organisation this sign-in is, if for any.
        actor: What he may do now; None when he acts for no organisation, or came by a link.
        runs_platform: Whether he runs the service as a whole.
    """

    session_id: UUID
    person_id: UUID
    name: str
    mail: str | None
    proof: Proof
    proved: datetime
    way_in: UUID | None
    organisation_id: str | None
    actor: Actor | None
    runs_platform: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """Hold who proved who he is, how, and with which passkey, account elsewhere (`way_in`) or link."""

    person_id: UUID
    proof: Proof
    way_in: UUID | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """Hold who signs in, by which proof, for which organisation, and on what; and what began it."""

    person_id: UUID
    proof: Proof
    organisation_id: str | None = None
    device: str = ""
    link_hash: str | None = None
    way_in: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """Show a sign-in to whom it is of."""

    id: UUID
    device: str
    proof: Proof
    seen: datetime


@dataclass(frozen=True, slots=True)
class Workplace:
    """Name an organisation that a person can act for."""

    organisation_id: str
    name: str


def sign_in(desk: IssuingDesk, who: NewSession) -> str:
    """Remember a person who proved who he is; give the token for his browser.

    The register keeps only its hash. Without an organisation it is the first of those he works for.

    Raises:
        UnknownPasskeyError: the passkey that proved it was taken away in the meantime.
    """
    token = new_token()

    def work(session: Session) -> None:
        _require_kept(session, who)
        now = desk.clock.now()
        found = organisations_of(session, person_id=who.person_id)
        session.add(
            BrowserSession(
                token_hash=token_hash(token),
                id=uuid7(now),
                person_id=who.person_id,
                organisation_id=who.organisation_id or (found[0].id if found else None),
                proof=who.proof,
                device=who.device[:MOST_OF_A_DEVICE],
                created=now,
                proved=now,
                seen=now,
                expires=now + LIFETIME,
                link_hash=who.link_hash,
                way_in=who.way_in,
            )
        )

    desk.register.write(work, within=OnePerson(who.person_id))
    return token


def _require_kept(session: Session, who: NewSession) -> None:
    """Let pass who comes by a passkey that is still his; once it was taken away it opens nothing."""
    if who.proof is not Proof.PASSKEY or who.way_in is None:
        return
    if passkey_of(session, who.way_in, person_id=who.person_id) is None:
        raise UnknownPasskeyError


def find_visitor(desk: IssuingDesk, token: str | None) -> Visitor | None:
    """Tell who is signed in with this token, with the roles of this moment."""
    row, now = _find(desk, token) if token else None, desk.clock.now()
    if row is None or row.expires <= now or row.seen + IDLE <= now:
        return None
    if now - row.seen >= SEEN_EVERY:
        desk.register.write(partial(_see, name=row.token_hash, now=now), within=OnePerson(row.person_id))
    return desk.register.read(partial(_visitor, row=row), within=OnePerson(row.person_id))


def choose_organisation(desk: IssuingDesk, token: str, *, organisation_id: str) -> None:
    """Act for another organisation that this person works for.

    Raises:
        NotFoundError: he does not work there, or is not signed in.
    """
    held = _find(desk, token)
    if held is None:
        raise NotFoundError

    def work(session: Session) -> None:
        row = session.get_one(BrowserSession, held.token_hash)
        if not roles_of(session, person_id=row.person_id, organisation_id=organisation_id):
            raise NotFoundError
        row.organisation_id = organisation_id

    desk.register.write(work, within=OnePerson(held.person_id))


def workplaces(desk: IssuingDesk, visitor: Visitor) -> Sequence[Workplace]:
    """List the organisations that someone can act for."""
    asked = partial(organisations_of, person_id=visitor.person_id)
    found = desk.register.read(asked, within=OnePerson(visitor.person_id))
    return [Workplace(each.id, each.name) for each in found]


def list_sessions(desk: IssuingDesk, visitor: Visitor) -> Sequence[OpenSession]:
    """List where someone is signed in, last seen first."""
    now = desk.clock.now()
    asked = partial(sessions_of, person_id=visitor.person_id)
    rows = desk.register.read(asked, within=OnePerson(visitor.person_id))
    return [
        OpenSession(id=row.id, device=row.device, proof=row.proof, seen=row.seen)
        for row in rows
        if row.expires > now and row.seen + IDLE > now
    ]


def end_session(desk: IssuingDesk, session_id: UUID, *, visitor: Visitor) -> None:
    """End one sign-in of one's own; one that is over already is no reason to complain."""
    work = partial(forget_session_of, session_id=session_id, person_id=visitor.person_id)
    desk.register.write(work, within=OnePerson(visitor.person_id))


def end_all_sessions(desk: IssuingDesk, *, visitor: Visitor) -> None:
    """Sign out everywhere, here too."""
    work = partial(forget_sessions_of, person_id=visitor.person_id)
    desk.register.write(work, within=OnePerson(visitor.person_id))


def sign_out(desk: IssuingDesk, token: str) -> None:
    """Forget a sign-in."""
    row = _find(desk, token)
    if row:
        work = partial(forget_session, token_hash=row.token_hash)
        desk.register.write(work, within=OnePerson(row.person_id))


def forget_expired(desk: IssuingDesk) -> None:
    """Forget the sign-ins that are over, and what was signed for them, of everyone."""
    now = desk.clock.now()

    def work(session: Session) -> None:
        forget_expired_sessions(session, now=now)
        forget_spent_challenges(session, now=now)
        forget_old_attempts(session, now=now)

    desk.register.write(work, within=WHOLE_SERVICE)


def _find(desk: IssuingDesk, token: str) -> BrowserSession | None:
    name = token_hash(token)
    return desk.register.read(lambda session: session.get(BrowserSession, name), within=Public(holding=name))


def _see(session: Session, *, name: str, now: datetime) -> None:
    row = session.get(BrowserSession, name)
    if row is not None:
        row.seen = now


def _visitor(session: Session, *, row: BrowserSession) -> Visitor:
    person = session.get_one(Person, row.person_id)
    return Visitor(
        session_id=row.id,
        person_id=row.person_id,
        name=person.name,
        mail=person.mail,
        proof=row.proof,
        proved=row.proved,
        way_in=row.way_in,
        organisation_id=row.organisation_id,
        actor=_actor(session, row),
        runs_platform=runs_platform(session, row.person_id),
    )


def _actor(session: Session, row: BrowserSession) -> Actor | None:
    """Read for whom a sign-in acts; one by a link acts for nobody."""
    if row.organisation_id is None or row.proof is Proof.LINK:
        return None
    return current_actor(
        session,
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        proof=row.proof,
        proved=row.proved,
    )
