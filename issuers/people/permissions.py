"""Who may do what, and how sure we must be who it is: one table, read by the code and shown in the docs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from issuers.errors import (
    FreshProofNeededError,
    KeyMakerError,
    KeyScopeError,
    PermissionDeniedError,
    ProofNeededError,
)
from issuers.people.tables import Proof, Role


class Action(StrEnum):
    """Name something that a person can do for an organisation."""

    READ = "read"
    DRAFT = "draft"
    ISSUE = "issue"
    CONFIRM = "confirm"
    DECIDE = "decide"
    DESIGN = "design"
    REVOKE = "revoke"
    MANAGE_PEOPLE = "manage-people"
    MANAGE_KEYS = "manage-keys"
    MANAGE_ORGANISATION = "manage-organisation"
    READ_TRAIL = "read-trail"


PERMISSIONS: Final[Mapping[Role, frozenset[Action]]] = {
    Role.BEHEERDER: frozenset(
        {
            Action.READ,
            Action.DESIGN,
            Action.REVOKE,
            Action.MANAGE_PEOPLE,
            Action.MANAGE_KEYS,
            Action.MANAGE_ORGANISATION,
            Action.READ_TRAIL,
        }
    ),
    Role.PRAKTIJKOPLEIDER: frozenset({Action.READ, Action.DRAFT, Action.ISSUE, Action.DESIGN, Action.REVOKE}),
    Role.BEGELEIDER: frozenset({Action.READ, Action.DRAFT}),
    Role.BEVESTIGER: frozenset({Action.READ, Action.CONFIRM}),
    Role.EXAMENCOMMISSIE: frozenset({Action.READ, Action.CONFIRM, Action.DECIDE}),
    Role.LEZER: frozenset({Action.READ}),
}

STRONG: Final = frozenset({Proof.PASSKEY, Proof.TOTP, Proof.DEMO, Proof.MACHINE})
"""What proves that it is the person, and not somebody with his mailbox or his account elsewhere."""

ENOUGH: Final[Mapping[Action, frozenset[Proof]]] = {
    Action.READ: STRONG | {Proof.OIDC, Proof.API_KEY},
    Action.DRAFT: STRONG | {Proof.OIDC},
    Action.ISSUE: STRONG | {Proof.API_KEY},
    Action.CONFIRM: STRONG,
    Action.DECIDE: STRONG,
    Action.DESIGN: STRONG,
    Action.REVOKE: STRONG | {Proof.API_KEY},
    Action.MANAGE_PEOPLE: STRONG,
    Action.MANAGE_KEYS: STRONG,
    Action.MANAGE_ORGANISATION: STRONG,
    Action.READ_TRAIL: STRONG,
}
"""Which proofs each action takes. A link is enough for none; a demo has its proof nowhere else."""


FRESH: Final = timedelta(minutes=15)
"""So long a proof counts for what changes who may do what: people, keys, ways to sign in."""


class Proved(Protocol):
    """Be somebody who proved at some moment who he is."""

    @property
    def proof(self) -> Proof:
        """Tell how."""
        ...

    @property
    def proved(self) -> datetime:
        """Tell when."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingKey:
    """Hold by which API key a system acts, and what that was made for."""

    id: UUID
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Hold who acts, for which organisation, in which roles; it comes from a session, never from a form.

    Attributes:
        proof: How this person proved who he is.
        proved: When that was.
        by_key: The key of the system that acts in the name of this person, if one does.
    """

    person_id: UUID
    organisation_id: str
    name: str
    roles: frozenset[Role]
    proof: Proof
    proved: datetime
    by_key: ActingKey | None = None

    @property
    def key_id(self) -> UUID | None:
        """Name the key of the system that acts, for the history."""
        return self.by_key.id if self.by_key else None


OPERATOR: Final = UUID(int=0)
"""Stands in the history where no person acted, but whoever runs the service, at its own machine."""


def operator(organisation_id: str, *, now: datetime) -> Actor:
    """Act for an organisation as whoever runs the service: for commands, never for a page."""
    return Actor(
        person_id=OPERATOR,
        organisation_id=organisation_id,
        name="beheer",
        roles=frozenset({Role.BEHEERDER}),
        proof=Proof.MACHINE,
        proved=now,
    )


def may(actor: Actor, action: Action) -> bool:
    """Tell whether one of the actor's roles may do this."""
    return any(action in PERMISSIONS[role] for role in actor.roles)


def require(actor: Actor, action: Action) -> None:
    """Let pass who may do this, and proved well enough that it is he.

    Raises:
        PermissionDeniedError: none of his roles may, or his key was not made for it; its kind says which.
        ProofNeededError: it takes a better proof than that of this sign-in.
    """
    if actor.by_key is not None and action not in actor.by_key.actions:
        raise KeyScopeError(action=action.value)
    if not may(actor, action):
        denied = KeyMakerError if actor.by_key else PermissionDeniedError
        raise denied(action=action.value)
    if actor.proof not in ENOUGH[action]:
        raise ProofNeededError


def require_fresh(who: Proved, *, now: datetime) -> None:
    """Let pass who proved just now, and well, who he is.

    Raises:
        FreshProofNeededError: that was too long ago, or no proof for this.
    """
    if who.proof not in STRONG or now - who.proved >= FRESH:
        raise FreshProofNeededError
