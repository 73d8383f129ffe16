"""docs/threat-model.md: each threat to the verifier is there, and so are the tests that it names."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text()
TEST = re.compile(r"`(tests/[^`]+)`")
SPAN = re.compile(r"T(\d+)(?: to T(\d+))?")
ALL = set(range(1, 46))

HELD, OPEN = (
    [line for line in part.splitlines() if re.match(r"\| (?:T\d|–)|- T", line)]
    for part in PAGE.split("## Not held yet")
)


def numbers_in(text: str) -> set[int]:
    """Read the numbers of threats: `T24`, `T17 to T22, T42`."""
    spans = [(int(first), int(last or first)) for first, last in SPAN.findall(text)]
    return {number for first, last in spans for number in range(first, last + 1)}


class TestThreats:
    def test_are_all_there(self) -> None:
        """Each threat is held, or stands among those that are not."""
        held = {number for row in HELD for number in numbers_in(row.split("|")[1])}
        told = {number for line in OPEN for number in numbers_in(line.partition(":")[0])}
        assert ALL == held | told

    def test_are_each_held_by_a_test(self) -> None:
        """No row is without one; what is not held stands under its own heading."""
        assert [] == [row for row in HELD if not TEST.search(row.split("|")[-2])]

    @pytest.mark.parametrize("named", sorted(set(TEST.findall(PAGE))))
    def test_name_tests_that_there_are(self, named: str) -> None:
        """The file is there, and has that class; without a class it has some test."""
        path, _, wanted = named.partition("::")
        source = ast.parse((ROOT / path).read_text())
        classes = {node.name for node in source.body if isinstance(node, ast.ClassDef)}
        tests = {name for name in classes if name.startswith("Test")}
        assert (wanted in tests) if wanted else tests
