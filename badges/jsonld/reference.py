"""The slow engine: PyLD behind the data-loss gate, canonicalised by pyoxigraph (RDFC-1.0).

It handles every legal document over the frozen contexts and refuses what would not be covered by the
signature. It shares with the walker the frozen contexts as PyLD processes them, and the
question what an IRI is.
"""

from collections.abc import Mapping
from typing import Any, Literal, NoReturn

import pyoxigraph as ox
from pyld.jsonld import JsonLdError as PyldError

from badges.errors import (
    DataLossError,
    InvalidValueError,
    JsonLdError,
    RelativeIriError,
    TooComplexError,
    UndefinedTermError,
)
from badges.jsonld import budget, contexts, gate, roundtrip
from badges.jsonld.iris import is_absolute_iri
from badges.jsonld.problem import Problem
from badges.jsonld.processing import LOCK, Processor
from badges.strictjson import JsonObject

_FOREIGN = (PyldError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What PyLD raises at documents that it did not expect, besides its own error."""

_ALGORITHMS = {
    "sha256": ox.CanonicalizationAlgorithm.RDFC_1_0,
    "sha384": ox.CanonicalizationAlgorithm.RDFC_1_0_SHA_384,
}


class Reference:
    """The engine over the frozen contexts, and over those in `also`.

    `also` is for the vectors of others, whose contexts (some with @vocab, which defines everything) we
    would never accept on a badge.
    """

    def __init__(self, *, also: Mapping[str, JsonObject]) -> None:
        self._also = also
        self._processor = Processor(also=also)

    def canonicalize(self, document: JsonObject) -> bytes:
        """Write the canonical N-Quads of a document; see `canonicalize`."""
        urls = contexts.context_list(document, also=self._also)
        try:
            gate.check(document)
            with LOCK:
                quads = _quads(self._processor.to_rdf(self._understood(document, urls)))
            return _canonical(quads, digest="sha256")
        except Problem as problem:
            raise problem.error() from None
        except RecursionError:
            raise TooComplexError("The document is nested too deep", pointer="") from None
        except _FOREIGN as error:
            raise InvalidValueError(f"JSON-LD does not allow this: {_cause(error)}", pointer="") from error

    def _understood(self, document: JsonObject, urls: tuple[str, ...]) -> list[Any]:
        """Expand a document and make sure that all of it was understood. Hold the lock."""

        def refuse(name: str | None) -> NoReturn:
            where = gate.find(document, lambda way, _: bool(way) and way[-1] == name)
            raise UndefinedTermError(f"{str(name)[:200]} is defined by no context", pointer=where)

        expanded = self._processor.expand(document, on_dropped=refuse)
        _check_iris(expanded, document)
        lost = roundtrip.first_loss(document, self._processor.compact(expanded, urls))
        if lost is not None:
            raise Problem(DataLossError, "This would not be covered by the signature", *reversed(lost))
        return expanded


_FROZEN = Reference(also={})


def canonicalize(document: JsonObject) -> bytes:
    """Write the canonical N-Quads of a document without proof, or of a proof configuration (VC-DI 4.2).

    Raises:
        TooComplexError: canonicalising would cost more than a badge is worth.
        JsonLdError: the document does not mean what it says; the pointer tells where.
    """
    return _FROZEN.canonicalize(document)


def canonicalize_dataset(nquads: bytes, *, digest: Literal["sha256", "sha384"] = "sha256") -> bytes:
    """Write the canonical form of any N-Quads (RDFC-1.0 4.4).

    Raises:
        InvalidValueError: the bytes are no N-Quads.
        TooComplexError: canonicalising would cost more than a badge is worth.
    """
    try:
        quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
        return _canonical([quad for quad in quads if isinstance(quad, ox.Quad)], digest=digest)
    except SyntaxError as error:
        raise InvalidValueError(f"These are no N-Quads: {error.msg}", pointer="") from None
    except Problem as problem:
        raise problem.error() from None


def _canonical(quads: list[ox.Quad], *, digest: str) -> bytes:
    budget.check(quads)
    dataset = ox.Dataset(quads)
    dataset.canonicalize(_ALGORITHMS[digest])
    return "".join(sorted(f"{quad} .\n" for quad in dataset)).encode()


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
