"""Texts that people agree with."""

import hashlib
from pathlib import Path

import pytest

from templates import texts
from templates.texts import AGREEMENT, Block, agreement

FOLDER = Path(texts.__file__).parent
DIGESTS = {
    "1": "842601cd9e0b7b00334d1c908129181bd67e97899f342d09998a07142b689ac9",
    "2": "bec9972d8dc2fbb85aba2c529b651614b4fc570a25c50a8535eab4570d7b7ca8",
    "3": "1179623d03c40ee7758d01bf4929df0dcc99de02c91b37be2d88c622d734c641",
    "4": "7cafa3cf6c9cfdd77da3d5e6d4b32a9cda9d434d7b1843cd116f2364876eb192",
    "5": "de16f06648be61d5115fb15ee0abd05ff782863349400d452a3e4170ed9d0e03",
}
"""A text that somebody agreed with never changes: another text gets another number."""


class TestAgreement:
    """`agreement` reads a version of the verwerkersovereenkomst."""

    @pytest.mark.parametrize("version", DIGESTS)
    def test_never_changes(self, version: str) -> None:
        """What was agreed stays readable."""
        raw = (FOLDER / f"verwerkersovereenkomst-{version}.md").read_bytes()
        assert DIGESTS[version] == hashlib.sha256(raw).hexdigest()

    def test_has_no_other_versions(self) -> None:
        """Each file is in the list above, and the newest is the one to agree with now."""
        assert {f"verwerkersovereenkomst-{version}.md" for version in DIGESTS} == {
            path.name for path in FOLDER.glob("*.md")
        }
        assert max(DIGESTS, key=int) == AGREEMENT

    def test_is_the_model_in_the_documentation(self) -> None:
        """Who reads it there reads what he will agree with."""
        model = Path(__file__).parents[2] / "docs" / "verwerkersovereenkomst.md"
        assert (FOLDER / f"verwerkersovereenkomst-{AGREEMENT}.md").read_bytes() == model.read_bytes()

    def test_reads_each_kind_of_block(self) -> None:
        """A title, headings, paragraphs and lists."""
        blocks = agreement("1")
        assert Block("h1", ("Verwerkersovereenkomst",)) == blocks[0]
        assert {"h1", "h2", "p", "ul"} == {block.tag for block in blocks}
        assert not any("\n" in line for block in blocks for line in block.lines)

    @pytest.mark.parametrize("version", ["0", "99", "", "../../x", "1.md", "²"])
    def test_knows_no_other_version(self, version: str) -> None:
        """And leaves its folder for nobody."""
        assert agreement(version) is None
