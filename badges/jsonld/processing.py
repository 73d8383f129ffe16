"""The JSON-LD processor of PyLD behind one lock, with the frozen contexts as its whole world.

PyLD's caches are not thread-safe and shared by the whole process; ours are its own, used by one at a time.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, cast

from pyld import jsonld
from pyld.context_resolver import ContextResolver

from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject

ActiveContext = dict[str, Any]
"""What PyLD keeps for an active context; only this package looks inside."""

LOCK = Lock()
"""Held by whoever works with PyLD."""


def load_frozen(url: str, _options: object) -> dict[str, object]:
    """Give a frozen context the way PyLD asks for it; the tag lets PyLD keep it for the whole process."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": contexts.load(url),
        "tag": "static",
    }


_RESOLVER = ContextResolver({}, load_frozen)


def options() -> dict[str, object]:
    """Give the options of every call: our contexts only, no base IRI to resolve against, JSON-LD 1.1."""
    return {
        "documentLoader": load_frozen,
        "contextResolver": _RESOLVER,
        "base": None,
        "processingMode": "json-ld-1.1",
        "isFrame": False,
    }


def initial_context() -> ActiveContext:
    """Give the active context of a document that has said nothing yet. Hold the lock."""
    context = jsonld.JsonLdProcessor()._get_initial_context(options())  # noqa: SLF001 -- no public door
    return cast("ActiveContext", context)


def apply_context(
    active: ActiveContext, local: Json, *, propagate: bool = True, scoped: bool = False
) -> ActiveContext:
    """Process a local context (JSON-LD API 5.1). Hold the lock.

    `propagate` is false for a type-scoped context, `scoped` is true for a property-scoped one: it may
    redefine protected terms.
    """
    processed = jsonld.JsonLdProcessor()._process_context(  # noqa: SLF001 -- no public door with these two
        active, local, options(), override_protected=scoped, propagate=propagate
    )
    return cast("ActiveContext", processed)


def expand(document: JsonObject, *, on_dropped: Callable[[str | None], None]) -> list[Any]:
    """Expand a document (JSON-LD API 5.2) and tell of each property that is dropped. Hold the lock."""
    processor = jsonld.JsonLdProcessor(on_property_dropped=on_dropped)
    return cast("list[Any]", processor.expand(document, options()))


def compact(expanded: list[Any], urls: tuple[str, ...]) -> JsonObject:
    """Compact an expanded document with its own contexts (JSON-LD API 5.4). Hold the lock."""
    processor = jsonld.JsonLdProcessor()
    compacted = processor.compact(expanded, list(urls), {**options(), "skipExpansion": True})
    return cast("JsonObject", compacted)


def to_rdf(expanded: list[Any]) -> dict[str, list[dict[str, dict[str, str]]]]:
    """Turn an expanded document into RDF (JSON-LD API 8.1). Hold the lock."""
    dataset = jsonld.JsonLdProcessor().to_rdf(expanded, options())
    return cast("dict[str, list[dict[str, dict[str, str]]]]", dataset)
