"""The versions of an examenplan, on a real database of each kind."""

from dataclasses import replace

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from schools.decisions.loading import compare, find_plan, list_plans, load_plan, read_name
from schools.decisions.plan import Plan
from schools.decisions.reading import read_plan
from tests.issuers.schooling import found_school


def plan(desk: IssuingDesk, *, title: str = "Proeve") -> Plan:
    """Read a small plan."""
    raw = f"crebo;examenonderdeel;naam;kerntaak\n25180;P1;{title};B1-K1\n"
    return read_plan(raw.encode(), catalogue=desk.catalogue)


class TestLoadPlan:
    def test_keeps_each_version(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """What was decided under the first stays under it."""
        first = load_plan(desk, plan(desk), name="Kok", actor=bevestiger)
        second = load_plan(desk, plan(desk, title="Proeve 2"), name="Kok", actor=bevestiger)
        assert [(each.version, each.parts[0].title) for each in list_plans(desk, actor=bevestiger)] == [
            (2, "Proeve 2"),
            (1, "Proeve"),
        ]
        assert find_plan(desk, first.id, actor=bevestiger) == first != second

    def test_makes_no_version_of_what_says_the_same(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Loaded twice is one; another name begins anew."""
        first = load_plan(desk, plan(desk), name="Kok", actor=bevestiger)
        assert first == load_plan(desk, plan(desk), name="Kok", actor=bevestiger)
        assert 1 == load_plan(desk, plan(desk), name="Kok 2", actor=bevestiger).version

    def test_says_what_is_different_before_it_is_kept(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Since the newest version of that name."""
        load_plan(desk, plan(desk), name="Kok", actor=bevestiger)
        version, found = compare(desk, plan(desk, title="Anders"), name="Kok", actor=bevestiger)
        assert (1, ["anders"]) == (version, [each.kind for each in found])
        assert (0, ()) == compare(desk, plan(desk), name="Nieuw", actor=bevestiger)

    def test_is_of_one_school(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """For who confirms there, and for no other school."""
        known = load_plan(desk, plan(desk), name="Kok", actor=bevestiger)
        other = found_school(desk, "School Elders")
        assert list_plans(desk, actor=other) == ()
        with pytest.raises(NotFoundError):
            find_plan(desk, known.id, actor=other)
        with pytest.raises(PermissionDeniedError):
            list_plans(desk, actor=replace(bevestiger, roles=frozenset({Role.LEZER})))


class TestReadName:
    @pytest.mark.parametrize("typed", ["", "  ", "123456782"])
    def test_refuses_no_name_and_a_bsn(self, typed: str) -> None:
        """With a sentence at the field."""
        with pytest.raises(FormError) as caught:
            read_name(typed)
        assert caught.value.problems[0].field == "naam"
