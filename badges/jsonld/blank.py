"""Blank nodes: those without an id get their label from the hash of what is said of them (RDFC-1.0 4.6)."""

from hashlib import sha256

from badges.errors import UnhandledShapeError
from badges.jsonld.problem import Problem


class Blank:
    """Gather the quads of a node without an id.

    `rests` are its quads without the subject, each once; `children` are its links to other blank nodes;
    `incoming` is the one quad that leads to it, as its hash sees it (empty at the top: a document is a tree).
    """

    __slots__ = ("children", "incoming", "rests")

    def __init__(self) -> None:
        self.rests: list[str] = []
        self.children: list[tuple[str, Blank]] = []
        self.incoming = ""

    def first_degree_hash(self) -> bytes:
        """Hash all quads that mention this node, as `_:a`; every other blank node is `_:z` (RDFC-1.0 4.6.3).

        Of the sorted quads one that comes from an IRI stands first (`<`), one from another blank node last.
        """
        rests = self.rests + [f"{link}_:z .\n" for link, _ in self.children]
        rests.sort()
        own = f"_:a{'_:a'.join(rests)}" if rests else ""
        text = own + self.incoming if self.incoming.startswith("_") else self.incoming + own
        return sha256(text.encode()).digest()


def label(blanks: list[Blank]) -> dict[Blank, str]:
    """Give each blank node its canonical label, in the order of the hashes (RDFC-1.0 4.4.3, steps 3 and 4).

    Raises:
        Problem: two nodes have the same hash, so that only the N-degree hash could tell them apart.
    """
    by_hash = {blank.first_degree_hash(): blank for blank in blanks}
    if len(by_hash) != len(blanks):
        raise Problem(UnhandledShapeError, "Parts without an id that look alike are left to the reference")
    return {by_hash[digest]: f"_:c14n{number}" for number, digest in enumerate(sorted(by_hash))}
