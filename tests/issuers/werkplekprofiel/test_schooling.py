"""What a school sees of what somebody learns elsewhere, on a real database of each kind."""

from dataclasses import replace
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import NotFoundError, PermissionDeniedError
from issuers.issuing.replacing import Correction
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import CorrectionKind, RevocationReason
from issuers.people.permissions import Actor
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import change, end, find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.schooling import find_seen, list_seen
from tests.issuers.conftest import judge
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.schooling import found_school
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel


@pytest.fixture
def school(desk: IssuingDesk) -> Actor:
    """Give who confirms at a school."""
    return found_school(desk)


@pytest.fixture
def shared(desk: IssuingDesk, actor: Actor, sam: UUID, school: Actor) -> KnownProfiel:
    """Propose a werkproces to Sam, with the school as a party."""
    new = new_profiel(desk, ORDERS, school_id=school.organisation_id)
    return find_profiel(desk, propose(desk, sam, new, actor=actor), actor=actor)


@pytest.fixture
def agreed(desk: IssuingDesk, shared: KnownProfiel) -> KnownProfiel:
    """Let Sam say yes, under a name of his own choice."""
    agree(desk, shared.token, revision=shared.revision, name="Sam")
    return shared


class TestListSeen:
    """`list_seen`."""

    @pytest.mark.usefixtures("shared")
    def test_is_empty_before_the_yes(self, desk: IssuingDesk, school: Actor) -> None:
        """What was only proposed is between the leerbedrijf and the recipient."""
        assert [] == list_seen(desk, actor=school)

    def test_shows_what_was_agreed_and_given(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel
    ) -> None:
        """The name as he chose it, the work, and each badge; also that one was withdrawn."""
        said = replace(judge(desk), name="Sam")
        badge = issue_agreed(desk, said, profiel_id=agreed.id, actor=actor, idempotency_key="een")
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        [seen] = list_seen(desk, actor=school)
        assert ("Sam", actor.organisation_id) == (seen.name, seen.leerbedrijf_id)
        assert ["B1-K2-W1"] == [each.werkproces.code for each in seen.goals]
        assert [(badge.id, badge.raw, True)] == [(each.id, each.raw, each.is_revoked) for each in seen.badges]

    def test_tells_what_was_replaced_from_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel
    ) -> None:
        """The better badge stands beside it."""
        said = replace(judge(desk), name="Sam")
        old = issue_agreed(desk, said, profiel_id=agreed.id, actor=actor, idempotency_key="een")
        correction = Correction(badge_id=old.id, kind=CorrectionKind.SCHRIJFFOUT, profiel_id=agreed.id)
        better = replace(said, narrative="Sam telde 40 orders.")
        new = correct(desk, better, correction=correction, actor=actor, idempotency_key="twee")
        [seen] = list_seen(desk, actor=school)
        assert {old.id: True, new.id: False} == {each.id: each.is_replaced for each in seen.badges}

    @pytest.mark.usefixtures("agreed")
    def test_shows_nothing_to_another_school(self, desk: IssuingDesk) -> None:
        """It is no party."""
        assert [] == list_seen(desk, actor=found_school(desk, "School Aan Zee"))

    def test_shows_nothing_after_a_no(self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel) -> None:
        """The yes is gone."""
        object_to(desk, agreed.token, revision=agreed.revision, because="")
        assert [] == list_seen(desk, actor=school)

    def test_shows_nothing_while_it_is_changed(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel
    ) -> None:
        """Until he says yes to that, and after that no more if the school is no party any longer."""
        change(desk, agreed.id, new_profiel(desk, ORDERS), actor=actor)
        assert [] == list_seen(desk, actor=school)
        agree(desk, agreed.token, revision=agreed.revision + 1, name="Sam")
        assert [] == list_seen(desk, actor=school)

    def test_shows_what_was_stopped(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel
    ) -> None:
        """What was given stands."""
        end(desk, agreed.id, actor=actor)
        assert [agreed.id] == [each.id for each in list_seen(desk, actor=school)]

    def test_shows_nothing_of_who_is_gone(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel
    ) -> None:
        """He was taken off the list."""
        remove_recipient(desk, agreed.recipient_id, actor=actor)
        assert [] == list_seen(desk, actor=school)

    def test_is_for_who_confirms(self, desk: IssuingDesk, actor: Actor) -> None:
        """Nobody else."""
        with pytest.raises(PermissionDeniedError):
            list_seen(desk, actor=actor)


class TestFindSeen:
    """`find_seen`."""

    def test_finds_its_own(self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel) -> None:
        """And of another school, it is not there."""
        assert agreed.id == find_seen(desk, agreed.id, actor=school).id
        with pytest.raises(NotFoundError):
            find_seen(desk, agreed.id, actor=found_school(desk, "School Aan Zee"))
