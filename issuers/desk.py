"""All that issuing needs, in one value: where it is kept, who signs, what time it is."""

from dataclasses import dataclass, field

from badges.catalogue import Catalogue
from issuers.addresses import Addresses
from issuers.database.transactions import Register
from issuers.keystore.store import KeyStore
from issuers.preparing import Templates
from web.clock import Clock


@dataclass(frozen=True)
class IssuingDesk:
    """Hold what every step of issuing works with.

    Attributes:
        base_url: Stands in every signature.
        sends_mail: Whether letters are sent; where not, a link is shown to whoever asked for it.
    """

    register: Register
    key_store: KeyStore
    clock: Clock
    catalogue: Catalogue
    base_url: str
    sends_mail: bool = False
    templates: Templates = field(default_factory=Templates)

    @property
    def addresses(self) -> Addresses:
        """Give the public addresses of this service."""
        return Addresses(self.base_url)
