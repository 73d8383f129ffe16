"""Who is signed in, where, and for how long."""

from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.appointing import Appointment, appoint
from issuers.people.permissions import Actor
from issuers.people.sessions import (
    NewSession,
    choose_organisation,
    find_visitor,
    forget_expired,
    sign_in,
    sign_out,
    workplaces,
)
from issuers.people.tables import BrowserSession, Proof, Role
from tests.issuers.people.working import take_on
from web.clock import FixedClock


def enter(desk: IssuingDesk, actor: Actor, proof: Proof = Proof.PASSKEY) -> str:
    """Sign somebody in."""
    return sign_in(desk, NewSession(person_id=actor.person_id, proof=proof))


def let_go(desk: IssuingDesk, actor: Actor) -> None:
    """End every role of somebody."""
    desk.register.write(
        lambda session: appoint(
            session,
            person_id=actor.person_id,
            organisation_id=actor.organisation_id,
            appointment=Appointment(roles=frozenset()),
            now=desk.clock.now(),
        ),
        within=WHOLE_SERVICE,
    )


class TestFindVisitor:
    """`find_visitor` tells who is signed in."""

    def test_finds_who_signed_in(self, desk: IssuingDesk, actor: Actor) -> None:
        """With the roles of this moment, and how he proved who he is."""
        visitor = find_visitor(desk, enter(desk, actor, Proof.DEMO))
        assert visitor is not None
        assert actor == visitor.actor

    @pytest.mark.parametrize("token", [None, "", "x", "a" * 43, "\x00"])
    def test_finds_nobody_for_another_token(self, desk: IssuingDesk, actor: Actor, token: str | None) -> None:
        """A guess is nobody."""
        enter(desk, actor)
        assert find_visitor(desk, token) is None

    def test_finds_nobody_after_signing_out(self, desk: IssuingDesk, actor: Actor) -> None:
        """The token is worth nothing from then on; that of another browser stays."""
        one, other = enter(desk, actor), enter(desk, actor)
        sign_out(desk, one)
        assert find_visitor(desk, one) is None
        assert find_visitor(desk, other) is not None

    @pytest.mark.parametrize(("hours", "found"), [(11, True), (12, False)])
    def test_forgets_after_half_a_day(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, *, hours: int, found: bool
    ) -> None:
        """A shared computer does not stay signed in, however busy."""
        token = enter(desk, actor)
        for _ in range(hours):
            find_visitor(desk, token)
            clock.advance(timedelta(hours=1))
        assert found == (find_visitor(desk, token) is not None)

    @pytest.mark.parametrize(("minutes", "found"), [(119, True), (120, False)])
    def test_forgets_who_does_nothing(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, *, minutes: int, found: bool
    ) -> None:
        """A phone may lie in the canteen."""
        token = enter(desk, actor)
        clock.advance(timedelta(minutes=minutes))
        assert found == (find_visitor(desk, token) is not None)

    def test_gives_no_actor_whose_role_ended(self, desk: IssuingDesk, actor: Actor) -> None:
        """The session lives, the right does not."""
        token = enter(desk, actor)
        let_go(desk, actor)
        visitor = find_visitor(desk, token)
        assert visitor is not None
        assert visitor.actor is None

    def test_gives_no_actor_to_a_link(self, desk: IssuingDesk, actor: Actor) -> None:
        """Who came by a link may make a way to sign in, and nothing more."""
        visitor = find_visitor(desk, enter(desk, actor, Proof.LINK))
        assert visitor is not None
        assert visitor.actor is None

    def test_keeps_no_token(self, desk: IssuingDesk, actor: Actor) -> None:
        """Who has the database cannot sign in with it."""
        token = enter(desk, actor)
        rows = desk.register.read(
            lambda session: session.exec(select(BrowserSession)).all(), within=WHOLE_SERVICE
        )
        assert token not in repr(rows)


class TestForgetExpired:
    """`forget_expired` keeps no sign-in longer than it holds."""

    def test_deletes_what_is_over(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """What still holds, stays."""
        enter(desk, actor)
        clock.advance(timedelta(days=1))
        enter(desk, actor)
        forget_expired(desk)
        rows = desk.register.read(
            lambda session: session.exec(select(BrowserSession)).all(), within=WHOLE_SERVICE
        )
        assert 1 == len(rows)


class TestChooseOrganisation:
    """`choose_organisation` acts for another organisation that this person works for."""

    def test_acts_for_the_other_one(self, desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
        """With the roles there, and no others."""
        take_on(desk, actor, elsewhere=stranger)
        token = enter(desk, actor)
        choose_organisation(desk, token, organisation_id=stranger.organisation_id)
        visitor = find_visitor(desk, token)
        assert visitor is not None
        assert visitor.actor is not None
        assert (stranger.organisation_id, {Role.LEZER}) == (
            visitor.actor.organisation_id,
            visitor.actor.roles,
        )
        assert ["Bakkerij Het Anker", "Magazijn De Maas"] == [each.name for each in workplaces(desk, visitor)]

    def test_is_not_for_where_he_does_not_work(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor
    ) -> None:
        """Another organisation does not exist for him."""
        with pytest.raises(NotFoundError):
            choose_organisation(desk, enter(desk, actor), organisation_id=stranger.organisation_id)
