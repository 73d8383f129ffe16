"""The words of the verdict: few, and the same everywhere (design, section 3)."""

from enum import StrEnum


class Outcome(StrEnum):
    """Say how one check ended; unknown is never folded into pass or fail."""

    PASS = "pass"  # noqa: S105 - a word of the report, no secret
    FAIL = "fail"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Answer: may I rely on it now?"""

    VALID = "valid"
    INVALID = "invalid"
    INDETERMINATE = "indeterminate"


class Answer(StrEnum):
    """Answer a question; what we cannot say is neither yes nor no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """Say whether a register knows the issuer; unknown is no reproach."""

    KNOWN = "known"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Say what the issuer says of the badge today.

    `none`: the badge names no list, so nothing can be said against it afterwards. `suspended`: withdrawn for
    now; it may count again.
    """

    ACTIVE = "active"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    REPLACED = "replaced"
    NONE = "none"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Name the ten answers that a reader can get; the look has a sign for each."""

    VALID = "valid"
    UNLISTED = "unlisted"
    STALE = "stale"
    EXPIRED = "expired"
    EARLY = "early"
    REPLACED = "replaced"
    REVOKED = "revoked"
    FAKE = "fake"
    UNSIGNED = "unsigned"
    UNSURE = "unsure"


GRAVEST_FIRST = (
    State.FAKE,
    State.UNSIGNED,
    State.REVOKED,
    State.REPLACED,
    State.EXPIRED,
    State.EARLY,
    State.UNSURE,
    State.STALE,
    State.UNLISTED,
    State.VALID,
)
"""The answers by the care that they ask of a reader: what is surely against it, then doubt, then good."""


class Kind(StrEnum):
    """Name what a report is about.

    `presentation` and `bundle` (a zip) hold others; `clr` is a credential that holds others.
    """

    BADGE = "badge"
    ENDORSEMENT = "endorsement"
    CLR = "clr"
    OPEN_BADGES_2 = "open-badges-2"
    CREDENTIAL = "credential"
    PRESENTATION = "presentation"
    BUNDLE = "bundle"


IN_ORDER = frozenset({State.VALID, State.UNLISTED})
"""With nothing against it."""


HOLDERS = frozenset({Kind.CLR, Kind.PRESENTATION, Kind.BUNDLE})
"""What is handed over for what is in it."""


class Exit(StrEnum):
    """Name the exit codes of `praktijkbewijs verify`; `code` gives the number."""

    VALID = "valid"
    INVALID = "invalid"
    INDETERMINATE = "indeterminate"
    UNREADABLE = "unreadable"

    @property
    def code(self) -> int:
        """Give the number that the process ends with."""
        return list(Exit).index(self)
