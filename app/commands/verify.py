"""`praktijkbewijs verify`: check a badge in a file, or behind a link."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from app.commands.printing import say, written
from app.offline import BundleSources
from app.settings import read_settings
from app.sources import NoSources, OwnSources, WithRegisters
from app.world import WideSources
from app.worlds import find_own_desk, read_registers
from badges.moments import DUTCH
from badges.texts import shown_in_line
from badges.wording import day_nl
from verifier.engine import Verifier
from verifier.errors import UnknownPolicyError, UnreadableError
from verifier.memory import Memory
from verifier.policy import Policy, judged, policy_named
from verifier.reading import MAX_PHOTO_BYTES
from verifier.registers import IssuerRegister
from verifier.report import Exit, Outcome, Part, Report
from verifier.sources import Sources
from verifier.workers.pool import WorkerPool
from web.clock import Clock, FixedClock, SystemClock
from web.egress import Egress, Limits

SIGNS = {Outcome.PASS: "goed", Outcome.FAIL: "fout", Outcome.UNKNOWN: "onbekend"}
STDIN = "-"
LINKS = ("http://", "https://")


def _day(text: str) -> datetime:
    """Read a day that has begun in the Netherlands."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=DUTCH)
    except ValueError:
        raise typer.BadParameter("Schrijf de dag als 2026-06-26: jaar, maand, dag.") from None
    if day > SystemClock().now():
        raise typer.BadParameter("Die dag moet nog komen. Wat dan geldt, kan niemand zeggen.")
    return day


def run(
    given: Annotated[
        str,
        typer.Argument(
            metavar="BESTAND", help="Een bewijs in welke vorm ook, of een link; - leest van de invoer."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Het hele verslag als JSON.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Vraag niets aan andere sites.")] = False,
    bundle: Annotated[
        Path | None, typer.Option(metavar="MAP", help="Alleen met --offline: een map van export-public.")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(metavar="DATUM", parser=_day, help="Alleen met --offline: wat gold op die dag."),
    ] = None,
    beleid: Annotated[
        str | None, typer.Option(help="Wie je vertrouwt: iedereen, bekend, of de naam van een register.")
    ] = None,
) -> int:
    """Controleer een bewijs: 0 geldig, 1 ongeldig, 2 niet te zeggen, 3 niet te lezen."""
    if (bundle or as_of) and not offline:
        raise typer.BadParameter("--bundle en --as-of kunnen alleen met --offline erbij")
    asked = _Asked(bundle=bundle, offline=offline, as_of=as_of, policy=beleid)
    try:
        report = _verified(_read(given), asked=asked)
    except UnreadableError as error:
        if as_json:
            say(written({"code": error.code, "detail": error.nl}))
        else:
            print(error.nl, file=sys.stderr)
        return Exit.UNREADABLE.code
    if as_of and not as_json:
        say(f"Zoals het was op {day_nl(asked.clock.now())}.")
    say(written(report.as_json()) if as_json else _told(report))
    return report.exit_code


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """Hold how a badge is to be checked."""

    bundle: Path | None
    offline: bool
    as_of: datetime | None
    policy: str | None

    @cached_property
    def clock(self) -> Clock:
        """Give the clock of today, or the one that stands still at the end of the day that was asked for."""
        return FixedClock(_end_of(self.as_of)) if self.as_of else SystemClock()


def _verified(raw: bytes, *, asked: _Asked) -> Report:
    """Check what was given.

    Raises:
        UnreadableError: there is nothing in it that we read.
    """
    workers = WorkerPool("verifier.apart:answer")
    workers.start()  # they read their modules while we open the register
    try:
        registers = read_registers(read_settings())
        policy = _policy(asked.policy, registers) if asked.policy else None
        with _sources(asked, registers=registers) as sources:
            verifier = Verifier(sources=sources, clock=asked.clock, workers=workers)
            return judged(verifier.verify_sync(raw), policy=policy)
    finally:
        workers.close()


def _policy(name: str, registers: tuple[IssuerRegister, ...]) -> Policy:
    """Give the policy that was asked for, or say which there are."""
    try:
        return policy_named(name, registers)
    except UnknownPolicyError as error:
        raise typer.BadParameter(error.nl) from error


@contextmanager
def _sources(asked: _Asked, *, registers: tuple[IssuerRegister, ...]) -> Iterator[Sources]:
    """Open what the verifier may ask: a folder of `export-public`, or this machine and the wide world."""
    clock = asked.clock
    if asked.bundle:
        yield WithRegisters(BundleSources(asked.bundle, clock=clock), registers, clock=clock)
        return
    desk = find_own_desk(read_settings())
    egress = Egress(Limits(own=urlsplit(desk.base_url).hostname or "" if desk else ""))
    own = WithRegisters(OwnSources(desk) if desk else NoSources(), registers, clock=clock)
    try:
        yield own if asked.offline else WideSources(own, egress=egress, memory=Memory(), clock=clock)
    finally:
        egress.close()
        if desk:
            desk.register.close()


def _end_of(day: datetime) -> datetime:
    """Give the last second of a day, but never a moment that is still to come."""
    return min(day.replace(hour=23, minute=59, second=59), SystemClock().now())


def _read(given: str) -> bytes:
    """Read no more than a badge can be: some files have no end (/dev/zero, a pipe)."""
    if given == STDIN:
        return sys.stdin.buffer.read(MAX_PHOTO_BYTES + 1)
    if given.lower().startswith(LINKS):
        return given.encode(errors="replace")
    with Path(given).open("rb") as opened:
        return opened.read(MAX_PHOTO_BYTES + 1)


def _told(report: Report) -> str:
    """Tell the report in a few lines, the verdict first; what a badge says keeps to its line."""
    said = [f"{report.verdict.value}: {report.heading.nl}", report.text.nl]
    said += [note.nl for note in report.notes]
    if report.facts:
        told = (report.facts.title, report.facts.name or "zonder naam", report.facts.issuer.name)
        said.append(" · ".join(each for each in told if each))
        said += [line.nl for line in report.facts.meaning]
    if report.accepted:
        said.append(report.accepted.reason.nl)
    checks = [
        f"  {SIGNS[check.outcome]:9}{check.sentence.nl} [{check.code}, {check.clause}]"
        for check in report.checks
    ]
    return "\n".join([*map(shown_in_line, said), *map(_part_told, report.inside), *checks])


def _part_told(part: Part) -> str:
    """Tell what was found of one of several, in one line."""
    verdict = "geen bewijs" if part.is_no_badge else part.verdict.value
    told = [part.name]
    if part.report:
        told += [part.report.heading.nl]
        if part.report.facts:
            told += [part.report.facts.title, part.report.facts.name, part.report.facts.issuer.name]
    if part.unread:
        told += [part.unread.nl]
    return f"  {verdict:15}{shown_in_line(' · '.join(each for each in told if each))}"
