"""A source in the words of a person."""

from datetime import date

import pytest

from badges.catalogue.catalogue import embedded
from schools.proposals.sources import Source, source_of

COMMIT = "db4beccc94bf30ed15797a2c5b2c514efcc7f0bc"
BLOB = f"https://github.com/cedanl/samenwijzer/blob/{COMMIT}"
EDITION = "(editie 2026-11-22, tekst 6260f4)"
FILE = f"github.com/cedanl/samenwijzer@{COMMIT} (MIT) oeren"


class TestSourceOf:
    @pytest.mark.parametrize(
        ("written", "name", "made", "href"),
        [
            (
                f"{FILE}/talland/25774.pdf p.6 (Talland College, OER 2025) (editie 2026-11-22, tekst 6260f4)",
                "Talland College, OER 2025",
                date(2026, 11, 22),
                f"{BLOB}/oeren/talland/25774.pdf",
            ),
            (
                f"{FILE}/u/Examenplan - 1.pdf (MBO) (editie 2026-11-22, tekst 62); afgesproken: tekst ab",
                "MBO",
                date(2026, 11, 22),
                f"{BLOB}/oeren/u/Examenplan%20-%201.pdf",
            ),
            (
                f"dossier 1 (Entree); {FILE}/t/1.pdf (Talland); {FILE}/t/1.pdf (Talland) {EDITION}",
                "Talland",
                date(2026, 11, 22),
                f"{BLOB}/oeren/t/1.pdf",
            ),
            (f"{FILE}/(OER VIG)", "OER VIG", None, f"https://github.com/cedanl/samenwijzer/tree/{COMMIT}"),
            ("SBB (editie 2026-11-22, tekst 6260f4)", "SBB", date(2026, 11, 22), None),
        ],
    )
    def test_names_the_document(self, written: str, name: str, made: date | None, href: str | None) -> None:
        """And leads to it; what was written stays beside it, whole."""
        assert Source(name=name, made=made, href=href, exact=written) == source_of(written)

    def test_leaves_the_words_of_a_person(self) -> None:
        """Who linked by hand wrote them."""
        said = "Noor Bakker, 2026-11-01: hetzelfde werk (zie het gesprek)"
        assert Source(name=said, made=None, href=None, exact=None) == source_of(said)

    def test_reads_every_source_of_the_catalogue(self) -> None:
        """None of them is told by an address alone."""
        told = {each.source for each in embedded().kwalificaties}
        assert not [each for each in told if "github" in source_of(each).name]
