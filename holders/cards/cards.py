"""The card to keep (ADR 23): a code on paper and three pictures in somebody's head open what he keeps.

A code is short enough to type; so a wrong one is counted for each network address (`web.limits`), wrong
pictures for each card, which rests ever longer; and what is wrong is never said.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.cards.codes import Typed, code_hash, new_code, picked
from holders.cards.register import card_with, cards_for, cards_of, lock_card
from holders.cards.tables import KeepCard
from holders.errors import CardError
from holders.keeping.claiming import begin_keeping
from holders.keeping.register import keeper_of
from holders.keeping.telephones import KnownHolder, Telephone, know_telephone, require_all
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import Insider, OneHolder, OneOrganisation, Public
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.issuing.overview import Given, find_given
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

MOST_WRONG: Final = 5
LOCKED: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(days=7)
MOST_IN_ALL: Final = 100
"""After so many wrong pictures without a right one between, a card opens nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCard:
    """Show a card that an organisation made to whom it opens something of."""

    id: UUID
    organisation_id: str
    made: date


def make_own_card(desk: IssuingDesk, pictures: tuple[str, ...], *, holder: KnownHolder) -> str:
    """Make a card for all that a holder keeps, in the place of those before; give its code, seen only now.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    code, now = new_code(), desk.clock.now()

    def work(session: Session) -> None:
        for each in cards_of(session, holder_id=holder.holder_id):
            each.ended = now
        session.add(_card(desk, code, pictures=pictures, holder_id=holder.holder_id))

    desk.register.write(work, within=OneHolder(holder.holder_id))
    return code


def own_card_since(desk: IssuingDesk, *, holder: KnownHolder) -> datetime | None:
    """Tell when the newest card of a holder that works was made, by himself or for him; None without one."""
    asked = partial(cards_of, holder_id=holder.holder_id)
    rows = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return rows[0].made if rows else None


def given_cards(desk: IssuingDesk, *, holder: KnownHolder) -> Sequence[GivenCard]:
    """List the cards that organisations made for a holder in the place of what he lost, the newest first.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    asked = partial(cards_of, holder_id=holder.holder_id)
    rows = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return [
        GivenCard(id=each.id, organisation_id=each.organisation_id, made=dutch_day(each.made))
        for each in rows
        if each.replaces and each.organisation_id
    ]


def end_given_card(desk: IssuingDesk, card_id: UUID, *, holder: KnownHolder) -> None:
    """Let a card open nothing any more that an organisation made while its owner was not there.

    Raises:
        NotFoundError: this telephone is not his own, or there is no such card.
    """
    require_all(holder)

    def work(session: Session) -> None:
        rows = cards_of(session, holder_id=holder.holder_id)
        found = next((each for each in rows if each.id == card_id and each.replaces), None)
        if found is None:
            raise NotFoundError
        found.ended = desk.clock.now()

    desk.register.write(work, within=OneHolder(holder.holder_id))


