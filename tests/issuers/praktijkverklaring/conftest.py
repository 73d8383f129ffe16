"""A leerbedrijf that is recognised, what Sam learns there, and a school that is a party of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import confirm as confirm_erkenning
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge
from issuers.organisations.demo import add_person
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import SchoolKind
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import judge
from tests.issuers.erkenning.conftest import LEERBEDRIJF, ROW, look_up, now_is
from tests.issuers.giving import issue_agreed
from tests.issuers.schooling import found_school, give_mandate
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel

GOODS = ("25774", "B1-K1-W1")
Award = Callable[..., IssuedBadge]
AwardAt = Callable[..., tuple[Actor, KnownProfiel, IssuedBadge]]


@pytest.fixture
def school(desk: IssuingDesk) -> Actor:
    """Give who confirms at a school, with a mandate."""
    bevestiger = found_school(desk)
    give_mandate(desk, bevestiger)
    return bevestiger


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who manages the leerbedrijf, whose leerbedrijf-ID was looked up."""
    beheerder = add_person(desk, "Bea Smit", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
    now_is(desk, {NumberKind.LEERBEDRIJF: LEERBEDRIJF}, actor=beheerder)
    look_up(desk, actor=beheerder)
    return beheerder


@pytest.fixture
def recognised(desk: IssuingDesk, beheerder: Actor) -> None:
    """Confirm that the leerbedrijf is recognised for this work."""
    confirm_erkenning(desk, [ROW], source="SBB, lijst van juni", by=beheerder.person_id)


@pytest.fixture
def agreed(desk: IssuingDesk, actor: Actor, school: Actor) -> KnownProfiel:
    """Agree with Sam on two werkprocessen, with the school as a party."""
    return _agreed_with(desk, actor, school=school, works=[ORDERS, GOODS])


@pytest.fixture
def award(desk: IssuingDesk, actor: Actor, agreed: KnownProfiel) -> Award:
    """Give what gives a badge for agreed work; keywords change the judgement."""

    def award_one(work: tuple[str, str] = ORDERS, **changes: object) -> IssuedBadge:
        crebo, code = work
        said: Judgement = replace(judge(desk), werkproces=werkproces_reference(desk, crebo, code=code))
        said = replace(said, **changes)  # type: ignore[arg-type]  # the test names the fields
        return issue_agreed(desk, said, profiel_id=agreed.id, actor=actor, idempotency_key=f"{work}")

    return award_one


@pytest.fixture
def award_at(desk: IssuingDesk, actor: Actor) -> AwardAt:
    """Give what gives a badge to somebody of a school of this kind, whose bevestiger has no mandate yet."""

    def award_one(
        kind: SchoolKind | None, works: Sequence[tuple[str, str]] = (ORDERS,)
    ) -> tuple[Actor, KnownProfiel, IssuedBadge]:
        school = found_school(desk, "School Aan Zee", kind=kind)
        known = _agreed_with(desk, actor, school=school, works=works)
        badge = issue_agreed(desk, judge(desk), profiel_id=known.id, actor=actor, idempotency_key="een")
        return school, known, badge

    return award_one


def _agreed_with(
    desk: IssuingDesk, actor: Actor, *, school: Actor, works: Sequence[tuple[str, str]]
) -> KnownProfiel:
    sam = add_recipient(desk, NewRecipient(name="Sam de Vries"), actor=actor)
    new = new_profiel(desk, *works, school_id=school.organisation_id)
    known = find_profiel(desk, propose(desk, sam, new, actor=actor), actor=actor)
    agree(desk, known.token, revision=known.revision, name="Sam de Vries")
    return known


def ids(*badges: IssuedBadge) -> frozenset[UUID]:
    """Choose these badges."""
    return frozenset(each.id for each in badges)
