"""What an organisation designed itself goes the same way as a werkproces, and only as it was published."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from badges import strictjson
from badges.badgeklasse import Badgeklasse, BadgeklasseJudgement
from badges.credential import parse
from badges.describing import badgeklasse_document
from badges.factfinding import read_facts
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import known_then
from issuers.errors import UnknownBadgeklasseError
from issuers.identifiers import short_id
from issuers.issuing.achievements import find_achievement, publish_badgeklasse, slot_of
from issuers.issuing.issuing import issue
from issuers.issuing.overview import find_given
from issuers.people.permissions import Actor
from issuers.preparing import FIRST_USES
from tests import world
from web.clock import FixedClock

Publish = Callable[..., BadgeklasseJudgement]


@pytest.fixture
def publish(desk: IssuingDesk, actor: Actor) -> Publish:
    """Publish a badgeklasse of an organisation, and judge Sam by it."""

    def publish_one(who: Actor = actor, **changes: object) -> BadgeklasseJudgement:
        made = world.badgeklasse(url=desk.addresses.achievement(short_id()), **changes)
        desk.register.write(
            lambda session: publish_badgeklasse(
                session, made, organisation_id=who.organisation_id, desk=desk
            ),
            within=OneOrganisation(who.organisation_id),
        )
        return world.badgeklasse_judgement(badgeklasse=made)

    return publish_one


def document(badgeklasse: Badgeklasse, desk: IssuingDesk) -> bytes:
    """Write the public document of a badgeklasse."""
    slot = slot_of(badgeklasse, addresses=desk.addresses)
    return strictjson.dumps(badgeklasse_document(badgeklasse, achievement=slot))


class TestIssue:
    """`issue` with a badgeklasse of the organisation itself."""

    def test_gives_what_was_published(self, desk: IssuingDesk, actor: Actor, publish: Publish) -> None:
        """The badge says its name, its level and its end, and nothing of a recognition."""
        badge = issue(desk, publish(), actor=actor, idempotency_key="een")
        facts = read_facts(parse(badge.raw).document)
        assert ("Samenwerken", "gevorderd") == (facts.title, facts.level)
        assert facts.valid_until is not None
        assert facts.valid_until - badge.issued_at > timedelta(days=729)
        assert known_then(desk, badge.id) is None

    def test_gives_the_same_badge_for_the_same_key(
        self, desk: IssuingDesk, actor: Actor, publish: Publish
    ) -> None:
        """A double click is one badge."""
        judgement = publish()
        first, second = (issue(desk, judgement, actor=actor, idempotency_key="een") for _ in "12")
        assert first == second

    def test_makes_one_template_for_badges_that_end(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, publish: Publish
    ) -> None:
        """The end of a badge moves with its day, and is no other kind of badge."""
        judgement = publish()
        for number in range(FIRST_USES + 1):
            issue(desk, judgement, actor=actor, idempotency_key=f"k{number}")
            clock.advance(timedelta(days=1))
        assert 1 == len(desk.templates)

    def test_refuses_other_words(self, desk: IssuingDesk, actor: Actor, publish: Publish) -> None:
        """What is signed is what stands at the address, to the letter."""
        judgement = publish()
        other = replace(judgement, badgeklasse=replace(judgement.badgeklasse, criteria="Iets anders."))
        with pytest.raises(UnknownBadgeklasseError):
            issue(desk, other, actor=actor, idempotency_key="een")

    def test_refuses_what_another_published(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, publish: Publish
    ) -> None:
        """A badgeklasse of another organisation is not ours to give."""
        with pytest.raises(UnknownBadgeklasseError):
            issue(desk, publish(stranger), actor=actor, idempotency_key="een")


class TestPublishBadgeklasse:
    """`publish_badgeklasse` puts the document at its address."""

    def test_keeps_what_was_there(self, desk: IssuingDesk, actor: Actor, publish: Publish) -> None:
        """A second badgeklasse of the same words has its own address, and the first stays what it was."""
        first, second = publish(), publish()
        issued = issue(desk, first, actor=actor, idempotency_key="een")
        assert first.badgeklasse.url != second.badgeklasse.url
        found = find_achievement(desk, find_given(desk, issued.id, actor=actor).achievement_id or "")
        assert (document(first.badgeklasse, desk), None) == (found.document, found.work)
