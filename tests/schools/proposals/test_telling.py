"""A proposal as JSON and in lines."""

from datetime import UTC, datetime

import pytest

from badges.catalogue import embedded
from badges.judgement import Independence
from schools.evidence.counting import count
from schools.evidence.evidence import Obstacle, SetAside
from schools.mapping import Atlas, find_target
from schools.mapping.targets import targets
from schools.proposals import cover, propose
from schools.proposals.nearest import certificaten, nearest
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, ago, as_json, as_lines, explain
from tests.schools.badges import ON, evidence

ATLAS = Atlas(embedded())


def told() -> Told:
    """Tell a proposal with a whole line, a part, and something that does not count."""
    taken = [
        evidence("25180/B1-K1-W4"),
        evidence("25180/B1-K2-W1", id="urn:uuid:2", independence=Independence.MET_HULP),
        SetAside(file="oud.json", obstacle=Obstacle.REVOKED),
    ]
    coverage = cover(count(taken, on=ON), atlas=ATLAS)
    proposal = propose(coverage, plan(find_target("C0021", catalogue=embedded())), on=ON)
    near = nearest(coverage, certificaten(targets(embedded())), on=ON)
    return explain(proposal, coverage, near=near, atlas=ATLAS)


class TestAsJson:
    def test_gives_target_covered_and_open(self) -> None:
        """Each covered line has crebo, code, strength, evidence, rule and source."""
        found = as_json(told())
        assert found["target"] == "C0021"
        covered, opened = found["covered"], found["open"]
        assert isinstance(covered, list)
        assert isinstance(opened, list)
        names = ("crebo", "code", "strength", "evidence", "rule")
        assert [tuple(row[name] for name in names) for row in covered if isinstance(row, dict)] == [
            ("25180", "B1-K1-W4", "aangetoond", ["urn:uuid:1"], "exact"),
            ("25180", "B1-K2-W1", "deels", ["urn:uuid:2"], "exact"),
        ]
        assert all(isinstance(row, dict) and row["source"] for row in covered)
        assert len(opened) == 9

    def test_names_what_it_was_made_by(self) -> None:
        """The version of the rules, the day, what does not count, and that a person decides."""
        found = as_json(told())
        assert (found["rules"], found["on"], found["complete"]) == ("1", "2026-11-22", False)
        assert found["setAside"] == [
            {"file": "oud.json", "code": "ingetrokken", "says": Obstacle.REVOKED.says.as_json()}
        ]
        assert found["nearest"] == [
            {
                "code": "C0021",
                "title": "Koken in de horeca",
                "crebo": "25180",
                "shown": 1,
                "partly": 1,
                "of": 11,
            }
        ]


class TestAsLines:
    def test_says_for_each_line_why(self) -> None:
        """The rule, the source, who judged, when, and what is needed."""
        text = "\n".join(as_lines(told()))
        for expected in (
            "Dit is een voorstel. De examencommissie beslist.",
            "B1-K1 Bereidt gerechten: 1 aangetoond, 0 deels, 6 open",
            "  aangetoond: B1-K1-W4 Bereidt gerechten en componenten",
            "Magazijn De Maas, 26 juni 2026 [exact] Crebo, code en de afgesproken tekst zijn gelijk",
            "    Nodig: Een bewijs waarin staat dat het zelfstandig ging.",
            "  oud.json: De uitgever heeft het ingetrokken.",
            "  C0021 Koken in de horeca: 1 van 11 aangetoond",
        ):
            assert expected in text


class TestAgo:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (datetime(2026, 11, 1, tzinfo=UTC), "minder dan een maand geleden"),
            (datetime(2026, 10, 22, tzinfo=UTC), "1 maand geleden"),
            (datetime(2025, 12, 1, tzinfo=UTC), "11 maanden geleden"),
            (datetime(2025, 11, 22, tzinfo=UTC), "1 jaar geleden"),
            (datetime(2020, 1, 1, tzinfo=UTC), "6 jaar geleden"),
        ],
    )
    def test_counts_whole_months_and_years(self, day: datetime, expected: str) -> None:
        """As people say it."""
        assert ago(day, on=ON).nl == expected
