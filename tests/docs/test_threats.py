"""docs/threat-model.md: each threat to the verifier is there, and so are the tests that it names."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text()
ROW = re.compile(r"^\| (T\d+|–) \|.*\| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[^`]+)`")
HELD = {f"T{number}" for number in (*range(1, 17), 23, *range(26, 34), 37, *range(41, 46))}
ALL = set(range(1, 46))
SPAN = re.compile(r"T(\d+)(?: to T(\d+))?")


class TestThreats:
    def test_are_all_there(self) -> None:
        """Each threat that is held has a row of its own, and each other one is told under its own heading."""
        rows = {number for number, _ in ROW.findall(PAGE)} - {"–"}
        assert HELD == rows
        open_ones = PAGE.split("## Not held yet")[1]
        told = {
            number
            for line in open_ones.splitlines()
            for first, last in SPAN.findall(line.partition(":")[0])
            for number in range(int(first), int(last or first) + 1)
        }
        assert ALL == told | {int(number[1:]) for number in rows}

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
