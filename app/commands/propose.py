"""`praktijkbewijs propose`: what the badges of one person say about a target; a school decides."""

import asyncio
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from app.commands.checking import LINKS, Asked, checking, read_given
from app.commands.printing import say, written
from app.settings import read_settings
from app.worlds import read_catalogue
from badges.catalogue.catalogue import Catalogue
from badges.members import parts
from badges.strictjson import JsonObject
from badges.texts import shown_in_line
from schools.errors import TargetUnknownError
from schools.evidence.counting import Whose, count
from schools.evidence.credentials import along, credentials_in, load_credential
from schools.evidence.reading import take_in
from schools.giving.packing import Pack, packed
from schools.importing.taking import CheckedFile
from schools.mapping import Atlas, Target, find_target
from schools.mapping.targets import targets
from schools.proposals import cover, propose
from schools.proposals.nearest import certificaten, nearest
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, as_json, as_lines, aside_lines, explain
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import Exit, Part, Unread
from verifier.states import Verdict

AT_ONCE = 4
"""So many files are looked at together."""

Checked: TypeAlias = Sequence[CheckedFile]


def run(
    files: Annotated[
        list[str],
        typer.Argument(metavar="BESTAND...", help="De bewijzen van één persoon: bestanden, mappen of links."),
    ],
    target: Annotated[
        str, typer.Option(metavar="DOEL", help="Een crebo, kerntaak (25180/B1-K1), C0021 of K0219.")
    ],
    naam: Annotated[
        list[str] | None,
        typer.Option(metavar="NAAM", help="Hoe de persoon heet. Geef het vaker als er meer namen zijn."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Het hele voorstel als JSON.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Vraag niets aan andere sites.")] = False,
    bundle: Annotated[
        Path | None, typer.Option(metavar="MAP", help="Alleen met --offline: een map van export-public.")
    ] = None,
    pakket: Annotated[
        Path | None, typer.Option(metavar="ZIP", help="Schrijf er ook een pakket voor de administratie van.")
    ] = None,
) -> int:
    """Doe een voorstel: wat zeggen de bewijzen van één persoon over een doel? Een school beslist."""
    if bundle and not offline:
        raise typer.BadParameter("--bundle kan alleen met --offline erbij")
    catalogue = read_catalogue(read_settings().data_dir)
    wanted = _target(target, catalogue=catalogue)
    asked = Asked(bundle=bundle, offline=offline)
    given = [*_paths(files)]
    with checking(asked) as (verifier, _):
        checked = asyncio.run(_check(given, verifier=verifier))
    told = _told(checked, target=wanted, catalogue=catalogue, naam=naam or (), on=asked.clock.now())
    code = _exit_code(checked)
    if pakket and code is not Exit.UNREADABLE:
        pakket.write_bytes(packed(_pack(told, checked, naam=naam or ()), catalogue=catalogue))
    if as_json:
        say(written(_as_json(told, checked)))
    elif code is Exit.UNREADABLE:
        print("\n".join(_reasons(told)), file=sys.stderr)
    else:
        say("\n".join(map(_indented, as_lines(told))))
    return code.code


def _target(code: str, *, catalogue: Catalogue) -> Target:
    """Find the target, or say what may be asked."""
    try:
        return find_target(code, catalogue=catalogue)
    except TargetUnknownError as error:
        raise typer.BadParameter(error.nl) from error


def _paths(files: Iterable[str]) -> Iterator[str]:
    """Give what was given, and each file in a folder by its name; what begins with a dot is no badge."""
    for given in files:
        folder = Path(given)
        if given.lower().startswith(LINKS) or not folder.is_dir():
            yield given
            continue
        inside = (each for each in sorted(folder.rglob("*")) if each.is_file() and not each.is_symlink())
        yield from (str(each) for each in inside if not each.name.startswith("."))


async def _check(given: Sequence[str], *, verifier: Verifier) -> Checked:
    """Verify each apart; what cannot be read says so, and the others go on."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def checked(name: str) -> CheckedFile:
        async with turns:
            raw = read_given(name)
            try:
                return CheckedFile(name, raw, Part(report=await verifier.verify(raw)))
            except UnreadableError as error:
                return CheckedFile(name, raw, Part(unread=Unread(error.code, error.nl, error.en)))

    return await asyncio.gather(*map(checked, given))


def _told(
    checked: Checked, *, target: Target, catalogue: Catalogue, naam: Sequence[str], on: datetime
) -> Told:
    """Make the proposal, with what explains it."""
    atlas = Atlas(catalogue)
    taken = [each for file in checked for each in take_in(file.part, file=file.name)]
    coverage = cover(count(taken, on=on, whose=Whose(tuple(naam))), atlas=atlas)
    near = nearest(coverage, certificaten(targets(catalogue)), on=on)
    return explain(propose(coverage, plan(target), on=on), coverage, near=near, atlas=atlas)


def _as_json(told: Told, checked: Checked) -> JsonObject:
    """Give the proposal with the report of each file that it rests on."""
    return as_json(told) | {"reports": [{"file": each.name, **each.part.as_json()} for each in checked]}


def _pack(told: Told, checked: Checked, *, naam: Sequence[str]) -> Pack:
    """Put together what a school takes along of it; who signs a record of it is a school, on its page."""
    found = (parts(credentials_in(each.part, raw=each.raw)) for each in checked)
    credentials = along(map(load_credential, chain.from_iterable(found)), counted=told.counted)
    names = (each.first.name for each in told.coverage.facts if each.first.name)
    return Pack(told=told, name=next(iter(naam), None) or next(names, ""), credentials=credentials)


def _reasons(told: Told) -> Iterator[str]:
    """Say of each file why nothing in it counts."""
    yield "Hier zit geen bewijs in dat wij lezen."
    yield from (_indented(f"  {line}") for line in aside_lines(told))


def _indented(line: str) -> str:
    """Keep what a badge says to its line, and the line in its place."""
    return " " * (len(line) - len(line.lstrip(" "))) + shown_in_line(line.strip())


def _exit_code(checked: Checked) -> Exit:
    """Say how sure what was given is: the worst of it decides, and what is no badge says nothing."""
    files = [each.part for each in checked]
    verdicts = [part.verdict for part in files if part.report is not None]
    if not verdicts:
        return Exit.UNREADABLE
    if any(part.unread is not None and not part.is_no_badge for part in files):
        verdicts.append(Verdict.INDETERMINATE)
    for worst in (Verdict.INVALID, Verdict.INDETERMINATE):
        if worst in verdicts:
            return Exit(worst.value)
    return Exit.VALID
