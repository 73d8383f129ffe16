"""Groups of people with a target, on a real database of each kind."""

from uuid import UUID, uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.people.permissions import Actor
from schools.cohorts.keeping import (
    TypedCohort,
    change_cohort,
    choose_cohorts,
    cohorts_of,
    find_cohort,
    list_cohorts,
    make_cohort,
    remove_cohort,
)
from schools.importing.candidates import add_candidate, list_candidates
from tests.issuers.schooling import found_school

KOK = TypedCohort(naam=" Kok  2026 ", doel="c0021")


@pytest.fixture
def kok(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Make a group."""
    return make_cohort(desk, KOK, actor=bevestiger)


class TestMakeCohort:
    def test_keeps_a_name_and_a_target(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """The target as the catalogue writes it; nobody is in it yet."""
        [found] = list_cohorts(desk, actor=bevestiger)
        assert (found.id, found.name, found.target, found.members) == (kok, "Kok 2026", "C0021", 0)

    @pytest.mark.parametrize(
        ("typed", "fields"),
        [
            (TypedCohort(), ["naam", "doel"]),
            (TypedCohort(naam="kok 2026", doel="C0021"), ["naam"]),
            (TypedCohort(naam="Bakkers", doel="C9999"), ["doel"]),
            (TypedCohort(naam="123456782", doel="C0021"), ["naam"]),
        ],
    )
    def test_tells_everything_that_is_wrong(
        self, desk: IssuingDesk, bevestiger: Actor, kok: UUID, typed: TypedCohort, fields: list[str]
    ) -> None:
        """Nothing typed, a name that is taken whatever its capitals, no such target, a number of a person."""
        with pytest.raises(FormError) as caught:
            make_cohort(desk, typed, actor=bevestiger)
        assert [each.field for each in caught.value.problems] == fields
        assert [kok] == [each.id for each in list_cohorts(desk, actor=bevestiger)]


class TestChangeCohort:
    def test_gives_another_name_or_target(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """Its own name is not taken by itself."""
        change_cohort(desk, kok, TypedCohort(naam="KOK 2026", doel="25180"), actor=bevestiger)
        found = find_cohort(desk, kok, actor=bevestiger)
        assert (found.name, found.target) == ("KOK 2026", "25180")


class TestChooseCohorts:
    def test_puts_somebody_in_these_and_no_other(
        self, desk: IssuingDesk, bevestiger: Actor, kok: UUID
    ) -> None:
        """The groups go without their people."""
        sam = add_candidate(desk, "Sam", actor=bevestiger)
        other = make_cohort(desk, TypedCohort(naam="Entree", doel="25740"), actor=bevestiger)
        choose_cohorts(desk, sam, {kok}, actor=bevestiger)
        choose_cohorts(desk, sam, {kok, other}, actor=bevestiger)
        choose_cohorts(desk, sam, {other}, actor=bevestiger)
        assert {other} == cohorts_of(desk, sam, actor=bevestiger)
        remove_cohort(desk, other, actor=bevestiger)
        assert not cohorts_of(desk, sam, actor=bevestiger)
        assert [sam] == [each.id for each in list_candidates(desk, actor=bevestiger)]

    def test_is_of_one_school(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """Another sees no group, puts nobody in it, and takes none away."""
        other = found_school(desk, "School Elders")
        sam, theirs = (add_candidate(desk, "Sam", actor=each) for each in (bevestiger, other))
        assert list_cohorts(desk, actor=other) == ()
        for candidate, chosen, actor in ((theirs, kok, other), (sam, uuid4(), bevestiger)):
            with pytest.raises(NotFoundError):
                choose_cohorts(desk, candidate, {chosen}, actor=actor)
        with pytest.raises(NotFoundError):
            remove_cohort(desk, kok, actor=other)
