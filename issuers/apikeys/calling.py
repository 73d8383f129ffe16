"""Tell from the API key that a system sent in whose name it acts, and what that key was made for."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.apikeys.register import key_by_hash
from issuers.apikeys.secret import hash_of, is_secret
from issuers.apikeys.tables import ApiKey
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import ApiKeyAloneError, ApiKeyExpiredError, ApiKeyWithdrawnError, UnknownApiKeyError
from issuers.people.acting import current_actor
from issuers.people.permissions import ActingKey, Actor
from issuers.people.tables import Proof


def find_caller(desk: IssuingDesk, secret: str) -> Actor:
    """Give whoever made the key of this secret, with his roles of this moment, held to what the key is for.

    The day of its use is written down, once a day: a list that is read often does not write often.

    Raises:
        ApiKeyError: the key opens nothing; its kind says why.
    """
    key, today = _find(desk, secret), desk.clock.today()
    actor = desk.register.read(partial(_actor, key=key), within=OneOrganisation(key.organisation_id))
    if key.used != today:
        work = partial(_use, key_id=key.id, today=today)
        desk.register.write(work, within=OneOrganisation(key.organisation_id))
    return actor


def _find(desk: IssuingDesk, secret: str) -> ApiKey:
    if not is_secret(secret):
        raise UnknownApiKeyError
    name = hash_of(secret)
    key = desk.register.read(partial(key_by_hash, secret_hash=name), within=Public(holding=name))
    if key is None:
        raise UnknownApiKeyError
    if key.withdrawn:
        raise ApiKeyWithdrawnError
    if key.expires <= desk.clock.now():
        raise ApiKeyExpiredError
    return key


def _actor(session: Session, *, key: ApiKey) -> Actor:
    found = current_actor(
        session,
        person_id=key.made_by,
        organisation_id=key.organisation_id,
        proof=Proof.API_KEY,
        proved=key.created,
    )
    if found is None:
        raise ApiKeyAloneError
    return replace(found, by_key=ActingKey(id=key.id, actions=key.actions))


def _use(session: Session, *, key_id: UUID, today: date) -> None:
    session.get_one(ApiKey, key_id).used = today
