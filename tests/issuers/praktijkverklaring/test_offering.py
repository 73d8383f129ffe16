"""What a school sees before it gives, on a real database of each kind."""

from collections.abc import Callable

import pytest
from sqlalchemy import event

from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.praktijkverklaring.giving import give
from issuers.praktijkverklaring.offering import find_offer, waiting_for
from issuers.praktijkverklaring.wording import Choice
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.praktijkverklaring.conftest import GOODS, Award, ids
from tests.issuers.werkplekprofiel.conftest import ORDERS


def asked(desk: IssuingDesk, work: Callable[[], object]) -> list[str]:
    """Do it, and list what the database was asked."""
    said: list[str] = []

    def listen(*about: object) -> None:
        said.append(str(about[2]))

    event.listen(desk.register.engine, "before_cursor_execute", listen)
    try:
        work()
    finally:
        event.remove(desk.register.engine, "before_cursor_execute", listen)
    return said


@pytest.mark.usefixtures("recognised")
class TestFindOffer:
    """`find_offer`."""

    def test_asks_the_database_as_often_for_many_badges_as_for_one(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """What was known of the recognition is one question, for the page and for what is given."""
        badge = award(ORDERS)
        for_one = asked(desk, lambda: find_offer(desk, agreed.id, actor=school))
        other = award(GOODS)
        for_two = asked(desk, lambda: find_offer(desk, agreed.id, actor=school))
        choice = Choice(badges=ids(badge, other))
        to_give = asked(desk, lambda: give(desk, agreed.id, choice, actor=school, idempotency_key="een"))
        assert len(for_one) == len(for_two)
        assert 1 == sum("FROM badge_erkenning" in each for each in for_two)
        assert 1 == sum("FROM badge_erkenning" in each for each in to_give)

    def test_knows_of_each_badge_what_was_known_then(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Each as it was written down with it, though another organisation did that."""
        award(ORDERS)
        award(GOODS)
        offer = find_offer(desk, agreed.id, actor=school)
        assert ["SBB, lijst van juni"] * 2 == [each.known.source for each in offer.candidates if each.known]
        assert [2] == [each.waiting for each in waiting_for(desk, actor=school)]


@pytest.mark.usefixtures("recognised")
class TestWaitingFor:
    """`waiting_for`."""

    def test_marks_who_has_a_praktijkverklaring_on_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Only where it cites that badge, and only as long as it stands itself."""
        cited, other = award(ORDERS), award(GOODS)
        choice = Choice(badges=ids(cited))
        given = give(desk, agreed.id, choice, actor=school, idempotency_key="een")

        def rests_once(badge: IssuedBadge, *, by: Actor) -> bool:
            revoke(desk, badge.id, actor=by, reason=RevocationReason.VERGISSING)
            [found] = waiting_for(desk, actor=school)
            return found.rests

        beheerder = add_person(desk, "Bo", organisation_id=school.organisation_id, role=Role.BEHEERDER)
        told = [rests_once(other, by=actor), rests_once(cited, by=actor), rests_once(given, by=beheerder)]
        assert [True, False, True] == told
