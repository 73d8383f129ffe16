"""Make API keys for the systems of an organisation, look at them, and withdraw them at once.

A key acts in the name of whoever made it: it never does more than that person may do at that moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.apikeys.register import key_of, keys_of
from issuers.apikeys.secret import ending_of, hash_of, new_secret
from issuers.apikeys.tables import ApiKey
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.going import require_going
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import PERMISSIONS, Action, Actor, may, require, require_fresh
from issuers.people.register import roles_of
from issuers.reading import name_problems, read_name

OFFERED: Final = (Action.ISSUE, Action.READ, Action.REVOKE)
"""What a key can be made for."""


class Lifetime(StrEnum):
    """Say how long a key can be used: nobody remembers one that lasts for ever."""

    QUARTER = "3-maanden"
    YEAR = "1-jaar"
    TWO_YEARS = "2-jaar"


_DAYS: Final = {Lifetime.QUARTER: 90, Lifetime.YEAR: 365, Lifetime.TWO_YEARS: 730}

NO_NAME: Final = FieldProblem(
    "naam",
    "missing",
    "Geef de sleutel een naam, met 80 tekens of minder.",
    "Give the key a name, with 80 signs or fewer.",
)
NO_ACTION: Final = FieldProblem(
    "mag", "missing", "Kies wat de sleutel mag.", "Choose what the key may be used for."
)
NOT_YOURS: Final = FieldProblem(
    "mag", "not-yours", "Een sleutel kan niet meer dan jij. Kies uit de lijst.", "Choose from the list."
)
NO_LIFETIME: Final = FieldProblem(
    "duur", "unknown", "Kies hoe lang de sleutel werkt.", "Choose how long the key works."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedKey:
    """Hold the form as it was typed."""

    naam: str = ""
    mag: tuple[str, ...] = ()
    duur: str = Lifetime.YEAR.value


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """Hold which key is asked for."""

    name: str
    actions: frozenset[Action]
    lifetime: Lifetime = Lifetime.YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeKey:
    """Hold a key that was just made: this is the only time that its secret is seen."""

    id: UUID
    secret: str
    name: str
    expires: datetime

    def __repr__(self) -> str:
        """Keep the secret out of logs."""
        return f"MadeKey(id={self.id!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKey:
    """Show a key to the organisation that it is of.

    Attributes:
        works_for: What it opens at this moment; nothing when it is over, or when its maker may nothing of it.
        is_over: Whether it was withdrawn, or its time has come.
    """

    id: UUID
    name: str
    ending: str
    maker: str
    actions: frozenset[Action]
    works_for: frozenset[Action]
    created: datetime
    expires: datetime
    withdrawn: datetime | None
    used: date | None
    is_over: bool


def actions_offered(actor: Actor) -> tuple[Action, ...]:
    """List what a key that this person makes can be for."""
    return tuple(action for action in OFFERED if may(actor, action))


def read_new_key(typed: TypedKey, *, actor: Actor) -> NewKey:
    """Read which key is asked for.

    Raises:
        FormError: with every problem of every field.
    """
    name, chosen = read_name(typed.naam), set(typed.mag)
    problems = name_problems(typed.naam, field="naam", missing=NO_NAME)
    if not chosen:
        problems.append(NO_ACTION)
    elif not chosen <= set(actions_offered(actor)):
        problems.append(NOT_YOURS)
    if typed.duur not in set(Lifetime):
        problems.append(NO_LIFETIME)
    if problems or name is None:
        raise FormError(problems)
    return NewKey(name=name, actions=frozenset(map(Action, chosen)), lifetime=Lifetime(typed.duur))


def make_api_key(desk: IssuingDesk, new: NewKey, *, actor: Actor) -> MadeKey:
    """Make a key; its secret is in what this gives, and nowhere else.

    Raises:
        PermissionDeniedError: the actor may not make keys, or not for something that he may not do himself.
        FreshProofNeededError: it was too long ago that he proved who he is.
        OrganisationStoppedError: the organisation has no use for a key now.
    """
    require(actor, Action.MANAGE_KEYS)
    require_fresh(actor, now=desk.clock.now())
    secret, now = new_secret(), desk.clock.now()
    key_id, expires = uuid7(now), now + timedelta(days=_DAYS[new.lifetime])

    def work(session: Session) -> None:
        for action in (Action.MANAGE_KEYS, *sorted(new.actions)):
            require_still(session, actor, action)
        require_going(session, actor.organisation_id)
        session.add(
            ApiKey(
                id=key_id,
                organisation_id=actor.organisation_id,
                made_by=actor.person_id,
                name=new.name,
                secret_hash=hash_of(secret),
                ending=ending_of(secret),
                actions=new.actions,
                created=now,
                expires=expires,
            )
        )
        _record(session, key_id, kind=AuditKind.API_KEY_CREATED, actor=actor, at=now)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return MadeKey(id=key_id, secret=secret, name=new.name, expires=expires)


def withdraw_api_key(desk: IssuingDesk, key_id: UUID, *, actor: Actor) -> None:
    """Withdraw a key: from this moment on it opens nothing; doing it twice is no reason to complain.

    It asks for no fresh proof: who finds out that a key leaked must not be held up.

    Raises:
        PermissionDeniedError: the actor may not manage keys, or not any more.
        NotFoundError: the organisation has no such key.
    """
    require(actor, Action.MANAGE_KEYS)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_KEYS)
        key = key_of(session, key_id, organisation_id=actor.organisation_id)
        if key is None:
            raise NotFoundError
        if key.withdrawn is None:
            key.withdrawn = desk.clock.now()
            _record(session, key_id, kind=AuditKind.API_KEY_WITHDRAWN, actor=actor, at=key.withdrawn)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_api_keys(desk: IssuingDesk, *, actor: Actor) -> Sequence[OwnKey]:
    """List the keys that the actor's organisation ever had, the newest first.

    Raises:
        PermissionDeniedError: the actor may not manage keys.
    """
    require(actor, Action.MANAGE_KEYS)
    asked = partial(_own_keys, organisation_id=actor.organisation_id, now=desk.clock.now())
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _own_keys(session: Session, *, organisation_id: str, now: datetime) -> Sequence[OwnKey]:
    return [
        OwnKey(
            id=key.id,
            name=key.name,
            ending=key.ending,
            maker=maker.name,
            actions=key.actions,
            works_for=_works_for(session, key, now=now),
            created=key.created,
            expires=key.expires,
            withdrawn=key.withdrawn,
            used=key.used,
            is_over=_is_over(key, now=now),
        )
        for key, maker in keys_of(session, organisation_id=organisation_id)
    ]


def _works_for(session: Session, key: ApiKey, *, now: datetime) -> frozenset[Action]:
    """Say what a key opens now: no more than who made it may do."""
    if _is_over(key, now=now):
        return frozenset()
    roles = roles_of(session, person_id=key.made_by, organisation_id=key.organisation_id)
    return key.actions & frozenset().union(*(PERMISSIONS[role] for role in roles))


def _is_over(key: ApiKey, *, now: datetime) -> bool:
    return key.withdrawn is not None or key.expires <= now


def _record(session: Session, key_id: UUID, *, kind: AuditKind, actor: Actor, at: datetime) -> None:
    event = chain.Event(
        organisation_id=actor.organisation_id, kind=kind, at=at, actor_id=actor.person_id, key_id=key_id
    )
    chain.append(session, event)
