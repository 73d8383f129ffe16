"""`praktijkbewijs verify`: check a badge in a file, or behind a link."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.commands.checking import Asked, checking, read_given
from app.commands.printing import say, written
from badges.moments import DUTCH
from badges.texts import shown_in_line
from badges.wording import day_nl
from verifier.errors import UnknownPolicyError, UnreadableError
from verifier.policy import Policy, judged, policy_named
from verifier.registers import IssuerRegister
from verifier.report import Exit, Outcome, Part, Report
from web.clock import SystemClock

SIGNS = {Outcome.PASS: "goed", Outcome.FAIL: "fout", Outcome.UNKNOWN: "onbekend"}


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
    asked = Asked(bundle=bundle, offline=offline, as_of=as_of)
    try:
        report = _verified(read_given(given), asked=asked, policy=beleid)
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


def _verified(raw: bytes, *, asked: Asked, policy: str | None) -> Report:
    """Check what was given.

    Raises:
        UnreadableError: there is nothing in it that we read.
    """
    with checking(asked) as (verifier, registers):
        judging = _policy(policy, registers) if policy else None
        return judged(verifier.verify_sync(raw), policy=judging)


def _policy(name: str, registers: tuple[IssuerRegister, ...]) -> Policy:
    """Give the policy that was asked for, or say which there are."""
    try:
        return policy_named(name, registers)
    except UnknownPolicyError as error:
        raise typer.BadParameter(error.nl) from error


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
