"""What can go wrong while checking; all of it grows on the tree of `badges.errors`.

BadgeError
├── WorkerError            a job on foreign bytes has no answer
│   ├── BusyError              too many jobs wait: it was not begun
│   ├── OverrunError           it took more than a job may, and was ended
│   └── CrashError             it ended by itself: out of memory, too deep, forbidden, broken
├── MoreEffortError        only a thorough look can tell
├── RegisterFileError      a file is no register of issuers; the text says what is wrong, and where
├── UnknownPolicyError     there is no policy of the name that was asked for
├── DocumentError
│   └── UnreadableError    the bytes are no badge that we read; `nl` and `en` say what to send instead
└── ProofError
    ├── KeyMissingError    the document that holds the key could not be had: cannot say, never invalid
    └── KeyUnfoundError    a token names its key by half, and the signer has none of that name: cannot say

A bad badge is no error: it is a report. Only what holds no badge at all is an UnreadableError, and
the API answers it with 400 and `code`.
"""

from collections.abc import Sequence

from badges.errors import BadgeError, DocumentError, ProofError
from verifier.needs import Missing
from verifier.refusals import refusal


class UnreadableError(DocumentError):
    """Say that this is no badge that we read, and what to do instead.

    `code` is stable; `nl` and `en` say it to people; `reason` is the Dutch one.
    """

    def __init__(self, code: str) -> None:
        said = refusal(code)
        self.nl, self.en = said.nl, said.en
        super().__init__(self.nl, code=code)


class MoreEffortError(BadgeError):
    """Say that only a thorough look can tell what is in it."""

    code = "more-effort"


class KeyMissingError(ProofError):
    """Say that the document which holds the key could not be had, and why."""

    code = "key-missing"

    def __init__(self, missing: Missing) -> None:
        super().__init__(f"the document that holds the key is missing: {missing.reason}")
        self.missing = missing


class KeyUnfoundError(ProofError):
    """Say that a token names its key by half, and that the document of the signer has none of that name."""

    code = "key-unfound"


class WorkerError(BadgeError):
    """Say that a job on foreign bytes has no answer; what it means for a badge is for the caller to say."""

    code = "worker"


class BusyError(WorkerError):
    """Say that too many jobs are waiting, or that this one waited too long; it was not begun."""

    code = "worker-busy"
    nl = "Er controleren nu veel mensen tegelijk. Wat je invulde staat er nog. Probeer het zo nog een keer."
    en = "Many people are checking now. What you filled in is still there. Try again in a moment."
    retry_after = 5


class OverrunError(WorkerError):
    """Say that a job took more time, or is larger, than a job may, and was ended."""

    code = "worker-overrun"


class CrashError(WorkerError):
    """Say that a worker ended, or could not answer; `reason` is for the log, never for the page."""

    code = "worker-crash"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RegisterFileError(BadgeError):
    """Refuse a file as a register of issuers; `reason` says in Dutch what is wrong, and where."""

    code = "register-file"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownPolicyError(BadgeError):
    """Say that there is no policy of this name; `nl` and `en` say which there are."""

    code = "policy-unknown"

    def __init__(self, name: str, *, known: Sequence[str]) -> None:
        super().__init__(f"no policy is called {name!r}")
        self.nl = f"Dit beleid kennen wij niet. Kies uit: {', '.join(known)}."
        self.en = f"We do not know this policy. Choose one of: {', '.join(known)}."
