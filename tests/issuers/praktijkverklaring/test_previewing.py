"""What a school reads before it gives, and that it gives no other, on a real database of each kind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from badges.credential import parse
from badges.factfinding import read_facts
from issuers.desk import IssuingDesk
from issuers.errors import VerklaringHinderedError, VerklaringUnreadError
from issuers.issuing.overview import find_by_token
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.tables import SchoolKind
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.giving import give
from issuers.praktijkverklaring.offering import find_offer
from issuers.praktijkverklaring.previewing import Part, look_over
from issuers.praktijkverklaring.wording import Choice
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.naming import name_trainer
from tests.issuers.praktijkverklaring.conftest import GOODS, Award, AwardAt, ids
from tests.issuers.schooling import give_mandate
from web.clock import FixedClock


def changed(desk: IssuingDesk, profiel: KnownProfiel, choice: Choice, *, school: Actor) -> tuple[str, ...]:
    """Give it, and name what is another than was read."""
    with pytest.raises(VerklaringUnreadError) as refused:
        give(desk, profiel.id, choice, actor=school, idempotency_key="een")
    assert () == find_offer(desk, profiel.id, actor=school).given
    return refused.value.changed


@pytest.mark.usefixtures("recognised")
class TestLookOver:
    """`look_over`."""

    def test_says_what_will_be_signed(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Word for word; but for the id, which it has when it is given."""
        name_trainer(desk, agreed.id, function="teamleider", actor=actor)
        choice = Choice(badges=ids(award(), award(GOODS)))
        read = look_over(desk, agreed.id, choice, actor=school)
        assert () == find_offer(desk, agreed.id, actor=school).given
        choice = replace(choice, marks=read.marks)
        found = give(desk, agreed.id, choice, actor=school, idempotency_key="een")
        signed = read_facts(parse(find_by_token(desk, found.token).raw).document)
        assert replace(signed, credential_id="") == replace(read.facts, credential_id="")
        assert ("Ada Bos", "de directeur", "teamleider", False) == (
            read.giver,
            read.mandate.given_by,
            read.trainer and read.trainer.function,
            read.awaits_mbo,
        )

    def test_says_that_it_waits_for_the_mbo_verklaring(self, desk: IssuingDesk, award_at: AwardAt) -> None:
        """Until that has a day."""
        school, profiel, badge = award_at(SchoolKind.MBO)
        give_mandate(desk, school)
        choice = Choice(badges=ids(badge))
        days = [None, date(2026, 7, 3)]
        assert [True, False] == [
            look_over(desk, profiel.id, replace(choice, mbo_verklaring=day), actor=school).awaits_mbo
            for day in days
        ]

    def test_shows_nothing_that_something_stands_in_the_way_of(
        self, desk: IssuingDesk, award_at: AwardAt
    ) -> None:
        """Such as the mandate."""
        school, profiel, badge = award_at(SchoolKind.PRO)
        with pytest.raises(VerklaringHinderedError):
            look_over(desk, profiel.id, Choice(badges=ids(badge)), actor=school)


@pytest.mark.usefixtures("recognised")
class TestRequireRead:
    """`require_read`, where it is given."""

    @pytest.fixture
    def read(self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award) -> Choice:
        """Read it."""
        choice = Choice(badges=ids(award()))
        return replace(choice, marks=look_over(desk, agreed.id, choice, actor=school).marks)

    def test_tells_that_the_name_is_another(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, read: Choice
    ) -> None:
        """The learner may take it off at any moment; the badge has it still, and so is another thing."""
        agree(desk, agreed.token, revision=agreed.revision, name="")
        assert (Part.NAME,) == changed(desk, agreed, read, school=school)

    def test_tells_that_the_praktijkopleider_agreed(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, read: Choice
    ) -> None:
        """He stands in it now; read again, it is given."""
        name_trainer(desk, agreed.id, function="teamleider", actor=actor)
        assert (Part.TRAINER,) == changed(desk, agreed, read, school=school)
        again = replace(read, marks=look_over(desk, agreed.id, read, actor=school).marks)
        assert give(desk, agreed.id, again, actor=school, idempotency_key="een")

    def test_tells_that_it_is_on_more_than_was_read(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award, read: Choice
    ) -> None:
        """Also where what was ticked was changed in between."""
        more = replace(read, badges=read.badges | ids(award(GOODS)))
        assert (Part.WORK, Part.BADGES) == changed(desk, agreed, more, school=school)

    def test_tells_that_it_is_another_day(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, read: Choice
    ) -> None:
        """The day on which it is given stands in it."""
        clock = FixedClock(desk.clock.now() + timedelta(days=1))
        assert (Part.DAY,) == changed(replace(desk, clock=clock), agreed, read, school=school)

    def test_gives_nothing_that_was_not_read(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, read: Choice
    ) -> None:
        """No marks are no reading."""
        assert set(Part) == set(changed(desk, agreed, replace(read, marks={}), school=school))

    def test_leaves_to_the_giving_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, read: Choice
    ) -> None:
        """That stands in the way, and the page says so."""
        revoke(desk, next(iter(read.badges)), actor=actor, reason=RevocationReason.VERGISSING)
        with pytest.raises(VerklaringHinderedError):
            give(desk, agreed.id, read, actor=school, idempotency_key="een")
