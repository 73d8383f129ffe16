"""What the VC data model asks of any credential or presentation, 2.0 and 1.1, whatever it says.

That each word means something is for the engines (`jsonld`), what an Open Badge must have for its schema
(`schema`); here is the frame of both. Each problem names the clause of the data model that it stands in.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from badges import moments, status
from badges.edition import V1, V2, Edition, Problem, edition_of
from badges.errors import StatusError
from badges.jsonld.iris import is_absolute_iri
from badges.members import items, text
from badges.strictjson import Json, JsonObject

__all__ = [
    "MAX_PROBLEMS",
    "Problem",
    "data_model_problems",
    "presentation_problems",
    "related_resource_problems",
]

MAX_PROBLEMS = 50

_ENVELOPES = ("EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_DIRECTIONS = ("ltr", "rtl")
_LISTED = ("BitstringStatusListEntry", "StatusList2021Entry")


_Problems: TypeAlias = Iterator[Problem]

_TYPED = ("credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence", "proof")
"""The members whose objects each say of which type they are (VCDM 2.0 4.5, VCDM 1.1 4.3)."""


def data_model_problems(document: JsonObject) -> tuple[Problem, ...]:
    """Give where a credential is not as the data model asks, of the edition that its first context names."""
    return tuple(islice(_credential(document, edition_of(document)), MAX_PROBLEMS))


def presentation_problems(document: JsonObject) -> tuple[Problem, ...]:
    """Give where a presentation, or a credential in it, is not as the data model asks (VCDM 2.0 4.13)."""
    return tuple(islice(_presentation(document, edition_of(document)), MAX_PROBLEMS))


def related_resource_problems(document: JsonObject) -> tuple[Problem, ...]:
    """Give where what is named elsewhere is not named as it should be (VCDM 2.0 5.3); 1.1 has no such."""
    edition = edition_of(document)
    return tuple(islice(_related(document, edition), MAX_PROBLEMS)) if edition is V2 else ()


def _credential(document: JsonObject, edition: Edition) -> _Problems:
    yield from _frame(document, "VerifiableCredential", edition)
    yield from _issuer(document, edition)
    yield from _subjects(document, edition)
    yield from _period(document, edition)
    for member in _TYPED:
        yield from _typed(document, member, edition)
    yield from _status(document, edition)
    if edition is V2:
        yield from _texts(document, "", edition)
        yield from _related(document, edition)


def _presentation(document: JsonObject, edition: Edition) -> _Problems:
    yield from _frame(document, "VerifiablePresentation", edition)
    for member in ("termsOfUse", "refreshService", "proof"):
        yield from _typed(document, member, edition)
    if "holder" in document:
        yield from _party(document["holder"], "holder", edition)
    for pointer, held in _each(document, "verifiableCredential"):
        if isinstance(held, dict):
            yield from _held(held, pointer)
        elif edition is V2 or text(held) is None:
            yield edition.problem(pointer, "it is a credential", member="verifiableCredential")


def _held(held: JsonObject, pointer: str) -> _Problems:
    """Look at a credential in a presentation: it may come in an envelope (VCDM 2.0 4.13.1)."""
    edition = edition_of(held)
    if any(name in items(held.get("type")) for name in _ENVELOPES):
        found = _envelope(held, edition)
    else:
        found = _credential(held, edition)
    for problem in found:
        yield Problem(pointer=pointer + problem.pointer, message=problem.message, clause=problem.clause)


def _envelope(held: JsonObject, edition: Edition) -> _Problems:
    if items(held.get("@context"))[:1] != [edition.context]:
        yield edition.problem("/@context", f"the first is {edition.context}", member="@context")
    name = text(held.get("id"))
    if name is None or not name.startswith("data:"):
        yield edition.problem("/id", "an envelope holds a credential as a data: address", member="id")


def _frame(document: JsonObject, kind: str, edition: Edition) -> _Problems:
    yield from _contexts(document, edition)
    yield from _identifier(document, "", "id", edition)
    nameless = tuple(_types(document, "", "type", edition))
    yield from nameless
    if not nameless and kind not in items(document.get("type")):
        yield edition.problem("/type", f"one of the types is {kind}", member="type")


def _contexts(document: JsonObject, edition: Edition) -> _Problems:
    contexts = document.get("@context")
    if not isinstance(contexts, list) or contexts[:1] != [edition.context]:
        message = f"it is a list, and the first is {edition.context}"
        yield edition.problem("/@context", message, member="@context")
    for index, context in enumerate(contexts if isinstance(contexts, list) else []):
        if not isinstance(context, dict) and not _is_url(context):
            yield edition.problem(f"/@context/{index}", "it is an address", member="@context")


def _identifier(node: JsonObject, pointer: str, member: str, edition: Edition) -> _Problems:
    """Look at an id, where there is one: a single address."""
    if "id" in node and not _is_url(node["id"]):
        yield edition.problem(f"{pointer}/id", "an id is one address", member=member)


def _types(node: JsonObject, pointer: str, member: str, edition: Edition) -> _Problems:
    """Look at the types of an object that must have one or more."""
    types = items(node.get("type"))
    if not types or any(text(each) is None for each in types):
        yield edition.problem(f"{pointer}/type", "it says of which type it is", member=member)


def _issuer(document: JsonObject, edition: Edition) -> _Problems:
    issuer = document.get("issuer")
    yield from _party(issuer, "issuer", edition)
    if isinstance(issuer, dict) and edition is V2:
        yield from _texts(issuer, "/issuer", edition)


def _party(party: Json, member: str, edition: Edition) -> _Problems:
    """Look at who issues or holds: an address, or an object that has one."""
    if not _is_url(party.get("id") if isinstance(party, dict) else party):
        message = "it is an address, or an object whose id is one"
        yield edition.problem(f"/{member}", message, member=member)


def _subjects(document: JsonObject, edition: Edition) -> _Problems:
    member = "credentialSubject"
    if member not in document:
        yield edition.problem("", "a credential is about somebody or something", member=member)
    for pointer, subject in _each(document, member):
        if not isinstance(subject, dict) or not subject:
            yield edition.problem(pointer, "a subject is an object that says something", member=member)
        else:
            yield from _identifier(subject, pointer, member, edition)


def _period(document: JsonObject, edition: Edition) -> _Problems:
    if edition is V1 and "issuanceDate" not in document:
        yield edition.problem("", "a credential says since when it holds", member="issuanceDate")
    found = {}
    for member in (edition.starts, edition.ends):
        if member in document:
            found[member] = moments.read(document[member])
            if found[member] is None:
                message = "it is a date and time that exists, with a time zone"
                yield edition.problem(f"/{member}", message, member=member)
    starts, ends = found.get(edition.starts), found.get(edition.ends)
    if starts is not None and ends is not None and ends < starts:
        message = f"it is not before {edition.starts}"
        yield edition.problem(f"/{edition.ends}", message, member=edition.ends)


def _typed(document: JsonObject, member: str, edition: Edition) -> _Problems:
    """Look at the objects of a member that each say of which type they are."""
    for pointer, value in _each(document, member):
        if not isinstance(value, dict):
            yield edition.problem(pointer, "it is an object", member=member)
            continue
        yield from _types(value, pointer, member, edition)
        yield from _identifier(value, pointer, member, edition)
        if member in edition.identified and "id" not in value:
            yield edition.problem(pointer, "it has an id", member=member)


def _status(document: JsonObject, edition: Edition) -> _Problems:
    """Look at entries of status lists: a wrong one would say nothing about this credential (BSL 2.1)."""
    for pointer, entry in _each(document, "credentialStatus"):
        kinds = items(entry.get("type")) if isinstance(entry, dict) else []
        kind = next((name for name in _LISTED if name in kinds), None)
        if isinstance(entry, dict) and kind is not None:
            message = _entry_problem(entry, kind)
            if message is not None:
                yield edition.problem(pointer, message, member="credentialStatus")


def _entry_problem(entry: JsonObject, kind: str) -> str | None:
    """Say what is wrong with an entry; one of several bits is well-formed, though we do not read it."""
    size = entry.get("statusSize", 1)
    if type(size) is not int or size < 1:
        return "statusSize is a whole number of bits"
    try:
        status.entry_index({**entry, "statusSize": 1}, entry_type=kind)
    except StatusError as error:
        return error.reason
    return None if _is_url(entry["statusListCredential"]) else "statusListCredential is an address"


def _texts(node: JsonObject, pointer: str, edition: Edition) -> _Problems:
    """Look at a name and a description: a text, or texts with their language (VCDM 2.0 11.1)."""
    for member in ("name", "description"):
        value = node.get(member, "")
        good = all(map(_is_language_object, value)) if isinstance(value, list) else _is_text(value)
        if not good or value == []:
            message = "it is a text, or texts with their language"
            yield edition.problem(f"{pointer}/{member}", message, member=member)


def _is_text(value: Json) -> bool:
    return isinstance(value, str) or _is_language_object(value)


def _is_language_object(value: Json) -> bool:
    if not isinstance(value, dict) or not value.keys() <= {"@value", "@language", "@direction"}:
        return False
    language = value.get("@language", "nl")
    return (
        isinstance(value.get("@value"), str)
        and isinstance(language, str)
        and _LANGUAGE.fullmatch(language) is not None
        and value.get("@direction", "ltr") in _DIRECTIONS
    )


def _related(document: JsonObject, edition: Edition) -> _Problems:
    """Look at what is named elsewhere: each once, with a digest (VCDM 2.0 5.3)."""
    member = "relatedResource"
    seen: set[str] = set()
    for pointer, value in _each(document, member):
        if not isinstance(value, dict):
            yield edition.problem(pointer, "it is an object", member=member)
            continue
        name = value.get("id")
        if not isinstance(name, str) or not _is_url(name) or name in seen:
            yield edition.problem(f"{pointer}/id", "an id is one address, and named once", member=member)
        seen.add(str(name))
        digests = [value[key] for key in ("digestSRI", "digestMultibase") if key in value]
        if not digests or any(text(digest) is None for digest in digests):
            yield edition.problem(pointer, "it has digestSRI or digestMultibase, a text", member=member)


def _each(document: JsonObject, member: str) -> Iterator[tuple[str, Json]]:
    """Give what a member holds with the pointer to each; an empty list, like null, holds nothing."""
    value = document.get(member)
    if isinstance(value, list) and value:
        yield from ((f"/{member}/{index}", each) for index, each in enumerate(value))
    elif member in document:
        yield f"/{member}", value


def _is_url(value: Json) -> bool:
    return isinstance(value, str) and is_absolute_iri(value)
