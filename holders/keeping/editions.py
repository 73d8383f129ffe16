"""What this room asks of whoever has keys: editions of what somebody keeps, with fewer parts (ADR 30).

The room signs nothing itself; `app` fills this in. Before it asks, a verb looks whether he keeps the badge.
"""

from collections.abc import Collection
from datetime import timedelta
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from badges.fewer import Part
from holders.keeping.register import without_editions
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk

BACK: Final = timedelta(days=3)
"""So long we try to sign what every badge has; after that it is signed when somebody wants it."""

AT_ONCE: Final = 50


class Editions(Protocol):
    """Sign an edition of a badge: it can leave out, and never adds."""

    def sign(self, badge_id: UUID, *, without: Collection[Part]) -> UUID:
        """Give the id of the edition that leaves these parts out: that of the badge where it leaves out none.

        Raises:
            RevocationError: the badge was withdrawn.
            OrganisationStoppedError: who gave the badge signs nothing any more, and did not sign this one.
            IssuersError: it could not be signed now.
        """
        ...

    def can_sign(self, badge_id: UUID, *, without: Collection[Part]) -> bool:
        """Tell whether that edition is there, or whoever gave the badge can sign it now."""
        ...

    def sign_standard(self, badge_id: UUID) -> int:
        """Sign those that every badge has; tell how many there are now."""
        ...


def sign_missing(desk: IssuingDesk, *, editions: Editions) -> int:
    """Sign the editions of what is kept and has none: by a card, as a better version, or after a crash."""
    asked = partial(without_editions, since=desk.clock.now() - BACK, limit=AT_ONCE)
    return sum(map(editions.sign_standard, desk.register.read(asked, within=WHOLE_SERVICE)))
