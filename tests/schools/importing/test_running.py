"""The files of many people, taken in some at a time, on a real database of each kind."""

import io
import os
import signal
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlmodel import Session

from issuers.background import PATIENCE
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.people.permissions import Actor
from issuers.people.tables import Membership, Role
from schools.importing.asking import list_namesakes, say_which, say_whose
from schools.importing.attempts import DEATHS, KILLED
from schools.importing.candidates import Left, add_candidate, list_candidates, remove_candidate
from schools.importing.intakes import (
    KEPT,
    REFUSED_NAMED,
    find_intake,
    forget_old_intakes,
    forget_refused_names,
    go_on,
    list_lines,
    put_down,
)
from schools.importing.running import BROKE, IN_DOUBT, PATIENT, is_any_read, read_some, take_up
from schools.importing.sorting import Found, Room, files_in
from schools.importing.states import IntakeState, LineState
from schools.importing.taking import list_files
from tests import world
from tests.databases import ON_BOTH, ON_SQLITE
from tests.issuers.schooling import found_school
from tests.schools.importing.inline import Started
from tests.world import World
from verifier.errors import UnreadableError
from verifier.report import Part, Unread
from web.clock import FixedClock

EARTH = World()


def badge(name: str | None, *, number: int = 0) -> bytes:
    """Give a badge with this name in it."""
    document = world.badge_of(EARTH.issuer, said=world.judgement(name=name))
    document["id"] = f"urn:uuid:00000000-0000-4000-8000-{number:012}"
    return world.sign(document, signer=EARTH.issuer.signer())


def check(raws: Sequence[bytes]) -> list[Part]:
    """Verify files in a small world, each apart."""
    return [_checked(each) for each in raws]


def _checked(raw: bytes) -> Part:
    try:
        return Part(report=EARTH.report(raw))
    except UnreadableError as error:
        return Part(unread=Unread(error.code, error.nl, error.en))


def run(desk: IssuingDesk, intake_id: UUID, *, actor: Actor) -> None:
    """Go on until there is no more."""
    while read_some(desk, intake_id, organisation_id=actor.organisation_id, check=check):
        pass


def died_of(deadly: bytes, read: Callable[..., bool], *, desk: IssuingDesk) -> bool:
    """Take in, in a process of its own, all there is; tell whether it was killed, as it is at this file."""

    def deadly_check(raws: Sequence[bytes]) -> list[Part]:
        if deadly in raws:
            os.kill(os.getpid(), signal.SIGKILL)
        return check(raws)

    desk.register.engine.dispose()
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(BaseException):
            while read(check=deadly_check):
                pass
            code = 0
        os._exit(code)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return status != 0


MANY = (
    *(Found(f"klas/Persoon {n}/bewijs.json", badge(f"Persoon {n}", number=n)) for n in range(30)),
    *(Found(f"klas/Persoon {n}/kapot.json", b"{" * n) for n in range(10)),
)


