"""What waits, as who works here and the recipient see it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.holding.asking import JUDGEMENT, OCCASION, judgement_of
from issuers.holding.register import (
    AT_ONCE,
    count_open,
    held_besides,
    held_with_token,
    objected_of,
    open_of,
    to_confirm_by,
    waiting_for,
)
from issuers.holding.tables import BY_SECOND, Asks, Held, HeldState
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import OF_ROSTER
from issuers.issuing.tables import Badge
from issuers.people.permissions import Action, Actor, require
from issuers.people.tables import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHeld:
    """Show what was given and is not signed yet, what it waits for, and what became of it.

    Attributes:
        judgement: What will be signed; None once a badge says it.
        first_name: How the name read when it was given.
        reads_until: Until when a recipient who was not there can read it; None where he was.
        corrects: Which badge it takes the place of, if of one.
        named: When he chose how his name reads.
        key: With which it was given.
        stopper: Who took it back, or refused it.
        because: The code of why it was not given.
    """

    id: UUID
    organisation_id: str
    token: str
    key: str
    profiel_id: UUID | None
    judgement: AnyJudgement | None
    first_name: str | None
    reads_until: datetime | None
    named: datetime | None
    asks: Asks
    held: datetime
    held_by: UUID
    giver: str
    due: datetime
    state: HeldState
    confirmer: str | None
    stopper: str | None
    objection: str | None
    because: str | None
    corrects: Correction | None
    badge_id: UUID | None
    badge_token: str | None

    @property
    def is_refused(self) -> bool:
        """Tell whether the second person said that it is not right."""
        return self.state is HeldState.OBJECTED and self.because == BY_SECOND

    @property
    def can_come_again(self) -> bool:
        """Tell whether somebody stopped it, so that it may be given again."""
        return self.state in {HeldState.OBJECTED, HeldState.TAKEN_BACK}

    @property
    def is_of_roster(self) -> bool:
        """Tell whether it was given for a row of a roster."""
        return self.key.startswith(OF_ROSTER)

    @property
    def waits_for_second(self) -> bool:
        """Tell whether somebody else has to confirm it."""
        return self.state is HeldState.WAITING and self.asks is Asks.SECOND and self.confirmer is None

    @property
    def asks_for_name(self) -> bool:
        """Tell whether its recipient can choose how his name reads: he was not there, and agreed on none."""
        return self.state is HeldState.WAITING and self.reads_until is not None and self.profiel_id is None


def list_to_confirm(desk: IssuingDesk, *, actor: Actor, limit: int = AT_ONCE) -> Sequence[KnownHeld]:
    """List what others gave and the actor may confirm, the oldest first.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    return _list(
        desk,
        partial(to_confirm_by, person_id=actor.person_id, organisation_id=actor.organisation_id, limit=limit),
        actor=actor,
    )


def list_held(desk: IssuingDesk, *, actor: Actor) -> Sequence[KnownHeld]:
    """List what else waits or was stopped in the organisation of the actor; what was stopped first.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    asked = partial(held_besides, person_id=actor.person_id, organisation_id=actor.organisation_id)
    return _list(desk, asked, actor=actor)


def list_open(desk: IssuingDesk, *, actor: Actor, limit: int) -> Sequence[KnownHeld]:
    """List what waits in the organisation of the actor, what comes first before the rest.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    return _list(desk, partial(open_of, organisation_id=actor.organisation_id, limit=limit), actor=actor)


def list_objected(desk: IssuingDesk, *, actor: Actor) -> Sequence[KnownHeld]:
    """List what recipients say is not right in the organisation of the actor, the oldest first.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    asked = partial(objected_of, organisation_id=actor.organisation_id, limit=AT_ONCE)
    return _list(desk, asked, actor=actor)


def list_own_objected(desk: IssuingDesk, *, actor: Actor, limit: int) -> Sequence[KnownHeld]:
    """List what the actor gave and its recipient says is not right, the oldest first.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    given_by = [actor.person_id]
    asked = partial(objected_of, organisation_id=actor.organisation_id, given_by=given_by, limit=limit)
    return _list(desk, asked, actor=actor)


def count_waiting(desk: IssuingDesk, *, actor: Actor) -> int:
    """Count what waits in the organisation of the actor: so much stands in a menu, however he signed in.

    Raises:
        PermissionDeniedError: the actor may not read here.
    """
    require(actor, Action.READ)
    asked = partial(count_open, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def list_waiting_for(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> Mapping[str, UUID]:
    """Name what waits for work that was agreed, by crebo and code with a slash.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(waiting_for, profiel_id=profiel_id, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _list(
    desk: IssuingDesk, asked: Callable[[Session], Sequence[Held]], *, actor: Actor
) -> Sequence[KnownHeld]:
    require(actor, Action.ISSUE)

    def look(session: Session) -> Sequence[KnownHeld]:
        return [_known(session, row) for row in asked(session)]

    return desk.register.read(look, within=OneOrganisation(actor.organisation_id))


def find_held(desk: IssuingDesk, held_id: UUID, *, actor: Actor) -> KnownHeld:
    """Find what waits in the organisation of the actor.

    Raises:
        PermissionDeniedError: the actor may not issue.
        NotFoundError: the organisation has nothing of the kind.
    """
    require(actor, Action.ISSUE)

    def look(session: Session) -> KnownHeld:
        row = session.get(Held, held_id)
        if row is None or row.organisation_id != actor.organisation_id:
            raise NotFoundError
        return _known(session, row)

    return desk.register.read(look, within=OneOrganisation(actor.organisation_id))


def find_own(desk: IssuingDesk, token: str) -> KnownHeld:
    """Find what a recipient was told of.

    Raises:
        NotFoundError: the token opens nothing (any more).
    """
    row = desk.register.read(partial(held_with_token, token=token), within=Public(holding=token))
    if row is None:
        raise NotFoundError
    return desk.register.read(partial(_known, row=row), within=OneOrganisation(row.organisation_id))


def _known(session: Session, row: Held) -> KnownHeld:
    given = JUDGEMENT.validate_json(row.judgement) if row.judgement else None
    occasion = OCCASION.validate_json(row.occasion) if row.occasion else None
    badge = session.get(Badge, row.badge_id) if row.badge_id else None
    return KnownHeld(
        id=row.id,
        organisation_id=row.organisation_id,
        token=row.token,
        key=row.idempotency_key,
        profiel_id=row.profiel_id,
        judgement=judgement_of(row) if given else None,
        first_name=given.name if given else None,
        reads_until=row.reads_until,
        named=row.named,
        asks=row.asks,
        held=row.held,
        held_by=row.held_by,
        giver=_name_of(session, row.held_by) or "",
        due=row.due,
        state=row.state,
        confirmer=_name_of(session, row.confirmed_by),
        stopper=_name_of(session, row.stopped_by),
        objection=row.objection,
        because=row.because,
        corrects=occasion if isinstance(occasion, Correction) else None,
        badge_id=row.badge_id,
        badge_token=badge.token if badge else None,
    )


def _name_of(session: Session, person_id: UUID | None) -> str | None:
    return session.get_one(Person, person_id).name if person_id else None
