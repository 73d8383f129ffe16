"""Judge the answers: is it what the table promises, and does it hold nothing of another organisation?"""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote_to_bytes

import httpx

from tests.matrix.callers import NOBODY, OUTSIDERS
from tests.matrix.promises import PUBLIC
from tests.matrix.questions import Question
from tests.matrix.rows import Marker, Markers

SEE_OTHER: Final = 303
NOT_FOUND: Final = 404
REFUSED: Final = frozenset({401, 403})
TO_SIGN_IN: Final = re.compile(r"/inloggen(\?.*)?|/mijn")


@dataclass(slots=True)
class Outcome:
    """Count the requests, and hold what was wrong with which.

    Attributes:
        leaks: Where a row of another organisation was shown, or changed.
        faults: Where the status was another than the table promises.
    """

    requests: int = 0
    leaks: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.requests:,} requests, {len(self.leaks)} leaks"

    def note(self, question: Question, answer: httpx.Response, *, markers: Markers) -> None:
        """Judge an answer."""
        self.requests += 1
        self.faults += _faults(question, answer)
        self.leaks += _leaks(question, answer, markers=markers)

    def note_changes(self, question: Question, *, changed: set[str]) -> None:
        """Judge whose rows were changed."""
        self.leaks += [f"{question}: changed rows of {owner}" for owner in changed - question.may_change]


def _faults(question: Question, answer: httpx.Response) -> Iterator[str]:
    """Say when the status is another than the table promises."""
    is_hidden = question.line.is_of_platform and answer.status_code == NOT_FOUND
    is_refused = answer.status_code in REFUSED or _is_sign_in(answer) or is_hidden
    if not question.is_for and not is_refused:
        yield f"{question}: {answer.status_code}, and should be refused"
    if question.is_for and (is_refused or answer.status_code != question.wanted):
        yield f"{question}: {answer.status_code}, and should be {question.wanted}"


def _leaks(question: Question, answer: httpx.Response, *, markers: Markers) -> Iterator[str]:
    """Say which rows of others stand in the answer; what the caller sent himself is no news to him."""
    sent = str(question.request())
    for marker in markers.found_in(_seen(answer)):
        if marker.text not in sent and not _may_see(question, marker):
            yield f"{question}: shows {marker.text!r}, of {sorted(marker.columns)}"


def _may_see(question: Question, marker: Marker) -> bool:
    """Tell whether this is the caller's own, of his organisation, or on a page about it for everyone."""
    caller, line = question.caller, question.line
    is_home = marker.organisation_id == question.home.organisation_id
    if caller.person_id in marker.persons or (is_home and caller.name not in OUTSIDERS):
        return True
    if line.is_of_platform and question.is_for:
        return True
    if question.is_for and not marker.columns.isdisjoint(line.lists):
        return True
    is_about = line.who is None and line.names_things
    if is_about and marker.organisation_id == question.about.organisation_id:
        return not marker.columns.isdisjoint(PUBLIC | line.shows)
    return is_home and caller.name != NOBODY and not marker.columns.isdisjoint(PUBLIC)


def _is_sign_in(answer: httpx.Response) -> bool:
    """Tell whether a page leads to where one signs in; who is, but acts for nobody, comes to his own page."""
    is_led = answer.request.method == "GET" and answer.status_code == SEE_OTHER
    return is_led and bool(TO_SIGN_IN.fullmatch(answer.headers["location"]))


def _seen(answer: httpx.Response) -> str:
    """Give all that can be read in an answer: its headers, its body, and the files in it."""
    parts = [f"{name}: {value}".encode() for name, value in answer.headers.items()] + [answer.content]
    if answer.headers.get("content-type") == "application/zip":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    raw = b"\n".join(parts)
    text, unquoted = raw.decode(errors="replace"), unquote_to_bytes(raw).decode(errors="replace")
    return "\n".join(dict.fromkeys((text, html.unescape(text), unquoted)))
