"""What the badges of one person say about a target."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.catalogue import embedded
from badges.judgement import Independence
from schools.evidence.counting import Link, Whose, count
from schools.evidence.evidence import Evidence, SetAside
from schools.mapping import Atlas, Target, find_target
from schools.mapping.rules import Strength
from schools.mapping.statements import CodeSaid, LinkedByHand, ProgrammeSaid, WerkprocesSaid
from schools.mapping.targets import targets
from schools.proposals import Proposal, cover, propose
from schools.proposals.covering import Coverage
from schools.proposals.nearest import certificaten, nearest
from schools.proposals.proposing import doubts, plan
from tests.schools.badges import ON, evidence
from tests.schools.evidence.test_counting import heaps

ATLAS = Atlas(embedded())
KOK = [f"25180/{each.code}" for each in embedded().werkprocessen("25180")]
TARGETS = tuple(targets(embedded()))


def badges_for(
    keys: Sequence[str], *, independence: Independence = Independence.ZELFSTANDIG
) -> list[Evidence]:
    """Give one badge for each werkproces."""
    return [evidence(key, id=f"urn:{key}", independence=independence) for key in keys]


def covered(taken: Sequence[Evidence | SetAside], *, links: Sequence[Link] = ()) -> Coverage:
    """Cover what may be covered."""
    return cover(count(taken, on=ON, links=links), atlas=ATLAS)


def proposed(code: str, taken: Sequence[Evidence | SetAside], *, links: Sequence[Link] = ()) -> Proposal:
    """Propose for a target."""
    target = find_target(code, catalogue=embedded())
    return propose(covered(taken, links=links), plan(target), on=ON)


class TestPropose:
    def test_completes_c0021_with_all_of_kok(self) -> None:
        """Two kerntaken, eleven werkprocessen, each with its rule and source."""
        found = proposed("C0021", badges_for(KOK))
        assert found.is_complete
        assert [(each.kerntaak.code, each.shown, each.open) for each in found.kerntaken] == [
            ("B1-K1", 7, 0),
            ("B1-K2", 4, 0),
        ]
        assert {line.supports[0].match.rule.code for line in found.covered} == {"exact"}
        assert all(line.supports[0].match.source for line in found.covered)

    def test_completes_no_kerntaak_with_a_part(self) -> None:
        """Ten whole and one with help is not complete, and it says what would be needed."""
        taken = [*badges_for(KOK[:-1]), *badges_for(KOK[-1:], independence=Independence.MET_HULP)]
        found = proposed("C0021", taken)
        assert not found.is_complete
        assert [each.is_complete for each in found.kerntaken] == [True, False]
        [needed] = found.lines[-1].needed(ATLAS.book)
        assert "zelfstandig" in needed.nl

    def test_does_not_add_two_parts_up(self) -> None:
        """Two badges with help stay a part; a whole one beside them decides, and all three are told."""
        part = evidence("25180/B1-K1-W4", independence=Independence.MET_HULP)
        other = replace(part, identity=replace(part.identity, id="urn:2"), achievement="x")
        [line] = proposed("25180/B1-K1", [part, other]).covered
        assert (line.strength, len(line.supports)) == (Strength.DEELS, 2)
        whole = evidence("25180/B1-K1-W4", id="urn:3", awarded=ON)
        [line] = proposed("25180/B1-K1", [part, other, whole]).covered
        assert (line.strength, len(line.supports)) == (Strength.AANGETOOND, 3)

    @pytest.mark.parametrize("code", ["C0053", "K0219", "27042", "C0060"])
    def test_completes_nothing_of_which_parts_are_unknown(self, code: str) -> None:
        """Whatever somebody has."""
        found = proposed(code, badges_for(KOK))
        assert (found.is_complete, found.lines) == (False, ())

    def test_completes_nothing_that_was_not_checked(self) -> None:
        """All that the catalogue knows of 25959 is not all there is."""
        keys = [f"25959/{each.code}" for each in embedded().werkprocessen("25959")]
        found = proposed("25959", badges_for(keys))
        assert ([line.strength for line in found.lines], found.is_complete) == (
            [Strength.AANGETOOND] * 5,
            False,
        )

    def test_takes_a_link_by_hand_for_what_a_code_cannot_say(self) -> None:
        """A badge with an unknown text proves a part, until somebody answers for it."""
        badge = replace(evidence(), statements=(WerkprocesSaid("25180", "B1-K1-W4"),))
        link = Link(
            badge.identity,
            LinkedByHand("25180", "B1-K1-W4", reason="Zelfde werk.", by="M. Bakker", on=date(2026, 11, 22)),
        )
        [line] = proposed("C0021", [badge]).covered
        assert (line.strength, line.needed(ATLAS.book)) == (Strength.DEELS, (ATLAS.book.compare,))
        [line] = proposed("C0021", [badge], links=[link]).covered
        assert (line.strength, line.supports[0].match.rule.code) == (Strength.AANGETOOND, "met-de-hand")
        assert len(line.supports) == 1

    def test_lets_a_programme_point_only(self) -> None:
        """A hint covers nothing."""
        found = proposed("25180", [replace(evidence(), statements=(ProgrammeSaid("25180"),))])
        assert (found.covered, [each.hint.rule.code for each in found.pointers]) == ((), ["opleiding"])

    @given(heaps(), st.sampled_from([None, "Sam de Vries"]), st.sampled_from(TARGETS))
    def test_rests_on_what_counts_and_on_nothing_else(
        self, heap: list[Evidence | SetAside], name: str | None, wanted: Target
    ) -> None:
        """Each line names its rule and source, and every badge under it is one that may count."""
        counted = count(heap, on=ON, whose=Whose((name,) if name else ()))
        found = propose(cover(counted, atlas=ATLAS), plan(wanted), on=ON)
        for line in found.covered:
            for each in line.supports:
                assert each.fact in counted.facts
                assert each.match.rule.most is not None
                assert each.match.source
                assert each.match.key == (line.werkproces.crebo, line.werkproces.code)
        assert len(found.covered) + len(found.open) == len(wanted.werkprocessen)
        assert not found.is_complete or all(line.strength is Strength.AANGETOOND for line in found.lines)

    def test_forgets_what_expired_before_the_day(self) -> None:
        """The day of the proposal decides, not the day of the check."""
        badge = evidence("25180/B1-K1-W4", valid_until=ON + timedelta(days=1))
        target = plan(find_target("C0021", catalogue=embedded()))
        for on, expected in ((ON, 1), (ON + timedelta(days=2), 0)):
            coverage = cover(count([badge], on=on), atlas=ATLAS)
            assert len(propose(coverage, target, on=on).covered) == expected


class TestDoubts:
    def test_say_what_is_unknown_once(self) -> None:
        """The same words in a kwalificatie whose dossier nobody tells, and a code without a crebo."""
        badge = evidence("27081/B1-K1-W1", "27081/B1-K1-W2")
        code = replace(evidence(id="urn:2"), statements=(CodeSaid("B1-K1-W1"),), achievement="x")
        found = [*doubts(covered([badge, code]), find_target("27082", catalogue=embedded()), atlas=ATLAS)]
        assert [each.rule.code for each in found] == ["zuster", "opleidingscode"]

    def test_have_none_of_other_work(self) -> None:
        """That a baker is no cook is known."""
        found = doubts(
            covered(badges_for(["25721/B1-K1-W1"])), find_target("C0021", catalogue=embedded()), atlas=ATLAS
        )
        assert [*found] == []


class TestNearest:
    def test_gives_the_certificaten_of_which_there_is_something(self) -> None:
        """C0021 is the only one of which every part is known."""
        plans = certificaten(TARGETS)
        assert [each.target.code for each in plans] == ["C0021"]
        [near] = nearest(covered(badges_for(KOK[:3])), plans, on=ON)
        assert (near.target.code, near.shown, near.partly, near.of) == ("C0021", 3, 0, 11)
        assert nearest(covered(badges_for(["25774/B1-K2-W1"])), plans, on=ON) == ()
