"""Giving a badge for what was agreed, on a real database of each kind."""

from dataclasses import replace
from uuid import uuid4

import pytest

from badges.credential import parse
from badges.factfinding import read_facts
from issuers.desk import IssuingDesk
from issuers.errors import (
    GoalReachedError,
    NotFoundError,
    OtherNameError,
    OtherWorkError,
    ProfielEndedError,
    ProfielNotAgreedError,
    WerkprocesGivenError,
)
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.reserving import Agreed, reserve
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import change, end
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.werkplekprofiel.conftest import new_profiel


class TestIssueAgreed:
    """`issue_agreed`."""

    def test_gives_the_same_badge_again(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """A lost answer is asked for again; also after it was stopped."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        first = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        end(desk, proposed.id, actor=actor)
        again = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        assert first == again
        assert "Sam de Vries" == read_facts(parse(first.raw).document).name

    def test_waits_for_the_yes(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """And for what is not right to be settled."""
        for say_no in (lambda: None, lambda: object_to(desk, proposed.token, revision=1, because="")):
            say_no()
            with pytest.raises(ProfielNotAgreedError):
                issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")

    def test_is_not_for_other_work(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """A badge for that stands alone."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        other = replace(judge(desk), werkproces=werkproces_reference(desk, "25774", code="B1-K2-W2"))
        with pytest.raises(OtherWorkError):
            issue_agreed(desk, other, profiel_id=proposed.id, actor=actor, idempotency_key="een")

    @pytest.mark.parametrize("chosen", ["Sam", ""])
    def test_carries_the_name_that_was_chosen(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, chosen: str
    ) -> None:
        """No other, and none where none was."""
        agree(desk, proposed.token, revision=1, name=chosen)
        with pytest.raises(OtherNameError):
            issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        own = replace(judge(desk), name=chosen or None)
        given = issue_agreed(desk, own, profiel_id=proposed.id, actor=actor, idempotency_key="twee")
        assert (chosen or None) == read_facts(parse(given.raw).document).name

    def test_is_given_once(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """From two windows too; once it is withdrawn, another can be given."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        first = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        with pytest.raises(GoalReachedError):
            issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="twee")
        revoke(desk, first.id, actor=actor, reason=RevocationReason.VERGISSING)
        again = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="drie")
        assert first.id != again.id

    def test_goes_on_only_while_it_is_agreed(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """The power failed after the reservation, and then the recipient said no."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        reserve(desk, judge(desk), actor=actor, idempotency_key="een", occasion=Agreed(proposed.id))
        with pytest.raises(WerkprocesGivenError):
            change(desk, proposed.id, new_profiel(desk, ("25774", "B1-K1-W1")), actor=actor)
        assert reserve(desk, judge(desk), actor=actor, idempotency_key="een", occasion=Agreed(proposed.id))
        object_to(desk, proposed.token, revision=1, because="")
        with pytest.raises(ProfielNotAgreedError):
            issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")

    def test_is_not_for_what_was_stopped(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """Nothing new begins."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")

    def test_is_for_what_is_there(self, desk: IssuingDesk, actor: Actor) -> None:
        """An agreement of nobody gives no badge."""
        with pytest.raises(NotFoundError):
            issue_agreed(desk, judge(desk), profiel_id=uuid4(), actor=actor, idempotency_key="een")
