"""Run groups, what is done to many badges, and what is taken in, on DBOS, started when the first is."""

import os
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Final
from uuid import UUID

from app.settings import Settings
from issuers.bulk import running
from issuers.bulk.doing import do_some
from issuers.database.transactions import open_register
from issuers.desk import IssuingDesk
from issuers.groups.running import give_some, is_any_running, take_up
from schools.importing import running as intakes
from schools.importing.running import Check, read_some

FILE: Final = "jobs.db"


class GroupRunner:
    """Begin groups, and go on with those that were left: its own at the start, those of others later."""

    def __init__(self, desk: IssuingDesk, *, settings: Settings, check: Check | None = None) -> None:
        self._desk = desk
        self._check = check
        self._settings = settings
        self._lock = Lock()
        self._is_launched = False

    def start(self, group_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Let a group be given, soon."""
        self.launch()
        from app import workflows  # noqa: PLC0415 - most who serve never give a group, and it takes a second

        workflows.enqueue(group_id, organisation_id=organisation_id, attempt=attempt)

    def has_in_line(self, group_id: UUID, *, attempt: int) -> bool:
        """Tell whether a group waits for its turn."""
        self.launch()
        from app import workflows  # noqa: PLC0415 - as above

        return workflows.is_in_line(group_id, attempt=attempt)

    @property
    def bulks(self) -> "BulkRunner":
        """Give what does the same to many badges."""
        return BulkRunner(self)

    @property
    def intakes(self) -> "IntakeRunner":
        """Give what takes in the files of many people."""
        return IntakeRunner(self)

    def look(self, desk: IssuingDesk) -> None:
        """Go on with what is under way, and take up what nobody does any more."""
        if is_any_running(desk):
            self.launch()
            take_up(desk, runner=self)
        if running.is_any_doing(desk):
            self.launch()
            running.take_up(desk, runner=self.bulks)
        if self._check is not None and intakes.is_any_read(desk):
            self.launch()
            intakes.take_up(desk, runner=self.intakes)

    def close(self) -> None:
        """Stop; what is under way goes on at the next start."""
        with self._lock:
            if self._is_launched:
                from app import workflows  # noqa: PLC0415 - as above

                workflows.end()
            self._is_launched = False

    def launch(self) -> None:
        """Start what runs them, unless it runs."""
        with self._lock:
            if self._is_launched:
                return
            from app import workflows  # noqa: PLC0415 - as above

            workflows.launch(
                system_database=self._system_database(),
                executor=f"{os.uname().nodename}-{self._settings.port}",
                steps={
                    workflows.GROUP: partial(_give_some, self._desk),
                    workflows.BULK: partial(_do_some, self._desk),
                    workflows.INTAKE: partial(_read_some, self._desk, self._check),
                },
            )
            self._is_launched = True

    def _system_database(self) -> str:
        """Keep it beside the register: a file of its own, or a schema of its own on the same server.

        The file is made as that of the register is: for nobody else to read, and with a log that is written
        ahead.
        """
        if self._settings.database_url.startswith("postgresql"):
            return self._settings.database_url
        address = f"sqlite:///{self._settings.data_dir / FILE}"
        open_register(address).close()
        return address


def _give_some(desk: IssuingDesk, group_id: UUID, organisation_id: str) -> bool:
    return give_some(desk, group_id, organisation_id=organisation_id)


def _do_some(desk: IssuingDesk, bulk_id: UUID, organisation_id: str) -> bool:
    return do_some(desk, bulk_id, organisation_id=organisation_id)


def _read_some(desk: IssuingDesk, check: Check | None, intake_id: UUID, organisation_id: str) -> bool:
    if check is None:  # a process that cannot verify leaves it to one that can
        return False
    return read_some(desk, intake_id, organisation_id=organisation_id, check=check)


@dataclass(frozen=True, slots=True)
class IntakeRunner:
    """Take in the files of many people in the background, beside the groups."""

    groups: GroupRunner

    def start(self, intake_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Go on with it, soon."""
        self.groups.launch()
        from app import workflows  # noqa: PLC0415 - as above

        workflows.enqueue_intake(intake_id, organisation_id=organisation_id, attempt=attempt)

    def has_in_line(self, intake_id: UUID, *, attempt: int) -> bool:
        """Tell whether it waits for its turn."""
        return self.groups.has_in_line(intake_id, attempt=attempt)


@dataclass(frozen=True, slots=True)
class BulkRunner:
    """Do the same to many badges in the background, beside the groups."""

    groups: GroupRunner

    def start(self, bulk_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Go on with it, soon."""
        self.groups.launch()
        from app import workflows  # noqa: PLC0415 - as above

        workflows.enqueue_bulk(bulk_id, organisation_id=organisation_id, attempt=attempt)

    def has_in_line(self, bulk_id: UUID, *, attempt: int) -> bool:
        """Tell whether it waits for its turn."""
        return self.groups.has_in_line(bulk_id, attempt=attempt)
