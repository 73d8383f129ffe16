"""What stands in the way is said, and what does not is not."""

import pytest

from badges.praktijkverklaring import Title
from issuers.organisations.tables import SchoolKind
from issuers.praktijkverklaring.hindering import (
    Hindrance,
    Standing,
    badge_hindrances,
    school_hindrances,
    title_for,
)


class TestBadgeHindrances:
    """`badge_hindrances`."""

    @pytest.mark.parametrize(
        ("standing", "expected"),
        [
            (Standing(is_revoked=False, independence="zelfstandig", is_recognised=True), ()),
            (Standing(is_revoked=False, independence=None, is_recognised=True), ()),
            (
                Standing(is_revoked=False, independence="met hulp", is_recognised=False),
                (Hindrance.WITH_HELP, Hindrance.ERKENNING),
            ),
            (
                Standing(is_revoked=True, independence="met hulp", is_recognised=False),
                (Hindrance.REVOKED,),
            ),
            (
                Standing(is_revoked=True, is_replaced=True, independence=None, is_recognised=True),
                (Hindrance.REPLACED,),
            ),
        ],
        ids=["alone", "not said", "with help", "withdrawn", "replaced"],
    )
    def test_says_each_reason(self, standing: Standing, expected: tuple[Hindrance, ...]) -> None:
        """What was withdrawn is asked nothing else."""
        assert expected == badge_hindrances(standing)


class TestSchoolHindrances:
    """`school_hindrances`."""

    def test_asks_for_a_kind_and_a_mandate(self) -> None:
        """Both at once."""
        both = (Hindrance.NO_KIND, Hindrance.NO_MANDATE)
        assert both == school_hindrances(kinds=(), has_mandate=False)
        assert () == school_hindrances(kinds=(SchoolKind.PRO,), has_mandate=True)


class TestTitleFor:
    """`title_for`."""

    def test_is_strict_where_a_school_is_several_things(self) -> None:
        """Where it is mbo too, it waits for the mbo-verklaring."""
        kinds = (SchoolKind.MBO, SchoolKind.PRO)
        assert Title.AWAITS_MBO is title_for(kinds, is_dated=False)
        assert Title.PRAKTIJKVERKLARING is title_for(kinds, is_dated=True)
