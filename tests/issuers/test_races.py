"""Two processes at the same moment: the last beheerder stays, and what can be done once is done once."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import func, select

from badges.judgement import Judgement
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    LastBeheerderError,
    LinkUsedError,
    NotFoundError,
    OrganisationEndedError,
    PermissionDeniedError,
)
from issuers.issuing.issuing import issue
from issuers.issuing.tables import Badge, BadgeState
from issuers.keys.managing import list_keys, rotate_key
from issuers.keys.tables import KeyPurpose
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.standing import close
from issuers.people.accepting import accept
from issuers.people.appointing import Appointment, NewMember
from issuers.people.demo import add_person
from issuers.people.inviting import Invited, invite
from issuers.people.members import change_roles, list_members, remove_member
from issuers.people.permissions import Actor, operator
from issuers.people.tables import Person, Role
from tests.databases import Databases
from tests.issuers.conftest import judge
from tests.issuers.racing import DONE, Deed, Race, racing
from tests.torturing import SHARE

pytestmark = pytest.mark.torture
ROUNDS = max(5, round(50 * SHARE))


@pytest.fixture(scope="module")
def race(tmp_path_factory: pytest.TempPathFactory, furnished: Path, databases: Databases) -> Iterator[Race]:
    """Start two processes on one register."""
    folder = databases.copy(furnished, tmp_path_factory.mktemp("race") / "data")
    with racing(folder, databases=databases) as both:
        yield both


@pytest.fixture
def desk(race: Race) -> IssuingDesk:
    """Give a third desk on that register, to look."""
    return race.desk


@dataclass(frozen=True)
class Pair:
    """Hold the two beheerders of an organisation of their own."""

    one: Actor
    other: Actor


def pair(desk: IssuingDesk, number: int) -> Pair:
    """Take in an organisation with two beheerders, who just proved who they are."""
    made = create_organisation(desk, NewOrganisation(name=f"Bedrijf {number}", facts=()))
    people = [
        replace(add_person(desk, name, organisation_id=made.id, role=Role.BEHEERDER), proved=desk.clock.now())
        for name in ("Ada Smit", "Bo Jansen")
    ]
    return Pair(*people)


def let_go(desk: IssuingDesk, *, whom: Actor, by: Actor) -> None:
    """Let somebody go."""
    remove_member(desk, whom.person_id, actor=by)


def demote(desk: IssuingDesk, *, whom: Actor, by: Actor) -> None:
    """Let somebody only read."""
    lezer = Appointment(roles=frozenset({Role.LEZER}))
    change_roles(desk, whom.person_id, appointment=lezer, actor=by)


def each_other(two: Pair) -> tuple[Deed, Deed]:
    """Both let the other go."""
    return partial(let_go, whom=two.other, by=two.one), partial(let_go, whom=two.one, by=two.other)


def each_himself(two: Pair) -> tuple[Deed, Deed]:
    """Both go."""
    return partial(let_go, whom=two.one, by=two.one), partial(let_go, whom=two.other, by=two.other)


def each_demotes_the_other(two: Pair) -> tuple[Deed, Deed]:
    """Both leave the other nothing but reading."""
    return partial(demote, whom=two.other, by=two.one), partial(demote, whom=two.one, by=two.other)


def one_demotes_and_one_goes(two: Pair) -> tuple[Deed, Deed]:
    """One leaves the other to read, who goes himself."""
    return partial(demote, whom=two.other, by=two.one), partial(let_go, whom=two.one, by=two.other)


class TestLastBeheerder:
    """Of two who send each other away, one stays."""

    @pytest.mark.parametrize(
        "how", [each_other, each_himself, each_demotes_the_other, one_demotes_and_one_goes]
    )
    def test_stays(self, race: Race, desk: IssuingDesk, how: Callable[[Pair], tuple[Deed, Deed]]) -> None:
        """Always one is left, and the loser is told why in a sentence."""
        kind = {LastBeheerderError.nl, PermissionDeniedError.nl, NotFoundError.nl}
        for number in range(ROUNDS):
            two = pair(desk, number)
            told = race.run(*how(two))
            look = operator(two.one.organisation_id, now=desk.clock.now())
            left = [
                each for each in list_members(desk, actor=look) if Role.BEHEERDER in each.appointment.roles
            ]
            assert (1, 1) == (len(left), told.count(DONE)), told
            assert {each for each in told if each != DONE} <= kind


class TestKeys:
    """Keys are replaced one after the other."""

    def test_leave_one_that_signs(self, race: Race, desk: IssuingDesk) -> None:
        """Each of two rotations at once retires the key before it."""
        two = pair(desk, 0)
        for _ in range(ROUNDS):
            deeds = [
                partial(rotate_key, purpose=KeyPurpose.ASSERTION, actor=each) for each in (two.one, two.other)
            ]
            assert [DONE, DONE] == race.run(*deeds)
        keys = [key for key in list_keys(desk, actor=two.one) if key.purpose is KeyPurpose.ASSERTION]
        assert (2 * ROUNDS + 1, 1) == (len(keys), len([key for key in keys if key.retired is None]))
        assert () == fsck(desk)


def give(desk: IssuingDesk, *, actor: Actor, judgement: Judgement) -> None:
    """Give a badge."""
    issue(desk, judgement, actor=actor, idempotency_key="een")


def states_of(desk: IssuingDesk, organisation_id: str) -> list[BadgeState]:
    """List how far the badges of an organisation came."""
    asked = select(Badge.state).where(Badge.organisation_id == organisation_id)
    return desk.register.read(lambda session: list(session.exec(asked).all()), within=WHOLE_SERVICE)


class TestClosing:
    """An organisation stops while somebody gives a badge."""

    def test_lets_a_badge_be_given_whole_or_not_at_all(self, race: Race, desk: IssuingDesk) -> None:
        """Whoever was too late is told so; no badge was promised after the end."""
        told: Counter[str] = Counter()
        for number in range(ROUNDS):
            two = pair(desk, number)
            giver = add_person(
                desk, "Cas", organisation_id=two.one.organisation_id, role=Role.PRAKTIJKOPLEIDER
            )
            deeds = (partial(give, actor=giver, judgement=judge(desk)), partial(close, actor=two.one))
            given, closed = race.run(*deeds)
            assert DONE == closed
            told[given] += 1
            states = states_of(desk, giver.organisation_id)
            assert [BadgeState.SIGNED] * (given == DONE) == states
        assert {DONE, OrganisationEndedError.nl} >= set(told)
        assert () == fsck(desk)


def invited(desk: IssuingDesk, mail: str, *, by: Actor) -> str:
    """Invite somebody, and give the token of the link."""
    new = NewMember(name="Dina", mail=mail, appointment=Appointment(roles=frozenset({Role.LEZER})))

    def write(found: Invited) -> Letter:
        return new_letter(found.mail, subject="Doe mee", text="Kom", now=desk.clock.now())

    return str(invite(desk, new, actor=by, write=write).token)


def people_of(desk: IssuingDesk, mail: str) -> int:
    """Count who has this mail address."""
    asked = select(func.count()).select_from(Person).where(Person.mail == mail)
    return desk.register.read(lambda session: session.exec(asked).one(), within=WHOLE_SERVICE)


class TestInvitation:
    """A link lets one in, once."""

    def test_is_accepted_once(self, race: Race, desk: IssuingDesk) -> None:
        """The second is told that it was used; there is one person."""
        two = pair(desk, 0)
        for number in range(ROUNDS):
            mail = f"dina{number}@bewijs.voorbeeld"
            accepting = partial(accept, token=invited(desk, mail, by=two.one), visitor=None)
            assert {DONE, LinkUsedError.nl} == set(race.run(accepting, accepting))
            assert 1 == people_of(desk, mail)
