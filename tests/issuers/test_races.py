"""Two processes at the same moment: the last beheerder stays, and what can be done once is done once."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import func, select

from badges.judgement import Judgement
from issuers.assessing.keeping import assess
from issuers.assessing.reading import NewAssessment
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, keep_draft
from issuers.errors import (
    LastBeheerderError,
    LinkUsedError,
    NotFoundError,
    OrganisationEndedError,
    OtherWorkError,
    PermissionDeniedError,
    WerkprocesCollectedError,
    WerkprocesToldError,
)
from issuers.evidence.collectors import Collector, Learner, Member
from issuers.evidence.keeping import collect
from issuers.issuing.issuing import issue
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.tables import Badge, BadgeState
from issuers.keys.managing import list_keys, rotate_key
from issuers.keys.tables import KeyPurpose
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.demo import add_person
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.standing import close
from issuers.people.accepting import accept
from issuers.people.appointing import Appointment, NewMember
from issuers.people.inviting import Invited, invite
from issuers.people.members import change_roles, list_members, remove_member
from issuers.people.permissions import Actor, operator
from issuers.people.tables import Person, Role
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.keeping import change, find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import Databases
from tests.issuers.conftest import judge
from tests.issuers.evidence.test_keeping import STORY
from tests.issuers.racing import DONE, Deed, Race, racing
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from tests.torturing import SHARE

pytestmark = pytest.mark.torture
STAYING = ("25774", "B1-K1-W1")
JUDGED = NewAssessment(kennis="Sam weet waar alles ligt.", vaardigheden="", gedrag="", independence=None)
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


def agreed(desk: IssuingDesk, number: int) -> tuple[Actor, KnownProfiel]:
    """Agree with somebody on two werkprocessen; give who works with him, and the agreement."""
    works_at = pair(desk, number).one.organisation_id
    trainer = add_person(desk, "Cas", organisation_id=works_at, role=Role.PRAKTIJKOPLEIDER)
    sam = add_recipient(desk, NewRecipient(name="Sam de Vries"), actor=trainer)
    profiel_id = propose(desk, sam, new_profiel(desk, ORDERS, STAYING), actor=trainer)
    return trainer, find_profiel(desk, profiel_id, actor=trainer)


def let_work_leave(desk: IssuingDesk, *, profiel_id: UUID, actor: Actor) -> None:
    """Propose something else instead, without one of the werkprocessen."""
    change(desk, profiel_id, new_profiel(desk, STAYING), actor=actor)


def tell(desk: IssuingDesk, *, by: Collector) -> None:
    """Collect something for that werkproces."""
    collect(desk, ORDERS, STORY, by=by)


def judge_it(desk: IssuingDesk, *, by: Member) -> None:
    """Judge that werkproces."""
    assess(desk, ORDERS, JUDGED, by=by)


def write_of_it(desk: IssuingDesk, *, by: Member) -> None:
    """Write down what a badge for that werkproces will say."""
    written = Writing(typed=TypedJudgement(zin="Sam verzamelde elke ochtend orders."))
    keep_draft(desk, by.profiel_id, ORDERS, written=written, actor=by.actor)


def by_learner(_trainer: Actor, known: KnownProfiel) -> Deed:
    """The recipient tells of it."""
    return partial(tell, by=Learner(token=known.token, organisation_id=known.organisation_id))


def by_trainer(trainer: Actor, known: KnownProfiel) -> Deed:
    """His praktijkopleider does."""
    return partial(tell, by=Member(actor=trainer, profiel_id=known.id))


def by_judging(trainer: Actor, known: KnownProfiel) -> Deed:
    """Somebody judges it."""
    return partial(judge_it, by=Member(actor=trainer, profiel_id=known.id))


def by_writing(trainer: Actor, known: KnownProfiel) -> Deed:
    """Somebody writes of it."""
    return partial(write_of_it, by=Member(actor=trainer, profiel_id=known.id))


class TestLeaving:
    """A werkproces leaves an agreement while somebody keeps something of it."""

    @pytest.mark.parametrize("how", [by_learner, by_trainer, by_judging, by_writing])
    def test_takes_nothing_along_that_was_not_let_go(
        self, race: Race, desk: IssuingDesk, how: Callable[[Actor, KnownProfiel], Deed]
    ) -> None:
        """One of them is too late, and hears so in a sentence; the other is whole."""
        told: Counter[tuple[str, ...]] = Counter()
        for number in range(ROUNDS):
            trainer, known = agreed(desk, number)
            leave = partial(let_work_leave, profiel_id=known.id, actor=trainer)
            told[tuple(race.run(how(trainer, known), leave))] += 1
        too_late = (OtherWorkError.nl, DONE)
        kept = {(DONE, WerkprocesToldError.nl), (DONE, WerkprocesCollectedError.nl)}
        assert {too_late, *kept} >= set(told), told
