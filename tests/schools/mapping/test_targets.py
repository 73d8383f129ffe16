"""What may be reached."""

from dataclasses import replace
from datetime import date

import pytest

from badges.catalogue import embedded
from schools.errors import TargetUnknownError
from schools.mapping.targets import TargetKind, find_target, of_kwalificatie, targets


class TestFindTarget:
    def test_finds_c0021_as_two_kerntaken_of_kok(self) -> None:
        """The certificaat of which every part is known: 11 werkprocessen."""
        target = find_target("c0021", catalogue=embedded())
        assert [each.code for each in target.kerntaken] == ["B1-K1", "B1-K2"]
        assert (target.kind, target.crebo, len(target.werkprocessen)) == (TargetKind.CERTIFICAAT, "25180", 11)
        assert target.is_whole

    @pytest.mark.parametrize(
        ("code", "kind", "count"),
        [
            ("25180", TargetKind.KWALIFICATIE, 11),
            ("25180/B1-K2", TargetKind.KERNTAAK, 4),
            ("K0219", TargetKind.KEUZEDEEL, 0),
        ],
    )
    def test_finds_each_kind(self, code: str, kind: TargetKind, count: int) -> None:
        """A crebo, a kerntaak and a keuzedeel."""
        target = find_target(code, catalogue=embedded())
        assert (target.kind, len(target.werkprocessen)) == (kind, count)

    @pytest.mark.parametrize("code", ["C0053", "C0060", "C0089", "C0110", "C0120", "K0219", "27042"])
    def test_says_that_parts_are_unknown(self, code: str) -> None:
        """A target whose parts no source tells says so, and has none."""
        target = find_target(code, catalogue=embedded())
        assert (target.is_whole, target.werkprocessen) == (False, ())
        assert "weten wij niet" in target.remarks[0].nl

    def test_gives_the_words_of_a_source_that_we_cannot_read(self) -> None:
        """C0053 has parts of its own, of which the catalogue has no text."""
        target = find_target("C0053", catalogue=embedded())
        assert "B1-K1 (deels; eigen codes C1-K1-W1, C1-K2-W2)" in target.remarks[0].nl

    def test_does_not_call_whole_what_was_not_checked(self) -> None:
        """25959 misses a profieldeel."""
        target = find_target("25959", catalogue=embedded())
        assert (target.is_whole, len(target.werkprocessen)) == (False, 5)

    @pytest.mark.parametrize("code", ["", "C9999", "B1-K1", "25180/B9-K9", "99999", "<script>"])
    def test_refuses_what_there_is_not(self, code: str) -> None:
        """The sentence says what may be asked."""
        with pytest.raises(TargetUnknownError) as caught:
            find_target(code, catalogue=embedded())
        assert "C0021" in caught.value.nl


class TestTargets:
    def test_are_all_of_the_catalogue(self) -> None:
        """Each has a code of its own."""
        found = list(targets(embedded()))
        kinds = [each.kind for each in found]
        assert len({each.code for each in found}) == len(found)
        assert (kinds.count(TargetKind.KWALIFICATIE), kinds.count(TargetKind.CERTIFICAAT)) == (64, 6)


class TestHasEnded:
    def test_is_so_after_the_last_day(self) -> None:
        """A kwalificatie of which no source tells an end has not ended."""
        kwalificatie = embedded().kwalificatie("25180")
        ending = of_kwalificatie(replace(kwalificatie, programme_ends="2026-07-31"))
        assert [ending.has_ended(date(2026, 7, 31)), ending.has_ended(date(2026, 8, 1))] == [False, True]
        assert not of_kwalificatie(kwalificatie).has_ended(date(2099, 1, 1))
