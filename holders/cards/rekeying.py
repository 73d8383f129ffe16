"""Take over what an organisation gave from ways in that are lost: its badges get a holder of their own.

Whoever lost every telephone and card gets a card from the organisation, in his presence. It opens what that
organisation gave, beside the ways in of before. A month later whoever has card and pictures may take these
badges over: then nothing of before opens them any more. Until then a telephone that is not lost after all
shows that there is such a card, and stops it.
"""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.cards.register import cards_of
from holders.cards.tables import KeepCard
from holders.helping.register import untick
from holders.keeping.register import kept_of, session_of
from holders.keeping.tables import Holder, KeptBadge
from holders.keeping.telephones import KnownHolder, Telephone, know_telephone
from holders.sharing.consentbook import end_consents_to
from issuers.database.scopes import OneHolder, OneOrganisation
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7

WAIT: Final = timedelta(days=30)
"""So long who still has a telephone can stop the card."""


def taken_over_from(desk: IssuingDesk, *, holder: KnownHolder) -> date | None:
    """Tell from which day what is shown here may be taken over; None where nothing is to be."""
    asked = partial(_card_of, holder=holder)
    card = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return dutch_day(card.made + WAIT) if card else None


def may_take_over(desk: IssuingDesk, *, holder: KnownHolder) -> bool:
    """Tell whether what is shown here may be taken over now."""
    card = desk.register.read(partial(_card_of, holder=holder), within=OneHolder(holder.holder_id))
    return card is not None and card.made + WAIT <= desk.clock.now()


def take_over(desk: IssuingDesk, *, holder: KnownHolder) -> tuple[str, Telephone]:
    """Give the badges of one organisation a holder of their own; give the secret for this telephone.

    The card opens all that this holder keeps from now on.

    Raises:
        NotFoundError: this telephone was not opened by such a card, it was stopped, or it is too early.
    """
    now = desk.clock.now()
    new_id = uuid7(now)

    def work(session: Session) -> tuple[str, Telephone]:
        card = _card_of(session, holder=holder)
        if card is None or card.made + WAIT > now:
            raise NotFoundError
        card_id, given_by = card.id, str(card.organisation_id)
        badge_ids, here = _let_go(session, holder=holder, organisation_id=given_by, at=now)
        go_on_within(session, OneHolder(new_id))
        token = _begin(session, desk, badge_ids, new_id=new_id, on=here)
        go_on_within(session, OneOrganisation(given_by))
        own = session.get_one(KeepCard, card_id)
        own.holder_id, own.replaces = new_id, None
        return token, here

    return desk.register.write(work, within=OneHolder(holder.holder_id))


def _card_of(session: Session, *, holder: KnownHolder) -> KeepCard | None:
    """Find the card by which this telephone shows what one organisation gave."""
    if holder.only_of is None:
        return None
    found = cards_of(session, holder_id=holder.holder_id)
    return next((each for each in found if each.replaces and each.organisation_id == holder.only_of), None)


def _let_go(
    session: Session, *, holder: KnownHolder, organisation_id: str, at: datetime
) -> tuple[list[UUID], Telephone]:
    """Let the holder of before keep nothing of it any more; say what is known of this telephone."""
    badge_ids = []
    for each in kept_of(session, holder_id=holder.holder_id, organisation_id=organisation_id):
        badge_ids.append(each.badge_id)
        session.delete(each)
    untick(session, badge_ids, holder_id=holder.holder_id)
    end_consents_to(session, badge_ids, holder_id=holder.holder_id, at=at)
    row = session_of(session, holder.session_id, holder_id=holder.holder_id)
    if row is None:
        raise NotFoundError
    session.delete(row)
    session.flush()
    return badge_ids, Telephone(device=row.device, is_own=row.until is None)


def _begin(session: Session, desk: IssuingDesk, badge_ids: list[UUID], *, new_id: UUID, on: Telephone) -> str:
    """Let somebody new keep it; give the secret for his telephone."""
    now = desk.clock.now()
    session.add(Holder(id=new_id, since=now, seen=dutch_day(now)))
    session.flush()
    session.add_all(KeptBadge(badge_id=each, holder_id=new_id, kept=now) for each in badge_ids)
    return know_telephone(session, desk, on, holder_id=new_id)
