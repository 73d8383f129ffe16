"""An organisation stands behind a badgeklasse of another: signed, shown to its owner, and to be withdrawn."""

import pytest

from badges import strictjson
from badges.members import at, objects
from badges.relatedresource import check_related_resource
from issuers.badgeklassen.designing import begin, publish
from issuers.badgeklassen.endorsing import endorse, may_endorse
from issuers.badgeklassen.letting_in import list_endorsements
from issuers.badgeklassen.starters import STARTERS
from issuers.desk import IssuingDesk
from issuers.errors import FormError, IdempotencyConflictError, NotFoundError
from issuers.issuing.achievements import achievements_of, find_achievement
from issuers.issuing.issuing import issue
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.issuers.conftest import judge

WHY = "Hier letten bakkers in onze streek ook op."


@pytest.fixture
def achievement_id(desk: IssuingDesk, actor: Actor) -> str:
    """Publish a badgeklasse of the demo leerbedrijf."""
    return publish(desk, begin(desk, STARTERS["samenwerken"], actor=actor), actor=actor)


class TestEndorse:
    """`endorse` signs what is said of a badgeklasse."""

    def test_names_what_stands_at_the_address(
        self, desk: IssuingDesk, stranger: Actor, achievement_id: str
    ) -> None:
        """It is about the address, and cites the very bytes that stand there."""
        given = endorse(desk, achievement_id, comment=WHY, actor=stranger)
        document = strictjson.loads_object(given.raw)
        assert desk.addresses.achievement(achievement_id) == at(document, "credentialSubject", "id")
        assert at(document, "credentialSubject", "endorsementComment") == WHY
        [cited] = objects(document, "relatedResource")
        check_related_resource(cited, find_achievement(desk, achievement_id).document)

    def test_lies_before_the_owner_until_it_is_withdrawn(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, achievement_id: str
    ) -> None:
        """The owner sees who stands behind it; said again, it is there again."""
        first, again = (endorse(desk, achievement_id, comment=WHY, actor=stranger) for _ in "12")
        assert first == again
        assert ["Bakkerij Het Anker"] == [each.by for each in list_endorsements(desk, actor=actor)]
        revoke(desk, first.id, actor=stranger, reason=RevocationReason.OP_VERZOEK)
        assert () == list_endorsements(desk, actor=actor)
        endorse(desk, achievement_id, comment="Nu weer.", actor=stranger)
        assert ["Nu weer."] == [each.comment for each in list_endorsements(desk, actor=actor)]

    def test_says_one_thing_at_a_time(self, desk: IssuingDesk, stranger: Actor, achievement_id: str) -> None:
        """Other words ask that the first be withdrawn."""
        endorse(desk, achievement_id, comment=WHY, actor=stranger)
        with pytest.raises(IdempotencyConflictError):
            endorse(desk, achievement_id, comment="Iets anders.", actor=stranger)

    @pytest.mark.parametrize(
        "comment", ["  ", "Bel 123456782", "x" * 301], ids=["nothing", "a BSN", "too long"]
    )
    def test_refuses_what_may_not_be_said(
        self, desk: IssuingDesk, stranger: Actor, achievement_id: str, comment: str
    ) -> None:
        """What is wrong stands beside the sentence."""
        with pytest.raises(FormError):
            endorse(desk, achievement_id, comment=comment, actor=stranger)

    def test_is_not_for_ones_own_nor_for_a_werkproces(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, achievement_id: str
    ) -> None:
        """Nobody stands behind himself, and a werkproces has its own source."""
        with pytest.raises(NotFoundError):
            endorse(desk, achievement_id, comment=WHY, actor=actor)
        issue(desk, judge(desk), actor=actor, idempotency_key="een")
        [work] = [each for each in achievements_of(desk, actor.organisation_id) if each.work]
        assert not may_endorse(work, actor=stranger)
        with pytest.raises(NotFoundError):
            endorse(desk, work.id, comment=WHY, actor=stranger)
