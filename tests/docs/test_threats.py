"""docs/threat-model.md: each threat to the verifier is there, and so are the tests that it names."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text()
ROW = re.compile(r"^\| (T\d+|–) \|.*\| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[^`]+)`")
OF_THE_VERIFIER = {f"T{number}" for number in (*range(1, 17), *range(28, 32), 41, 42, 44, 45)}


class TestThreats:
    def test_are_all_there(self) -> None:
        """Each threat that the verifier has to stand has a row of its own."""
        assert set() == OF_THE_VERIFIER - {number for number, _ in ROW.findall(PAGE)}

    def test_are_each_held_by_a_test(self) -> None:
        """No row is without one; what is not held stands under its own heading."""
        table = [line for line in PAGE.splitlines() if line.startswith(("| T", "| –"))]
        assert len(table) == len([tests for _, tests in ROW.findall(PAGE) if TEST.search(tests)])

    @pytest.mark.parametrize("named", sorted(set(TEST.findall(PAGE))))
    def test_name_tests_that_there_are(self, named: str) -> None:
        """The file is there, and has that class; without a class it has some test."""
        path, _, wanted = named.partition("::")
        source = ast.parse((ROOT / path).read_text())
        classes = {node.name for node in source.body if isinstance(node, ast.ClassDef)}
        tests = {name for name in classes if name.startswith("Test")}
        assert (wanted in tests) if wanted else tests
