"""Of whom a school looks at badges, what it took in, and the proposal, on a real database of each kind."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlmodel import SQLModel

from issuers.database.columns import Lasts, what_lasts
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from schools.evidence.evidence import Evidence, Obstacle, SetAside
from schools.importing.candidates import (
    add_candidate,
    find_candidate,
    list_candidates,
    remove_candidate,
)
from schools.importing.proposing import count_files, propose_for
from schools.importing.taking import (
    CheckedFile,
    drop_file,
    find_report,
    list_files,
    say_same,
    take_files,
)
from tests import world
from tests.issuers.schooling import found_school
from tests.world import World
from verifier.report import Part, Unread


@pytest.fixture
def sam(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Add Sam."""
    return add_candidate(desk, " Sam  de Vries ", actor=bevestiger)


def checked(raw: bytes, *, name: str = "bewijs.json", earth: World | None = None) -> CheckedFile:
    """Check a file in a small world."""
    return CheckedFile(name, raw, Part(report=(earth or World()).report(raw)))


def tims() -> CheckedFile:
    """Give a badge of Tim."""
    earth = World()
    document = world.badge_of(earth.issuer, said=world.judgement(name="Tim Bos"))
    return checked(world.sign(document, signer=earth.issuer.signer()), name="tim.json", earth=earth)


class TestAddCandidate:
    def test_keeps_a_name_and_nothing_more(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """As it will be compared with what stands in badges."""
        [found] = list_candidates(desk, actor=bevestiger)
        assert (found.id, found.name, found.files) == (sam, "Sam de Vries", 0)

    @pytest.mark.parametrize("name", ["", "  ", "123456782"])
    def test_refuses_no_name_and_a_bsn(self, desk: IssuingDesk, bevestiger: Actor, name: str) -> None:
        """With a sentence at the field."""
        with pytest.raises(FormError) as caught:
            add_candidate(desk, name, actor=bevestiger)
        assert caught.value.problems[0].field == "naam"

    def test_is_for_who_confirms(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Nobody else of the school."""
        with pytest.raises(PermissionDeniedError):
            add_candidate(desk, "Sam", actor=replace(bevestiger, roles=frozenset({Role.BEHEERDER})))


class TestTakeFiles:
    def test_keeps_each_with_its_report(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """What counts, what is fake and what cannot be read: three reasons to read, and nothing lost."""
        earth = World()
        letter = CheckedFile("brief.txt", b"Beste", Part(unread=Unread("kind-unknown", "Nee.", "No.")))
        fake = checked(world.edited(earth.signed(), name="Anders"), name="vals.json", earth=earth)
        new = take_files(desk, sam, [checked(earth.signed()), fake, letter], actor=bevestiger)
        files = list_files(desk, sam, actor=bevestiger)
        assert (new, len(files)) == (3, 3)
        first, third, second = (file.taken[0] for file in files)  # by their names
        assert isinstance(first, Evidence)
        assert isinstance(second, SetAside)
        assert isinstance(third, SetAside)
        assert (second.obstacle, third.obstacle) == (Obstacle.FAKE, Obstacle.NO_BADGE)
        report = find_report(desk, sam, files[0].id, actor=bevestiger)["report"]
        assert isinstance(report, dict)
        assert report["verdict"] == "valid"

    def test_takes_the_same_file_once(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """A second look takes the place of the first: what was withdrawn meanwhile counts no longer."""
        earth = World()
        assert 1 == take_files(desk, sam, [checked(earth.signed(), earth=earth)] * 2, actor=bevestiger)
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        assert 0 == take_files(desk, sam, [checked(earth.signed(), earth=earth)], actor=bevestiger)
        [file] = list_files(desk, sam, actor=bevestiger)
        assert [each.obstacle for each in file.taken if isinstance(each, SetAside)] == [Obstacle.REVOKED]

    def test_takes_nothing_for_another_school(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """Whose candidate he is not: nothing of him is there."""
        other = found_school(desk, "School Elders")
        take_files(desk, sam, [checked(World().signed())], actor=bevestiger)
        [file] = list_files(desk, sam, actor=bevestiger)
        assert list_candidates(desk, actor=other) == ()
        for ask in (
            lambda: take_files(desk, sam, [], actor=other),
            lambda: list_files(desk, sam, actor=other),
            lambda: find_report(desk, sam, file.id, actor=other),
            lambda: say_same(desk, sam, file.id, actor=other),
            lambda: drop_file(desk, sam, file.id, actor=other),
            lambda: remove_candidate(desk, sam, actor=other),
            lambda: propose_for(desk, sam, "C0021", actor=other),
        ):
            with pytest.raises(NotFoundError):
                ask()


class TestProposeFor:
    def test_says_what_the_files_say(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """Of the badges with the name of the candidate, until somebody says that another is of him too."""
        take_files(desk, sam, [checked(World().signed()), tims()], actor=bevestiger)
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        assert [line.werkproces.code for line in told.proposal.covered] == ["B1-K2-W1"]
        assert [each.obstacle for each in told.coverage.aside] == [Obstacle.OTHER_NAME]
        [file] = [each for each in list_files(desk, sam, actor=bevestiger) if each.name == "tim.json"]
        say_same(desk, sam, file.id, actor=bevestiger)
        files = list_files(desk, sam, actor=bevestiger)
        assert count_files(files, name="Sam de Vries", on=desk.clock.now()).aside == ()

    def test_forgets_a_file_that_was_dropped(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """Nothing rests on it any more."""
        take_files(desk, sam, [checked(World().signed())], actor=bevestiger)
        [file] = list_files(desk, sam, actor=bevestiger)
        drop_file(desk, sam, file.id, actor=bevestiger)
        assert propose_for(desk, sam, "25774", actor=bevestiger).proposal.covered == ()


class TestRemoveCandidate:
    def test_keeps_nothing_of_him(self, desk: IssuingDesk, bevestiger: Actor, sam: UUID) -> None:
        """No name, no file, no report."""
        take_files(desk, sam, [checked(World().signed())], actor=bevestiger)
        remove_candidate(desk, sam, actor=bevestiger)
        assert list_candidates(desk, actor=bevestiger) == ()
        with pytest.raises(NotFoundError):
            find_candidate(desk, sam, actor=bevestiger)

    @pytest.mark.parametrize("table", ["candidate", "taken_file"])
    def test_is_done_again_after_a_restore(self, table: str) -> None:
        """What went stays gone: the tables say so, and the journal notes it."""
        assert Lasts.GOING in what_lasts(SQLModel.metadata.tables[table])
