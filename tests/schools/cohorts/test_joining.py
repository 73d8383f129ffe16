"""Many people into a group at once, on a real database of each kind."""

from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.people.permissions import Actor
from schools.cohorts.joining import TypedNames, put_together
from schools.cohorts.keeping import TypedCohort, find_cohort, make_cohort
from schools.importing.candidates import add_candidate, list_candidates


@pytest.fixture
def kok(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Make a group, beside somebody who is there already."""
    add_candidate(desk, "Noa Willems", actor=bevestiger)
    return make_cohort(desk, TypedCohort(naam="Kok 2026", doel="C0021"), actor=bevestiger)


class TestPutTogether:
    def test_begins_with_who_is_new(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """Empty lines are nobody."""
        typed = TypedNames(namen="Tygo de Boer\n\n  Sara  Pinto \n")
        assert 2 == put_together(desk, kok, typed, actor=bevestiger)
        names = [each.name for each in list_candidates(desk, actor=bevestiger)]
        assert (names, find_cohort(desk, kok, actor=bevestiger).members) == (
            ["Noa Willems", "Sara Pinto", "Tygo de Boer"],
            2,
        )

    @pytest.mark.parametrize(("al", "people"), [("dezelfde", 2), ("anderen", 3)])
    def test_asks_who_is_there_already(
        self, desk: IssuingDesk, bevestiger: Actor, kok: UUID, al: str, people: int
    ) -> None:
        """A name is no person: nothing happens before somebody said so."""
        typed = "noa willems\nSara Pinto"
        with pytest.raises(FormError) as caught:
            put_together(desk, kok, TypedNames(namen=typed), actor=bevestiger)
        assert [each.field for each in caught.value.problems] == ["al"]
        assert 1 == len(list_candidates(desk, actor=bevestiger))
        assert 2 == put_together(desk, kok, TypedNames(namen=typed, al=al), actor=bevestiger)
        assert people == len(list_candidates(desk, actor=bevestiger))

    def test_puts_nobody_in_twice(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """The same list a second time adds nobody."""
        typed = TypedNames(namen="Noa Willems\nSara Pinto", al="dezelfde")
        assert [2, 0] == [put_together(desk, kok, typed, actor=bevestiger) for _ in range(2)]

    @pytest.mark.parametrize(
        ("typed", "code"),
        [
            (TypedNames(namen=" \n"), "missing"),
            (TypedNames(namen="Sara\n" * 501), "too-many"),
            (TypedNames(namen="Sara\nSara", al="dezelfde"), "more"),
        ],
    )
    def test_says_what_cannot_be_done(
        self, desk: IssuingDesk, bevestiger: Actor, kok: UUID, typed: TypedNames, code: str
    ) -> None:
        """No name, too many at once, and one name for two people."""
        with pytest.raises(FormError) as caught:
            put_together(desk, kok, typed, actor=bevestiger)
        assert [each.code for each in caught.value.problems] == [code]

    def test_names_the_line_that_is_wrong(self, desk: IssuingDesk, bevestiger: Actor, kok: UUID) -> None:
        """A number of a person is no name."""
        with pytest.raises(FormError) as caught:
            put_together(desk, kok, TypedNames(namen="Sara\n123456782"), actor=bevestiger)
        assert caught.value.problems[0].nl.startswith("Regel 2: ")
