"""Who is where, on a real database of each kind."""

from dataclasses import replace
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from schools.cohorts.exporting import sheet_of
from schools.cohorts.following import who_follows
from schools.cohorts.joining import TypedNames, put_together
from schools.cohorts.keeping import TypedCohort, choose_cohorts, make_cohort
from schools.cohorts.looking import TypedSearch, Waits, read_search
from schools.cohorts.overview import PAGE, Leaf, all_people, list_people
from schools.importing.candidates import add_candidate
from schools.importing.taking import list_files, say_same, take_files
from tests.databases import ON_BOTH
from tests.holders.keeping.test_wallet import statements_of
from tests.issuers.schooling import found_school
from tests.schools.importing.test_taking import checked, tims
from tests.world import World


def listed(desk: IssuingDesk, actor: Actor, *, page: int = 1, **typed: str) -> Leaf:
    """List what is looked for."""
    return list_people(
        desk, read_search(TypedSearch(**typed), now=desk.clock.now(), actor=actor), page=page, actor=actor
    )


def names(leaf: Leaf) -> list[str]:
    """Name who is listed."""
    return [each.name for each in leaf.people]


@pytest.fixture
def school(desk: IssuingDesk, bevestiger: Actor) -> dict[str, UUID]:
    """Let three people be looked at: one with a badge, one with that of another, one with nothing."""
    people = {name: add_candidate(desk, name, actor=bevestiger) for name in ("Zoë", "Sam de Vries", "Bo")}
    take_files(desk, people["Sam de Vries"], [checked(World().signed())], actor=bevestiger)
    take_files(desk, people["Zoë"], [tims()], actor=bevestiger)
    return people


