"""Who may do what, and for how long."""

from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PermissionDeniedError
from issuers.organisations.founding import crebos_of, find_organisation
from issuers.people.members import demo_praktijkopleider, require_still
from issuers.people.permissions import PERMISSIONS, Action, Actor, require
from issuers.people.sessions import find_actor, forget_expired, sign_in, sign_out
from issuers.people.tables import BrowserSession, Membership, Role
from web.clock import FixedClock

ALLOWED = {
    (Role.BEHEERDER, Action.READ),
    (Role.BEHEERDER, Action.REVOKE),
    (Role.BEHEERDER, Action.MANAGE_PEOPLE),
    (Role.BEHEERDER, Action.MANAGE_KEYS),
    (Role.BEHEERDER, Action.MANAGE_ORGANISATION),
    (Role.PRAKTIJKOPLEIDER, Action.READ),
    (Role.PRAKTIJKOPLEIDER, Action.ISSUE),
    (Role.PRAKTIJKOPLEIDER, Action.REVOKE),
    (Role.BEGELEIDER, Action.READ),
    (Role.BEVESTIGER, Action.READ),
    (Role.LEZER, Action.READ),
}


def end_membership(desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
    """Let someone go."""
    desk.register.write(
        lambda session: setattr(
            session.exec(select(Membership).where(Membership.person_id == actor.person_id)).one(),
            "ended",
            clock.now(),
        ),
        within=WHOLE_SERVICE,
    )


class TestRequire:
    """`require` reads the one table of permissions."""

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("action", Action)
    def test_lets_pass_exactly_what_the_table_allows(self, actor: Actor, role: Role, action: Action) -> None:
        """Every role with every action."""
        someone = Actor(actor.person_id, actor.organisation_id, name="Noor", roles=frozenset({role}))
        if (role, action) in ALLOWED:
            require(someone, action)
        else:
            with pytest.raises(PermissionDeniedError):
                require(someone, action)

    def test_lets_nobody_pass_without_a_role(self, actor: Actor) -> None:
        """No role, no right."""
        nobody = Actor(actor.person_id, actor.organisation_id, name="Noor", roles=frozenset())
        for action in Action:
            with pytest.raises(PermissionDeniedError):
                require(nobody, action)

    def test_knows_every_role(self) -> None:
        """A new role without a row in the table would be a crash at the first click."""
        assert set(Role) == set(PERMISSIONS)


class TestFindActor:
    """`find_actor` tells who is signed in."""

    def test_finds_who_signed_in(self, desk: IssuingDesk, actor: Actor) -> None:
        """With the roles of this moment."""
        assert actor == find_actor(desk, sign_in(desk, actor).token)

    @pytest.mark.parametrize("token", [None, "", "x", "a" * 43, "\x00"])
    def test_finds_nobody_for_another_token(self, desk: IssuingDesk, actor: Actor, token: str | None) -> None:
        """A guess is nobody."""
        sign_in(desk, actor)
        assert find_actor(desk, token) is None

    def test_finds_nobody_after_signing_out(self, desk: IssuingDesk, actor: Actor) -> None:
        """The token is worth nothing from then on; that of another browser stays."""
        one, other = sign_in(desk, actor).token, sign_in(desk, actor).token
        sign_out(desk, one)
        assert (None, actor) == (find_actor(desk, one), find_actor(desk, other))

    @pytest.mark.parametrize(("hours", "found"), [(11, True), (12, False)])
    def test_forgets_after_half_a_day(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, *, hours: int, found: bool
    ) -> None:
        """A shared computer does not stay signed in."""
        token = sign_in(desk, actor).token
        clock.advance(timedelta(hours=hours))
        assert found == (find_actor(desk, token) is not None)

    def test_finds_nobody_whose_role_ended(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """The session lives, the right does not."""
        token = sign_in(desk, actor).token
        end_membership(desk, actor, clock)
        assert find_actor(desk, token) is None

    def test_keeps_no_token(self, desk: IssuingDesk, actor: Actor) -> None:
        """Who has the database cannot sign in with it."""
        token = sign_in(desk, actor).token
        rows = desk.register.read(
            lambda session: session.exec(select(BrowserSession)).all(), within=WHOLE_SERVICE
        )
        assert token not in repr(rows)


class TestForgetExpired:
    """`forget_expired` keeps no sign-in longer than it holds."""

    def test_deletes_what_is_over(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """What still holds, stays."""
        sign_in(desk, actor)
        clock.advance(timedelta(days=1))
        sign_in(desk, actor)
        forget_expired(desk)
        rows = desk.register.read(
            lambda session: session.exec(select(BrowserSession)).all(), within=WHOLE_SERVICE
        )
        assert 1 == len(rows)


class TestRequireStill:
    """`require_still` asks the register, not the session."""

    def test_refuses_whose_role_ended(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """In the middle of a form, too."""
        end_membership(desk, actor, clock)
        with pytest.raises(PermissionDeniedError):
            desk.register.read(
                lambda session: require_still(session, actor, Action.ISSUE), within=WHOLE_SERVICE
            )


class TestDemo:
    """`demo_praktijkopleider` is someone of a leerbedrijf to try things with."""

    def test_is_the_same_each_time(self, desk: IssuingDesk) -> None:
        """One leerbedrijf, not one for each click."""
        assert demo_praktijkopleider(desk) == demo_praktijkopleider(desk)

    def test_works_with_kwalificaties_of_the_catalogue(self, desk: IssuingDesk, actor: Actor) -> None:
        """The first tiles of the form are there."""
        crebos = crebos_of(desk, actor.organisation_id)
        assert "25774" in crebos
        assert len(crebos) == len([desk.catalogue.kwalificatie(crebo) for crebo in crebos])

    def test_belongs_to_an_organisation_that_can_be_found(self, desk: IssuingDesk, actor: Actor) -> None:
        """By its id; another id is not there."""
        assert "Magazijn De Maas" == find_organisation(desk, actor.organisation_id).name
        with pytest.raises(NotFoundError):
            find_organisation(desk, "zzzzzzzz")
