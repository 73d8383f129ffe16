"""How far the taking in of many files is, and what came of each of them."""

from enum import StrEnum


class IntakeState(StrEnum):
    """Say how far it is: `LOADING` while the files are still being put down."""

    LOADING = "laden"
    RUNNING = "bezig"
    STOPPED = "gestopt"
    DONE = "klaar"


class LineState(StrEnum):
    """Say what came of one file."""

    WAITS = "wacht"
    NEW = "nieuw"
    AGAIN = "opnieuw"
    REFUSED = "geweigerd"
    ASKED = "van-wie"
