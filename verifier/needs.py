"""What a badge needs from the world to be checked, as values: a check asks, and somebody else fetches.

    examine -> asks `Answers` -> what is not there yet is wanted
    the engine fetches what is wanted, and examines again: pure, the same answers give the same report

Nothing of the badge itself travels along: a did, an address, an id (security T30).
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from badges.strictjson import JsonObject
from verifier.recognition import Recognition

_Name = TypeVar("_Name")


class Purpose(StrEnum):
    """Say why something is fetched; each purpose has its own rules in `web.egress`.

    `key`: a did document, a controller document or a document with one key. `status-list`: a signed list of
    what was withdrawn. `revocation-list`: an unsigned one (1EdTechRevocationList, Open Badges 2.0).
    `schema`: a JSON Schema that the credential names. `refresh`: a newer version of the credential.
    `hosted`: an assertion, badge class or profile of Open Badges 2.0 at its own address.
    `link`: what a visitor asked for. `signature`: whether the issuer's own register knows a signature, asked
    of nobody else, where its key was withdrawn.
    """

    KEY = "key"
    STATUS_LIST = "status-list"
    REVOCATION_LIST = "revocation-list"
    SCHEMA = "schema"
    REFRESH = "refresh"
    HOSTED = "hosted"
    LINK = "link"
    SIGNATURE = "signature"


class Absence(StrEnum):
    """Say why something could not be had.

    `elders`: it is of another host, and we do not go there (offline). `refused`: its address is none that we
    go to. `unknown`: its host, or we, say that it does not exist. `gone`: its host says that it existed once
    (410). `unreachable`: it may exist, but did not come in time. `wrong`: something came that cannot be it.
    `unread`: something came that we do not read, too large or no JSON; nobody knows what it would say.
    """

    ELDERS = "elders"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    WRONG = "wrong"
    UNREAD = "unread"


MAX_ADDRESS = 1_000
"""A did or an address of more characters is not asked for."""


@dataclass(frozen=True, slots=True)
class Need:
    """Name one thing that is needed: a did or an address, and what for."""

    purpose: Purpose
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold what came.

    Attributes:
        raw: Its bytes.
        url: The address that gave it in the end, after redirects.
        media_type: What its host calls it, in lower case and without parameters; a word of a stranger.
        at: When it was fetched; long ago where its host does not answer now.
    """

    raw: bytes
    url: str
    media_type: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Missing:
    """Stand for something that could not be had, and why."""

    reason: Absence


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """Hold what a register says of an issuer: its name and, where it says so, its kind and since when.

    `recognitions` tells of a leerbedrijf for which kwalificaties it is or was recognised; `declared` is
    as much of its kind as nobody looked up.
    """

    name: str
    kind: str | None = None
    since: date | None = None
    recognitions: tuple[Recognition, ...] = ()
    declared: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Hold that an organisation confirmed a badge: its name, the day, and where what it said stands."""

    by: str
    on: date
    address: str

    def as_json(self) -> JsonObject:
        """Give it as the API shows it."""
        return {"by": self.by, "on": self.on.isoformat(), "address": self.address}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Hold what the issuer's own register says of a badge that was withdrawn.

    `replaced_by` is the address of the better version, where that may be told; `is_replaced` says that there
    is one. `is_mistake` says that it was given by mistake.
    """

    on: datetime
    replaced_by: str | None = None
    is_replaced: bool = False
    is_mistake: bool = False

    @property
    def has_better(self) -> bool:
        """Tell whether a better version took its place."""
        return self.is_replaced or self.replaced_by is not None


@dataclass(frozen=True, slots=True)
class Identity:
    """Name a credential by its issuer and its id, as registers know it."""

    issuer: str
    id: str


@dataclass(frozen=True, slots=True)
class ListName:
    """Name a status list by who signed it and where it is."""

    issuer: str
    url: str


@dataclass(slots=True)
class Wanted:
    """List what somebody has to go and get."""

    needs: dict[Need, None] = field(default_factory=dict)
    issuers: dict[str, None] = field(default_factory=dict)
    withdrawals: dict[Identity, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything is wanted."""
        return bool(self.needs or self.issuers or self.withdrawals)


@dataclass(slots=True)
class Answers:
    """Hold what is known of the world so far, and write down what is asked and not known yet.

    Attributes:
        found: What was fetched, or why it is missing.
        seen: The newest list of each issuer at each address that was checked here before: a host cannot go
            back to an older one.
        issuers: What the registers say of issuers; None where no register knows one.
        withdrawals: What issuers' own registers say; None where none has withdrawn it.
        asked: What was asked, each once, in the order of asking.
        closed: Nobody fetches any more; what is not known is missing.
    """

    found: dict[Need, Found | Missing] = field(default_factory=dict)
    seen: dict[ListName, Found] = field(default_factory=dict)
    issuers: dict[str, KnownIssuer | None] = field(default_factory=dict)
    withdrawals: dict[Identity, Withdrawal | None] = field(default_factory=dict)
    asked: Wanted = field(default_factory=Wanted)
    closed: bool = False

    @property
    def wanted(self) -> Wanted:
        """Give what was asked and is not known yet; nothing any more once it is closed."""
        if self.closed:
            return Wanted()
        return Wanted(
            _without(self.asked.needs, self.found),
            _without(self.asked.issuers, self.issuers),
            _without(self.asked.withdrawals, self.withdrawals),
        )

    def ask(self, purpose: Purpose, address: str) -> Found | Missing:
        """Give what is at an address; `unreachable` while it is not known."""
        need = Need(purpose, address)
        self.asked.needs[need] = None
        return self.found.get(need, Missing(Absence.UNREACHABLE))

    def issuer(self, id: str) -> KnownIssuer | None:  # noqa: A002 - what OB 3.0 calls it
        """Say what the registers know of an issuer, by its exact id."""
        self.asked.issuers[id] = None
        return self.issuers.get(id)

    def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Say whether the issuer's own register has withdrawn this credential."""
        self.asked.withdrawals[identity] = None
        return self.withdrawals.get(identity)


def _without(asked: Iterable[_Name], known: Container[_Name]) -> dict[_Name, None]:
    """Leave out what is known."""
    return {name: None for name in asked if name not in known}
