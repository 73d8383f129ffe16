"""What stands inside a document with contexts of its own: credentials, endorsements, and the proofs of both.

JSON-LD lets any object name contexts, and with them change what its words mean. Here only what is a document
by itself may do so: an endorsement (OB 3.0 B.1.7), a credential in a CLR (CLR 2.0 B.1.2) or in a presentation
(VCDM 2.0 4.13), and a proof that repeats the contexts of its document (VC-DI 2.1). The reference then makes
sure that it means in its place exactly what it means alone: whichever of the two proofs somebody checks, the
words that they read are the words that were signed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from badges.jsonld.gate import Way, everything
from badges.strictjson import Json, JsonObject

_HOLDERS_OF_CREDENTIALS: tuple[Way, ...] = (
    ("verifiableCredential",),
    ("credentialSubject", "verifiableCredential"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a document in which each part with contexts of its own is only named.

    Attributes:
        way: Where it stands in the whole.
        document: The document, with the name of a part where that part stood.
        parts: The parts by their names.
    """

    way: Way
    document: JsonObject
    parts: "Mapping[str, Part]"


def starts(document: JsonObject) -> frozenset[Way]:
    """Give the way to the document itself, and to each part that may name contexts and does."""
    found: dict[Way, JsonObject] = {(): document}
    for way, value in everything(document):
        if way and isinstance(value, dict) and "@context" in value:
            start = max((known for known in found if way[: len(known)] == known), key=len)
            if _may_name_contexts(way[len(start) :], value, within=found[start]):
                found[way] = value
    return frozenset(found)


def split(document: JsonObject, *, at: frozenset[Way]) -> Part:
    """Split a document at `starts`.

    A name that the document holds as an id of its own would lead to two places; the reference then finds that
    the parts do not make the whole.
    """
    names = {way: f"urn:x-inside:{number}" for number, way in enumerate(sorted(at, key=str))}
    return _part((), document, names=names)


def join(expanded: list[Json], *, parts: Mapping[str, list[Json]]) -> list[Json]:
    """Put expanded parts back where they are named."""
    joined: list[Json] = []
    for member in expanded:
        name = member.get("@id") if isinstance(member, dict) and len(member) == 1 else None
        joined += parts.get(str(name), [_join_members(member, parts=parts)])
    return joined


def _join_members(value: Json, *, parts: Mapping[str, list[Json]]) -> Json:
    if isinstance(value, list):
        return join(value, parts=parts)
    if isinstance(value, dict):
        return {key: _join_members(member, parts=parts) for key, member in value.items()}
    return value


def _may_name_contexts(way: Way, value: JsonObject, *, within: JsonObject) -> bool:
    """Tell whether what stands here, seen from the document that it is in, is a document by itself."""
    if isinstance(way[-1], int):
        way = way[:-1]
    if way == ("proof",):
        return value["@context"] == within.get("@context")
    return way[-1] == "endorsement" or tuple(_keys(way)) in _HOLDERS_OF_CREDENTIALS


def _keys(way: Way) -> Iterator[str | int]:
    """Leave out the places in lists: a subject may be one of several."""
    return (step for step in way if not isinstance(step, int))


def _part(way: Way, document: JsonObject, *, names: Mapping[Way, str]) -> Part:
    parts: dict[str, Part] = {}

    def named(value: Json, here: Way) -> Json:
        if here != way and here in names and isinstance(value, dict):
            parts[names[here]] = _part(here, value, names=names)
            return {"@id": names[here]}
        if isinstance(value, dict):
            return {key: named(member, (*here, key)) for key, member in value.items()}
        if isinstance(value, list):
            return [named(member, (*here, index)) for index, member in enumerate(value)]
        return value

    return Part(
        way=way,
        document={key: named(member, (*way, key)) for key, member in document.items()},
        parts=parts,
    )
