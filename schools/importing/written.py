"""How what was taken in of a file is written in the database, and read back."""

from collections.abc import Collection, Sequence
from typing import Final

from badges import strictjson
from badges.members import at, objects, part, parts, text
from badges.strictjson import Json, JsonObject
from schools.evidence.credentials import Credential, load_credential
from schools.evidence.evidence import Identity, Taken, badges_in
from schools.evidence.keeping import dump_taken, load_taken
from verifier.needs import Purpose

_MOST_READ: Final = 50_000_000


def write_taken(taken: Sequence[Taken], *, credentials: list[Json]) -> str:
    """Write what was taken in, with the credentials that can go along."""
    written: JsonObject = {"taken": [dump_taken(each) for each in taken], "credentials": credentials}
    return strictjson.dumps(written).decode()


def taken_in(written: str) -> tuple[Taken, ...]:
    """Read back what was taken in."""
    return tuple(map(load_taken, parts([*objects(read_written(written), "taken")])))


def kept_in(written: str) -> tuple[tuple[Taken, ...], tuple[Credential, ...]]:
    """Read back what was taken in, and the credentials."""
    whole = read_written(written)
    taken = tuple(map(load_taken, parts([*objects(whole, "taken")])))
    return taken, tuple(map(load_credential, objects(whole, "credentials")))


def identities_in(written: str) -> set[Identity]:
    """Name the badges that count as evidence in what was taken in."""
    return set(badges_in(taken_in(written)))


def narrow_taken(written: str, *, to: Collection[Identity]) -> str:
    """Leave out every badge that is not among these, and its credential."""
    taken, credentials = kept_in(written)
    documents: list[Json] = [
        {"issuerId": each.identity.issuer, "id": each.identity.id, "document": each.document}
        for each in credentials
        if each.identity in to
    ]
    return write_taken([each for each in taken if each.identity in to], credentials=documents)


def narrow_report(written: str, *, to: Collection[Identity]) -> str:
    """Leave out of a report each thing inside in which none of these badges is, and by which link it came."""
    return strictjson.dumps(without_link(_narrow(read_written(written), to=to))).decode()


def without_link(checked: JsonObject) -> JsonObject:
    """Leave out of a report the link that was followed: whoever has it opens what somebody shares."""
    report = part(checked.get("report"))
    if not report:
        return checked
    sources: list[Json] = [
        each for each in objects(report, "sources") if each.get("purpose") != Purpose.LINK.value
    ]
    inside: list[Json] = [without_link(each) for each in objects(report, "inside")]
    return {**checked, "report": {**report, "sources": sources, **({"inside": inside} if inside else {})}}


def _narrow(checked: JsonObject, *, to: Collection[Identity]) -> JsonObject:
    report = part(checked.get("report"))
    if "inside" not in report:
        return checked
    kept: list[Json] = [_narrow(each, to=to) for each in objects(report, "inside") if _holds(each, any_of=to)]
    return {**checked, "report": {**report, "inside": kept}}


def _holds(checked: JsonObject, *, any_of: Collection[Identity]) -> bool:
    report = part(checked.get("report"))
    issuer, id_ = text(at(report, "facts", "issuer", "id")), text(at(report, "facts", "credentialId"))
    if issuer and id_ and Identity.of(issuer, id_) in any_of:
        return True
    return any(_holds(each, any_of=any_of) for each in objects(report, "inside"))


def read_written(written: str) -> JsonObject:
    """Read what we wrote ourselves."""
    return strictjson.loads_object(written.encode(), max_bytes=_MOST_READ, max_depth=64)
