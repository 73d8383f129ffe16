"""Who may do what: one table, read by the code and shown in the documentation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from issuers.errors import PermissionDeniedError
from issuers.people.tables import Role


class Action(StrEnum):
    """Name something that a person can do for an organisation."""

    ISSUE = "issue"
    REVOKE = "revoke"
    READ = "read"
    MANAGE_PEOPLE = "manage-people"
    MANAGE_KEYS = "manage-keys"
    MANAGE_ORGANISATION = "manage-organisation"


PERMISSIONS: Final[Mapping[Role, frozenset[Action]]] = {
    Role.BEHEERDER: frozenset(
        {
            Action.READ,
            Action.REVOKE,
            Action.MANAGE_PEOPLE,
            Action.MANAGE_KEYS,
            Action.MANAGE_ORGANISATION,
        }
    ),
    Role.PRAKTIJKOPLEIDER: frozenset({Action.READ, Action.ISSUE, Action.REVOKE}),
    Role.BEGELEIDER: frozenset({Action.READ}),
    Role.BEVESTIGER: frozenset({Action.READ}),
    Role.LEZER: frozenset({Action.READ}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Hold who acts, for which organisation, in which roles; it comes from a session, never from a form."""

    person_id: UUID
    organisation_id: str
    name: str
    roles: frozenset[Role]


def may(actor: Actor, action: Action) -> bool:
    """Tell whether one of the actor's roles may do this."""
    return any(action in PERMISSIONS[role] for role in actor.roles)


def require(actor: Actor, action: Action) -> None:
    """Let pass who may do this.

    Raises:
        PermissionDeniedError: none of the actor's roles may.
    """
    if not may(actor, action):
        raise PermissionDeniedError(action=action.value)
