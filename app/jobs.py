"""The ticker: finish what a crash left, sign what waited, renew lists, send mail, run groups, forget."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from types import MappingProxyType
from typing import Final

import structlog

from app.carriers import by_channel
from app.editions import OwnEditions
from app.groups import GroupRunner
from app.retention import DailyForgetting
from holders.entering.adding import forget_old_asks
from holders.entering.addresses import forget_old_codes
from holders.helping.inviting import forget_old_helpers
from holders.importing.importing import forget_old_foreign
from holders.keeping.editions import sign_missing
from holders.keeping.following import follow_replaced
from holders.keeping.telephones import forget_unused_telephones
from holders.sharing.consenting import end_what_shows_less
from holders.sharing.sharing import forget_old_shares
from issuers.audit.checkpoints import make_checkpoint
from issuers.bulk.choosing import forget_old_bulks
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError
from issuers.groups.forgetting import forget_done_channels
from issuers.groups.keeping import forget_old
from issuers.holding.releasing import release_due
from issuers.issuing.recovery import recover
from issuers.mailing.outbox import Deliver, deliver_due
from issuers.people.sessions import forget_expired
from issuers.posters.saying import forget_old_sayings
from issuers.recipients.tables import Channel
from issuers.statuslists import republish_due
from issuers.telling.letters import letter_writer
from issuers.telling.telling import tell_due
from schools.decisions.forgetting import forget_old_decisions
from schools.importing.consented import forget_without_consent
from schools.importing.intakes import forget_old_intakes, forget_refused_names
from schools.importing.letting_go import KEPT
from schools.importing.resting import forget_rested

INTERVAL_SECONDS = 60.0

NOBODY: Final[Mapping[Channel, Deliver]] = MappingProxyType({})

log = structlog.get_logger()


def _recover(desk: IssuingDesk) -> None:
    """Finish what a crash left, and say so when something cannot be finished."""
    recovered = recover(desk)
    if recovered.stuck:
        log.error("badges are stuck", count=recovered.stuck)


def _sign_editions(desk: IssuingDesk) -> None:
    """Sign the editions of what is kept and has none yet."""
    sign_missing(desk, editions=OwnEditions(desk))


ALWAYS: Final[Mapping[str, Callable[[IssuingDesk], object]]] = MappingProxyType(
    {
        "recover": _recover,
        "held": release_due,
        "lists": republish_due,
        "checkpoint": make_checkpoint,
        "sessions": forget_expired,
        "rosters": forget_old,
        "channels": forget_done_channels,
        "bulks": forget_old_bulks,
        "sayings": forget_old_sayings,
        "telephones": forget_unused_telephones,
        "device codes": forget_old_asks,
        "address codes": forget_old_codes,
        "helpers": forget_old_helpers,
        "better versions": follow_replaced,
        "editions": _sign_editions,
        "shares": forget_old_shares,
        "consents to less": end_what_shows_less,
        "consents": forget_without_consent,
        "decisions": forget_old_decisions,
        "rested": forget_rested,
        "intakes": forget_old_intakes,
        "refused files": forget_refused_names,
        "badges from elsewhere": forget_old_foreign,
    }
)
"""What is due whoever serves: recovery first, then what was promised, then what may be forgotten."""


def tick(
    desk: IssuingDesk,
    *,
    carriers: Mapping[Channel, Deliver] = NOBODY,
    groups: GroupRunner | None = None,
    daily: DailyForgetting | None = None,
) -> None:
    """Do everything that is due; what fails is logged and comes again next time.

    `carriers` bring letters, each by its channel; `groups` gives what is given in the background; `daily`
    forgets what is over.
    """
    jobs = dict(ALWAYS)
    if carriers:
        write = letter_writer(base_url=desk.base_url)
        jobs["tell"] = partial(tell_due, by=carriers.keys(), write=write)
        jobs["mail"] = partial(_mail, deliver=by_channel(carriers))
    if groups is not None:
        jobs["groups"] = groups.look
    if daily is not None:
        jobs["retention"] = daily.look
    for name, job in jobs.items():
        try:
            job(desk)
        except IssuersError as error:
            log.warning("job failed", job=name, code=error.code, reason=str(error))
        except Exception:
            # A ticker that has stopped is worse than a job that failed: lists would go out of date unseen.
            log.exception("job broke", job=name)


def _mail(desk: IssuingDesk, *, deliver: Deliver) -> None:
    """Send the letters that are due, and say so when some could not be sent."""
    delivered = deliver_due(desk, deliver)
    if delivered.postponed or delivered.given_up:
        log.warning("mail not sent", postponed=delivered.postponed, given_up=delivered.given_up)


@contextmanager
def ticking(
    desk: IssuingDesk,
    *,
    carriers: Mapping[Channel, Deliver] = NOBODY,
    groups: GroupRunner | None = None,
    candidates: timedelta = KEPT,
    interval: float = INTERVAL_SECONDS,
) -> Iterator[None]:
    """Tick once now, then every `interval` seconds until the block ends."""
    daily = DailyForgetting(candidates=candidates)
    tick(desk, carriers=carriers, groups=groups, daily=daily)
    stop = threading.Event()

    def run() -> None:
        while not stop.wait(interval):
            tick(desk, carriers=carriers, groups=groups, daily=daily)

    thread = threading.Thread(target=run, name="ticker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=interval)