class TestListPeople:
    def test_says_what_waits_for_whom(
        self, desk: IssuingDesk, bevestiger: Actor, school: dict[str, UUID]
    ) -> None:
        """By name, with a question about a name before all else, until it is answered."""
        leaf = listed(desk, bevestiger)
        assert [(each.name, each.badges, each.waits) for each in leaf.people] == [
            ("Bo", 0, Waits.BADGES),
            ("Sam de Vries", 1, Waits.LOOK),
            ("Zoë", 1, Waits.NAME),
        ]
        assert leaf.waiting == {Waits.BADGES: 1, Waits.LOOK: 1, Waits.NAME: 1}
        [file] = list_files(desk, school["Zoë"], actor=bevestiger)
        say_same(desk, school["Zoë"], file.id, actor=bevestiger)
        assert listed(desk, bevestiger).waiting == {Waits.BADGES: 1, Waits.LOOK: 2}

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ({"zoek": "VRIES sam"}, ["Sam de Vries"]),
            ({"zoek": "%"}, []),
            ({"stand": "bewijzen"}, ["Bo"]),
            ({"volgorde": "wacht"}, ["Zoë", "Sam de Vries", "Bo"]),
            ({"volgorde": "datum"}, ["Sam de Vries", "Zoë", "Bo"]),
            ({"stand": "x", "volgorde": "score"}, ["Bo", "Sam de Vries", "Zoë"]),
        ],
    )
    @ON_BOTH
    def test_finds_what_is_looked_for(
        self,
        desk: IssuingDesk,
        bevestiger: Actor,
        school: dict[str, UUID],
        typed: dict[str, str],
        found: list[str],
    ) -> None:
        """By words of a name, by what waits, in an order that ranks nobody by what he has."""
        assert found == names(listed(desk, bevestiger, **typed))
        assert len(school) == 3

    def test_tells_what_is_shown_of_the_target_of_a_group(
        self, desk: IssuingDesk, bevestiger: Actor, school: dict[str, UUID]
    ) -> None:
        """As the proposal itself has it."""
        cohort = make_cohort(desk, TypedCohort(naam="Magazijn", doel="25774"), actor=bevestiger)
        choose_cohorts(desk, school["Sam de Vries"], {cohort}, actor=bevestiger)
        [sam] = listed(desk, bevestiger, groep=str(cohort)).people
        [toward] = sam.toward
        assert (toward.target.code, toward.shown + toward.partly) == ("25774", 1)
        sheet = sheet_of(iter([sam]), language="nl")
        [row] = sheet.rows
        assert dict(zip(sheet.headings, row, strict=True))["Groep"] == "Magazijn"

    def test_is_of_one_school_and_for_who_confirms(
        self, desk: IssuingDesk, bevestiger: Actor, school: dict[str, UUID]
    ) -> None:
        """Another school finds nobody of it, by no word and by no group."""
        other = found_school(desk, "School Elders")
        cohort = make_cohort(desk, TypedCohort(naam="Kok", doel="C0021"), actor=bevestiger)
        choose_cohorts(desk, school["Bo"], {cohort}, actor=bevestiger)
        for typed in ({"zoek": "bo"}, {"groep": str(cohort)}, {}):
            assert (names(listed(desk, other, **typed)), listed(desk, other, **typed).cohorts) == ([], ())
        with pytest.raises(PermissionDeniedError):
            listed(desk, replace(bevestiger, roles=frozenset({Role.BEHEERDER})))

    def test_asks_as_much_for_many_as_for_one(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """However many people, files and groups; and a page that is not there is the last."""
        cohort = make_cohort(desk, TypedCohort(naam="Kok", doel="C0021"), actor=bevestiger)
        put_together(desk, cohort, TypedNames(namen="Kim 0"), actor=bevestiger)
        [kim] = listed(desk, bevestiger).people
        take_files(desk, kim.id, [checked(World().signed())], actor=bevestiger)
        with statements_of(desk) as one:
            assert 1 == len(listed(desk, bevestiger).people)
        many = "\n".join(f"Kim {number}" for number in range(1, PAGE + 3))
        put_together(desk, cohort, TypedNames(namen=many), actor=bevestiger)
        for each in listed(desk, bevestiger).people[:3]:
            take_files(desk, each.id, [checked(World().signed()), tims()], actor=bevestiger)
        other = make_cohort(desk, TypedCohort(naam="Entree", doel="25740"), actor=bevestiger)
        choose_cohorts(desk, listed(desk, bevestiger).people[0].id, {cohort, other}, actor=bevestiger)
        with statements_of(desk) as several:
            leaf = listed(desk, bevestiger)
        assert (len(one), leaf.pages, leaf.count) == (len(several), 2, PAGE + 3)
        assert 3 == len(listed(desk, bevestiger, page=99).people)


class TestAllPeople:
    def test_gives_everybody_once(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Also where they are read in pieces."""
        cohort = make_cohort(desk, TypedCohort(naam="Kok", doel="C0021"), actor=bevestiger)
        typed = TypedNames(namen="\n".join(f"Kim {number}" for number in range(205)))
        put_together(desk, cohort, typed, actor=bevestiger)
        found = [
            *all_people(
                desk, read_search(TypedSearch(), now=desk.clock.now(), actor=bevestiger), actor=bevestiger
            )
        ]
        assert 205 == len({each.id for each in found}) == len(found)


class TestWhoFollows:
    def test_gives_the_next_name_of_the_group(
        self, desk: IssuingDesk, bevestiger: Actor, school: dict[str, UUID]
    ) -> None:
        """Of a group with this target; after the last comes nobody."""
        cohort = make_cohort(desk, TypedCohort(naam="Kok", doel="C0021"), actor=bevestiger)
        for candidate_id in school.values():
            choose_cohorts(desk, candidate_id, {cohort}, actor=bevestiger)

        def after(name: str, target: str = "C0021") -> str | None:
            found = who_follows(desk, school[name], target, actor=bevestiger)
            return found.name if found else None

        assert [after("Bo"), after("Sam de Vries"), after("Zoë")] == ["Sam de Vries", "Zoë", None]
        assert after("Bo", "25180") is None
