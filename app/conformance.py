"""Conformance mode: the VC-API for public suites, with keys that mean nothing. Never in production."""

import structlog
from fastapi import FastAPI

from app.settings import Settings
from issuers.conformance import endpoints as issuer_endpoints
from issuers.conformance.issuing import SuiteIssuer
from verifier import vcapi
from verifier.engine import Verifier
from verifier.means import Profile
from verifier.needs import Confirmed, Found, Identity, KnownIssuer, Missing, Need, Purpose, Withdrawal
from verifier.recognition import Recognition
from verifier.sources import Sources
from web.clock import Clock

log = structlog.get_logger()


class WithSuiteLists:
    """Answer with the lists of the test issuers, and with the world for all else."""

    def __init__(self, sources: Sources, *, issuers: dict[str, SuiteIssuer], clock: Clock) -> None:
        self._sources = sources
        self._lists = {each.list_url: each for each in issuers.values()}
        self._clock = clock

    async def fetch(self, need: Need) -> Found | Missing:
        """Give a list of a test issuer, or ask the world."""
        issuer = self._lists.get(need.address) if need.purpose is Purpose.STATUS_LIST else None
        if issuer is None:
            return await self._sources.fetch(need)
        raw = issuer.published()
        return Found(raw=raw, url=need.address, media_type=issuer_endpoints.MEDIA_TYPE, at=self._clock.now())

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Ask the registers."""
        return await self._sources.known_issuer(issuer)

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Ask the registers."""
        return await self._sources.withdrawal(identity)

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Ask the registers."""
        return await self._sources.recognition(identity)

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Ask the registers."""
        return await self._sources.confirmations(identity)


def add_conformance(app: FastAPI, *, settings: Settings) -> None:
    """Add the VC-API to the service, and say so loudly."""
    usual: Verifier = app.state.verifier
    issuers = issuer_endpoints.make_issuers(base_url=settings.suite_url, clock=usual.clock)
    app.state.suite_issuers = issuers
    app.state.suite_verifier = Verifier(
        sources=WithSuiteLists(usual.sources, issuers=issuers, clock=usual.clock),
        clock=usual.clock,
        workers=usual.workers,
        profile=Profile.CREDENTIAL,
    )
    for room in (issuer_endpoints, vcapi):
        app.router.routes.extend(room.router.routes)
    log.warning("conformance mode: anybody can have anything signed by test keys", at=issuer_endpoints.PREFIX)
