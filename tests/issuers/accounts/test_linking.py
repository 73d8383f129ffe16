"""Whose account elsewhere it is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from issuers.accounts.linking import find_person, is_enough, link, list_accounts, unlink
from issuers.accounts.tokens import Account
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    AccountTakenError,
    FreshProofNeededError,
    LastWayInError,
    NotFoundError,
    ProofNeededError,
    UnknownAccountError,
)
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.sessions import list_sessions
from issuers.people.tables import Proof, Role
from tests.issuers.conftest import Visit
from tests.issuers.people.conftest import device, enrolled
from web.clock import FixedClock

ACCOUNT = Account("https://inloggen.school.voorbeeld", "8f2c")


@pytest.fixture
def reader(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give somebody who only looks."""
    return add_person(desk, "Lena Vos", organisation_id=actor.organisation_id, role=Role.LEZER)


class TestLink:
    """`link` remembers whose it is."""

    def test_lets_its_owner_be_found(self, desk: IssuingDesk, actor: Actor, visit: Visit) -> None:
        """By issuer and subject; to say it twice changes nothing."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        assert actor.person_id == find_person(desk, ACCOUNT).person_id
        [account] = list_accounts(desk, visitor=visit(Proof.PASSKEY))
        assert (ACCOUNT.issuer, desk.clock.now()) == (account.issuer, account.used)

    @pytest.mark.parametrize(
        "other",
        [
            Account(ACCOUNT.issuer, "8F2C"),
            Account(ACCOUNT.issuer + "/", ACCOUNT.subject),
            Account("https://elders.voorbeeld", ACCOUNT.subject),
            Account(f"{ACCOUNT.issuer} {ACCOUNT.subject}", ""),
        ],
    )
    def test_finds_nobody_by_another_name(self, desk: IssuingDesk, visit: Visit, other: Account) -> None:
        """Letter for letter."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        with pytest.raises(UnknownAccountError):
            find_person(desk, other)

    def test_leaves_it_to_its_owner(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, visit: Visit
    ) -> None:
        """Whoever else has the password there does not take it over."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        with pytest.raises(AccountTakenError):
            link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY, who=stranger))
        assert actor.person_id == find_person(desk, ACCOUNT).person_id

    def test_asks_for_a_good_and_fresh_proof(
        self, desk: IssuingDesk, visit: Visit, clock: FixedClock
    ) -> None:
        """An account elsewhere makes no other; nor does a sign-in of this morning."""
        with pytest.raises(FreshProofNeededError):
            link(desk, ACCOUNT, visitor=visit(Proof.OIDC))
        visitor = visit(Proof.PASSKEY)
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            link(desk, ACCOUNT, visitor=visitor)

    def test_by_a_link_is_for_who_gives_no_badges(
        self, desk: IssuingDesk, actor: Actor, reader: Actor, visit: Visit
    ) -> None:
        """Who gives them would be left with an account that does not let him."""
        assert (False, True) == (
            is_enough(desk, visit(Proof.PASSKEY)),
            is_enough(desk, visit(Proof.PASSKEY, who=reader)),
        )
        with pytest.raises(ProofNeededError):
            link(desk, ACCOUNT, visitor=visit(Proof.LINK))
        link(desk, ACCOUNT, visitor=visit(Proof.LINK, who=reader))
        assert reader.person_id == find_person(desk, ACCOUNT).person_id

    def test_by_a_link_takes_the_place_of_all_before(
        self, desk: IssuingDesk, reader: Actor, visit: Visit
    ) -> None:
        """What he may have lost opens nothing, and signs out."""
        lost = Account(ACCOUNT.issuer, "kwijt")
        link(desk, lost, visitor=visit(Proof.PASSKEY, who=reader))
        thief, owner = visit(Proof.OIDC, who=reader), visit(Proof.LINK, who=reader)
        link(desk, ACCOUNT, visitor=owner)
        with pytest.raises(UnknownAccountError):
            find_person(desk, lost)
        assert thief.session_id not in {each.id for each in list_sessions(desk, owner)}

    def test_is_written_down(self, desk: IssuingDesk, actor: Actor, visit: Visit) -> None:
        """As a way in, of whom; not at which provider."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        asked = select(AuditRecord).where(AuditRecord.kind == AuditKind.WAY_IN_ADDED)
        found = desk.register.read(
            lambda session: [each.person_id for each in session.exec(asked)], within=WHOLE_SERVICE
        )
        assert [actor.person_id] == found


class TestUnlink:
    """`unlink` lets it open nothing any more."""

    def test_keeps_a_way_to_prove_who_one_is(self, desk: IssuingDesk, visit: Visit) -> None:
        """This person has no passkey: the account is all there is."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        [account] = list_accounts(desk, visitor=visit(Proof.PASSKEY))
        with pytest.raises(LastWayInError):
            unlink(desk, account.id, visitor=visit(Proof.PASSKEY))

    def test_finds_none_of_another(self, desk: IssuingDesk, stranger: Actor, visit: Visit) -> None:
        """Nor one that is not there."""
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        [account] = list_accounts(desk, visitor=visit(Proof.PASSKEY))
        for account_id in (account.id, uuid4()):
            with pytest.raises(NotFoundError):
                unlink(desk, account_id, visitor=visit(Proof.PASSKEY, who=stranger))

    def test_ends_what_it_opened(self, desk: IssuingDesk, visit: Visit) -> None:
        """Who is signed in with it elsewhere is so no more."""
        enrolled(desk, visit(Proof.PASSKEY), device())
        link(desk, ACCOUNT, visitor=visit(Proof.PASSKEY))
        [account] = list_accounts(desk, visitor=visit(Proof.PASSKEY))
        here = visit(Proof.PASSKEY)
        visit(Proof.OIDC)
        unlink(desk, account.id, visitor=here)
        assert Proof.OIDC not in {each.proof for each in list_sessions(desk, here)}
