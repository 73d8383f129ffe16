"""A service of its own that is killed (kill -9) and started again, and a school that sends it many files."""

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
from sqlmodel import select

from badges.catalogue import embedded
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing.tables import Badge
from issuers.opening import open_desk
from issuers.organisations.demo import SCHOOL, found_demo
from tests.issuers.groups.rosters import HEADER, many
from tools.bench.http import wait_for
from tools.bench.service import COMMAND, environ, free_port
from web.clock import SystemClock

PAGE: Final = {"Accept": "text/html"}
PATIENCE: Final = 600.0
"""It is long: what is asked is whether it comes, not how soon."""
_KB_PER_MB: Final = 1024
_SHOWN: Final = re.compile(r"<dt>([^<]+)</dt><dd>(\d+)</dd>")
_DONE: Final = re.compile(r'<progress class="bar" max="\d+" value="(\d+)"')


@dataclass(kw_only=True)
class Service:
    """Serve on a folder and a database, in processes of its own."""

    folder: Path
    url: str
    port: int = field(default_factory=free_port)
    peak: float = 0.0
    """The most memory that the service and its workers held at once, in MB."""
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Name where it is."""
        return f"http://localhost:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """Give its settings."""
        return environ(self.folder, port=self.port) | {"PRAKTIJKBEWIJS_DATABASE_URL": self.url}

    def start(self) -> None:
        """Start it, and wait until it answers."""
        process = subprocess.Popen([*COMMAND, "serve"], env=self.settings, stderr=subprocess.DEVNULL)
        self._process = process
        wait_for(self.port, path="/readyz", is_running=lambda: process.poll() is None, patience=PATIENCE)

    def kill(self) -> None:
        """Kill it (kill -9), where it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def weigh(self) -> None:
        """Add up what the service and its workers hold now; keep the most."""
        if self._process is not None:
            self.peak = max(self.peak, sum(_held_by(each) for each in _family(self._process.pid)))

    def open(self) -> IssuingDesk:
        """Open its register beside it."""
        return open_desk(
            self.url,
            data_dir=self.folder,
            base_url=self.address,
            clock=SystemClock(),
            catalogue=embedded(),
        )

    def give(self, count: int) -> list[bytes]:
        """Give so many badges, each of somebody else, with the command; give the bytes."""
        roster = self.folder.with_suffix(".csv")
        roster.write_text("\n".join((HEADER, *many(count))))
        subprocess.run(
            [*COMMAND, "issue", "--batch", str(roster)], env=self.settings, check=True, capture_output=True
        )
        desk = self.open()
        found = desk.register.read(
            lambda session: session.exec(select(Badge.raw)).all(), within=WHOLE_SERVICE
        )
        desk.register.close()
        return [raw for raw in found if raw]


@dataclass(frozen=True, slots=True)
class Sender:
    """Be who confirms at the school of the demo, in a browser."""

    service: Service
    client: httpx.Client

    def send(self, files: Mapping[str, bytes]) -> str:
        """Send a zip of these files, as the form does; answer the address of the page about it."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, raw in files.items():
                made.writestr(name, raw)
        answer = self.client.post(
            "/voorstellen/inlezen", files={"bestand": ("jaar.zip", out.getvalue(), "application/zip")}
        )
        assert answer.status_code == 303, answer.text[:500]
        return urlsplit(answer.headers["location"]).path

    def done(self, page: str) -> int | None:
        """Read how far it is, as the page says; None once it is done."""
        text = self.client.get(page).text
        self.service.weigh()
        found = _DONE.search(text)
        return int(found[1]) if found else None

    def counts(self, page: str) -> dict[str, int]:
        """Read what the page says came of the files."""
        return {name: int(count) for name, count in _SHOWN.findall(self.client.get(page).text)}

    def reasons(self, page: str) -> list[str]:
        """Read why each file was not taken in, in the table that the page gives."""
        rows = csv.reader(io.StringIO(self.client.get(f"{page}/redenen.csv").text), delimiter=";")
        return [reason for _, reason in rows][1:]


@contextmanager
def signed_in(service: Service) -> Iterator[Sender]:
    """Sign in at a service that runs."""
    desk = service.open()
    who = found_demo(desk, SCHOOL)["Hanneke Vos"].person_id
    desk.register.close()
    with httpx.Client(base_url=service.address, headers=PAGE, timeout=PATIENCE) as client:
        assert client.post("/inloggen/demo", data={"als": str(who)}).status_code == 303
        yield Sender(service, client)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return
    for child in children:
        yield from _family(int(child))


def _held_by(pid: int) -> float:
    """Give the memory that is a process's own share (PSS), in MB; none where it is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) / _KB_PER_MB if found else 0.0
