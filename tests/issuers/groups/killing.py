"""Kill (kill -9) whoever gives a group, at a named point or at a moment that nobody chose.

What is killed is a copy of this process (fork), which opens the register anew: it costs no start. It gives a
group chunk by chunk, and after each it tells the learners and sends what is due.
"""

import os
import signal
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import event
from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.groups.running import give_some
from issuers.identifiers import public_token
from issuers.issuing.finishing import Stage
from issuers.mailing.outbox import Letter, deliver_due
from issuers.people.permissions import Actor
from issuers.recipients.tables import Channel, Recipient
from issuers.telling.letters import letter_writer
from issuers.telling.telling import tell_due
from issuers.werkplekprofiel.tables import AgreedBy, AgreedWerkproces, Werkplekprofiel
from tests.issuers.conftest import BASE_URL
from tests.issuers.racing import open_now

AUDIT: Final = "INSERT INTO audit_record"
RECORD: Final = "INSERT INTO badge_jwt"
OUTBOX: Final = "INSERT INTO outgoing_mail"
SENT: Final = "sent"
POINTS: Final = (
    *(Stage.RESERVED.value, Stage.DRAFTED.value, AUDIT, Stage.INTENDED.value, Stage.SIGNED.value),
    *(Stage.CHECKED.value, RECORD, Stage.RECORDED.value, OUTBOX, SENT),
)
"""Where it is killed, in the order in which it gets there: after a stage, or amid a transaction."""

PATIENCE_SECONDS: Final = 300


@dataclass(kw_only=True)
class Giver:
    """Give a group of an organisation, in a process that will be killed."""

    folder: Path
    url: str
    group_id: UUID
    organisation_id: str
    kill_at: str = ""
    letters: Path = field(init=False)

    def __post_init__(self) -> None:
        """Name where it is written down which letters went out, as a mail server would know."""
        self.letters = self.folder / "letters.txt"

    def run_and_die(self, point: str, *, after: float | None = None) -> bool:
        """Let a copy of this process do it, until it is killed at a point or after a while; tell whether."""
        child = os.fork()
        if child == 0:
            self.kill_at = point
            try:
                self.give()
            finally:
                os._exit(1)
        if after is not None:
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(_waited_for(child)) == -signal.SIGKILL

    def give(self) -> None:
        """Give all of it, and leave."""
        desk = open_now(self.folder, url=self.url)
        event.listen(desk.register.engine, "after_cursor_execute", self._saw)
        while give_some(desk, self.group_id, organisation_id=self.organisation_id, watch=self._at):
            self.tell(desk)
        self.tell(desk)
        os._exit(0)

    def tell(self, desk: IssuingDesk) -> None:
        """Tell the learners, and send what is due."""
        while tell_due(desk, by=[Channel.MAIL], write=letter_writer(base_url=BASE_URL)):
            pass
        while deliver_due(desk, self._send).sent:
            pass

    def sent(self) -> list[str]:
        """Name the letters that went out; the id makes the Message-ID."""
        return self.letters.read_text().split() if self.letters.exists() else []

    def _send(self, letter: Letter) -> None:
        with self.letters.open("a") as file:
            file.write(f"{letter.id}\n")
        self._at(SENT)

    def _saw(self, *executed: Any) -> None:
        """Look at a statement that was executed, and is not committed yet."""
        for point in (AUDIT, RECORD, OUTBOX):
            if executed[2].startswith(point):
                self._at(point)

    def _at(self, point: str) -> None:
        if point == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def learners(desk: IssuingDesk, references: list[str], *, actor: Actor) -> None:
    """Let so many people learn here who said yes to the work of `GOOD`, and want to hear by mail."""
    now, organisation_id = desk.clock.now(), actor.organisation_id
    entry = desk.catalogue.entry("25774", "B1-K2-W1")

    def work(session: Session) -> None:
        for reference in references:
            recipient_id, profiel_id = uuid4(), uuid4()
            session.add(
                Recipient(
                    id=recipient_id,
                    organisation_id=organisation_id,
                    name=reference,
                    folded_name=reference,
                    channel=Channel.MAIL,
                    address=f"{reference}@voorbeeld.nl",
                    reference=reference,
                    added=now,
                    added_by=actor.person_id,
                )
            )
            session.flush()
            session.add(
                Werkplekprofiel(
                    id=profiel_id,
                    organisation_id=organisation_id,
                    recipient_id=recipient_id,
                    token=public_token(),
                    start=date(2026, 1, 5),
                    proposed=now,
                    proposed_by=actor.person_id,
                    agreed=now,
                    agreed_by=AgreedBy.PAPER,
                    chosen_name=reference,
                )
            )
            session.flush()
            session.add(
                AgreedWerkproces(
                    profiel_id=profiel_id,
                    organisation_id=organisation_id,
                    crebo=entry.werkproces.crebo,
                    code=entry.werkproces.code,
                    digest=entry.digest,
                )
            )

    desk.register.write(work, within=WHOLE_SERVICE)


def _waited_for(child: int) -> int:
    """Wait until a process is gone; one that hangs is ended, and that is seen."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        gone, status = os.waitpid(child, os.WNOHANG)
        if gone:
            return status
        time.sleep(0.005)
    os.kill(child, signal.SIGTERM)
    return os.waitpid(child, 0)[1]
