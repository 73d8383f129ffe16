"""The slow engine: PyLD behind the data-loss gate, then RDFC-1.0.

It handles every legal document over the frozen contexts and refuses what would not be covered by the
signature. It shares with the walker the frozen contexts as PyLD processes them, and the
question what an IRI is.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NoReturn

import pyoxigraph as ox

from badges import jsonpointer
from badges.errors import (
    DataLossError,
    InvalidValueError,
    JsonLdError,
    RelativeIriError,
    TooComplexError,
    UndefinedTermError,
    UnknownContextError,
)
from badges.jsonld import canonical, contexts, gate, inside, roundtrip
from badges.jsonld.active import LOCK
from badges.jsonld.canonical import Digest
from badges.jsonld.gate import Way
from badges.jsonld.inside import Part
from badges.jsonld.iris import is_absolute_iri
from badges.jsonld.problem import Problem
from badges.strictjson import JsonObject

_FOREIGN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What PyLD raises at documents that it did not expect, besides its own error."""


class Reference:
    """The engine over the frozen contexts, and over those in `also`.

    `also` is for the vectors of others, whose contexts (some with @vocab, which defines everything) we
    would never accept on a badge.
    """

    def __init__(self, *, also: Mapping[str, JsonObject]) -> None:
        from badges.jsonld.processing import OWN_ERROR, Processor, WithoutDatatypes  # noqa: PLC0415 - see `active`

        self._also = also
        self._foreign = (OWN_ERROR, *_FOREIGN)
        self._processor = Processor(also=also)
        self._way_back = WithoutDatatypes(also=also)

    def canonicalize(self, document: JsonObject) -> bytes:
        """Write the canonical N-Quads of a document; see `canonicalize`."""
        starts = inside.starts(document)
        self._check_contexts(document, starts=starts)
        try:
            gate.check(document, starts=starts)
            with LOCK:
                quads = _quads(self._processor.to_rdf(self._understood(document, starts=starts)))
            return canonical.lines(quads, digest="sha256")
        except Problem as problem:
            raise problem.error() from None
        except RecursionError:
            raise TooComplexError("The document is nested too deep", pointer="") from None
        except self._foreign as error:
            raise InvalidValueError(f"JSON-LD does not allow this: {_cause(error)}", pointer="") from error

    def _check_contexts(self, document: JsonObject, *, starts: frozenset[Way]) -> None:
        """Refuse a context that is not frozen, at the top and inside."""
        for way in sorted(starts, key=len):
            found: Any = document
            for step in way:
                found = found[step]
            try:
                contexts.context_list(found, also=self._also)
            except UnknownContextError as error:
                pointer = jsonpointer.write(way) + error.pointer
                raise UnknownContextError(error.reason, pointer=pointer) from None

    def _understood(self, document: JsonObject, *, starts: frozenset[Way]) -> list[Any]:
        """Expand a document and make sure that all of it was understood. Hold the lock."""
        whole = inside.split(document, at=starts)
        joined = self._joined(whole, within=document)
        if whole.parts and joined != self._expand(document):
            raise Problem(DataLossError, "What stands inside means something else there than alone")
        return joined

    def _joined(self, part: Part, *, within: JsonObject) -> list[Any]:
        """Expand each part alone, make sure that nothing of it is lost, and put them together."""
        expanded = self._expand(part.document)
        _check_iris(expanded, within)
        lost = self._first_loss(part.document, expanded)
        if lost is not None:
            way = [*part.way, *lost]
            raise Problem(DataLossError, "This would not be covered by the signature", *reversed(way))
        parts = {name: self._joined(inner, within=within) for name, inner in part.parts.items()}
        return inside.join(expanded, parts=parts)

    def _expand(self, document: JsonObject) -> list[Any]:
        def refuse(name: str | None) -> NoReturn:
            where = gate.find(document, lambda way, _: bool(way) and way[-1] == name)
            raise UndefinedTermError(f"{str(name)[:200]} is defined by no context", pointer=where)

        return self._processor.expand(document, on_dropped=refuse)

    def _first_loss(self, document: JsonObject, expanded: list[Any]) -> list[str] | None:
        """Give the way to the first thing in a document that does not come back."""
        urls = contexts.context_list(document, also=self._also)
        back = self._way_back.compact(expanded, urls)
        return roundtrip.first_loss(document, back, twins=self._way_back.twins(urls))


def canonicalize(document: JsonObject) -> bytes:
    """Write the canonical N-Quads of a document without proof, or of a proof configuration (VC-DI 4.2).

    Raises:
        TooComplexError: canonicalising would cost more than a badge is worth.
        JsonLdError: the document does not mean what it says; the pointer tells where.
    """
    return _frozen().canonicalize(document)


def canonicalize_dataset(nquads: bytes, *, digest: Digest = "sha256") -> bytes:
    """Write the canonical form of any N-Quads (RDFC-1.0 4.4).

    Raises:
        InvalidValueError: the bytes are no N-Quads.
        TooComplexError: canonicalising would cost more than a badge is worth.
    """
    try:
        quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
        return canonical.lines([quad for quad in quads if isinstance(quad, ox.Quad)], digest=digest)
    except SyntaxError as error:
        raise InvalidValueError(f"These are no N-Quads: {error.msg}", pointer="") from None
    except Problem as problem:
        raise problem.error() from None


@cache
def _frozen() -> Reference:
    return Reference(also={})


def _check_iris(expanded: list[Any], document: JsonObject) -> None:
    for way, value in gate.everything(expanded):
        if not way or not isinstance(value, str):
            continue
        kind = way[-2] if isinstance(way[-1], int) and len(way) > 1 else way[-1]
        if kind in ("@id", "@type") and value != "@json" and not is_absolute_iri(value):
            raise _no_iri(value, kind=kind, document=document)


def _no_iri(text: str, *, kind: str | int, document: JsonObject) -> JsonLdError:
    """Say where the document names what is no absolute IRI."""
    where = gate.find(document, lambda _, member: member == text)
    error = RelativeIriError if kind == "@id" else UndefinedTermError
    return error(f"{text[:200]} is no absolute IRI", pointer=where)


def _quads(dataset: Mapping[str, list[dict[str, dict[str, str]]]]) -> list[ox.Quad]:
    """Turn a dataset of PyLD into quads of pyoxigraph."""
    quads = []
    for graph, triples in dataset.items():
        name = ox.DefaultGraph() if graph == "@default" else _resource(graph)
        for triple in triples:
            predicate = ox.NamedNode(triple["predicate"]["value"])
            quads.append(
                ox.Quad(_resource(triple["subject"]["value"]), predicate, _object(triple["object"]), name)
            )
    return quads


def _resource(value: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(value[2:]) if value.startswith("_:") else ox.NamedNode(value)


def _object(term: dict[str, str]) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if term["type"] != "literal":
        return _resource(term["value"])
    if "language" in term:
        return ox.Literal(term["value"], language=term["language"])
    return ox.Literal(term["value"], datatype=ox.NamedNode(term["datatype"]))


def _cause(error: BaseException) -> str:
    """Give the innermost reason, in short; PyLD wraps it in several."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error).split("\n", maxsplit=1)[0][:200]
