"""How a badge opens for the first time on a slow telephone, as Lighthouse sees it (its own throttling)."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.request import urlopen

from tools.bench.rows import Row
from tools.bench.service import demo

HERE: Final = Path(__file__).parent / "lighthouse"
COMMAND: Final = HERE / "node_modules" / ".bin" / "lighthouse"
CATEGORIES: Final = ("performance", "accessibility", "best-practices")
FLAGS: Final = "--headless=new --no-sandbox --disable-gpu --lang=nl-NL"
KB: Final = 1000.0
AUDITS: Final = (
    ("first-view-weight", "total-byte-weight", "kB"),
    ("first-view-largest-paint", "largest-contentful-paint", "s"),
)
_ROUNDS: Final = 3


def rows() -> list[Row]:
    """Open the page of a badge with Lighthouse; nothing where Chromium or Lighthouse is absent."""
    chromium = shutil.which("chromium")
    if chromium is None or not COMMAND.exists():
        return []
    with demo() as (_, address):
        with urlopen(address):  # noqa: S310 - our own service on this machine; its templates are read now
            pass
        reports = [_report(address, chromium=chromium) for _ in range(_ROUNDS)]
    found = [
        (f"first-view-{each}", "of 100", [100.0 * report["categories"][each]["score"] for report in reports])
        for each in CATEGORIES
    ]
    found += [
        (name, unit, [report["audits"][audit]["numericValue"] / KB for report in reports])
        for name, audit, unit in AUDITS
    ]
    return [Row(name=name, ours=median(figures), unit=unit) for name, unit, figures in found]


def _report(address: str, *, chromium: str) -> dict[str, Any]:
    """Run Lighthouse once; it throttles by itself to a slow 4G and a phone of a quarter of the speed."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "report.json"
        command = [
            str(COMMAND),
            address,
            f"--chrome-flags={FLAGS}",
            f"--only-categories={','.join(CATEGORIES)}",
            "--output=json",
            f"--output-path={written}",
            "--quiet",
        ]
        subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium}, check=True)
        report: dict[str, Any] = json.loads(written.read_bytes())
        return report


if __name__ == "__main__":
    from tools.bench.rows import table

    print(table(rows()))
