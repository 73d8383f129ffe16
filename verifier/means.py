"""What an examination works with: what is known of the world, the time, an engine, and checked lists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from badges.strictjson import Json, JsonObject
from verifier.needs import Answers
from verifier.report import ListSeen

if TYPE_CHECKING:
    from verifier.lists import ListMemory

Canonicalize: TypeAlias = Callable[[JsonObject], bytes]


class Profile(StrEnum):
    """Say what is asked of a document.

    `open-badge`: to be an Open Badge, an endorsement or a CLR. `credential`: to be any credential that the
    data model allows, for the public suites of W3C.
    """

    OPEN_BADGE = "open-badge"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Hold what a check may use besides the document itself.

    `inside` is what was found in it so far, on all levels, that was signed apart.
    """

    answers: Answers
    now: datetime
    canonicalize: Canonicalize
    lists: "ListMemory"
    profile: Profile = Profile.OPEN_BADGE
    lists_seen: list[ListSeen] = field(default_factory=list)
    inside: list[Json] = field(default_factory=list)
