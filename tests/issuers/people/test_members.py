"""Who works here, and what each may do."""

from dataclasses import replace

import pytest

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import LastBeheerderError, NotFoundError, PermissionDeniedError
from issuers.people.acting import require_still
from issuers.people.appointing import Appointment
from issuers.people.members import change_roles, find_in_organisation, list_members, remove_member
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role


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
