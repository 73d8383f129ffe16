"""What `make bench` says of what it measured."""

import json
import math
from pathlib import Path

import pytest

from tools.bench.rows import Row, absent, table, write

FAST = Row(name="issue-arbitrary-vs-pyld", ours=4000.0, peer=100.0, ratio=40.0, unit="ops/s")
SLOW = Row(name="issue-arbitrary-vs-pyld", ours=400.0, peer=100.0, ratio=4.0, unit="ops/s")


class TestRow:
    """`Row.reached`."""

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            (FAST, True),
            (SLOW, False),
            (Row(name="worker-memory", ours=199.0, unit="MB"), True),
            (Row(name="worker-memory", ours=201.0, unit="MB"), False),
            (absent("issue-vs-openssl", ours=1.0), None),
            (Row(name="issue-vs-openvc-core", ours=1.0, peer=1.0, ratio=1.0, unit="ops/s"), None),
        ],
    )
    def test_holds_a_row_against_its_goal(self, row: Row, *, expected: bool | None) -> None:
        """At least, at most, or no goal; a peer that is absent is no failure."""
        assert row.reached is expected


class TestTable:
    """`table`."""

    def test_marks_a_goal_that_was_not_reached(self) -> None:
        """The slow row is marked, the fast one is not."""
        _, fast, slow = table([FAST, SLOW]).splitlines()
        assert (fast.endswith("ops/s"), slow.endswith("<- not reached")) == (True, True)


class TestWrite:
    """`write`."""

    def test_writes_the_five_members_of_each_row(self, tmp_path: Path) -> None:
        """Programs read `[{name, ours, peer, ratio, unit}]`; an absent peer says so."""
        write([FAST, absent("verify-vs-openvc-core", ours=2.5)], path=tmp_path / "build" / "bench.json")
        found = json.loads((tmp_path / "build" / "bench.json").read_text())
        assert found == [
            {
                "name": "issue-arbitrary-vs-pyld",
                "ours": 4000.0,
                "peer": 100.0,
                "ratio": 40.0,
                "unit": "ops/s",
            },
            {"name": "verify-vs-openvc-core", "ours": 2.5, "peer": "absent", "ratio": None, "unit": "ops/s"},
        ]

    def test_writes_null_for_what_took_for_ever(self, tmp_path: Path) -> None:
        """Infinity is no JSON (RFC 8259 6)."""
        write([Row(name="poison-beside-honest", ours=math.inf, unit="ms")], path=tmp_path / "bench.json")
        assert [None] == [each["ours"] for each in json.loads((tmp_path / "bench.json").read_text())]
