"""How many badges are set on A4 in a second of CPU, each of another person and with its own QR code."""

import itertools
import time
from dataclasses import replace
from statistics import median

import orjson

from badges.catalogue import embedded
from templates.documents.pdf import badge_pdf
from tests.peers import samples
from tools.bench.rows import Row

_ROUNDS = 7
_SHEETS = 40


def rows() -> list[Row]:
    """Measure; nothing is set twice, for typst remembers what it has set."""
    numbers = itertools.count()
    for _ in range(3):
        _set(next(numbers))
    speeds = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _ in range(_SHEETS):
            _set(next(numbers))
        speeds.append(_SHEETS / (time.process_time() - start))
    return [Row(name="pdf-pages-per-second", ours=median(speeds), unit="pages/s")]


def _set(number: int) -> None:
    said = replace(samples.SAM, name=f"Sam de Vries {number}")
    raw = orjson.dumps(samples.badge(said, number=number).document)
    url = f"https://bewijs.voorbeeld/b/Vt9mQ2xL7dR4wK1s{number:06}"
    badge_pdf(raw, url=url, catalogue=embedded(), language="nl")
