"""The port through which the verifier reaches the world: `app` fills it, tests have a small world."""

from typing import Protocol

from verifier.needs import Confirmed, Found, Identity, KnownIssuer, Missing, Need, Withdrawal
from verifier.recognition import Recognition


class Sources(Protocol):
    """Give what a badge needs to be checked, or say that it is missing.

    Where a register cannot answer at all, it may raise: no report is better than one that calls a known
    issuer unknown or a withdrawn badge good.
    """

    async def fetch(self, need: Need) -> Found | Missing:
        """Give what is at a did or an address (a did:key or did:jwk is never asked: it holds its own key)."""
        ...

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Say what the registers know of an issuer, by its exact id."""
        ...

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Say when and why the issuer withdrew this credential, if we keep its register."""
        ...

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Say what was written down of the recognition when this badge was given, if we keep its register."""
        ...

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Say which organisations confirmed this badge, if we keep its register."""
        ...
