"""What counts: each fact once, of one person, on one day."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.judgement import Independence
from schools.evidence.counting import Counted, Whose, count, is_name_of
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside
from schools.mapping.statements import SkillSaid
from tests.schools.badges import AWARDED, MAAS, ON, evidence

AGAINST = tuple(Obstacle)


def ids(found: Counted) -> set[str]:
    """Give the ids of all that counts."""
    return {id_ for fact in found.facts for id_ in fact.ids}


@st.composite
def heaps(draw: st.DrawFn) -> list[Evidence | SetAside]:
    """Give a heap of badges of Sam and of Tim, some of them set aside, some said twice, some expired."""
    heap: list[Evidence | SetAside] = []
    for number in range(draw(st.integers(1, 8))):
        made = evidence(
            draw(st.sampled_from(["25774/B1-K2-W1", "25774/B1-K1-W1", "25180/B1-K1-W4"])),
            id=f"urn:uuid:{draw(st.integers(0, 5))}",
            file=f"{number}.json",
            name=draw(st.sampled_from(["Sam de Vries", "Tim Bos", None])),
            valid_until=draw(st.sampled_from([None, ON - timedelta(days=1), ON + timedelta(days=1)])),
            valid_from=draw(st.sampled_from([AWARDED, ON + timedelta(days=1)])),
        )
        if draw(st.booleans()):
            heap.append(made)
        else:
            obstacle = draw(st.sampled_from(AGAINST))
            heap.append(SetAside(file=made.file, obstacle=obstacle, identity=made.identity))
    return heap


class TestCount:
    @given(heaps(), st.sampled_from([None, "Sam de Vries"]))
    def test_counts_nothing_that_may_not_count(
        self, heap: list[Evidence | SetAside], name: str | None
    ) -> None:
        """Nothing revoked, replaced, expired before use, not yet valid, or with the name of somebody else."""
        found = count(heap, on=ON, whose=Whose((name,) if name else ()))
        gone = {
            each.identity
            for each in heap
            if isinstance(each, SetAside)
            and each.obstacle in (Obstacle.REVOKED, Obstacle.REPLACED, Obstacle.EXPIRED)
        }
        for each in (each for fact in found.facts for each in fact.evidence):
            assert each in heap
            assert each.identity not in gone
            assert each.valid_until is None or each.valid_until >= ON
            assert each.valid_from is not None
            assert each.valid_from <= ON
            assert name is None or each.name in (None, name)

    @given(heaps())
    def test_holds_one_name_at_most(self, heap: list[Evidence | SetAside]) -> None:
        """Where names differ and nobody said whose badges these are, none with a name counts."""
        found = count(heap, on=ON)
        assert len({each.name for fact in found.facts for each in fact.evidence if each.name}) <= 1

    @given(heaps())
    def test_loses_nothing(self, heap: list[Evidence | SetAside]) -> None:
        """What does not count is told, and why; only a second copy of a badge is neither."""
        found = count(heap, on=ON, whose=Whose(("Sam de Vries",)))
        told = {each.file for each in found.aside}
        told |= {each.file for fact in found.facts for each in fact.evidence}
        counted = ids(found)
        for each in heap:
            assert each.file in told or (isinstance(each, Evidence) and each.identity.id in counted)

    def test_counts_the_same_badge_once(self) -> None:
        """As a picture and as JSON; escapes and spaces in its id make no other badge of it."""
        same = evidence(identity=Identity.of(f" {MAAS}", "urn%3Auuid%3A1 "), file="bewijs.png")
        found = count([evidence(), same], on=ON)
        assert len(found.facts) == 1
        assert len(found.facts[0].evidence) == 1

    def test_counts_the_newest_of_one_badge(self) -> None:
        """Of two with one id the later one replaces the other (OB 3.0 equality)."""
        newer = evidence(valid_from=AWARDED + timedelta(days=1), title="Beter")
        [fact] = count([evidence(), newer], on=ON).facts
        assert fact.first.title == "Beter"

    def test_counts_two_editions_once(self) -> None:
        """The short edition has an id of its own and fewer parts; together they say all that either says."""
        skill = SkillSaid("https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89")
        whole = evidence("25774/B1-K2-W1")
        whole = replace(whole, statements=(*whole.statements, skill))
        short = evidence("25774/B1-K2-W1", id="urn:uuid:2", name=None, independence=None)
        [fact] = count([short, whole], on=ON).facts
        assert fact.ids == ("urn:uuid:2", "urn:uuid:1")
        assert skill in fact.statements
        assert fact.independence is Independence.ZELFSTANDIG

    @pytest.mark.parametrize(
        "changes",
        [
            {"achievement": "https://bewijs.voorbeeld/badgeklassen/anders"},
            {"awarded": AWARDED + timedelta(seconds=1)},
            {"starts": None},
            {"ends": None},
            {"identity": Identity("did:web:elders.voorbeeld", "urn:uuid:2")},
            {"statements": evidence("25774/B1-K1-W1").statements},
        ],
    )
    def test_tells_two_facts_apart(self, changes: dict[str, Any]) -> None:
        """One thing that differs makes another fact."""
        other = replace(evidence("25774/B1-K2-W1", id="urn:uuid:2"), **changes)
        assert len(count([evidence("25774/B1-K2-W1"), other], on=ON).facts) == 2

    def test_asks_whose_badges_these_are(self) -> None:
        """Two names, and nobody said which: neither counts."""
        found = count([evidence(), evidence(id="urn:uuid:2", name="Tim Bos")], on=ON)
        assert found.facts == ()
        assert [each.obstacle for each in found.aside] == [Obstacle.WHOSE, Obstacle.WHOSE]

    def test_takes_one_name_written_in_two_ways_for_one(self) -> None:
        """Capitals and spaces make no other person."""
        other = evidence("25180/B1-K1-W4", id="urn:uuid:2", name="  SAM  de vries")
        assert len(count([evidence(), other], on=ON).facts) == 2

    @pytest.mark.parametrize(
        ("typed", "written", "is_one"),
        [
            ("O'Neil", "O\u2019Neil", True),
            ("Anne-Marie", "Anne\u2010Marie", True),
            ("Jansen", "Jan\u00adsen", True),
            ("Jan", "J\u0430n", False),
            ("Anne-Marie", "Anne Marie", False),
        ],
    )
    def test_takes_the_signs_of_a_keyboard_for_one(self, typed: str, written: str, *, is_one: bool) -> None:
        """A telephone writes another apostrophe; a letter of another script is another name."""
        assert is_one is is_name_of(written, typed)

    def test_believes_who_says_that_two_names_are_one_person(self) -> None:
        """Somebody of the school answers for it."""
        other = evidence("25180/B1-K1-W4", id="urn:uuid:2", name="S. de Vries")
        whose = Whose(("Sam de Vries",), same=frozenset({other.identity}))
        assert ids(count([evidence(), other], on=ON, whose=whose)) == {"urn:uuid:1", "urn:uuid:2"}

    def test_lets_a_doubtful_look_take_nothing_away(self) -> None:
        """A list that was out of reach once says nothing against a look that was whole."""
        stale = SetAside(file="x", obstacle=Obstacle.STALE, identity=evidence().identity)
        assert len(count([evidence(), stale], on=ON).facts) == 1