class TestForgetRefusedNames:
    def test_keeps_the_reason_and_no_name(
        self, desk: IssuingDesk, bevestiger: Actor, clock: FixedClock
    ) -> None:
        """Two weeks after the last thing that happened; what was taken in is as it was."""
        intake_id = put_down(desk, "klas.zip", (MANY[0], MANY[35]), actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        assert forget_refused_names(desk) == 0
        clock.advance(REFUSED_NAMED)
        assert (forget_refused_names(desk), forget_refused_names(desk)) == (1, 0)
        [refused] = list_lines(desk, intake_id, LineState.REFUSED, actor=bevestiger)
        assert (refused.name, refused.person, refused.reason is None) == ("", "", False)
        [taken] = list_lines(desk, intake_id, LineState.NEW, actor=bevestiger)
        assert taken.name


class TestReadSome:
    """`read_some` takes in what was put down, and tells of each file what came of it."""

    def test_imports_the_rest_and_says_why_of_what_is_broken(
        self, desk: IssuingDesk, bevestiger: Actor
    ) -> None:
        """Each person by his folder; each broken file with a reason; the same zip again adds nothing."""
        for states in ({LineState.NEW: 30}, {LineState.AGAIN: 30}):
            intake_id = put_down(desk, "klas.zip", MANY, actor=bevestiger)
            run(desk, intake_id, actor=bevestiger)
            found = find_intake(desk, intake_id, actor=bevestiger)
            assert (found.state, found.counts) == (IntakeState.DONE, {**states, LineState.REFUSED: 10})
            refused = list_lines(desk, intake_id, LineState.REFUSED, actor=bevestiger)
            assert all(each.reason is not None and each.reason.nl for each in refused)
        people = list_candidates(desk, actor=bevestiger)
        assert ({f"Persoon {n}" for n in range(30)}, {1}) == (
            {each.name for each in people},
            {each.files for each in people},
        )

    @ON_BOTH
    def test_goes_on_after_a_crash_and_takes_nothing_twice(
        self, desk: IssuingDesk, bevestiger: Actor
    ) -> None:
        """Also where somebody else took the rest while this one was looking at the first."""
        own = bevestiger.organisation_id
        intake_id = put_down(desk, "klas.zip", MANY, actor=bevestiger)
        with pytest.raises(KeyboardInterrupt):
            read_some(desk, intake_id, organisation_id=own, check=_killed)

        def meanwhile(raws: Sequence[bytes]) -> list[Part]:
            run(desk, intake_id, actor=bevestiger)
            return check(raws)

        read_some(desk, intake_id, organisation_id=own, check=meanwhile)
        run(desk, intake_id, actor=bevestiger)
        found = find_intake(desk, intake_id, actor=bevestiger)
        assert found.counts == {LineState.NEW: 30, LineState.REFUSED: 10}

    @ON_SQLITE
    def test_leaves_out_what_ends_the_process_twice(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Killed as by a lack of memory: the third that begins goes on with the rest."""
        intake_id = put_down(desk, "klas.zip", MANY[:6], actor=bevestiger)
        read = partial(read_some, desk, intake_id, organisation_id=bevestiger.organisation_id)
        deaths = 0
        while died_of(MANY[1].raw, read, desk=desk):
            deaths += 1
        found = find_intake(desk, intake_id, actor=bevestiger)
        assert (deaths, found.state) == (DEATHS, IntakeState.DONE)
        assert found.counts == {LineState.NEW: 5, LineState.REFUSED: 1}
        [refused] = list_lines(desk, intake_id, LineState.REFUSED, actor=bevestiger)
        assert (refused.place, refused.reason) == (2, KILLED)

    def test_refuses_what_breaks_time_and_again(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """One file that nobody foresaw holds up no other, and has a reason."""
        intake_id = put_down(desk, "klas.zip", MANY[:3], actor=bevestiger)

        def broken(raws: Sequence[bytes]) -> list[Part]:
            if MANY[1].raw in raws:
                raise ZeroDivisionError
            return check(raws)

        read = partial(read_some, desk, intake_id, organisation_id=bevestiger.organisation_id, check=broken)
        for _ in range(PATIENT):
            with pytest.raises(ZeroDivisionError):
                read()
            go_on(desk, intake_id, actor=bevestiger)
        read()
        found = find_intake(desk, intake_id, actor=bevestiger)
        assert (found.state, found.counts) == (IntakeState.DONE, {LineState.NEW: 2, LineState.REFUSED: 1})
        [refused] = list_lines(desk, intake_id, LineState.REFUSED, actor=bevestiger)
        assert (refused.place, refused.reason) == (2, BROKE)

    def test_asks_whose_it_is_and_never_guesses(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Where no name stands in it; what is said is then done."""
        intake_id = put_down(desk, "bestand", [Found("a.json", badge(None))], actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        [asked] = list_lines(desk, intake_id, LineState.ASKED, actor=bevestiger)
        with pytest.raises(FormError):
            say_whose(desk, intake_id, asked.place, " ", actor=bevestiger)
        say_whose(desk, intake_id, asked.place, "Noor", actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        assert find_intake(desk, intake_id, actor=bevestiger).counts[LineState.NEW] == 1
        with pytest.raises(NotFoundError):
            say_whose(desk, intake_id, asked.place, "Noor", actor=bevestiger)

    def test_asks_once_for_a_folder_in_doubt(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Whether a folder is of a team or of a person is not guessed; a name in the badge itself decides."""
        names = {"Koks/Sam/a.json": None, "Koks/Sam/b.json": None, "Bakkers/Noor/c.json": "Noor"}
        files = [Found(path, badge(name, number=n)) for n, (path, name) in enumerate(names.items())]
        intake_id = put_down(desk, "jaar.zip", files, actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        asked, second = list_lines(desk, intake_id, LineState.ASKED, actor=bevestiger)
        assert (asked.reason, second.reason) == (IN_DOUBT, IN_DOUBT)
        say_whose(desk, intake_id, asked.place, "Sam de Vries", actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        there = {each.name: each.files for each in list_candidates(desk, actor=bevestiger)}
        assert there == {"Sam de Vries": 2, "Noor": 1}

    @pytest.mark.parametrize("there", [1, 2])
    def test_asks_which_person_of_a_name_it_is(
        self, desk: IssuingDesk, bevestiger: Actor, there: int
    ) -> None:
        """A name is no person: one of those who have it, or somebody new; once for all files of that name."""
        own = {add_candidate(desk, "Sam de Vries", actor=bevestiger) for _ in range(there)}
        for first, chosen in ((0, min(own)), (2, None)):
            files = [Found(f"{n}.json", badge("Sam de Vries", number=first + n)) for n in range(2)]
            intake_id = put_down(desk, "2 bestanden", files, actor=bevestiger)
            run(desk, intake_id, actor=bevestiger)
            asked, _ = list_lines(desk, intake_id, LineState.ASKED, actor=bevestiger)
            found = list_namesakes(desk, [asked.person], actor=bevestiger)
            assert {each.id for each in found[asked.person]} == own
            say_which(desk, intake_id, asked.place, chosen, actor=bevestiger)
            run(desk, intake_id, actor=bevestiger)
            assert find_intake(desk, intake_id, actor=bevestiger).counts == {LineState.NEW: 2}
        files_of = {each.id: each.files for each in list_candidates(desk, actor=bevestiger)}
        assert (len(files_of), files_of[min(own)]) == (there + 1, 2)

    def test_forgets_whose_it_was_with_him(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Of who is removed, no name of a folder or a file stays; that it was taken in does."""
        intake_id = put_down(desk, "map", MANY[:2], actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        first, second = list_candidates(desk, actor=bevestiger)
        assert remove_candidate(desk, first.id, actor=bevestiger) is Left.NOTHING
        lines = list_lines(desk, intake_id, LineState.NEW, actor=bevestiger)
        assert [(each.person, bool(each.name)) for each in lines] == [("", False), (second.name, True)]

    def test_keeps_a_folder_and_another_name_apart(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """It is with whose folder it is, and counts once somebody said that it is the same person."""
        files = [Found("Noor/a.json", badge("Tim", number=1)), Found("Tim/b.json", badge("Tim", number=2))]
        intake_id = put_down(desk, "map", files, actor=bevestiger)
        run(desk, intake_id, actor=bevestiger)
        noor = next(each for each in list_candidates(desk, actor=bevestiger) if each.name == "Noor")
        [file] = list_files(desk, noor.id, actor=bevestiger)
        assert not file.is_same

    def test_stops_where_who_began_it_may_not_any_more(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """And a colleague goes on; another school sees nothing of it."""
        intake_id = put_down(desk, "map", MANY[:2], actor=bevestiger)

        def end(session: Session) -> None:
            key = (bevestiger.organisation_id, bevestiger.person_id, Role.BEVESTIGER)
            session.delete(session.get_one(Membership, key))

        desk.register.write(end, within=WHOLE_SERVICE)
        run(desk, intake_id, actor=bevestiger)
        stopped = find_intake(desk, intake_id, actor=bevestiger)
        assert stopped.state is IntakeState.STOPPED
        assert stopped.stopped is not None
        other = found_school(desk, "School Elders")
        for ask in (find_intake, go_on):
            with pytest.raises(NotFoundError):
                ask(desk, intake_id, actor=other)


def _killed(raws: Sequence[bytes]) -> list[Part]:
    raise KeyboardInterrupt


class TestTakeUp:
    """`take_up` begins again with what nobody is heard of."""

    def test_begins_what_was_left(self, desk: IssuingDesk, bevestiger: Actor, clock: FixedClock) -> None:
        """Not what is heard of; long after it is done it is forgotten."""
        intake_id, runner = put_down(desk, "map", MANY[:1], actor=bevestiger), Started()
        assert take_up(desk, runner=runner) == 0
        assert is_any_read(desk)
        clock.advance(PATIENCE + timedelta(seconds=1))
        assert take_up(desk, runner=runner) == 1
        assert runner.all == [(intake_id, 2)]
        run(desk, intake_id, actor=bevestiger)
        assert not is_any_read(desk)
        assert forget_old_intakes(desk) == 0
        clock.advance(KEPT + timedelta(days=1))
        assert forget_old_intakes(desk) == 1


class TestFilesIn:
    """`files_in` gives the files of a zip one by one."""

    def test_tells_of_a_spoilt_one_and_gives_the_others(self) -> None:
        """What a system adds is left out; a zip that is none says so."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in ("a/1.json", "a/2.json", "__MACOSX/a/1.json", "a/Thumbs.db"):
                made.writestr(name, f"inhoud van {name}")
        raw = out.getvalue().replace(b"inhoud van a/1", b"inhoud van a/9")
        found = [(each.path, each.spoilt) for each in files_in("klas.zip", raw, room=Room())]
        assert found == [("a/1.json", "zip-damaged"), ("a/2.json", None)]
        [broken] = files_in("kapot.zip", raw[:-30], room=Room())
        assert (broken.path, broken.spoilt) == ("kapot.zip", "zip-damaged")

    def test_counts_all_that_is_sent_at_once(self) -> None:
        """Not each zip apart: what is over says so, and the next that fits is taken."""
        out, room = io.BytesIO(), Room(files=3, size=10)
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("a", "1234")
            made.writestr("b", "5678")
        sent = (("a.zip", out.getvalue()), ("a.zip", out.getvalue()), ("c", b"123"), ("d", b"9"), ("e", b""))
        found = [each.spoilt for name, raw in sent for each in files_in(name, raw, room=room)]
        assert found == [None, None, "zip-too-many", "zip-too-large", None, "zip-too-many"]
