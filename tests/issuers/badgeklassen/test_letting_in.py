"""The owner of a badgeklasse decides whether it stands there that another organisation stands behind it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from issuers.badgeklassen.endorsing import endorse
from issuers.badgeklassen.letting_in import (
    answer,
    endorsed_by,
    endorsements_of,
    list_endorsements,
    list_unanswered,
)
from issuers.badgeklassen.tables import Answer
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PermissionDeniedError
from issuers.issuing.achievements import find_achievement
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.telling.choosing import choose_untold
from issuers.telling.tables import Event
from tests.issuers.badgeklassen.test_endorsing import WHY, achievement_id
from tests.issuers.conftest import BASE_URL
from tests.issuers.telling.test_questions import give_mail
from tests.issuers.telling.test_telling import beheerder, letters, tell
from web.clock import FixedClock

__all__ = ["achievement_id", "beheerder"]


@pytest.fixture
def endorsement(desk: IssuingDesk, stranger: Actor, achievement_id: str) -> UUID:
    """Let a bakery stand behind the badgeklasse."""
    return endorse(desk, achievement_id, comment=WHY, actor=stranger).id


class TestAnswer:
    """`answer` decides what stands beside a badgeklasse."""

    def test_shows_it_only_after_a_yes_and_hides_it_again(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, achievement_id: str, endorsement: UUID
    ) -> None:
        """Nobody sees it before; who endorses sees at each moment whether it stands there."""
        found = find_achievement(desk, achievement_id)

        def standing() -> tuple[int, bool | None]:
            shown = len(endorsements_of(desk, achievement_id))
            return shown, endorsed_by(desk, found, actor=stranger)

        assert (0, False) == standing()
        answer(desk, endorsement, said=Answer.SHOW, actor=actor)
        assert (1, True) == standing()
        answer(desk, endorsement, said=Answer.HIDE, actor=actor)
        assert (0, False) == standing()

    def test_is_asked_anew_of_other_words(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, achievement_id: str, endorsement: UUID
    ) -> None:
        """A yes is to what was said then."""
        answer(desk, endorsement, said=Answer.SHOW, actor=actor)
        revoke(desk, endorsement, actor=stranger, reason=RevocationReason.OP_VERZOEK)
        assert () == endorsements_of(desk, achievement_id)
        assert endorsed_by(desk, find_achievement(desk, achievement_id), actor=stranger) is None
        endorse(desk, achievement_id, comment="Nu weer.", actor=stranger)
        assert () == endorsements_of(desk, achievement_id)

    def test_is_for_the_owner(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, endorsement: UUID
    ) -> None:
        """Not for who endorses, nor for who designs nothing, nor of what is not there."""
        with pytest.raises(NotFoundError):
            answer(desk, endorsement, said=Answer.SHOW, actor=stranger)
        with pytest.raises(NotFoundError):
            answer(desk, uuid4(), said=Answer.SHOW, actor=actor)
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            answer(desk, endorsement, said=Answer.SHOW, actor=reader)
        assert () == list_unanswered(desk, actor=reader)


class TestListEndorsements:
    """`list_endorsements` is what the owner answers."""

    def test_holds_what_was_said_and_what_was_answered(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, endorsement: UUID
    ) -> None:
        """What waits is apart too; another organisation sees nothing of it here."""
        [known] = list_unanswered(desk, actor=actor)
        assert ("Bakkerij Het Anker", WHY, "Samenwerken", None) == (
            known.by,
            known.comment,
            known.title,
            known.answer,
        )
        answer(desk, endorsement, said=Answer.HIDE, actor=actor)
        assert () == list_unanswered(desk, actor=actor)
        assert [Answer.HIDE] == [each.answer for each in list_endorsements(desk, actor=actor)]
        assert () == list_endorsements(desk, actor=stranger)


class TestTellDue:
    """`tell_due`, of who stands behind a badgeklasse."""

    @pytest.mark.usefixtures("endorsement")
    def test_tells_who_made_it_once(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """Without a mail address it waits on the pages; the letter does not say who it is for."""
        assert 0 == tell(desk)
        give_mail(desk, actor.person_id, "noor@maas.voorbeeld")
        clock.advance(timedelta(minutes=1))
        assert [1, 0] == [tell(desk), tell(desk)]
        [letter] = letters(desk)
        assert "noor@maas.voorbeeld" == letter.recipient
        assert 2 == letter.text.count(f"{BASE_URL}/bevestigingen")
        assert "Noor" not in letter.subject + letter.text

    def test_tells_nothing_that_was_answered_or_is_not_wanted(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor, endorsement: UUID
    ) -> None:
        """There is nothing to do any more, or the organisation asked so."""
        give_mail(desk, actor.person_id, "noor@maas.voorbeeld")
        choose_untold(desk, [Event.ENDORSED], actor=beheerder)
        assert 0 == tell(desk)
        choose_untold(desk, [], actor=beheerder)
        answer(desk, endorsement, said=Answer.HIDE, actor=actor)
        assert 0 == tell(desk)
