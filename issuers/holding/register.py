"""What this room asks the database about what waits, in the transaction of who asks."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, and_, col, func, select

from issuers.errors import NotFoundError
from issuers.holding.tables import Asks, CodeTry, Held, HeldState, HoldingRule

AT_ONCE: Final = 200
OPEN: Final = (HeldState.WAITING, HeldState.COMING)
STOPPED: Final = (HeldState.TAKEN_BACK, HeldState.OBJECTED, HeldState.NOT_GIVEN)


def rule_of(session: Session, organisation_id: str) -> HoldingRule | None:
    """Read what an organisation asks before it signs."""
    return session.get(HoldingRule, organisation_id)


def lock_held(session: Session, held_id: UUID, *, organisation_id: str) -> Held:
    """Read what is about to change; nobody else changes it until the transaction ends.

    Raises:
        NotFoundError: the organisation has nothing of the kind.
    """
    row = session.get(Held, held_id, with_for_update=True)
    if row is None or row.organisation_id != organisation_id:
        raise NotFoundError
    return row


def held_with_key(session: Session, key: str, *, organisation_id: str) -> Held | None:
    """Find what was given with this idempotency key."""
    own = select(Held).where(Held.organisation_id == organisation_id, Held.idempotency_key == key)
    return session.exec(own).first()


def held_with_keys(session: Session, keys: Collection[str], *, organisation_id: str) -> dict[str, Held]:
    """Find what was given with these idempotency keys."""
    own = select(Held).where(Held.organisation_id == organisation_id, col(Held.idempotency_key).in_(keys))
    return {each.idempotency_key: each for each in session.exec(own)}


def held_with_token(session: Session, token: str) -> Held | None:
    """Find what a recipient opens with this token."""
    return session.exec(select(Held).where(Held.token == token)).first()


def held_with_code(session: Session, code: str, *, organisation_id: str, now: datetime) -> Held | None:
    """Find what waits for this code."""
    return session.exec(
        select(Held)
        .where(
            Held.organisation_id == organisation_id,
            Held.state == HeldState.WAITING,
            Held.code == code,
            col(Held.code_until) > now,
        )
        .with_for_update()
    ).first()


def waits_for(session: Session, profiel_id: UUID, work: str, *, organisation_id: str) -> bool:
    """Tell whether something waits for a werkproces of a werkplekprofiel."""
    waiting = select(Held.id).where(
        Held.organisation_id == organisation_id,
        Held.profiel_id == profiel_id,
        Held.work == work,
        col(Held.state).in_(OPEN),
    )
    return session.exec(waiting).first() is not None


def to_confirm_by(session: Session, person_id: UUID, *, organisation_id: str, limit: int) -> Sequence[Held]:
    """List what this one may confirm as second person, the oldest first."""
    own = select(Held).where(Held.organisation_id == organisation_id, _asks(person_id))
    return session.exec(own.order_by(col(Held.held), col(Held.id)).limit(limit)).all()


def waiting_for(session: Session, profiel_id: UUID, *, organisation_id: str) -> dict[str, UUID]:
    """Name what waits for a werkplekprofiel, by its work."""
    found = select(Held.work, Held.id).where(
        Held.organisation_id == organisation_id,
        Held.profiel_id == profiel_id,
        col(Held.state).in_(OPEN),
    )
    return {work: held_id for work, held_id in session.exec(found) if work}


def held_besides(session: Session, person_id: UUID, *, organisation_id: str) -> Sequence[Held]:
    """List what else waits, or was stopped: what was stopped first; so many as a page can hold."""
    shown = Held.organisation_id == organisation_id, col(Held.state).in_((*OPEN, *STOPPED))
    found = select(Held).where(*shown, ~_asks(person_id))
    order = col(Held.state).in_(OPEN), col(Held.held), col(Held.id)
    return session.exec(found.order_by(*order).limit(AT_ONCE)).all()


def open_of(session: Session, *, organisation_id: str, limit: int) -> Sequence[Held]:
    """List what waits, what comes first before the rest."""
    found = select(Held).where(Held.organisation_id == organisation_id, col(Held.state).in_(OPEN))
    return session.exec(found.order_by(col(Held.due), col(Held.id)).limit(limit)).all()


def objected_of(
    session: Session, *, organisation_id: str, given_by: Sequence[UUID] = (), limit: int
) -> Sequence[Held]:
    """List what its recipient says is not right, the oldest first; of some givers, where they are named."""
    found = select(Held).where(Held.organisation_id == organisation_id, Held.state == HeldState.OBJECTED)
    theirs = found.where(col(Held.held_by).in_(given_by)) if given_by else found
    return session.exec(theirs.order_by(col(Held.ended), col(Held.id)).limit(limit)).all()


def count_open(session: Session, *, organisation_id: str) -> int:
    """Count what waits."""
    waiting = Held.organisation_id == organisation_id, col(Held.state).in_(OPEN)
    return session.exec(select(func.count()).select_from(Held).where(*waiting)).one()


def _asks(person_id: UUID) -> ColumnElement[bool]:
    """Select what waits for a second person that this one may be."""
    return and_(
        col(Held.state) == HeldState.WAITING,
        col(Held.asks) == Asks.SECOND,
        col(Held.confirmed).is_(None),
        col(Held.held_by) != person_id,
    )


def due_before(session: Session, now: datetime) -> Sequence[tuple[UUID, str]]:
    """List id and organisation of what waits for nothing any more, the oldest first."""
    ready = (col(Held.asks) == Asks.NOBODY) | col(Held.confirmed).is_not(None)
    return session.exec(
        select(Held.id, Held.organisation_id)
        .where(col(Held.state).in_(OPEN), Held.due <= now, ready)
        .order_by(col(Held.due), col(Held.id))
    ).all()


def forget_keys(session: Session, keys: Collection[str], *, organisation_id: str) -> None:
    """Keep nothing any more of what was given with these idempotency keys."""
    own = delete(Held).where(col(Held.organisation_id) == organisation_id)
    session.execute(own.where(col(Held.idempotency_key).in_(keys)))


def forget_stopped_with(session: Session, key: str, *, organisation_id: str) -> None:
    """Keep nothing any more of what was stopped and had this idempotency key."""
    own = delete(Held).where(col(Held.organisation_id) == organisation_id, col(Held.idempotency_key) == key)
    session.execute(own.where(col(Held.state).in_(STOPPED)))


def forget_stopped(session: Session, *, before: datetime) -> None:
    """Keep nothing any more of what was stopped long enough ago."""
    session.execute(delete(Held).where(col(Held.state).in_(STOPPED), col(Held.ended) < before))


def tries_of(session: Session, person_id: UUID, *, organisation_id: str) -> CodeTry:
    """Read how many codes of somebody were wrong; none, where nothing was counted."""
    found = session.get(CodeTry, (organisation_id, person_id), with_for_update=True)
    if found is None:
        found = CodeTry(organisation_id=organisation_id, person_id=person_id)
        session.add(found)
    return found
