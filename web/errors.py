"""What can go wrong on the floor under all HTTP, as one tree.

WebError                `code` is stable; `nl` and `en` are sentences to show
├── TooManyError            this address asks too much; `retry_after` says when it can ask again
├── CountingError           what was asked cannot be counted; nobody is kept out for that
├── MailUnsentError         a letter could not be sent now
├── MailRefusedError        the server says that a letter can never be sent
└── EgressError             why something of another host could not be had
    ├── AddressError           an address that we do not go to
    │   ├── OwnAddressError       it is our own: we know it without going out
    │   └── HostNotPublicError    its host is in somebody's own network, or says that it is
    ├── RedirectError          it leads on further, or elsewhere, than its purpose allows
    ├── StatusError            the host answers something else than 200
    │   ├── NotFoundError         it does not exist (404)
    │   └── GoneError             it existed once (410)
    ├── UnfitError             what came cannot be it: of another kind
    │   └── UnreadError           it is too large or coded, so nobody knows
    └── UnreachableError       no name, no connection, or broken off
        ├── SlowError             not there in time
        ├── TlsError              the host does not prove that it is who it says
        ├── RestingError          it failed too often just now, so we leave it alone for a while
        └── BusyError             too much is being fetched already
"""

MINUTE = 60
NOT_FOUND = 404
GONE = 410


class WebError(Exception):
    """Say what is wrong, in two languages; `code` is stable and safe to show."""

    code = "web"
    nl = "Er ging iets mis bij ons."
    en = "Something went wrong on our side."

    def __str__(self) -> str:
        """Read as the English sentence, for logs and commands."""
        return self.en


class TooManyError(WebError):
    """Say that an address asks more than is its share, and when it can ask again.

    One address can be a whole school, so nobody is blamed.
    """

    code = "too-many"

    def __init__(self, *, retry_after: int) -> None:
        self.retry_after = retry_after
        self.nl = (
            "Er komen nu veel vragen van jouw netwerk. Daarom wachten wij even. Wat je invulde, is niet weg. "
            f"Probeer het over {_duration_nl(retry_after)} nog een keer."
        )
        self.en = (
            "Many questions come from your network now, so we wait a moment. What you filled in is not lost. "
            f"Try again in {_duration_en(retry_after)}."
        )
        super().__init__(self.en)


class CountingError(WebError):
    """Say that the counters cannot be read or written; `reason` is for the log."""

    code = "counting"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class MailUnsentError(WebError):
    """Say that a letter could not be sent now; `reason` is for the log and names nobody."""

    code = "mail-unsent"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class MailRefusedError(WebError):
    """Say that the mail server will never take this letter; `reason` is for the log and names nobody."""

    code = "mail-refused"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class EgressError(WebError):
    """Say why something of another host could not be had; `en` is for the log, `code` for everybody."""

    code = "egress"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class AddressError(EgressError):
    """Refuse an address before anything is asked of anybody."""

    code = "address-refused"


class OwnAddressError(AddressError):
    """Say that an address is our own; `url` is its one spelling."""

    code = "address-own"

    def __init__(self, url: str) -> None:
        super().__init__("this address is our own")
        self.url = url


class HostNotPublicError(AddressError):
    """Refuse a host of which one address is not of the public internet."""

    code = "host-not-public"


class RedirectError(EgressError):
    """Refuse to be led on: too often, to another host where that counts, or to nowhere."""

    code = "redirects"


class StatusError(EgressError):
    """Say that the host answered something else than 200; `status` tells what."""

    code = "status"

    def __init__(self, status: int) -> None:
        super().__init__(f"the host answered {status}")
        self.status = status


class NotFoundError(StatusError):
    """Say that the host knows no such thing."""

    code = "not-found"


class GoneError(StatusError):
    """Say that the host knew it once."""

    code = "gone"


class UnfitError(EgressError):
    """Refuse what came; `code` of an instance is `too-large`, `coded` or `wrong-type`."""

    code = "unfit"

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.code = code


class UnreadError(UnfitError):
    """Refuse what came before we know what it is."""


class UnreachableError(EgressError):
    """Say that the host has no name, no connection, or broke off."""

    code = "unreachable"


class SlowError(UnreachableError):
    """Say that it did not come in time."""

    code = "timeout"


class TlsError(UnreachableError):
    """Say that the host could not prove that it is who it says."""

    code = "tls"


class RestingError(UnreachableError):
    """Leave a host alone that failed again and again just now."""

    code = "resting"


class BusyError(UnreachableError):
    """Say that there was no turn in time."""

    code = "busy"


def status_error(status: int) -> StatusError:
    """Give the error for a status other than 200."""
    kinds: dict[int, type[StatusError]] = {NOT_FOUND: NotFoundError, GONE: GoneError}
    return kinds.get(status, StatusError)(status)


def _duration_nl(seconds: int) -> str:
    """Write a duration for people: rounded up, so that it is long enough."""
    if seconds <= MINUTE:
        return f"{seconds} seconden" if seconds > 1 else "1 seconde"
    return f"{-(-seconds // MINUTE)} minuten"


def _duration_en(seconds: int) -> str:
    """Write it in English."""
    if seconds <= MINUTE:
        return f"{seconds} seconds" if seconds > 1 else "1 second"
    return f"{-(-seconds // MINUTE)} minutes"
