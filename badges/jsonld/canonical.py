"""RDFC-1.0: the same graph, the same bytes, whatever its blank nodes were called; with every step counted.

A small graph can ask for years of work (RDFC-1.0 7.1, poison graphs). Most nodes have a hash of their own and
cost nothing more; where hashes collide, the N-degree hash tries all orders of all look-alikes, up to a limit.

pyoxigraph has this algorithm too, but keeps the neighbours of a node as a set where all others keep a list
(4.8.3, step 3.1.2): in a graph without an id, as proofs and presentations have, look-alikes would get other
labels than everywhere else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256, sha384
from types import MappingProxyType
from typing import Literal, TypeAlias

import pyoxigraph as ox

from badges.errors import TooComplexError
from badges.jsonld.problem import Problem

MOST_STEPS = 100_000
"""A graph of twelve nodes of which none differs from the others (rdf-canon tests 044-046) takes a seventh."""

DEEPEST = 128
"""A chain of look-alikes longer than this would exhaust the stack."""

Digest: TypeAlias = Literal["sha256", "sha384"]

_DIGESTS = MappingProxyType({"sha256": sha256, "sha384": sha384})


def lines(quads: Sequence[ox.Quad], *, digest: Digest) -> bytes:
    """Write the canonical N-Quads (RDFC-1.0 5).

    Raises:
        Problem: TooComplexError.
    """
    names = labels(quads, digest=digest)
    return "".join(sorted({_line(quad, names.__getitem__) for quad in quads})).encode()


def labels(quads: Sequence[ox.Quad], *, digest: Digest) -> Mapping[ox.BlankNode, str]:
    """Give each blank node its canonical label, `_:c14n0` and on (RDFC-1.0 4.4.3).

    Raises:
        Problem: TooComplexError.
    """
    graph = _Graph(quads, digest=digest)
    for nodes in graph.lookalikes:
        paths = []
        for node in nodes:
            if node not in graph.issued:
                temporary = {node: "_:b0"}
                paths.append((graph.hash_n_degree(node, temporary), temporary))
        for _, temporary in sorted(paths, key=lambda path: path[0]):
            graph.issue(temporary)
    return graph.issued


class _Graph:
    """Hold the quads by blank node, the labels that were given, and the steps that were taken."""

    def __init__(self, quads: Sequence[ox.Quad], *, digest: Digest) -> None:
        self.steps = 0
        self.issued: dict[ox.BlankNode, str] = {}
        self._digest = _DIGESTS[digest]
        self._mentions: dict[ox.BlankNode, list[ox.Quad]] = defaultdict(list)
        for quad in dict.fromkeys(quads):
            for node in {term for _, term in _blanks(quad)}:
                self._mentions[node].append(quad)
        self._first = {node: self._hash_first_degree(node) for node in self._mentions}
        by_hash: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for node, text in self._first.items():
            by_hash[text].append(node)
        groups = [by_hash[text] for text in sorted(by_hash)]
        self.issue(nodes[0] for nodes in groups if len(nodes) == 1)
        self.lookalikes = [nodes for nodes in groups if len(nodes) > 1]

    def issue(self, nodes: "Iterator[ox.BlankNode] | Mapping[ox.BlankNode, str]") -> None:
        """Give the next labels, in this order, to those without one (4.5)."""
        for node in nodes:
            self.issued.setdefault(node, f"_:c14n{len(self.issued)}")

    def hash_n_degree(self, node: ox.BlankNode, temporary: dict[ox.BlankNode, str]) -> str:
        """Hash a node by its neighbours in the order that gives the smallest path (4.8.3).

        `temporary` gets the labels that were given on that path, in their order.
        """
        if len(temporary) > DEEPEST:
            raise Problem(TooComplexError, "Too many parts without an id hang together")
        related: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for quad in self._mentions[node]:
            for position, neighbour in _blanks(quad):
                if neighbour != node:
                    related[self._hash_related(neighbour, quad, position, temporary)].append(neighbour)
        data = []
        for text in sorted(related):
            path, after = self._smallest_path(related[text], temporary)
            data.append(text + path)
            temporary.clear()
            temporary.update(after)
        return self._hash("".join(data))

    def _smallest_path(
        self, nodes: list[ox.BlankNode], temporary: dict[ox.BlankNode, str]
    ) -> tuple[str, dict[ox.BlankNode, str]]:
        best: tuple[str, dict[ox.BlankNode, str]] | None = None
        for order in _orders(nodes):
            self._count(len(order) + len(temporary))
            names = dict(temporary)
            path = self._path(order, names, best[0] if best else "")
            if path is not None and (best is None or path < best[0]):
                best = (path, names)
        return best or ("", temporary)

    def _path(
        self, order: tuple[ox.BlankNode, ...], names: dict[ox.BlankNode, str], limit: str
    ) -> str | None:
        """Write the path of one order; None as soon as it cannot be the smallest (4.8.3, 5.4.4)."""
        path = ""
        deeper = []
        for node in order:
            if node in self.issued:
                path += self.issued[node]
            else:
                if node not in names:
                    deeper.append(node)
                path += names.setdefault(node, f"_:b{len(names)}")
            if limit and len(path) >= len(limit) and path > limit:
                return None
        for node in deeper:
            self._count(len(self._mentions[node]))
            text = self.hash_n_degree(node, names)
            path += f"{names[node]}<{text}>"
            if limit and len(path) >= len(limit) and path > limit:
                return None
        return path

    def _hash_related(
        self, node: ox.BlankNode, quad: ox.Quad, position: str, names: dict[ox.BlankNode, str]
    ) -> str:
        """Hash where a neighbour stands (4.7.3)."""
        predicate = "" if position == "g" else str(quad.predicate)
        return self._hash(
            position + predicate + (self.issued.get(node) or names.get(node) or self._first[node])
        )

    def _hash_first_degree(self, node: ox.BlankNode) -> str:
        """Hash all quads that mention a node, as `_:a`; every other blank node is `_:z` (4.6.3)."""

        def name(other: ox.BlankNode) -> str:
            return "_:a" if other == node else "_:z"

        return self._hash("".join(sorted(_line(quad, name) for quad in self._mentions[node])))

    def _hash(self, text: str) -> str:
        return self._digest(text.encode()).hexdigest()

    def _count(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise Problem(TooComplexError, "Too many parts without an id look alike")


def _orders(nodes: Sequence[ox.BlankNode]) -> Iterator[tuple[ox.BlankNode, ...]]:
    """Give each order of the nodes once: a graph is the neighbour of a node once for each of its quads."""
    if not nodes:
        yield ()
    for node in dict.fromkeys(nodes):
        rest = list(nodes)
        rest.remove(node)
        for order in _orders(rest):
            yield (node, *order)


def _blanks(quad: ox.Quad) -> Iterator[tuple[str, ox.BlankNode]]:
    for position, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph_name)):
        if isinstance(term, ox.BlankNode):
            yield position, term


def _line(quad: ox.Quad, name: Callable[[ox.BlankNode], str]) -> str:
    """Write a quad as canonical N-Quads, with these names for blank nodes."""
    terms: list[object] = [quad.subject, quad.predicate, quad.object]
    if not isinstance(quad.graph_name, ox.DefaultGraph):
        terms.append(quad.graph_name)
    written = [name(term) if isinstance(term, ox.BlankNode) else str(term) for term in terms]
    return f"{' '.join(written)} .\n"
