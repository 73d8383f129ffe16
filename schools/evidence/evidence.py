"""What is kept of a badge that was taken in: evidence, or why it is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias
from urllib.parse import unquote

from badges.judgement import Independence
from badges.strictjson import JsonObject
from badges.wording import Sentence
from schools.mapping.statements import Statement
from verifier.recognition import Recognised


@dataclass(frozen=True, slots=True)
class Identity:
    """Name a credential by its issuer and its id, without escapes and spaces (OB 3.0 equality)."""

    issuer: str
    id: str

    @classmethod
    def of(cls, issuer: str, credential_id: str) -> "Identity":
        """Make it of what a credential says."""
        return cls(unquote(issuer).strip(), unquote(credential_id).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Hold what a badge says that the verifier calls valid.

    Attributes:
        file: Where it was found.
        identity: Its issuer and its id.
        title: What it is called.
        issuer: The name of who gave it.
        judged_by: The name of who judged it; another than the issuer in a praktijkverklaring.
        is_known: Whether a register knows the issuer.
        is_declared: Whether what kind of organisation the issuer is, is its own word only.
        is_of_school: Whether the issuer is a school, and not by its own word only.
        is_own: Whether the person gave it to themselves.
        name: The name in it, as the issuer wrote it down.
        statements: What it says about work.
        independence: How independently it was done, if it says so.
        recognised: Whether the issuer was recognised for the work then, as far as somebody knows.
        confirmed_by: Who confirmed it besides.
        rests_on: The ids of the badges that it cites.
        achievement: The id of what was achieved.
        awarded: When it was given.
        judged: The day on which the work was judged, as far as it says so.
        starts, ends: The period of the work.
        valid_from, valid_until: From when to when it may be used.
        did: What the person did, in the words of the issuer.
        photos: Where the photos are that the person lets go along.
        is_shaken: Whether a badge that it cites was withdrawn since; that is never kept, but asked each time.
    """

    file: str
    identity: Identity
    title: str | None
    issuer: str
    judged_by: str
    is_known: bool
    is_declared: bool
    is_of_school: bool
    is_own: bool
    name: str | None
    statements: tuple[Statement, ...]
    independence: Independence | None
    recognised: Recognised
    confirmed_by: tuple[str, ...]
    rests_on: frozenset[str]
    achievement: str | None
    awarded: datetime | None
    judged: datetime | None
    starts: datetime | None
    ends: datetime | None
    valid_from: datetime | None
    valid_until: datetime | None
    did: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    is_shaken: bool = False


class Obstacle(StrEnum):
    """Name why something that was taken in does not count."""

    FAKE = "niet-echt"
    UNSIGNED = "niet-ondertekend"
    REVOKED = "ingetrokken"
    REPLACED = "vervangen"
    EXPIRED = "verlopen"
    EARLY = "nog-niet-geldig"
    STALE = "intrekking-onbekend"
    UNSURE = "niet-te-controleren"
    OTHER_NAME = "andere-naam"
    WHOSE = "van-wie"
    NO_BADGE = "geen-bewijs"
    UNREADABLE = "niet-te-lezen"

    @property
    def says(self) -> Sentence:
        """Say what is the matter, and what can be done."""
        return _SAYS[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Hold what does not count, and why; `detail` is the sentence of the verifier where it has one.

    `identity` is only there where the credential is authentic: what a forger wrote says nothing.
    """

    file: str
    obstacle: Obstacle
    identity: Identity | None = None
    title: str | None = None
    name: str | None = None
    detail: Sentence | None = None

    def as_json(self) -> JsonObject:
        """Give it as it is shown."""
        found: JsonObject = {
            "file": self.file,
            "code": self.obstacle.value,
            "says": self.obstacle.says.as_json(),
            "credentialId": self.identity.id if self.identity else None,
            "title": self.title,
            "name": self.name,
            "detail": self.detail.as_json() if self.detail else None,
        }
        return {name: value for name, value in found.items() if value is not None}


Taken: TypeAlias = Evidence | SetAside

_SAYS: Final = MappingProxyType(
    {
        Obstacle.FAKE: Sentence(
            "Het is niet echt, of het is veranderd. Vraag de persoon om het bewijs zelf te openen.",
            "It is not genuine, or it was changed. Ask the person to open the badge themselves.",
        ),
        Obstacle.UNSIGNED: Sentence(
            "Er zit geen handtekening op. Vraag om het bewijs met de QR-code.",
            "It has no signature. Ask for the badge with the QR code.",
        ),
        Obstacle.REVOKED: Sentence(
            "De uitgever heeft het ingetrokken. Vraag de uitgever als je meer wilt weten.",
            "The issuer withdrew it. Ask the issuer if you want to know more.",
        ),
        Obstacle.REPLACED: Sentence(
            "Er is een nieuwe versie van. Vraag de persoon om die.",
            "There is a newer version of it. Ask the person for that one.",
        ),
        Obstacle.EXPIRED: Sentence(
            "Het was verlopen op de dag van dit voorstel.", "It had expired on the day of this proposal."
        ),
        Obstacle.EARLY: Sentence(
            "Het ging nog niet in op de dag van dit voorstel.",
            "It was not yet valid on the day of this proposal.",
        ),
        Obstacle.STALE: Sentence(
            "Wij konden niet zien of het is ingetrokken. Probeer het later nog een keer.",
            "We could not see whether it was withdrawn. Try again later.",
        ),
        Obstacle.UNSURE: Sentence(
            "Wij konden het niet controleren. Dat zegt niet dat het vals is.",
            "We could not check it. That does not say that it is false.",
        ),
        Obstacle.OTHER_NAME: Sentence(
            "Er staat een andere naam in. Is het toch dezelfde persoon? Zeg dat er dan bij.",
            "It holds another name. Is it the same person all the same? Then say so.",
        ),
        Obstacle.WHOSE: Sentence(
            "In deze bewijzen staan verschillende namen. Zeg om wie het gaat.",
            "These badges hold different names. Say whom it is about.",
        ),
        Obstacle.NO_BADGE: Sentence(
            "Dit is geen bewijs van wat iemand kan.", "This is no badge of what somebody can do."
        ),
        Obstacle.UNREADABLE: Sentence("Dit kunnen wij niet lezen.", "We cannot read this."),
    }
)


def ids_in(taken: Iterable[Taken]) -> Iterator[str]:
    """Name the badges that were taken in, and those that they cite."""
    for each in taken:
        if each.identity is not None:
            yield each.identity.id
        if isinstance(each, Evidence):
            yield from each.rests_on


def badges_in(taken: Iterable[Taken]) -> list[Identity]:
    """Name the badges that counted when they were taken in."""
    return [each.identity for each in taken if isinstance(each, Evidence)]
