"""Sign for `holders` what it may ask for: it keeps badges, and has no keys."""

from collections.abc import Collection
from uuid import UUID

from badges.fewer import Part
from issuers.desk import IssuingDesk
from issuers.issuing.editions import can_sign_edition, sign_edition, sign_standard


class OwnEditions:
    """Sign editions of badges of our own organisations, each by the key of who gave the badge."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk

    def sign(self, badge_id: UUID, *, without: Collection[Part]) -> UUID:
        """Give the id of the edition of a badge that leaves these parts out.

        Raises:
            IssuersError, LintError: as `sign_edition`.
        """
        return sign_edition(self._desk, badge_id, without=frozenset(without)).badge_id

    def can_sign(self, badge_id: UUID, *, without: Collection[Part]) -> bool:
        """Tell whether that edition of a badge is there, or can be signed now."""
        return can_sign_edition(self._desk, badge_id, without=frozenset(without))

    def sign_standard(self, badge_id: UUID) -> int:
        """Sign the editions that every badge has; tell how many there are now."""
        return sign_standard(self._desk, badge_id)
