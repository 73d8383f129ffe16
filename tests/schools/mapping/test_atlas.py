"""A statement and the whole catalogue."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.catalogue import embedded
from badges.catalogue.model import Entry
from schools.errors import WerkprocesUnknownError
from schools.mapping.atlas import Atlas
from schools.mapping.relating import Match, relate
from schools.mapping.statements import (
    CodeSaid,
    LinkedByHand,
    ProgrammeSaid,
    SkillSaid,
    TargetSaid,
    WerkprocesSaid,
)

ATLAS = Atlas(embedded())
ENTRIES = ATLAS.catalogue.entries
DIGESTS = st.sampled_from(["nu", None, "0" * 12])


class TestReach:
    @given(st.sampled_from(ENTRIES), DIGESTS)
    def test_is_what_every_pair_says(self, work: Entry, digest: str | None) -> None:
        """Looking up gives what relating with each of the 645 werkprocessen gives: no more, no less."""
        said = WerkprocesSaid(
            work.werkproces.crebo, work.werkproces.code, work.digest if digest == "nu" else digest
        )
        related = [relate(said, each, known=ATLAS.known) for each in ENTRIES]
        expected = {found.key: found for found in related if isinstance(found, Match)}
        assert {found.key: found for found in ATLAS.reach(said)} == expected

    @given(st.sampled_from(ENTRIES), DIGESTS)
    def test_stays_within_the_dossier(self, work: Entry, digest: str | None) -> None:
        """Nothing is reached outside the own kwalificatie and those of the same known dossier."""
        own = work.kwalificatie
        for found in ATLAS.reach(WerkprocesSaid(own.crebo, work.werkproces.code, digest)):
            other = ATLAS.catalogue.kwalificatie(found.key[0])
            assert other.crebo == own.crebo or (
                other.dossier_crebo is not None and other.dossier_crebo == own.dossier_crebo
            )

    @given(st.sampled_from(ENTRIES))
    def test_names_a_rule_and_a_source_for_each(self, work: Entry) -> None:
        """Whoever reads a proposal can check each step."""
        for found in ATLAS.reach(WerkprocesSaid(work.werkproces.crebo, work.werkproces.code, work.digest)):
            assert found.rule is ATLAS.book.rules[found.rule.code]
            assert found.source

    def test_refuses_a_link_to_work_that_is_not_there(self) -> None:
        """A school cannot make up a werkproces."""
        with pytest.raises(WerkprocesUnknownError):
            ATLAS.reach(LinkedByHand("25180", "B9-K9-W9", reason="Zo.", by="M", on=date(2026, 11, 22)))


class TestHints:
    def test_point_at_the_kwalificatie_of_a_programme(self) -> None:
        """A programme alone names no werkproces."""
        [hint] = ATLAS.hints(ProgrammeSaid("25180"))
        assert (hint.rule.code, hint.rule.most, hint.about) == ("opleiding", None, "25180")
        assert ATLAS.reach(ProgrammeSaid("25180")) == ()

    def test_point_at_each_kwalificatie_that_asks_for_a_skill(self) -> None:
        """CompetentNL links skills to kwalificaties."""
        skill = ATLAS.catalogue.kwalificatie("25180").skills[0]
        hints = ATLAS.hints(SkillSaid(skill.uri))
        assert "25180" in {hint.about for hint in hints}
        assert {hint.rule.most for hint in hints} == {None}

    def test_point_at_a_target_that_a_badge_names(self) -> None:
        """A certificaat named in a badge is not shown by it."""
        assert [hint.about for hint in ATLAS.hints(TargetSaid("C0021"))] == ["C0021"]


class TestDoubt:
    @pytest.mark.parametrize(
        "said", [WerkprocesSaid("25250", "B1-K1-W1"), CodeSaid("B1-K1-W1"), CodeSaid("B1-K1-W1", ("1", "2"))]
    )
    def test_says_what_is_unknown(self, said: WerkprocesSaid | CodeSaid) -> None:
        """Of what reaches nothing, the reason is said."""
        doubt = ATLAS.doubt(said)
        assert doubt is not None
        assert doubt.unknown.nl

    def test_has_none_of_what_is_reached(self) -> None:
        """What reaches something is no doubt."""
        assert ATLAS.doubt(WerkprocesSaid("25180", "B1-K1-W1")) is None
