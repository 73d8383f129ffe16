"""For how long a device may show what somebody keeps."""

from enum import StrEnum


class Allowed(StrEnum):
    """Say for how long another telephone shows what somebody keeps."""

    FOR_GOOD = "altijd"
    FOR_AN_HOUR = "uur"
