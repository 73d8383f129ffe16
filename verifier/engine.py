"""The verifier: bytes in, a report out. It waits for the world, and nothing else here does.

open      a picture, PDF, photo or zip -> what is inside     [worker]
follow    a link -> what is there                             [world]
examine   what is known so far -> a report, or what is wanted [worker]
fetch     what is wanted -> known                             [world], and examine again
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from verifier import reading
from verifier.bundles import bundle_report
from verifier.costs import Pay, free, further_cost
from verifier.errors import CrashError, OverrunError, UnreadableError
from verifier.fetching import Errand
from verifier.foresight import Foresight, IsNear, nowhere
from verifier.listsseen import ListsSeen
from verifier.means import Profile
from verifier.needs import Answers, Found, Identity, Missing, Need, Purpose, Wanted
from verifier.questions import (
    Answer,
    Contents,
    Effort,
    Examining,
    Opened,
    Opening,
    Question,
    Refused,
    Reported,
    TooMuch,
    Wants,
    dump_question,
    load_answer,
)
from verifier.reading import THOROUGH
from verifier.report import Form, Part, Report, Source
from verifier.resting import is_resting
from verifier.several import report_on_each
from verifier.share import Share
from verifier.sources import Sources
from verifier.workers.lanes import Lane, Workers
from web.clock import Clock

MOST_ROUNDS = 8
"""So often an examination may ask for more; a CLR with hosted badges asks some five times."""

MOST_WRAPPINGS = 4
"""A link to a picture with a link in it to a token is four."""

_WEB_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OPENED = frozenset({Form.PNG, Form.SVG, Form.PDF, Form.PHOTO, Form.ZIP})


@dataclass(slots=True, kw_only=True)
class Verifier:
    """Check badges against a world; one per process, for it remembers status lists."""

    sources: Sources
    clock: Clock
    workers: Workers
    lists: ListsSeen = field(default_factory=ListsSeen)
    share: Share = field(default_factory=Share)
    ticks: Callable[[], float] = time.monotonic
    profile: Profile = Profile.OPEN_BADGE
    is_near: IsNear = nowhere
    foresight: Foresight = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing foreseen."""
        self.foresight = Foresight(self.is_near)

    async def verify(self, raw: bytes, *, pay: Pay = free) -> Report:
        """Say whether what is in these bytes, or behind this link, can be relied on.

        `pay` is asked for what turns out to cost more than its outside tells.

        Raises:
            BusyError: too many wait; try again later.
            UnreadableError: there is no badge in it.
        """
        return await self._whole(raw, errand=self._errand(pay), forms=())

    async def collect(self, raw: bytes, *, pay: Pay = free) -> bytes:
        """Give what is behind a link, so that it can be kept just as it is; what is no link is given back.

        Raises:
            UnreadableError: nothing can be fetched there, or it is nothing that we read.
        """
        if reading.form_of(raw) is not Form.LINK:
            return raw
        pay(further_cost((Form.LINK,)))
        return (await self._followed(raw, errand=self._errand(pay))).raw

    async def verify_each(self, several: Iterable[bytes], *, pay: Pay = free) -> tuple[Part, ...]:
        """Say it of several, each apart: one that cannot be read says so, and the others go on.

        Raises:
            BusyError: too many wait.
        """
        return await self._each(several, errand=self._errand(pay), forms=())

    def verify_sync(self, raw: bytes) -> Report:
        """Verify outside an event loop, for the command.

        Raises:
            UnreadableError: as `verify`.
        """
        return asyncio.run(self.verify(raw))

    def close(self) -> None:
        """End the processes that judge."""
        self.workers.close()

    def _errand(self, pay: Pay) -> Errand:
        return Errand(self.sources, self.ticks, pay)

    async def _whole(self, raw: bytes, *, errand: Errand, forms: tuple[Form, ...]) -> Report:
        """Report on one thing, and on exactly these bytes."""
        report = await self._within(raw, errand=errand, forms=forms)
        return replace(report, digest=sha256(raw).hexdigest())

    async def _within(self, raw: bytes, *, errand: Errand, forms: tuple[Form, ...]) -> Report:
        """Unwrap until there is something to examine, and examine it."""
        form = reading.form_of(raw)
        if form is Form.ZIP and forms[-1:] == (Form.ZIP,):  # `badges.archive` lets no other in
            raise UnreadableError("zip-office")
        if len(forms) >= MOST_WRAPPINGS or form in forms:
            raise UnreadableError("wrapped-too-often")
        if form is Form.LINK and Form.ZIP in forms:
            raise UnreadableError("link-inside")
        forms = (*forms, form)
        errand.pay(further_cost(forms))
        if form is Form.LINK:
            found = await self._followed(raw, errand=errand)
            report = await self._within(found.raw, errand=errand, forms=forms)
            return replace(report, sources=(Source(Purpose.LINK, found.url, found.at), *report.sources))
        if form not in _OPENED:
            return await self._examined(raw, errand=errand, forms=forms)
        items = (await self._opened(raw, errand=errand, forms=forms)).items
        forms = (*forms[:-1], items[0].form) if items else forms
        if form is Form.ZIP:
            parts = await self._unzipped(items, errand=errand, forms=forms)
            return bundle_report(parts, now=self.clock.now(), forms=forms)
        return await self._within(items[0].raw, errand=errand, forms=forms)

    async def _unzipped(
        self, items: Sequence[Opened], *, errand: Errand, forms: tuple[Form, ...]
    ) -> tuple[Part, ...]:
        """Verify each file of a zip; all of them within the time of one question."""
        parts = await self._each((item.raw for item in items), errand=errand, forms=forms)
        return tuple(replace(part, name=item.name) for part, item in zip(parts, items, strict=True))

    async def _each(
        self, several: Iterable[bytes], *, errand: Errand, forms: tuple[Form, ...]
    ) -> tuple[Part, ...]:
        """Report on each, with an errand that begins when its turn comes."""

        async def report(raw: bytes) -> Report:
            return await self._whole(raw, errand=errand.anew(), forms=forms)

        return await report_on_each(several, report=report, is_late=errand.is_late)

    async def _followed(self, raw: bytes, *, errand: Errand) -> Found:
        """Give what is behind a link."""
        need = Need(Purpose.LINK, reading.link_in(raw))
        found = await errand.fetch(need)
        if isinstance(found, Missing):
            raise UnreadableError(f"link-{found.reason.value}")
        if found.media_type in _WEB_PAGES:
            raise UnreadableError("link-page")
        return found

    async def _opened(self, raw: bytes, *, errand: Errand, forms: tuple[Form, ...]) -> Contents:
        """Give what is inside a file; a picture without a badge in it is a photo, and costs as much."""
        if forms[-1] not in THOROUGH:
            given = await self._ask(Opening(raw, Effort.QUICK))
            if isinstance(given, Contents):
                return given
        if forms[-1] is Form.PNG:
            errand.pay(further_cost((*forms, Form.PHOTO)))
        given = await self._ask(Opening(raw, Effort.FULL))
        if isinstance(given, Contents):
            return given
        raise UnreadableError("too-costly")

    async def _examined(self, raw: bytes, *, errand: Errand, forms: tuple[Form, ...]) -> Report:
        """Examine, fetch what is wanted, and examine again, until there is a report."""
        question = Examining(
            raw, answers=Answers(), now=self.clock.now(), effort=Effort.QUICK, profile=self.profile
        )
        self.share.badges += 1
        await self._complete(question.answers, self.foresight.expect(raw), errand=errand)
        for rounds in range(1, MOST_ROUNDS + 1):
            question.answers.closed = rounds == MOST_ROUNDS
            given = await self._ask(question)
            while isinstance(given, TooMuch):
                question = self._with_more_effort(question)
                given = await self._ask(question)
            if isinstance(given, Reported):
                asked = given.asked.wanted
                self.lists.keep_those_of(question.answers, seen=given.report.lists)
                self.foresight.learn(asked)
                report = await self._recognised(given.report)
                report = replace(report, rests=await is_resting(report, sources=self.sources))
                return replace(report, forms=forms, sources=_sources(question.answers, asked=asked))
            if isinstance(given, Wants):
                await self._complete(question.answers, given.wanted, errand=errand)
        raise UnreadableError("too-costly")

    async def _recognised(self, report: Report) -> Report:
        """Put in what was written down when the badge was given, which counts first, and who confirmed it."""
        known, facts = report.known_issuer, report.facts
        if known is None or facts is None or facts.werkproces is None:
            return report
        identity = Identity(facts.issuer.id, facts.credential_id)
        told = await self.sources.recognition(identity)
        if told is not None:
            report = replace(report, known_issuer=replace(known, recognitions=(told,)))
        return replace(report, confirmations=await self.sources.confirmations(identity))

    async def _complete(self, answers: Answers, wanted: Wanted, *, errand: Errand) -> None:
        """Put what is wanted with the answers, and the lists that were seen at those addresses before."""
        await errand.complete(answers, wanted)
        answers.seen |= self.lists.known({need.address for need in wanted.needs})

    def _with_more_effort(self, question: Examining) -> Examining:
        """Let the second engine try; and where that costs too much, tell the rest without it.

        Raises:
            UnreadableError: even that costs too much.
        """
        if question.effort is Effort.NONE:
            raise UnreadableError("too-costly")
        self.share.fallbacks += question.effort is Effort.QUICK
        more = Effort.FULL if question.effort is Effort.QUICK else Effort.NONE
        return replace(question, effort=more)

    async def _ask(self, question: Question) -> Answer:
        """Have a question answered apart; what was ended asks for more effort.

        Raises:
            BusyError: too many wait.
            UnreadableError: there is nothing in it that we read.
        """
        lane = Lane.HEAVY if question.effort is Effort.FULL else Lane.QUICK
        try:
            given = load_answer(await self.workers.run(dump_question(question), lane=lane))
        except (OverrunError, CrashError, ValueError):  # the last: a worker answered what is no answer
            return TooMuch()
        if isinstance(given, Refused):
            raise UnreadableError(given.code)
        return given


def _sources(answers: Answers, *, asked: Wanted) -> tuple[Source, ...]:
    """Name what there was of what was asked for, in that order."""
    return tuple(
        Source(purpose=need.purpose, address=need.address, at=found.at)
        for need in asked.needs
        if isinstance(found := answers.found.get(need), Found)
    )
