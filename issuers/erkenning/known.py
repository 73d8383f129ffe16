"""How far something is known of a recognition: it is of a number, and counts as far as that number does."""

from dataclasses import dataclass
from typing import Final

from issuers.erkenning.tables import Erkenning
from issuers.organisations.tables import FactStatus

_BEST_FIRST: Final = tuple(FactStatus)


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where a leerbedrijf is: of which organisation, and at which vestiging where it named one."""

    organisation_id: str
    vestiging: str | None

    def has(self, vestiging: str | None) -> bool:
        """Tell whether what is said of a vestiging is about this place; what names none is."""
        return vestiging is None or vestiging == self.vestiging


@dataclass(frozen=True, slots=True)
class KnownErkenning:
    """Hold what was written down, and how far it is known that its number is the organisation's own now.

    `of_number` is `onbekend` where the organisation has another number by now, or none.
    """

    row: Erkenning
    of_number: FactStatus

    @property
    def status(self) -> FactStatus:
        """Tell how far it counts today, which is no further than its number does."""
        return max(self.row.status, self.of_number, key=_BEST_FIRST.index)

    def is_about(self, crebo: str, *, werkproces: str) -> bool:
        """Tell whether it is about this work; without werkproces it is about the whole kwalificatie."""
        return self.row.crebo == crebo and self.row.werkproces in (None, werkproces)
