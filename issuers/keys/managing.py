"""Give an organisation new keys, and take old ones out of use without breaking what they signed."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import PUBLIC, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import CompromiseError, KeyStoreError, NotFoundError
from issuers.going import require_going
from issuers.issuing.register import lists_of
from issuers.keys.keyring import add_key, record
from issuers.keys.register import active_key, find_active_key, keys_of, newest_key
from issuers.keys.tables import SEALABLE, Key, KeyPurpose
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require, require_fresh
from issuers.statuslists import publish_list


def rotate_key(desk: IssuingDesk, purpose: KeyPurpose, *, actor: Actor) -> Key:
    """Retire the key of this purpose and make the next; what the old one signed stays good.

    Raises:
        PermissionDeniedError: the actor may not manage keys.
        FreshProofNeededError: the sign-in is too long ago.
        OrganisationStoppedError: the organisation signs no badges now; its lists go on, and so do their keys.
    """
    require(actor, Action.MANAGE_KEYS)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> Key:
        require_still(session, actor, Action.MANAGE_KEYS)
        if purpose is not KeyPurpose.LIST:
            require_going(session, actor.organisation_id)
        old = active_key(session, organisation_id=actor.organisation_id, purpose=purpose)
        old.retired = desk.clock.now()
        record(session, old, kind=AuditKind.KEY_RETIRED, desk=desk, actor_id=actor.person_id)
        return add_key(session, desk=desk, organisation_id=actor.organisation_id, purpose=purpose)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def withdraw_key(
    desk: IssuingDesk, key_id: UUID, *, actor: Actor, since: datetime | None = None
) -> Key | None:
    """Take a key that fell into other hands out of trust, and make the next one if it was in use.

    Gives the key that signs from now on; none where the organisation gives no badges any more, or where the
    service is sealed: then the first badge after that makes it.

    `since` is when that may have happened, now unless it is known; the minute in which the key was made is
    its making, for nobody says it in seconds. What the key signed is to be signed again
    (`issuing.reissuing`); lists are, at once.

    Raises:
        PermissionDeniedError: the actor may not manage keys.
        FreshProofNeededError: the sign-in is too long ago.
        NotFoundError: the organisation has no such key, or it was withdrawn before.
        CompromiseError: since a moment in the future, or from before there was this key.
    """
    require(actor, Action.MANAGE_KEYS)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> Key | None:
        require_still(session, actor, Action.MANAGE_KEYS)
        key = session.get(Key, key_id)
        if key is None or key.organisation_id != actor.organisation_id or key.withdrawn:
            raise NotFoundError
        now = desk.clock.now()
        moment = _in_its_days(since or now, created=key.created)
        if not key.created <= moment <= now:
            raise CompromiseError(created=key.created)
        was_active = key.retired is None
        key.withdrawn, key.compromised = now, moment
        record(session, key, kind=AuditKind.KEY_WITHDRAWN, desk=desk, actor_id=actor.person_id)
        if was_active:
            _add_next(session, key, desk=desk)
        if key.purpose is KeyPurpose.LIST:
            for row in lists_of(session, organisation_id=actor.organisation_id):
                publish_list(session, row, desk=desk)
        return find_active_key(session, organisation_id=actor.organisation_id, purpose=key.purpose)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _in_its_days(moment: datetime, *, created: datetime) -> datetime:
    """Take the minute in which a key was made for its making."""
    is_that_minute = created.replace(second=0, microsecond=0) <= moment < created
    return created if is_that_minute else moment


def _add_next(session: Session, withdrawn: Key, *, desk: IssuingDesk) -> None:
    """Make the key after one that was withdrawn; that none can be made now must not hold that up."""
    with suppress(KeyStoreError):
        add_key(session, desk=desk, organisation_id=withdrawn.organisation_id, purpose=withdrawn.purpose)


def list_keys(desk: IssuingDesk, *, actor: Actor) -> Sequence[Key]:
    """List all keys that the actor's organisation ever had, the oldest first.

    Raises:
        PermissionDeniedError: the actor may not manage keys.
    """
    require(actor, Action.MANAGE_KEYS)
    asked = partial(keys_of, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def sealed_because(desk: IssuingDesk) -> KeyStoreError | None:
    """Say why this service cannot sign badges now; None where it can, or has no key for it yet."""
    newest = desk.register.read(partial(newest_key, purposes=SEALABLE), within=PUBLIC)
    return desk.key_store.sealed_because(newest) if newest else None
