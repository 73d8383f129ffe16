"""The JSON-LD processor of PyLD, with the frozen contexts as its whole world; `active` has its lock."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from pyld import jsonld
from pyld.context_resolver import ContextResolver

from badges.jsonld import contexts
from badges.jsonld.active import ActiveContext, ContradictionError
from badges.strictjson import Json, JsonObject

OWN_ERROR: type[Exception] = jsonld.JsonLdError
"""What PyLD raises at a document that JSON-LD does not allow."""

_MOST_PROCESSED = 2_000


class _Remembering(jsonld.JsonLdProcessor):  # type: ignore[misc]  # PyLD has no types
    """Process each context once: PyLD does so again for every node with a type that scopes one.

    It makes a copy of the active context before a context that does not propagate, and does not recognise
    the copy when it comes back. A document has few pairs of an active context and one that is applied to it.
    """

    def __init__(self, processed: dict[object, ActiveContext], **settings: object) -> None:
        super().__init__(**settings)
        self._processed = processed

    def _process_context(
        self, active: ActiveContext, local: Json, options: dict[str, object], **how: object
    ) -> ActiveContext:
        """Process a local context (JSON-LD API 5.1), or remember what came of it.

        With `cycles` PyLD only tries a context on one that is not whole yet.
        """
        if "cycles" in how or "_uuid" not in active:
            return cast("ActiveContext", super()._process_context(active, local, options, **how))
        key = (active["_uuid"], json.dumps(local, sort_keys=True), *sorted(how.items()))
        if key not in self._processed:
            if len(self._processed) >= _MOST_PROCESSED:
                self._processed.clear()
            self._processed[key] = super()._process_context(active, local, options, **how)
        return self._processed[key]


class Processor:
    """Wrap PyLD with contexts that cannot change: the frozen ones, and `also` in the tests of vectors."""

    def __init__(self, *, also: Mapping[str, JsonObject]) -> None:
        self.also = also
        self._resolver = ContextResolver({}, self._load)
        self._processed: dict[object, ActiveContext] = {}

    def _load(self, url: str, _options: object) -> dict[str, object]:
        """Give a context the way PyLD asks for it; the tag lets PyLD keep it."""
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": self._context(url),
            "tag": "static",
        }

    def _context(self, url: str) -> Json:
        return self.also[url] if url in self.also else contexts.load(url)

    def _options(self) -> dict[str, object]:
        """Give the options of every call: our contexts only, no base IRI to resolve against, JSON-LD 1.1."""
        return {
            "documentLoader": self._load,
            "contextResolver": self._resolver,
            "base": None,
            "processingMode": "json-ld-1.1",
            "isFrame": False,
        }

    def initial_context(self) -> ActiveContext:
        """Give the active context of a document that has said nothing yet. Hold the lock."""
        processor = jsonld.JsonLdProcessor()
        return cast("ActiveContext", processor._get_initial_context(self._options()))  # noqa: SLF001 -- no public door

    def apply_context(
        self, active: ActiveContext, local: Json, *, propagate: bool = True, scoped: bool = False
    ) -> ActiveContext:
        """Process a local context (JSON-LD API 5.1). Hold the lock.

        `propagate` is false for a type-scoped context, `scoped` is true for a property-scoped one: it may
        redefine protected terms.

        Raises:
            ContradictionError: it gives a protected term another meaning.
        """
        try:
            processed = jsonld.JsonLdProcessor()._process_context(  # noqa: SLF001 -- no public door with these two
                active, local, self._options(), override_protected=scoped, propagate=propagate
            )
        except jsonld.JsonLdError as error:
            raise ContradictionError from error
        return cast("ActiveContext", processed)

    def expand(self, document: JsonObject, *, on_dropped: Callable[[str | None], None]) -> list[Any]:
        """Expand a document (JSON-LD API 5.2) and tell of each property that is dropped. Hold the lock."""
        processor = _Remembering(self._processed, on_property_dropped=on_dropped)
        return cast("list[Any]", processor.expand(document, self._options()))

    def compact(self, expanded: list[Any], urls: tuple[str, ...]) -> JsonObject:
        """Compact an expanded document with its own contexts (JSON-LD API 5.4). Hold the lock."""
        settings = {**self._options(), "skipExpansion": True}
        return cast("JsonObject", _Remembering(self._processed).compact(expanded, list(urls), settings))

    def to_rdf(self, expanded: list[Any]) -> dict[str, list[dict[str, dict[str, str]]]]:
        """Turn an expanded document into RDF (JSON-LD API 8.1). Hold the lock.

        A direction is written as the peers write it: in the datatype (JSON-LD API 8.6, `i18n-datatype`).
        """
        settings = {**self._options(), "rdfDirection": "i18n-datatype"}
        dataset = jsonld.JsonLdProcessor().to_rdf(expanded, settings)
        return cast("dict[str, list[dict[str, dict[str, str]]]]", dataset)


class WithoutDatatypes(Processor):
    """Read the same contexts as if no term had a datatype, to bring an expanded document back.

    Early contexts give a datatype to terms that hold objects. Expansion does not care; compaction finds no
    term for such an object (JSON-LD API 6.5), so that nothing would seem to come back.
    """

    def __init__(self, *, also: Mapping[str, JsonObject]) -> None:
        super().__init__(also=also)
        self._twins: dict[tuple[str, ...], Mapping[str, str]] = {}

    def _context(self, url: str) -> Json:
        return _without_datatypes(super()._context(url))

    def twins(self, urls: tuple[str, ...]) -> Mapping[str, str]:
        """Give terms of these contexts that share their IRI with others one name for all.

        Early contexts have one for a class and one for a property (`Achievement` and `achievement`), of which
        compaction takes the first by the alphabet (JSON-LD API 6.3).
        """
        if urls not in self._twins:
            self._twins[urls] = self._found_twins(urls)
        return self._twins[urls]

    def _found_twins(self, urls: tuple[str, ...]) -> Mapping[str, str]:
        names: dict[str, str] = {}
        found: dict[str, str] = {}
        for url in urls:
            for term, iri in _terms(self._context(url)):
                found[term] = names.setdefault(iri, found.get(term, term))
        return found


def _terms(value: Json) -> Iterator[tuple[str, str]]:
    """Give each term of a context, at any depth, with what stands there as its IRI."""
    for member in value if isinstance(value, list) else []:
        yield from _terms(member)
    for key, member in value.items() if isinstance(value, dict) else []:
        iri = member.get("@id") if isinstance(member, dict) else member
        if isinstance(iri, str) and not key.startswith("@") and not iri.startswith("@"):
            yield key, iri
        yield from _terms(member)


def _without_datatypes(value: Json) -> Json:
    if isinstance(value, list):
        return [_without_datatypes(member) for member in value]
    if not isinstance(value, dict):
        return value
    coercion = value.get("@type")
    is_datatype = "@id" in value and isinstance(coercion, str) and not coercion.startswith("@")
    return {
        key: _without_datatypes(member)
        for key, member in value.items()
        if not (is_datatype and key == "@type")
    }
