"""Read for whom somebody acts and what he may do: now, whatever his sign-in or his key remembers."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.apikeys.register import key_of
from issuers.errors import ApiKeyWithdrawnError
from issuers.people.permissions import OPERATOR, Action, Actor, require
from issuers.people.register import roles_of
from issuers.people.tables import Person, Proof


def current_actor(
    session: Session, *, person_id: UUID, organisation_id: str, proof: Proof, proved: datetime
) -> Actor | None:
    """Read what a person may be now; None when the person does nothing here (any more)."""
    person = session.get(Person, person_id)
    roles = roles_of(session, person_id=person_id, organisation_id=organisation_id)
    if person is None or not roles:
        return None
    return Actor(
        person_id=person_id,
        organisation_id=organisation_id,
        name=person.name,
        roles=frozenset(roles),
        proof=proof,
        proved=proved,
    )


def require_still(session: Session, actor: Actor, action: Action) -> None:
    """Let pass who may do this at this very moment, whatever the session remembers.

    Raises:
        PermissionDeniedError: the role was ended in the meantime.
        ProofNeededError: it takes a better proof than that of this sign-in.
        ApiKeyWithdrawnError: the key by which a system acts was withdrawn in the meantime.
    """
    if actor.person_id == OPERATOR:
        require(actor, action)
        return
    if actor.by_key is not None:
        key = key_of(session, actor.by_key.id, organisation_id=actor.organisation_id)
        if key is None or key.withdrawn:
            raise ApiKeyWithdrawnError
    roles = roles_of(session, person_id=actor.person_id, organisation_id=actor.organisation_id)
    require(replace(actor, roles=frozenset(roles)), action)
