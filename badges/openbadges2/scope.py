"""Where the assertions of an issuer may be, as its own profile says (OB 2.0 VerificationObject).

Whoever could put an assertion outside of that place in an issuer's name would be that issuer. So an address
counts by its host, and by the start of its path; never by how its text happens to begin.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from badges.openbadges2.values import place_of

_STEPS_ASIDE = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?:/|\Z)|//|%2f|%5c", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """Hold the id of an issuer, and the starts and hosts that it allows.

    With neither, its own host is the only one.
    """

    issuer: str
    starts_with: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()

    def allows(self, address: str) -> bool:
        """Tell whether an assertion with this id, which is its address, is the issuer's."""
        place = place_of(address)
        if place is None or (
            self.starts_with and not any(_is_under(address, start) for start in self.starts_with)
        ):
            return False
        return bool(self.starts_with and not self.origins) or place in self._hosts()

    def allows_beside(self, address: str) -> bool:
        """Tell whether a badge class at this address can be the issuer's: at one of its hosts."""
        starts = {place_of(start) for start in self.starts_with}
        place = place_of(address)
        return place is not None and place in self._hosts() | starts | {place_of(self.issuer)}

    def _hosts(self) -> set[str | None]:
        """Name the hosts: those that are named, else the issuer's own."""
        return {origin.lower() for origin in self.origins} or {place_of(self.issuer)}


def _is_under(address: str, start: str) -> bool:
    """Tell whether an address is at the same host, and starts alike.

    A start without a path is a whole host. Steps to another folder would leave the start behind.
    """
    if place_of(start) is None or place_of(start) != place_of(address):
        return False
    path = urlsplit(address).path
    return address.startswith(start) and not _STEPS_ASIDE.search(path)
