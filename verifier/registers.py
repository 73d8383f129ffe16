"""Registers of issuers as files: who somebody is comes from here, never from what the badge says of itself.

Our own form; an issuer is listed from `since` up to and including `until`:

    {"name": "Leerbedrijven in de regio",
     "issuers": {"did:web:maas.voorbeeld": {"name": "Magazijn De Maas", "kind": "leerbedrijf",
                                            "since": "2024-01-01", "until": "2027-12-31"}}}

A leerbedrijf may have `recognitions`: for which kwalificaties, from when to when, by whom; `confirmed`
is by who recognises (SBB), `declared` by the leerbedrijf itself:

    "recognitions": [{"status": "confirmed", "crebos": ["25774"],
                      "since": "2024-03-01", "until": "2028-02-29", "source": "SBB"}]

What of the kind nobody looked up, but only the issuer says, stands once more in `declared`.

The form of the Digital Credentials Consortium, which knows no kinds and no dates:

    {"meta": {"created": "2020-12-02T02:32:16+0000"},
     "registry": {"did:web:school.voorbeeld": {"name": "School", "location": "Zwolle", "url": "https://..."}}}

An issuer is found by its exact id. An id has one spelling here, and what only looks like it is another one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from badges import strictjson
from badges.dids import did_web_url
from badges.errors import DocumentError, KeyFormatError
from badges.members import text
from badges.strictjson import Json, JsonObject
from badges.texts import character_problems
from verifier.errors import RegisterFileError
from verifier.needs import KnownIssuer
from verifier.recognition import Recognised, Recognition

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_NAME: Final = 200

_OWN: Final = frozenset({"name", "issuers"})
_DCC: Final = frozenset({"meta", "registry"})
_LISTED: Final = frozenset({"name", "kind", "since"})
_UNTIL: Final = "until"
_RECOGNITIONS: Final = "recognitions"
_DECLARED: Final = "declared"
_RECOGNITION: Final = frozenset({"status", "crebos", "since", "source"})
_STATUSES: Final = (Recognised.CONFIRMED, Recognised.DECLARED)
_CREBO: Final = re.compile(r"[0-9]{5}", re.ASCII)
_ID: Final = re.compile(r"(?:did:[a-z0-9]+:|https://)[!-~]+", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold what a register says of one issuer, and from which day to which it says so."""

    issuer: KnownIssuer
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the issuer is listed on this day."""
        begun = self.issuer.since is None or self.issuer.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class IssuerRegister:
    """Hold a register: issuers by their exact id."""

    name: str
    listings: Mapping[str, Listing]

    def find(self, issuer: str, *, on: date) -> KnownIssuer | None:
        """Say what the register knows of an issuer on this day."""
        listing = self.listings.get(issuer)
        return listing.issuer if listing is not None and listing.holds_on(on) else None


def find_issuer(registers: Iterable[IssuerRegister], issuer: str, *, on: date) -> KnownIssuer | None:
    """Say what the first register knows that lists this issuer: put the one that you trust most first."""
    found = (register.find(issuer, on=on) for register in registers)
    return next((each for each in found if each is not None), None)


def read_register(raw: bytes, *, name: str) -> IssuerRegister:
    """Read a register of either form; `name` is for one that does not name itself.

    Raises:
        RegisterFileError: something in it is not as it must be; the text says what, and where.
    """
    try:
        document = strictjson.loads_object(raw, max_bytes=MAX_BYTES)
    except DocumentError as error:
        raise RegisterFileError(f"dit is geen JSON-object dat wij lezen ({error.reason})") from error
    if document.keys() == _OWN:
        named = _words(document["name"], at="/name")
        return IssuerRegister(named, _listings(document["issuers"], at="/issuers", read=_own_listing))
    if document.keys() == _DCC:
        return IssuerRegister(name, _listings(document["registry"], at="/registry", read=_dcc_listing))
    raise RegisterFileError('schrijf "name" en "issuers", of "meta" en "registry", en niets anders')


def dump_register(register: IssuerRegister) -> bytes:
    """Write a register in our own form.

    Raises:
        ValueError: a listing has no kind or no day, and our own form asks for both.
    """
    issuers: JsonObject = {id_: _as_json(listing) for id_, listing in register.listings.items()}
    return strictjson.dumps({"name": register.name, "issuers": issuers})


def _as_json(listing: Listing) -> JsonObject:
    said = listing.issuer
    if said.kind is None or said.since is None:
        raise ValueError(f"{said.name} is listed without a kind or a day")
    written: JsonObject = {"name": said.name, "kind": said.kind, "since": said.since.isoformat()}
    if listing.until is not None:
        written[_UNTIL] = listing.until.isoformat()
    if said.declared:
        written[_DECLARED] = said.declared
    if said.recognitions:
        written[_RECOGNITIONS] = [_recognition_as_json(each) for each in said.recognitions]
    return written


def _recognition_as_json(recognition: Recognition) -> JsonObject:
    written: JsonObject = {
        "status": recognition.status.value,
        "crebos": list(recognition.crebos),
        "since": recognition.since.isoformat(),
        "source": recognition.source,
    }
    return written if recognition.until is None else {**written, _UNTIL: recognition.until.isoformat()}


def _listings(value: Json, *, at: str, read: Callable[[JsonObject, str], Listing]) -> Mapping[str, Listing]:
    """Read the issuers of a register by their ids."""
    issuers = _object(value, at=at)
    return {
        _id(each, at=at): read(_object(said, at=f"{at}/{each}"), f"{at}/{each}")
        for each, said in issuers.items()
    }


def _own_listing(said: JsonObject, at: str) -> Listing:
    """Read an issuer of our own form."""
    if said.keys() - {_UNTIL, _RECOGNITIONS, _DECLARED} != _LISTED:
        raise RegisterFileError(
            f'{at}: schrijf "name", "kind" en "since", als het nodig is ook "until", "recognitions" en '
            '"declared", en niets anders'
        )
    name, kind = _words(said["name"], at=f"{at}/name"), _words(said["kind"], at=f"{at}/kind")
    since, until = _period(said, at=at)
    recognitions = _recognitions(said.get(_RECOGNITIONS, []), at=f"{at}/{_RECOGNITIONS}")
    declared = _words(said[_DECLARED], at=f"{at}/{_DECLARED}") if _DECLARED in said else None
    return Listing(KnownIssuer(name, kind, since, recognitions, declared), until=until)


def _recognitions(value: Json, *, at: str) -> tuple[Recognition, ...]:
    """Read for what an issuer is recognised as a leerbedrijf, in the order of the file."""
    if not isinstance(value, list):
        raise RegisterFileError(f"{at}: schrijf hier een lijst")
    return tuple(_recognition(each, at=f"{at}/{place}") for place, each in enumerate(value))


def _recognition(value: Json, *, at: str) -> Recognition:
    """Read one: who recognises does so for kwalificaties that are named, never for all work."""
    said = _object(value, at=at)
    if said.keys() - {_UNTIL} != _RECOGNITION:
        raise RegisterFileError(
            f'{at}: schrijf "status", "crebos", "since" en "source", als het nodig is ook "until", '
            "en niets anders"
        )
    status = next((each for each in _STATUSES if each.value == said["status"]), None)
    if status is None:
        raise RegisterFileError(f'{at}/status: schrijf "confirmed" of "declared"')
    since, until = _period(said, at=at)
    source = _words(said["source"], at=f"{at}/source")
    return Recognition(status, _crebos(said["crebos"], at=f"{at}/crebos"), since, source, until)


def _crebos(value: Json, *, at: str) -> tuple[str, ...]:
    """Read the numbers of kwalificaties: at least one."""
    numbers = value if isinstance(value, list) else []
    found = tuple(each for each in numbers if isinstance(each, str) and _CREBO.fullmatch(each))
    if not found or len(found) != len(numbers):
        raise RegisterFileError(f'{at}: schrijf een lijst van crebonummers, zoals ["25774"]')
    return found


def _period(said: JsonObject, *, at: str) -> tuple[date, date | None]:
    """Read the first day and, where there is one, the last."""
    since = _day(said["since"], at=f"{at}/since")
    until = _day(said[_UNTIL], at=f"{at}/until") if _UNTIL in said else None
    if until is not None and until < since:
        raise RegisterFileError(f'{at}: "until" ligt voor "since"')
    return since, until


def _dcc_listing(said: JsonObject, at: str) -> Listing:
    """Read an issuer of the form of the DCC: of what stands there only the name says who it is."""
    return Listing(KnownIssuer(_words(said.get("name"), at=f"{at}/name")))


def _object(value: Json, *, at: str) -> JsonObject:
    if not isinstance(value, dict):
        raise RegisterFileError(f"{at}: schrijf hier een object")
    return value


def _id(value: str, *, at: str) -> str:
    """Read an id as badges write it: a did or an address at https; a did:web in its one spelling."""
    if not _ID.fullmatch(value):
        raise RegisterFileError(
            f"{at}/{value}: noem een uitgever met zijn did, of met een adres dat met https:// begint"
        )
    if value.startswith("did:web:"):
        try:
            did_web_url(value)
        except KeyFormatError as error:
            raise RegisterFileError(f"{at}/{value}: dit is geen did:web die wij lezen ({error})") from error
    return value


def _words(value: Json, *, at: str) -> str:
    """Read a name as it will be shown: one line, not endless, with nothing in it that nobody sees."""
    said = text(value)
    if (
        said is None
        or len(said) > MAX_NAME
        or said != said.strip()
        or "\n" in said
        or character_problems(said)
    ):
        raise RegisterFileError(f"{at}: schrijf hier een naam van 1 tot {MAX_NAME} zichtbare tekens")
    return said


def _day(value: Json, *, at: str) -> date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:  # 2026-02-30
        pass
    raise RegisterFileError(f'{at}: schrijf een dag, zoals "2026-06-26"')
