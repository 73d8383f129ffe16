"""RDFC-1.0 by ourselves: the labels of the suite, and graphs without an id."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from badges.jsonld import canonical

RDFC = "conformance/w3c+rdf-canon"
TWO_GRAPHS = """\
<urn:a> <urn:p> _:i1 _:g1 .
_:i1 <urn:q> "x" _:g1 .
<urn:b> <urn:r> "1" _:g1 .
<urn:a> <urn:p> _:i2 _:g2 .
_:i2 <urn:q> "x" _:g2 .
<urn:b> <urn:r> "2" _:g2 .
"""


def quads(nquads: bytes) -> list[ox.Quad]:
    """Read N-Quads."""
    return [quad for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS) if isinstance(quad, ox.Quad)]


class TestLabels:
    """canonical.labels."""

    def test_passes_the_map_tests_of_rdf_canon(self, corpus: Path) -> None:
        """All 21 give the published label to each blank node."""
        manifest = json.loads((corpus / RDFC / "manifest.jsonld").read_text("utf-8"))
        tests = [entry for entry in manifest["entries"] if entry["type"] == "rdfc:RDFC10MapTest"]
        wrong = []
        for entry in tests:
            expected = json.loads((corpus / RDFC / entry["result"]).read_text("utf-8"))
            digest = "sha384" if entry.get("hashAlgorithm") == "SHA384" else "sha256"
            names = canonical.labels(quads((corpus / RDFC / entry["action"]).read_bytes()), digest=digest)
            if expected != {node.value: name.removeprefix("_:") for node, name in names.items()}:
                wrong.append(entry["id"])

        assert [] == wrong
        assert 21 == len(tests)


class TestLines:
    """canonical.lines."""

    @pytest.mark.parametrize("turned", [TWO_GRAPHS, TWO_GRAPHS.translate(str.maketrans("12", "21"))])
    def test_labels_look_alikes_in_graphs_without_an_id(self, turned: str) -> None:
        """Each quad of a graph counts in the hash of the graph's neighbours, as in all other libraries."""
        expected = (
            b"<urn:a> <urn:p> _:c14n2 _:c14n0 .\n"
            b"<urn:a> <urn:p> _:c14n3 _:c14n1 .\n"
            b'<urn:b> <urn:r> "1" _:c14n1 .\n'
            b'<urn:b> <urn:r> "2" _:c14n0 .\n'
            b'_:c14n2 <urn:q> "x" _:c14n0 .\n'
            b'_:c14n3 <urn:q> "x" _:c14n1 .\n'
        )

        assert expected == canonical.lines(quads(turned.encode()), digest="sha256")

    def test_writes_a_quad_once(self) -> None:
        """A graph is a set."""
        assert b"_:c14n0 <urn:p> _:c14n0 .\n" == canonical.lines(
            quads(b"_:a <urn:p> _:a .\n_:a <urn:p> _:a .\n"), digest="sha256"
        )

    def test_bears_a_proof_with_many_members(self) -> None:
        """A graph is the neighbour of each of its quads, and all orders of one graph are one order."""
        proofs = "".join(
            f"<urn:x:{one}> <urn:x:proof> _:g{one} .\n"
            + "".join(f'_:p{one} <urn:x:{member}> "x" _:g{one} .\n' for member in range(40))
            for one in range(3)
        )

        assert 123 == canonical.lines(quads(proofs.encode()), digest="sha256").count(b"\n")
