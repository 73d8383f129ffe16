"""A form does nothing for anybody else than it was shown to, and for no other organisation."""

from dataclasses import replace

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import OtherSenderError, OtherWorkplaceError
from issuers.people.marks import check_sender, check_workplace, form_mark
from issuers.people.permissions import Actor
from issuers.people.sessions import NewSession, Visitor, find_visitor, sign_in
from issuers.people.tables import Proof
from tests.issuers.people.working import take_on


@pytest.fixture
def visitor(desk: IssuingDesk, actor: Actor, stranger: Actor) -> Visitor:
    """Sign somebody in for the demo leerbedrijf who works for another one too."""
    take_on(desk, actor, elsewhere=stranger)
    who = NewSession(person_id=actor.person_id, proof=Proof.PASSKEY, organisation_id=actor.organisation_id)
    found = find_visitor(desk, sign_in(desk, who))
    assert found is not None
    return found


class TestCheckSender:
    """`check_sender` tells for which organisation a form was shown to who sends it."""

    def test_knows_where_he_works(self, desk: IssuingDesk, visitor: Visitor, stranger: Actor) -> None:
        """Here, elsewhere, or for nobody."""
        for organisation_id in (visitor.organisation_id, stranger.organisation_id, None):
            shown = form_mark(desk, visitor.person_id, organisation_id=organisation_id)
            assert organisation_id == check_sender(desk, shown, visitor=visitor)

    def test_refuses_a_form_of_somebody_else(
        self, desk: IssuingDesk, visitor: Visitor, stranger: Actor
    ) -> None:
        """Also of one who works for the same organisation; and what is no mark of ours."""
        other = form_mark(desk, stranger.person_id, organisation_id=visitor.organisation_id)
        for shown in (other, "", "é", "0" * 64):
            with pytest.raises(OtherSenderError):
                check_sender(desk, shown, visitor=visitor)


class TestCheckWorkplace:
    """`check_workplace` lets pass only what is for the organisation for which somebody acts now."""

    def test_lets_his_own_form_pass(self, desk: IssuingDesk, visitor: Visitor) -> None:
        """As it was shown to him."""
        shown = form_mark(desk, visitor.person_id, organisation_id=visitor.organisation_id)
        check_workplace(desk, shown, visitor=visitor)

    def test_names_the_other_organisation(self, desk: IssuingDesk, visitor: Visitor, stranger: Actor) -> None:
        """So that he can go on there."""
        shown = form_mark(desk, visitor.person_id, organisation_id=stranger.organisation_id)
        with pytest.raises(OtherWorkplaceError) as caught:
            check_workplace(desk, shown, visitor=visitor)
        assert (stranger.organisation_id, "Bakkerij Het Anker") == (
            caught.value.organisation_id,
            caught.value.name,
        )
        check_workplace(desk, shown, visitor=replace(visitor, organisation_id=stranger.organisation_id))
