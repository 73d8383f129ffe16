"""The second engine as the public suites of the W3C need it: with contexts that no badge may name.

They use contexts that define every word, and contexts that stand in the document itself. With those it could
give two words each other's meaning and keep its signature (VC-DI 2.4.1), so whoever asks for this engine
checks nothing for the public.
"""

from functools import cache
from hashlib import sha256

from badges import strictjson
from badges.jsonld import contexts
from badges.jsonld.reference import Reference
from badges.strictjson import Json, JsonObject


def canonicalize(document: JsonObject) -> bytes:
    """Write the canonical N-Quads of a document, also with contexts of the suites or of its own.

    Raises:
        TooComplexError: canonicalising would cost more than a credential is worth.
        JsonLdError: the document does not mean what it says; the pointer tells where.
    """
    found: dict[str, JsonObject] = {}
    named = {key: _with_names(key, member, found=found) for key, member in document.items()}
    engine = Reference(also={**contexts.examples(), **found}) if found else _engine()
    return engine.canonicalize(named)


@cache
def _engine() -> Reference:
    return Reference(also=contexts.examples())


def _with_names(key: str, value: Json, *, found: dict[str, JsonObject]) -> Json:
    """Put an address where a context of its own stands: N-Quads hold no context, so nothing else changes."""
    if key == "@context":
        listed = value if isinstance(value, list) else [value]
        return [_named(each, found=found) if isinstance(each, dict) else each for each in listed]
    if isinstance(value, dict):
        return {name: _with_names(name, member, found=found) for name, member in value.items()}
    if isinstance(value, list):
        return [_with_names("", member, found=found) for member in value]
    return value


def _named(context: JsonObject, *, found: dict[str, JsonObject]) -> str:
    """Name a context by its digest; it may stand in an object as in a file of its own (JSON-LD API 5.1)."""
    name = f"urn:x-context:{sha256(strictjson.dumps(context)).hexdigest()}"
    found[name] = context if "@context" in context else {"@context": context}
    return name
