"""The two editions of the VC data model that credentials are written in, and the clauses of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from badges import moments
from badges.jsonld.contexts import CREDENTIALS_V1, CREDENTIALS_V2
from badges.members import items
from badges.strictjson import JsonObject


@dataclass(frozen=True, slots=True)
class Problem:
    """Say where a document is not as the data model asks, and in which clause.

    Attributes:
        pointer: Where it is (RFC 6901).
        message: What it should be; it never quotes a value.
        clause: As `VCDM 2.0 4.9`.
    """

    pointer: str
    message: str
    clause: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold what tells one edition of the data model from the other.

    `starts` and `ends` are the members for the period of validity; `clauses` are by the name of the member;
    `identified` are the members of which each object has an id.
    """

    name: str
    context: str
    starts: str
    ends: str
    clauses: Mapping[str, str]
    identified: frozenset[str]

    def problem(self, pointer: str, message: str, *, member: str) -> Problem:
        """Say what is wrong, with the clause for a member."""
        return Problem(pointer=pointer, message=message, clause=f"VCDM {self.name} {self.clauses[member]}")


V2 = Edition(
    name="2.0",
    context=CREDENTIALS_V2,
    starts="validFrom",
    ends="validUntil",
    clauses=MappingProxyType(
        {
            "@context": "4.3",
            "id": "4.4",
            "type": "4.5",
            "name": "4.6",
            "description": "4.6",
            "issuer": "4.7",
            "credentialSubject": "4.8",
            "validFrom": "4.9",
            "validUntil": "4.9",
            "credentialStatus": "4.10",
            "credentialSchema": "4.11",
            "proof": "4.12",
            "verifiableCredential": "4.13",
            "holder": "4.13",
            "relatedResource": "5.3",
            "refreshService": "5.4",
            "termsOfUse": "5.5",
            "evidence": "5.6",
        }
    ),
    identified=frozenset({"credentialSchema"}),
)
V1 = Edition(
    name="1.1",
    context=CREDENTIALS_V1,
    starts="issuanceDate",
    ends="expirationDate",
    clauses=MappingProxyType(
        {
            "@context": "4.1",
            "id": "4.2",
            "type": "4.3",
            "credentialSubject": "4.4",
            "issuer": "4.5",
            "issuanceDate": "4.6",
            "proof": "4.7",
            "expirationDate": "4.8",
            "credentialStatus": "4.9",
            "verifiableCredential": "4.10",
            "holder": "4.10",
            "credentialSchema": "5.4",
            "refreshService": "5.5",
            "termsOfUse": "5.6",
            "evidence": "5.7",
        }
    ),
    identified=frozenset({"credentialSchema", "credentialStatus", "refreshService"}),
)


def edition_of(document: JsonObject) -> Edition:
    """Tell the edition by the first context; 2.0 where it is neither."""
    return V1 if items(document.get("@context"))[:1] == [CREDENTIALS_V1] else V2


@dataclass(frozen=True, slots=True)
class Period:
    """Hold from when until when a credential is valid, as it says itself; None is what cannot be read.

    On VC 1.1 each may stand there by two names: its context has `validFrom` and `validUntil` as well.
    """

    starts: tuple[datetime | None, ...]
    ends: tuple[datetime | None, ...]

    @property
    def is_readable(self) -> bool:
        """Tell whether all of it can be read."""
        return None not in (*self.starts, *self.ends)

    @property
    def start(self) -> datetime | None:
        """Give the last of its starts, for it must have begun by each."""
        return max((each for each in self.starts if each), default=None)

    @property
    def end(self) -> datetime | None:
        """Give the first of its ends."""
        return min((each for each in self.ends if each), default=None)


def period_of(document: JsonObject) -> Period:
    """Read the period of validity (VCDM 2.0 4.9, VCDM 1.1 4.6)."""
    edition = edition_of(document)
    return Period(
        starts=_moments(document, edition.starts, V2.starts), ends=_moments(document, edition.ends, V2.ends)
    )


def _moments(document: JsonObject, *names: str) -> tuple[datetime | None, ...]:
    """Read the members of these names that are there, each once."""
    return tuple(moments.read(document[name]) for name in dict.fromkeys(names) if name in document)
