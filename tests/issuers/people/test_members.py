"""Who works here, and what each may do."""

from dataclasses import replace

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import LastBeheerderError, NotFoundError, PermissionDeniedError, ProofNeededError
from issuers.organisations.founding import crebos_of, find_organisation
from issuers.people.appointing import Appointment
from issuers.people.members import (
    change_roles,
    demo_praktijkopleider,
    find_in_organisation,
    list_members,
    remove_member,
    require_still,
)
from issuers.people.permissions import ENOUGH, PERMISSIONS, Action, Actor, operator, require
from issuers.people.tables import Membership, Proof, Role
from tests.issuers.conftest import FRIDAY
from web.clock import FixedClock

ALLOWED = {
    (Role.PRAKTIJKOPLEIDER, Action.DRAFT),
    (Role.BEGELEIDER, Action.DRAFT),
    (Role.BEVESTIGER, Action.CONFIRM),
    (Role.BEHEERDER, Action.READ),
    (Role.BEHEERDER, Action.REVOKE),
    (Role.BEHEERDER, Action.MANAGE_PEOPLE),
    (Role.BEHEERDER, Action.MANAGE_KEYS),
    (Role.BEHEERDER, Action.READ_TRAIL),
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
    def test_lets_pass_exactly_what_the_table_allows(self, role: Role, action: Action) -> None:
        """Every role with every action."""
        someone = replace(operator("abcdefgh", now=FRIDAY), roles=frozenset({role}))
        if (role, action) in ALLOWED:
            require(someone, action)
        else:
            with pytest.raises(PermissionDeniedError):
                require(someone, action)

    def test_lets_nobody_pass_without_a_role(self) -> None:
        """No role, no right."""
        nobody = replace(operator("abcdefgh", now=FRIDAY), roles=frozenset())
        for action in Action:
            with pytest.raises(PermissionDeniedError):
                require(nobody, action)

    def test_knows_every_role(self) -> None:
        """A new role without a row in the table would be a crash at the first click."""
        assert set(Role) == set(PERMISSIONS)


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


class TestChangeRoles:
    """`change_roles` gives someone other roles."""

    def test_counts_at_once(self, desk: IssuingDesk, actor: Actor, beheerder: Actor) -> None:
        """What the person could do a moment ago, he cannot now."""
        lezer = Appointment(roles=frozenset({Role.LEZER}))
        change_roles(desk, actor.person_id, appointment=lezer, actor=beheerder)
        with pytest.raises(PermissionDeniedError):
            desk.register.read(
                lambda session: require_still(session, actor, Action.ISSUE), within=WHOLE_SERVICE
            )
        assert lezer == find_in_organisation(desk, actor.person_id, actor=beheerder).appointment

    def test_keeps_the_last_beheerder(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Nobody locks himself out."""
        with pytest.raises(LastBeheerderError):
            change_roles(
                desk,
                beheerder.person_id,
                appointment=Appointment(roles=frozenset({Role.LEZER})),
                actor=beheerder,
            )

    def test_lets_a_beheerder_go_when_there_is_another(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor
    ) -> None:
        """Two can each take the other's place."""
        both = Appointment(roles=frozenset({Role.BEHEERDER, Role.PRAKTIJKOPLEIDER}))
        change_roles(desk, actor.person_id, appointment=both, actor=beheerder)
        remove_member(desk, beheerder.person_id, actor=beheerder)
        assert [actor.person_id] == [
            each.person_id for each in list_members(desk, actor=replace(actor, roles=both.roles))
        ]

    def test_knows_nobody_of_another_organisation(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor
    ) -> None:
        """He does not exist here."""
        with pytest.raises(NotFoundError):
            change_roles(
                desk,
                stranger.person_id,
                appointment=Appointment(roles=frozenset({Role.LEZER})),
                actor=beheerder,
            )


class TestRemoveMember:
    """`remove_member` lets someone go."""

    def test_counts_at_once(self, desk: IssuingDesk, actor: Actor, beheerder: Actor) -> None:
        """In the middle of a form, too."""
        remove_member(desk, actor.person_id, actor=beheerder)
        with pytest.raises(PermissionDeniedError):
            desk.register.read(
                lambda session: require_still(session, actor, Action.ISSUE), within=WHOLE_SERVICE
            )

    def test_keeps_the_last_beheerder(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """An organisation without one could never change again."""
        with pytest.raises(LastBeheerderError):
            remove_member(desk, beheerder.person_id, actor=beheerder)

    def test_is_for_who_manages_people(self, desk: IssuingDesk, actor: Actor, beheerder: Actor) -> None:
        """A praktijkopleider sends nobody away."""
        with pytest.raises(PermissionDeniedError):
            remove_member(desk, beheerder.person_id, actor=actor)


class TestRequireProof:
    """`require` asks how somebody proved who he is, too."""

    @pytest.mark.parametrize("proof", [Proof.OIDC, Proof.LINK])
    def test_issues_nothing_for_a_weak_proof(self, actor: Actor, proof: Proof) -> None:
        """An account elsewhere, or a mailbox, is no proof that this person signs (R20)."""
        with pytest.raises(ProofNeededError):
            require(replace(actor, proof=proof), Action.ISSUE)

    def test_takes_a_link_for_nothing(self, actor: Actor) -> None:
        """It may begin an enrolment, nothing more."""
        everything = replace(actor, roles=frozenset(Role), proof=Proof.LINK)
        for action in Action:
            with pytest.raises(ProofNeededError):
                require(everything, action)

    def test_knows_every_action(self) -> None:
        """A new action without its proofs would be a crash at the first click."""
        assert set(Action) == set(ENOUGH)
