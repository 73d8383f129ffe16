"""Wire the rooms into one application; nothing happens at import."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from functools import partial
from urllib.parse import urlsplit

import structlog
from asgi_cross_origin_protection import CrossOriginProtection
from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response
from starlette.requests import Request

from app import pages
from app.apidocs import API_PREFIX
from app.carriers import find_carriers
from app.checks import LoopChecks
from app.conformance import add_conformance
from app.decided import OwnDecisions
from app.editions import OwnEditions
from app.frames import FrameMaker
from app.groups import GroupRunner
from app.jobs import ticking
from app.openapi import API_VERSION, describe
from app.problems import status_for, tell_problems
from app.providers import open_directory, open_egress, read_providers
from app.routes import OwnRoutes
from app.settings import Mode, Settings
from app.sources import OwnSources, WithRegisters
from app.world import WideSources
from app.worlds import open_limiter, open_own_desk, read_registers
from holders import pages as holder_pages
from issuers import pages as issuer_pages
from issuers.desk import IssuingDesk
from issuers.issuing import endpoints as award_endpoints
from issuers.keys.managing import sealed_because
from issuers.mailing.returning import return_address
from issuers.publishing import catalogue_endpoints
from issuers.publishing import endpoints as issuer_endpoints
from schools import pages as school_pages
from verifier import endpoints as verifier_endpoints
from verifier import pages as verifier_pages
from verifier.engine import Verifier
from verifier.memory import Memory
from verifier.registers import IssuerRegister
from verifier.workers.pool import WorkerPool
from web.bodies import BodyLimits
from web.egress import Egress, Limits
from web.forms import Utf8Forms
from web.headers import SecurityHeaders, VersionHeader

MAX_BODY = 32_000_000  # a photo from a phone must reach the sentence that says what to do
PHOTO_FORMS = re.compile(r"/afspra(?:ken|ak)/[^/]+/(?:werk/[^/]+/[^/]+/foto|beoordeel/[^/]+/[^/]+)")
"""Where a photo goes along with what was typed: one file to a form."""
API_TEXT = (
    "Controleer bewijzen (Open Badges 3.0), zoek werkprocessen uit de mbo-kwalificatiestructuur, en geef "
    "bewijzen vanuit een systeem van je organisatie. Een bewijs controleren kan zonder account; wij bewaren "
    "niet wat je dan stuurt. Om te geven heeft een systeem een API-sleutel nodig."
)

log = structlog.get_logger()


def create_app(settings: Settings) -> FastAPI:
    """Open the desk and make the application that serves it.

    Raises:
        RegisterError: the database is not one to trust with badges.
        KeyStoreError: the key-encryption key is missing, open to others, or another one.
    """
    desk = open_own_desk(settings)
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    _fill_state(app, desk=desk, settings=settings)
    api = create_api(settings)
    api.state = app.state
    app.state.api = api
    app.mount(API_PREFIX, VersionHeader(api, version=API_VERSION))
    # In the order of how often they are asked: the badge and what is needed to check it come first. Their
    # routes are taken as they are: to include a router is to analyse each of its routes once more.
    for room in (issuer_pages, issuer_endpoints, verifier_pages, holder_pages, school_pages, pages):
        app.router.routes.extend(room.router.routes)
    if settings.conformance:
        add_conformance(app, settings=settings)
    tell_problems(app)
    app.add_middleware(BodyLimits, seconds=settings.body_seconds, size=MAX_BODY, cuts=PHOTO_FORMS.fullmatch)
    app.add_middleware(Utf8Forms)
    app.add_middleware(CrossOriginProtection)
    app.add_middleware(SecurityHeaders, base_url=settings.public_url)
    return app


def create_api(settings: Settings) -> FastAPI:
    """Make the API alone; its description needs no database."""
    api = FastAPI(
        title="Praktijkbewijs",
        version=API_VERSION,
        description=API_TEXT,
        contact={
            "name": settings.contact_name,
            "email": settings.contact_email,
            "url": f"{settings.public_url}/hulp",
        },
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        servers=[{"url": f"{settings.public_url}{API_PREFIX}", "description": "Deze dienst"}],
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for room in (verifier_endpoints, catalogue_endpoints, award_endpoints):
        api.router.routes.extend(room.router.routes)
    tell_problems(api)
    api.add_api_route("/openapi.json", _show_description, include_in_schema=False)
    return api


def _show_description(request: Request) -> Response:
    """Describe the API that was asked; anyone may read that, from any site."""
    return JSONResponse(describe(request.app), headers={"Access-Control-Allow-Origin": "*"})


def _fill_state(app: FastAPI, *, desk: IssuingDesk, settings: Settings) -> None:
    """Put down what rooms ask for; this is the only place that knows them all."""
    app.state.settings = settings
    app.state.is_demo = settings.mode is Mode.DEMO
    app.state.is_behind_tls = settings.public_url.startswith("https://")
    app.state.desk = desk
    app.state.catalogue = desk.catalogue
    app.state.registers = read_registers(settings)
    providers, own_host = read_providers(settings), urlsplit(settings.public_url).hostname or ""
    app.state.egress = Egress(Limits(own=own_host))
    app.state.verifier = _verifier(desk, registers=app.state.registers, egress=app.state.egress)
    app.state.accounts_egress = open_egress(providers, own=own_host)
    app.state.accounts = open_directory(providers, egress=app.state.accounts_egress, clock=desk.clock)
    app.state.editions = OwnEditions(desk)
    app.state.routes, app.state.decisions = OwnRoutes(desk), OwnDecisions(desk)
    app.state.checks = LoopChecks(app.state.verifier)
    app.state.groups = GroupRunner(desk, settings=settings, check=app.state.checks)
    app.state.bulks, app.state.intakes = app.state.groups.bulks, app.state.groups.intakes
    app.state.limiter = open_limiter(settings)
    app.state.sms_egress = Egress(Limits(own=own_host))
    mailbox = settings.mail_bounce
    returns = partial(return_address, desk, mailbox=mailbox) if mailbox else None
    app.state.carriers = find_carriers(settings, egress=app.state.sms_egress, returns=returns)
    app.state.frame_for = FrameMaker(settings)
    app.state.status_for = status_for
    app.state.contact = settings.contact_email
    app.state.hulptalen = settings.spoken_hulptalen


def _verifier(desk: IssuingDesk, *, registers: Sequence[IssuerRegister], egress: Egress) -> Verifier:
    """Make what judges badges: it asks our own register first, and then the world."""
    own = OwnSources(desk)
    known = WithRegisters(own, registers, clock=desk.clock)
    wide = WideSources(known, egress=egress, memory=Memory(), clock=desk.clock)
    return Verifier(
        sources=wide,
        clock=desk.clock,
        workers=WorkerPool("verifier.apart:answer"),
        is_near=lambda need: own.is_near(need) or wide.is_near(need),
    )


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Tick while the service runs; close what was opened when it ends."""
    app.state.verifier.workers.start()
    app.state.checks.use(asyncio.get_running_loop())
    if sealed := sealed_because(app.state.desk):
        log.warning("sealed: nothing can be given until the key is back", reason=str(sealed))
    kept = app.state.settings.candidates_kept
    with ticking(app.state.desk, carriers=app.state.carriers, groups=app.state.groups, candidates=kept):
        yield
    app.state.checks.close()
    app.state.groups.close()
    share, workers = app.state.verifier.share, app.state.verifier.workers
    log.info("verified", badges=share.badges, by_the_second_engine=share.fallbacks)
    log.info("worked", guarded_by_the_kernel=workers.confined, **asdict(workers.figures))
    app.state.verifier.close()
    app.state.egress.close()
    app.state.accounts_egress.close()
    app.state.sms_egress.close()
    app.state.limiter.close()
    app.state.desk.register.close()
