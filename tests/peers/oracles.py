"""The libraries of others, each behind the same questions: sign this, and does this verify?"""

from collections.abc import Sequence
from typing import Protocol

from badges.strictjson import JsonObject
from tests.peers.digitalbazaar_oracle import DigitalBazaar
from tests.peers.openbadgeslib_oracle import OpenBadgesLib
from tests.peers.openvc_oracle import OpenVC
from tests.peers.outside import Verdict, World


class Peer(Protocol):
    """Sign and check with the library of somebody else."""

    @property
    def name(self) -> str:
        """Name the library as its registry does."""
        ...

    def verify(self, documents: Sequence[JsonObject | str], *, world: World) -> list[Verdict]:
        """Check the proof, the key of the issuer and the status of each document or token."""
        ...

    def verify_lists(self, documents: Sequence[JsonObject], *, world: World) -> list[Verdict]:
        """Check the proof of each status list."""
        ...

    def sign(self, documents: Sequence[JsonObject], *, method: str) -> list[JsonObject]:
        """Sign each document with the test key, at the fixed moment of the samples."""
        ...

    def compose_list(self) -> JsonObject:
        """Compose the status list of the samples with its own builder and its own encoder."""
        ...


PEERS: tuple[Peer, ...] = (OpenVC(), OpenBadgesLib(), DigitalBazaar())
