"""What canonicalising may cost: a small graph can ask for years of work (RDFC-1.0 7.1, poison graphs).

Most nodes have a hash of their own and cost nothing more. Where hashes collide, the N-degree hash tries all
orders of all look-alikes; it is walked here first, with every step counted, and the count is capped.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from itertools import permutations

import pyoxigraph as ox

from badges.errors import TooComplexError
from badges.jsonld.problem import Problem

MOST_STEPS = 100_000
"""A graph of twelve nodes of which none differs from the others (rdf-canon tests 044-046) takes a seventh."""

DEEPEST = 128
"""A chain of look-alikes longer than this would exhaust the stack."""


def check(quads: list[ox.Quad]) -> None:
    """Refuse a graph of which the canonical form takes more steps than a badge is worth.

    Raises:
        Problem: TooComplexError.
    """
    graph = _Graph(quads)
    for node in graph.lookalikes():
        graph.hash_n_degree(node, {node: "_:b0"})


class _Graph:
    """Hold the quads by blank node, and count the steps of RDFC-1.0 4.8."""

    def __init__(self, quads: list[ox.Quad]) -> None:
        self.steps = 0
        self.issued: dict[ox.BlankNode, str] = {}
        self.mentions: dict[ox.BlankNode, list[ox.Quad]] = defaultdict(list)
        for quad in quads:
            for node in {term for _, term in _blanks(quad)}:
                self.mentions[node].append(quad)
        self.first = {node: self._first_degree(node) for node in self.mentions}
        by_hash: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for node, digest in self.first.items():
            by_hash[digest].append(node)
        self.groups = [by_hash[digest] for digest in sorted(by_hash)]
        for nodes in self.groups:
            if len(nodes) == 1:
                self.issued[nodes[0]] = f"_:c14n{len(self.issued)}"

    def lookalikes(self) -> list[ox.BlankNode]:
        """Give the nodes that share their hash with another."""
        return [node for nodes in self.groups if len(nodes) > 1 for node in nodes]

    def hash_n_degree(self, node: ox.BlankNode, temporary: dict[ox.BlankNode, str]) -> str:
        """Hash a node by its neighbours in the order that gives the smallest path (RDFC-1.0 4.8.3)."""
        if len(temporary) > DEEPEST:
            raise Problem(TooComplexError, "Too many parts without an id hang together")
        related: dict[str, list[ox.BlankNode]] = defaultdict(list)
        for quad in self.mentions[node]:
            for position, neighbour in _blanks(quad):
                if neighbour != node:
                    related[self._related(neighbour, quad, position, temporary)].append(neighbour)
        data = []
        for digest in sorted(related):
            path, temporary_after = self._smallest_path(related[digest], temporary)
            data.append(digest + path)
            temporary.clear()
            temporary.update(temporary_after)
        return _hash("".join(data))

    def _smallest_path(
        self, nodes: list[ox.BlankNode], temporary: dict[ox.BlankNode, str]
    ) -> tuple[str, dict[ox.BlankNode, str]]:
        best: tuple[str, dict[ox.BlankNode, str]] | None = None
        for order in permutations(nodes):
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
            self._count(len(self.mentions[node]))
            digest = self.hash_n_degree(node, names)
            path += f"{names[node]}<{digest}>"
            if limit and len(path) >= len(limit) and path > limit:
                return None
        return path

    def _related(
        self, node: ox.BlankNode, quad: ox.Quad, position: str, names: dict[ox.BlankNode, str]
    ) -> str:
        predicate = "" if position == "g" else str(quad.predicate)
        return _hash(position + predicate + (self.issued.get(node) or names.get(node) or self.first[node]))

    def _first_degree(self, node: ox.BlankNode) -> str:
        lines = []
        for quad in self.mentions[node]:
            terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            lines.append(" ".join(_masked(term, node) for term in terms))
        return _hash("\n".join(sorted(lines)))

    def _count(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise Problem(TooComplexError, "Too many parts without an id look alike")


def _blanks(quad: ox.Quad) -> Iterator[tuple[str, ox.BlankNode]]:
    for position, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph_name)):
        if isinstance(term, ox.BlankNode):
            yield position, term


def _masked(term: object, node: ox.BlankNode) -> str:
    if isinstance(term, ox.BlankNode):
        return "_:a" if term == node else "_:z"
    return str(term)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