def end_own_cards(desk: IssuingDesk, *, holder: KnownHolder) -> None:
    """Let no card of a holder open anything any more.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)

    def work(session: Session) -> None:
        for each in cards_of(session, holder_id=holder.holder_id):
            each.ended = desk.clock.now()

    desk.register.write(work, within=OneHolder(holder.holder_id))


def find_to_give(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> Given:
    """Find a badge for which the actor can make a card.

    Raises:
        PermissionDeniedError: the actor may give no badges.
        NotFoundError: his organisation gave no such badge, or took it back.
    """
    require(actor, Action.ISSUE)
    given = find_given(desk, badge_id, actor=actor)
    if given.revoked_at is not None:
        raise NotFoundError
    return given


def is_kept(desk: IssuingDesk, badge_id: UUID) -> bool:
    """Tell whether somebody keeps a badge: a card for it opens what its organisation gave, and no more."""
    return _keeper(desk, badge_id) is not None


def give_card(desk: IssuingDesk, badge_id: UUID, *, pictures: tuple[str, ...], actor: Actor) -> str:
    """Make a card for whoever was given a badge, in his presence; give its code, seen only now.

    It takes the place of those that the organisation made for it before. Where somebody keeps the badge, it
    opens what the organisation gave him, and nothing else (`cards.rekeying`).

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        NotFoundError: his organisation gave no such badge, or took it back.
    """
    find_to_give(desk, badge_id, actor=actor)
    code, kept_by, now = new_code(), _keeper(desk, badge_id), desk.clock.now()

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        before = cards_for(session, badge_id, organisation_id=actor.organisation_id)
        for each in before:
            each.ended = each.ended or now
        card = _card(desk, code, pictures=pictures, holder_id=kept_by)
        card.organisation_id, card.badge_id = actor.organisation_id, badge_id
        if kept_by:
            card.replaces = before[0].id if before else kept_by
        session.add(card)
        chain.append(session, _event(card, actor=actor))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return code


def open_by_card(desk: IssuingDesk, typed: Typed, *, on: Telephone) -> str:
    """Open what somebody keeps by his card; give the secret for this telephone.

    The first use of a card that an organisation made keeps the badge that it is for.

    Raises:
        CardError: no card that works has this code and these pictures, or too often they were wrong.
        AlreadyKeptError: somebody kept the badge meanwhile in another way.
    """
    name = code_hash(desk, typed.code)
    found = desk.register.read(partial(card_with, code_hash=name), within=Public(holding=name))
    if found is None:
        raise CardError
    if not desk.register.write(partial(_try, desk=desk, card_id=found.id, typed=typed), within=_scope(found)):
        raise CardError
    return _let_in(desk, found, on=on)


def _try(session: Session, *, desk: IssuingDesk, card_id: UUID, typed: Typed) -> bool:
    """Tell whether the pictures are right, and count it where they are not."""
    row, now = lock_card(session, card_id), desk.clock.now()
    if row is None or row.ended is not None or (row.locked_until is not None and row.locked_until > now):
        return False
    if hmac.compare_digest(row.pictures, picked(desk, typed.pictures, card_id=row.id)):
        row.failures, row.locked_until = 0, None
        return True
    row.failures += 1
    row.locked_until = now + resting(row.failures)
    if row.failures >= MOST_IN_ALL:
        row.ended = now
    return False


def resting(failures: int) -> timedelta:
    """Say how long a card rests after so many wrong pictures: after each five twice as long as before.

    >>> [str(resting(each)) for each in (4, 5, 6, 10, 15)]
    ['0:00:00', '0:15:00', '0:00:00', '0:30:00', '1:00:00']
    """
    times, beyond = divmod(failures, MOST_WRONG)
    return timedelta() if beyond else min(LOCKED * 2 ** min(times - 1, MOST_WRONG * 2), LONGEST)


def _let_in(desk: IssuingDesk, card: KeepCard, *, on: Telephone) -> str:
    """Let a telephone show what the card opens; the first time that makes a holder of who has the card."""
    if card.holder_id is None:
        return _use_first(desk, card, on=on)
    here = replace(on, only_of=card.organisation_id if card.replaces else None)
    work = partial(know_telephone, desk=desk, telephone=here, holder_id=card.holder_id)
    return desk.register.write(work, within=OneHolder(card.holder_id))


def _use_first(desk: IssuingDesk, card: KeepCard, *, on: Telephone) -> str:
    """Keep the badge that the card is for, and bind the card to who keeps it."""
    holder_id, badge_id = uuid7(desk.clock.now()), card.badge_id
    if badge_id is None:
        raise CardError

    def work(session: Session) -> str:
        secret = begin_keeping(session, desk=desk, badge_id=badge_id, holder_id=holder_id, on=on)
        go_on_within(session, _scope(card))
        row = lock_card(session, card.id)
        if row is None or row.ended is not None or row.holder_id is not None:
            raise CardError
        row.holder_id = holder_id
        return secret

    return desk.register.write(work, within=OneHolder(holder_id))


def _keeper(desk: IssuingDesk, badge_id: UUID) -> UUID | None:
    return desk.register.read(partial(keeper_of, badge_id=badge_id), within=Public(holding=str(badge_id)))


def _card(desk: IssuingDesk, code: str, *, pictures: tuple[str, ...], holder_id: UUID | None) -> KeepCard:
    card_id = uuid7(desk.clock.now())
    return KeepCard(
        id=card_id,
        code_hash=code_hash(desk, code),
        pictures=picked(desk, pictures, card_id=card_id),
        holder_id=holder_id,
        made=desk.clock.now(),
    )


def _event(card: KeepCard, *, actor: Actor) -> chain.Event:
    return chain.Event(
        organisation_id=actor.organisation_id,
        kind=AuditKind.CARD_MADE,
        at=card.made,
        content=card.id.bytes,
        actor_id=actor.person_id,
        badge_id=card.badge_id,
    )


def _scope(card: KeepCard) -> Insider:
    """Say whose card it is: of who made it for somebody, or of the holder himself."""
    if card.organisation_id is not None:
        return OneOrganisation(card.organisation_id)
    if card.holder_id is None:
        raise NotFoundError
    return OneHolder(card.holder_id)
