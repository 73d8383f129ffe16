"""What the verifier may ask of the world, as a port: `app` fills it, tests have a small world.

Nothing of the badge itself travels along: a did, a list's address, an id (security T30).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from badges.strictjson import JsonObject


class Absence(StrEnum):
    """Say why something could not be had."""

    ELDERS = "elders"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Missing:
    """Stand for something that could not be had, and why.

    `elders`: it is of another host, and we do not go there. `unknown`: its host, or we, say that it
    does not exist. `unreachable`: it may exist, but did not come in time.
    """

    reason: Absence


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """Hold what a register says of an issuer: its name, its kind, since when it is listed."""

    name: str
    kind: str
    since: date


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Hold what the issuer's own register says of a badge that was withdrawn.

    `replaced_by` is the address of the better version, where there is one.
    """

    on: datetime
    replaced_by: str | None = None


class Sources(Protocol):
    """Give what a badge needs to be checked, or say that it is missing.

    Where a register cannot answer at all, it may raise: no report is better than one that calls a known
    issuer unknown or a withdrawn badge good.
    """

    async def did_document(self, did: str) -> "JsonObject | Missing":
        """Give the did document of an issuer (did:key is never asked: it holds its own key)."""
        ...

    async def status_list(self, url: str) -> bytes | Missing:
        """Give the signed status list at an address, as it is published."""
        ...

    async def known_issuer(self, did: str) -> KnownIssuer | None:
        """Say what the register knows of an issuer, by its exact did."""
        ...

    async def withdrawal(self, credential_id: str, *, issuer: str) -> Withdrawal | None:
        """Say when and why this issuer withdrew this badge, if we keep its register."""
        ...

    async def badge(self, link: str) -> bytes | Missing:
        """Give the signed bytes behind a link of this service: the whole address, or `/b/...`."""
        ...
