"""The verifier: bytes in, a report out. It waits for the world, and nothing else here does.

open      a picture, PDF, photo or zip -> what is inside     [worker]
follow    a link -> what is there                             [world]
examine   what is known so far -> a report, or what is wanted [worker]
fetch     what is wanted -> known                             [world], and examine again
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Container, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from verifier import reading
from verifier.bundles import bundle_report
from verifier.errors import CrashError, OverrunError, UnreadableError
from verifier.fetching import Errand
from verifier.foresight import Foresight, IsNear, nowhere
from verifier.means import Profile
from verifier.needs import Answers, Found, ListName, Missing, Need, Purpose, Wanted
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
from verifier.report import Form, ListSeen, Part, Report, Source, Unread
from verifier.sources import Sources
from verifier.workers.lanes import Lane, Workers
from web.clock import Clock

MOST_ROUNDS = 8
"""So often an examination may ask for more; a CLR with hosted badges asks some five times."""

MOST_WRAPPINGS = 4
"""A link to a picture with a link in it to a token is four."""

AT_ONCE = 4
"""Of several badges in one question so many are looked at together, so that others have their turn."""

CACHED_LISTS = 64
_WEB_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OPENED = frozenset({Form.PNG, Form.SVG, Form.PDF, Form.PHOTO, Form.ZIP})


@dataclass(slots=True)
class Share:
    """Count how many badges the fast engine left to the second."""

    badges: int = 0
    fallbacks: int = 0

    @property
    def of_fallbacks(self) -> float:
        """Give the share of fallbacks, 0.0 to 1.0."""
        return self.fallbacks / self.badges if self.badges else 0.0


class ListsSeen:
    """Remember the newest list of each issuer that was checked: a host cannot go back to an older one."""

    def __init__(self, *, size: int = CACHED_LISTS) -> None:
        self._lists: OrderedDict[ListName, tuple[ListSeen, Found]] = OrderedDict()
        self._size = size

    def known(self, urls: Container[str]) -> dict[ListName, Found]:
        """Give the lists at these addresses, for an examination to fall back on."""
        return {name: found for name, (_, found) in self._lists.items() if name.url in urls}

    def keep(self, seen: ListSeen, found: Found) -> None:
        """Remember a list, unless a newer one is known; the one of longest ago makes place."""
        name = ListName(seen.issuer, seen.url)
        known = self._lists.pop(name, None)
        newer = known is not None and known[0].valid_from > seen.valid_from
        self._lists[name] = known if known is not None and newer else (seen, found)
        while len(self._lists) > self._size:
            self._lists.popitem(last=False)


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

    async def verify(self, raw: bytes) -> Report:
        """Say whether what is in these bytes, or behind this link, can be relied on.

        Raises:
            BusyError: too many wait; try again later.
            UnreadableError: there is no badge in it.
        """
        report = await self._within(raw, errand=Errand(self.sources, self.ticks), forms=())
        return replace(report, digest=sha256(raw).hexdigest())

    async def verify_each(self, several: Iterable[bytes]) -> tuple[Part, ...]:
        """Say it of several, each apart: one that cannot be read says so, and the others go on.

        Raises:
            BusyError: too many wait.
        """
        turns = asyncio.Semaphore(AT_ONCE)

        async def part(raw: bytes) -> Part:
            async with turns:
                return await _part(self.verify(raw))

        return await _together(map(part, several))

    def verify_sync(self, raw: bytes) -> Report:
        """Verify outside an event loop, for the command.

        Raises:
            UnreadableError: as `verify`.
        """
        return asyncio.run(self.verify(raw))

    def close(self) -> None:
        """End the processes that judge."""
        self.workers.close()

    async def _within(self, raw: bytes, *, errand: Errand, forms: tuple[Form, ...]) -> Report:
        """Unwrap until there is something to examine, and examine it."""
        form = reading.form_of(raw)
        if len(forms) >= MOST_WRAPPINGS or form in forms:
            raise UnreadableError("wrapped-too-often")
        if form is Form.LINK and Form.ZIP in forms:
            raise UnreadableError("link-inside")
        forms = (*forms, form)
        if form is Form.LINK:
            found = await self._followed(raw, errand=errand)
            report = await self._within(found.raw, errand=errand, forms=forms)
            return replace(report, sources=(Source(Purpose.LINK, found.url, found.at), *report.sources))
        if form not in _OPENED:
            return await self._examined(raw, errand=errand, forms=forms)
        items = (await self._opened(raw)).items
        forms = (*forms[:-1], items[0].form) if items else forms
        if form is Form.ZIP:
            parts = await self._unzipped(items, errand=errand, forms=forms)
            return bundle_report(parts, now=self.clock.now(), forms=forms)
        return await self._within(items[0].raw, errand=errand, forms=forms)

    async def _unzipped(
        self, items: Sequence[Opened], *, errand: Errand, forms: tuple[Form, ...]
    ) -> tuple[Part, ...]:
        """Verify each file of a zip; all of them within the time of one question."""
        turns = asyncio.Semaphore(AT_ONCE)

        async def part(item: Opened) -> Part:
            async with turns:
                found = self._within(item.raw, errand=errand.anew(), forms=forms)
                return replace(await _part(found, digest=sha256(item.raw).hexdigest()), name=item.name)

        return await _together(map(part, items))

    async def _followed(self, raw: bytes, *, errand: Errand) -> Found:
        """Give what is behind a link."""
        need = Need(Purpose.LINK, reading.link_in(raw))
        found = await errand.fetch(need)
        if isinstance(found, Missing):
            raise UnreadableError(f"link-{found.reason.value}")
        if found.media_type in _WEB_PAGES:
            raise UnreadableError("link-page")
        return found

    async def _opened(self, raw: bytes) -> Contents:
        """Give what is inside a file."""
        for effort in (Effort.QUICK, Effort.FULL):
            given = await self._ask(Opening(raw, effort))
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
                self._remember(given.report, answers=question.answers)
                self.foresight.learn(asked)
                return replace(given.report, forms=forms, sources=_sources(question.answers, asked=asked))
            if isinstance(given, Wants):
                await self._complete(question.answers, given.wanted, errand=errand)
        raise UnreadableError("too-costly")

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

    def _remember(self, report: Report, *, answers: Answers) -> None:
        """Keep the lists that were checked."""
        for seen in report.lists:
            for purpose in (Purpose.STATUS_LIST, Purpose.REVOCATION_LIST):
                found = answers.found.get(Need(purpose, seen.url))
                if isinstance(found, Found):
                    self.lists.keep(seen, found)


async def _together(asked: Iterable[Coroutine[None, None, Part]]) -> tuple[Part, ...]:
    """Wait for all of them; where one cannot be answered at all, do not go on with the others."""
    tasks = [asyncio.create_task(each) for each in asked]
    try:
        return tuple(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def _part(asked: Awaitable[Report], *, digest: str | None = None) -> Part:
    """Give the report on one thing among several, or what is wrong with it."""
    try:
        report = await asked
    except UnreadableError as error:
        return Part(unread=Unread(code=error.code, nl=error.nl, en=error.en))
    return Part(report=replace(report, digest=digest or report.digest))


def _sources(answers: Answers, *, asked: Wanted) -> tuple[Source, ...]:
    """Name what there was of what was asked for, in that order."""
    return tuple(
        Source(purpose=need.purpose, address=need.address, at=found.at)
        for need in asked.needs
        if isinstance(found := answers.found.get(need), Found)
    )
