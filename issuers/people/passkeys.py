"""Passkeys of who works here: make one, and prove with one who you are (`people.ceremony` says how)."""

from functools import partial
from typing import Any
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OnePerson, Public
from issuers.desk import IssuingDesk
from issuers.errors import KnownPasskeyError, PasskeyBehindError, UnknownPasskeyError
from issuers.identifiers import uuid7
from issuers.people.ceremony import (
    NAME,
    Owner,
    Proved,
    making_options,
    proving_options,
    read_made,
    read_proof,
)
from issuers.people.challenges import spend
from issuers.people.own_passkeys import MOST_OF_A_NAME
from issuers.people.register import passkeys_of
from issuers.people.sessions import Proven, Visitor
from issuers.people.tables import Passkey, Proof
from issuers.people.ways_in import begin_way_in, record, require_enrolling


def enrolment_options(desk: IssuingDesk, *, visitor: Visitor) -> str:
    """Give what the browser needs to make a passkey, as JSON.

    Raises:
        FreshProofNeededError: this person may not make one now.
    """
    require_enrolling(visitor, now=desk.clock.now())
    held = desk.register.read(
        partial(passkeys_of, person_id=visitor.person_id), within=OnePerson(visitor.person_id)
    )
    owner = Owner(id=visitor.person_id, name=visitor.mail or visitor.name, shown=visitor.name)
    return making_options(desk, owner, held=held)


def enrol(desk: IssuingDesk, credential: dict[str, Any], *, visitor: Visitor, device: str) -> UUID:
    """Keep a new passkey; who came by a link loses every earlier way in, for he may have lost them.

    Raises:
        FreshProofNeededError: this person may not make one now.
        PasskeyError: it is no proof; its kind says why.
    """
    now = desk.clock.now()
    require_enrolling(visitor, now=now)
    made = read_made(desk, credential, owner_id=visitor.person_id)
    if _known(desk, made.credential_id):
        raise KnownPasskeyError
    row = Passkey(
        credential_id=made.credential_id,
        id=uuid7(now),
        person_id=visitor.person_id,
        name=device[:MOST_OF_A_NAME] or NAME,
        public_key=made.public_key,
        sign_count=made.sign_count,
        transports=made.transports,
        created=now,
    )

    def work(session: Session) -> UUID:
        spend(session, made.challenge, person_id=visitor.person_id)
        begin_way_in(session, visitor=visitor, now=now)
        session.add(row)
        return row.id

    return desk.register.write(work, within=OnePerson(visitor.person_id))


def sign_in_options(desk: IssuingDesk) -> str:
    """Give what the browser needs to ask for a passkey, whoever's, as JSON."""
    return proving_options(desk)


def prove(desk: IssuingDesk, credential: dict[str, Any]) -> Proven:
    """Tell who proved with a passkey who he is.

    Raises:
        PasskeyError: it is no proof; its kind says why.
    """
    proved = read_proof(desk, credential, find=partial(_find, desk))
    row = proved.passkey
    if not desk.register.write(partial(_use, desk=desk, proved=proved), within=OnePerson(row.person_id)):
        raise PasskeyBehindError
    return Proven(person_id=row.person_id, proof=Proof.PASSKEY, way_in=row.id)


def _use(session: Session, *, desk: IssuingDesk, proved: Proved[Passkey]) -> bool:
    """Write down that a passkey was used; tell whether it counts on from where it was."""
    row = session.get(Passkey, proved.passkey.credential_id)
    if row is None:
        raise UnknownPasskeyError
    spend(session, proved.challenge, person_id=row.person_id)
    if proved.is_behind(row.sign_count):
        record(session, row.person_id, kind=AuditKind.PASSKEY_BEHIND, at=desk.clock.now())
        return False
    row.sign_count, row.used = proved.count, desk.clock.now()
    return True


def _known(desk: IssuingDesk, credential_id: str) -> Passkey | None:
    """Give the passkey of this name, whosever it is."""
    return desk.register.read(
        lambda session: session.get(Passkey, credential_id), within=Public(holding=credential_id)
    )


def _find(desk: IssuingDesk, credential_id: str) -> Passkey:
    found = _known(desk, credential_id)
    if found is None:
        raise UnknownPasskeyError
    return found
