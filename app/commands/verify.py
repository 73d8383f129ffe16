"""`praktijkbewijs verify`: check a badge in a file."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.settings import read_settings
from app.sources import NoSources, OwnSources
from app.worlds import find_own_desk
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.reading import MAX_PHOTO_BYTES
from verifier.report import Exit, Outcome, Report
from verifier.workers.pool import WorkerPool
from web.clock import SystemClock

SIGNS = {Outcome.PASS: "goed", Outcome.FAIL: "fout", Outcome.UNKNOWN: "onbekend"}
STDIN = Path("-")


def run(
    file: Annotated[Path, typer.Argument(help="Een bewijs: JSON, PNG of SVG; - leest van de invoer.")],
    as_json: Annotated[bool, typer.Option("--json", help="Het hele verslag als JSON.")] = False,
) -> int:
    """Controleer een bewijs: 0 geldig, 1 ongeldig, 2 niet te zeggen, 3 niet te lezen."""
    raw = _read(file)
    desk = find_own_desk(read_settings())
    verifier = Verifier(
        sources=OwnSources(desk) if desk else NoSources(),
        clock=SystemClock(),
        workers=WorkerPool("verifier.jobs:answer"),
    )
    try:
        report = verifier.verify_sync(raw)
    except UnreadableError as error:
        if as_json:
            print(json.dumps({"code": error.code, "detail": error.nl}, ensure_ascii=False))
        else:
            print(error.nl, file=sys.stderr)
        return Exit.UNREADABLE.code
    finally:
        verifier.close()
        if desk:
            desk.register.close()
    print(json.dumps(report.as_json(), indent=2, ensure_ascii=False) if as_json else _told(report))
    return report.exit_code


def _read(file: Path) -> bytes:
    """Read no more than a badge can be: some files have no end (/dev/zero, a pipe)."""
    if file == STDIN:
        return sys.stdin.buffer.read(MAX_PHOTO_BYTES + 1)
    with file.open("rb") as opened:
        return opened.read(MAX_PHOTO_BYTES + 1)


def _told(report: Report) -> str:
    """Tell the report in a few lines, the verdict first."""
    lines = [f"{report.verdict.value}: {report.heading.nl}", report.text.nl]
    if report.facts:
        lines.append(
            f"{report.facts.title} · {report.facts.name or 'zonder naam'} · {report.facts.issuer.name}"
        )
        lines += [line.nl for line in report.facts.meaning]
    lines += [
        f"  {SIGNS[check.outcome]:9}{check.sentence.nl} [{check.code}, {check.clause}]"
        for check in report.checks
    ]
    return "\n".join(lines)
