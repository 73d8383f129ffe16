"""How somebody comes to what he keeps: a telephone, a card, a passkey, an address; and whether one is all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from holders.cards.register import cards_of
from holders.entering.register import addresses_of, passkey_of, passkeys_of
from holders.keeping.register import sessions_of
from holders.keeping.telephones import KnownHolder, require_all
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.recipients.tables import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPasskey:
    """Show a passkey to whose it is: on what it was made, and the last day on which it opened something."""

    id: UUID
    device: str
    made: date
    used: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAddress:
    """Show by which address a code opens it: so much of it that its owner knows it again."""

    id: UUID
    channel: Channel
    hint: str
    made: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysIn:
    """Hold how somebody comes to all that he keeps.

    Attributes:
        devices: How many telephones of his own show it, this one too.
        card_since: Since when he has a card; None without one.
    """

    devices: int
    card_since: date | None
    passkeys: Sequence[OwnPasskey] = ()
    addresses: Sequence[OwnAddress] = ()

    @property
    def is_only_this(self) -> bool:
        """Tell whether nothing is left once this telephone is gone."""
        return self.devices <= 1 and self.card_since is None and not self.passkeys and not self.addresses


def find_ways_in(desk: IssuingDesk, *, holder: KnownHolder) -> WaysIn:
    """List how somebody comes to all that he keeps.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    whose, now = holder.holder_id, desk.clock.now()

    def work(session: Session) -> WaysIn:
        own = [
            each
            for each in sessions_of(session, holder_id=whose, now=now)
            if each.until is None and each.only_of is None
        ]
        cards = [each for each in cards_of(session, holder_id=whose) if each.replaces is None]
        return WaysIn(
            devices=len(own),
            card_since=dutch_day(cards[0].made) if cards else None,
            passkeys=[
                OwnPasskey(
                    id=each.id,
                    device=each.device,
                    made=dutch_day(each.made),
                    used=dutch_day(each.used) if each.used else None,
                )
                for each in passkeys_of(session, holder_id=whose)
            ],
            addresses=[
                OwnAddress(id=each.id, channel=each.channel, hint=each.hint, made=dutch_day(each.made))
                for each in addresses_of(session, holder_id=whose)
            ],
        )

    return desk.register.read(work, within=OneHolder(whose))


def remove_passkey(desk: IssuingDesk, passkey_id: UUID, *, holder: KnownHolder) -> None:
    """Let a passkey open nothing any more; the telephones that it opened stay.

    Raises:
        NotFoundError: this telephone is not his own, or the passkey is not his.
    """
    require_all(holder)
    whose = holder.holder_id

    def work(session: Session) -> None:
        row = passkey_of(session, passkey_id, holder_id=whose)
        if row is None:
            raise NotFoundError
        session.delete(row)

    desk.register.write(work, within=OneHolder(whose))
