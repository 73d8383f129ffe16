"""Term tables: what each key means below a type, asked of PyLD once and kept for all documents.

A `State` is the active context in which a node object begins. Its types may scope further contexts
(JSON-LD 1.1, 4.1.8); the result is a `Table`: for each key a `Term`, for the types their finished quads.
"""

import json
from collections import Counter
from dataclasses import dataclass, replace

from badges.errors import InvalidValueError, UndefinedTermError, UnhandledShapeError
from badges.jsonld.active import LOCK, ActiveContext, ContradictionError, frozen
from badges.jsonld.iris import is_absolute_iri
from badges.jsonld.problem import Problem
from badges.strictjson import Json

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_MOST_TABLES = 1_024
_MOST_SCOPED_TYPES = 4
_CONTAINERS: tuple[list[str], ...] = ([], ["@set"], ["@list"])


@dataclass(frozen=True, slots=True)
class Term:
    """Hold how to write the values of one key.

    `link` is ` <predicate> `; `head` and `tail` stand around the text of a literal, None where a text is
    an IRI; `datatype` is that of a number; `member` is the term for the members of an ordered list;
    `vocabulary` is what a text may name where its type is @vocab; `scope` is a property-scoped
    context, as JSON; `unhandled` says why the walker leaves the values to the reference; `leads_on` that a
    node may stand there, with nothing special about it.
    """

    link: str
    head: str | None = None
    tail: str = ""
    datatype: str | None = None
    member: "Term | None" = None
    keyword: bool = False
    vocabulary: dict[str, str] | None = None
    scope: str | None = None
    unhandled: str | None = None
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the finished rdf:type quads of some types (without subject), and the terms below them.

    `twins` are the keys that share their predicate with another (criteria and Criteria).
    """

    types: tuple[str, ...]
    terms: dict[str, Term]
    twins: frozenset[str]


class State:
    """Keep the tables of one active context; safe to share between threads."""

    def __init__(self, active: ActiveContext) -> None:
        self._active = active
        self._tables: dict[object, Table] = {}
        self._terms: dict[tuple[str, ...], dict[str, Term]] = {}
        self._scoped: dict[str, State] = {}

    def table(self, types: Json) -> Table:
        """Give the table of a `type` value: a string, a list of strings, or None where there is none.

        Raises:
            Problem: a type is undefined, or no string.
        """
        try:
            return self._tables[tuple(types) if type(types) is list else types]
        except (KeyError, TypeError):
            return self._compile_table(types)

    def scoped(self, scope: str) -> "State":
        """Give the state below a term with a property-scoped context."""
        if scope not in self._scoped:
            with LOCK:
                active = frozen().apply_context(self._active, json.loads(scope), scoped=True)
            self._scoped[scope] = State(active)
        return self._scoped[scope]

    def _compile_table(self, types: Json) -> Table:
        names = _type_names(types)
        iris = sorted({self._type_iri(name) for name in names})
        terms = self._terms_below(names)
        links = Counter(term.link for term in terms.values() if not term.keyword)
        twins = frozenset(key for key, term in terms.items() if links[term.link] > 1)
        table = Table(tuple(f" <{RDF}type> <{iri}> .\n" for iri in iris), terms, twins)
        if len(self._tables) < _MOST_TABLES:
            self._tables[tuple(types) if isinstance(types, list) else types] = table
        return table

    def _type_iri(self, name: str) -> str:
        mapping = self._active["mappings"].get(name)
        iri = mapping["@id"] if mapping else name
        if not isinstance(iri, str) or not is_absolute_iri(iri):
            raise Problem(UndefinedTermError, f"The type {name[:200]} is defined by no context", "type")
        return iri

    def _terms_below(self, names: tuple[str, ...]) -> dict[str, Term]:
        mappings = self._active["mappings"]
        scopes = tuple(sorted({n for n in names if (mappings.get(n) or {}).get("@context") is not None}))
        if scopes not in self._terms:
            if len(scopes) > _MOST_SCOPED_TYPES or len(self._terms) >= _MOST_TABLES:
                raise Problem(UnhandledShapeError, "So many types at once are left to the reference", "type")
            self._terms[scopes] = self._compile_terms(scopes)
        return self._terms[scopes]

    def _compile_terms(self, scopes: tuple[str, ...]) -> dict[str, Term]:
        mappings = self._active["mappings"]
        with LOCK:
            active = self._active
            try:
                for name in scopes:
                    active = frozen().apply_context(active, mappings[name]["@context"], propagate=False)
            except ContradictionError:  # the second type gives a term of the first another meaning
                raise Problem(InvalidValueError, "These types contradict each other", "type") from None
            if any(mapping["_prefix"] for mapping in active["mappings"].values() if mapping):
                raise Problem(UnhandledShapeError, "A context with prefixes is left to the reference")
            return {key: _term(active, key) for key, mapping in active["mappings"].items() if mapping}


def _type_names(types: Json) -> tuple[str, ...]:
    if types is None:
        return ()
    names = types if isinstance(types, list) else [types]
    for name in names:
        if not isinstance(name, str):
            raise Problem(InvalidValueError, "A type is a text", "type")
    return tuple(name for name in names if isinstance(name, str))


def _term(active: ActiveContext, key: str) -> Term:
    """Compile one term of an active context. Hold the lock."""
    mapping = active["mappings"][key]
    if mapping["@id"] in ("@id", "@type"):
        return Term(link="", keyword=True)
    link = f" <{mapping['@id']}> "
    reason = _unhandled(mapping)
    if reason:
        return Term(link=link, unhandled=reason)
    scope = json.dumps(mapping["@context"], sort_keys=True) if "@context" in mapping else None
    coercion = mapping.get("@type")
    vocabulary = _vocabulary(active, scope) if coercion == "@vocab" else None
    term = Term(link=link, scope=scope, vocabulary=vocabulary)
    if coercion not in ("@id", "@vocab"):
        term = _literal(term, coercion)
    if mapping.get("@container") == ["@list"]:
        first = f" <{RDF}first> "
        member = replace(term, link=first, head=term.head and f'{first}"')
        return replace(term, head=None, member=member)
    return replace(term, leads_on=not (scope or vocabulary or term.datatype))


def _literal(term: Term, coercion: str | None) -> Term:
    datatype = None if coercion in ("@none", XSD + "string") else coercion
    tail = f'"^^<{datatype}> .\n' if datatype else '" .\n'
    return replace(term, head=f'{term.link}"', tail=tail, datatype=datatype)


def _unhandled(mapping: ActiveContext) -> str | None:
    iri = mapping["@id"]
    if not is_absolute_iri(iri) or mapping.get("reverse"):
        return "A term that is a keyword or turned around"
    if mapping.get("@container", []) not in _CONTAINERS:
        return "A container other than a set or a list"
    if "@language" in mapping or "@direction" in mapping or "@nest" in mapping or "@index" in mapping:
        return "A term with a language, direction, nest or index"
    if mapping.get("@type") in ("@json", XSD + "double", XSD + "string"):
        return "A JSON literal, a double, or a string that says it is one"
    if "@context" in mapping and mapping["@context"] is None:
        return "A term that forgets its context"
    return None


def _vocabulary(active: ActiveContext, scope: str | None) -> dict[str, str]:
    inner = frozen().apply_context(active, json.loads(scope), scoped=True) if scope else active
    return {
        key: mapping["@id"]
        for key, mapping in inner["mappings"].items()
        if mapping and is_absolute_iri(mapping["@id"])
    }
