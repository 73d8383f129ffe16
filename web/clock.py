"""The one module that reads the clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol

from badges.moments import dutch_day

ONE_TAP: Final = timedelta(seconds=10)
"""What one person sends again within so long was one tap on a button that was slow."""


class Clock(Protocol):
    """Tell the time; everything that needs it is given one."""

    def now(self) -> datetime:
        """Give the present moment in UTC, whole seconds."""
        ...

    def today(self) -> date:
        """Give the day that it is in the Netherlands: the days that people type and read are days there."""
        return dutch_day(self.now())


class SystemClock(Clock):
    """Read the clock of the machine."""

    def now(self) -> datetime:
        """Give the present moment in UTC, whole seconds: what stands in a credential is no finer."""
        return datetime.now(UTC).replace(microsecond=0)


class FixedClock(Clock):
    """Stand still until told otherwise, for tests and for replaying a moment."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Give the moment that was set."""
        return self._moment

    def advance(self, by: timedelta) -> None:
        """Move the moment forward (or back)."""
        self._moment += by
