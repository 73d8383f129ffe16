"""What was taken in, written and read back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from badges import strictjson
from badges.wording import Sentence
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside
from schools.evidence.keeping import dump_taken, load_taken
from schools.mapping.statements import CodeSaid, ProgrammeSaid, SkillSaid, TargetSaid
from tests.schools.badges import ON, evidence
from tests.schools.evidence.test_counting import heaps


class TestLoadTaken:
    @given(heaps())
    def test_gives_what_was_written(self, heap: list[Evidence | SetAside]) -> None:
        """Through bytes of JSON and back, nothing changes."""
        for each in heap:
            assert load_taken(strictjson.loads_object(strictjson.dumps(dump_taken(each)))) == each

    @pytest.mark.parametrize(
        "taken",
        [
            replace(
                evidence("25180/B1-K1-W4"),
                statements=(
                    CodeSaid("B1-K1-W4", ("25180",), "Kookt"),
                    ProgrammeSaid("25180"),
                    SkillSaid("https://x.voorbeeld"),
                    TargetSaid("C0021"),
                ),
                independence=None,
                confirmed_by=("School De Brug",),
                rests_on=frozenset({"urn:b", "urn:a"}),
                awarded=ON + timedelta(microseconds=7),
                title=None,
                name="",
            ),
            SetAside(
                file="x",
                obstacle=Obstacle.UNREADABLE,
                identity=Identity("did:x", "urn:x"),
                title="T",
                name="Sam",
                detail=Sentence("nl", "en"),
            ),
        ],
    )
    def test_gives_each_part(self, taken: Evidence | SetAside) -> None:
        """Also those that few badges have; an empty name is none."""
        expected = replace(taken, name=taken.name or None)
        assert load_taken(strictjson.loads_object(strictjson.dumps(dump_taken(taken)))) == expected
