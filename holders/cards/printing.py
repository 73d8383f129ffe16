"""Find a card again by its code, for whoever just made it and wants it on paper: we keep no code."""

from functools import partial
from uuid import UUID

from holders.cards.cards import find_to_give
from holders.cards.codes import code_hash
from holders.cards.register import card_with
from holders.cards.tables import KeepCard
from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.overview import Given
from issuers.people.permissions import Actor


def require_own_card(desk: IssuingDesk, code: str, *, holder: KnownHolder) -> None:
    """Let pass the code of a card that a holder made himself and that works.

    Raises:
        NotFoundError: it is another, or this telephone is not his own.
    """
    require_all(holder)
    card = _working(desk, code)
    if card.holder_id != holder.holder_id or card.organisation_id is not None:
        raise NotFoundError


def find_given_card(desk: IssuingDesk, code: str, *, badge_id: UUID, actor: Actor) -> Given:
    """Find the badge for which a card was made that has this code and works.

    Raises:
        PermissionDeniedError: the actor may give no badges.
        NotFoundError: his organisation made no such card for this badge.
    """
    given = find_to_give(desk, badge_id, actor=actor)
    card = _working(desk, code)
    if card.badge_id != badge_id or card.organisation_id != actor.organisation_id:
        raise NotFoundError
    return given


def _working(desk: IssuingDesk, code: str) -> KeepCard:
    name = code_hash(desk, code)
    found = desk.register.read(partial(card_with, code_hash=name), within=Public(holding=name))
    if found is None or found.ended is not None:
        raise NotFoundError
    return found
