"""Who may do what, and which proof that takes."""

from dataclasses import replace

import pytest

from issuers.errors import PermissionDeniedError, ProofNeededError
from issuers.people.permissions import ENOUGH, PERMISSIONS, Action, Actor, operator, require
from issuers.people.tables import Proof, Role
from tests.issuers.conftest import FRIDAY

ALLOWED = {
    (Role.PRAKTIJKOPLEIDER, Action.DRAFT),
    (Role.PRAKTIJKOPLEIDER, Action.DESIGN),
    (Role.BEHEERDER, Action.DESIGN),
    (Role.BEGELEIDER, Action.DRAFT),
    (Role.BEVESTIGER, Action.CONFIRM),
    (Role.EXAMENCOMMISSIE, Action.READ),
    (Role.EXAMENCOMMISSIE, Action.CONFIRM),
    (Role.EXAMENCOMMISSIE, Action.DECIDE),
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
