"""Who is asked, by whom, and how it is told."""

from dataclasses import replace

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    AlreadyMemberError,
    NotFoundError,
    PermissionDeniedError,
)
from issuers.mailing.tables import OutgoingMail
from issuers.people.accepting import accept, find_invitation
from issuers.people.appointing import NewMember
from issuers.people.inviting import Write, invite, withdraw
from issuers.people.permissions import Actor
from issuers.people.tables import Invitation
from tests.issuers.people.conftest import boss_of, token_of


class TestInvite:
    """`invite` asks someone to work for an organisation."""

    def test_keeps_no_token(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Who has the database cannot accept with it."""
        token = token_of(desk, newcomer, beheerder=beheerder, write=write)
        rows = desk.register.read(
            lambda session: session.exec(select(Invitation)).all(), within=WHOLE_SERVICE
        )
        assert token not in repr([row.model_dump() for row in rows])

    def test_is_for_who_manages_people(
        self, desk: IssuingDesk, actor: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """A praktijkopleider asks nobody."""
        with pytest.raises(PermissionDeniedError):
            invite(desk, newcomer, actor=actor, write=write)

    def test_writes_no_letter_where_none_is_sent(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Then whoever invites sends the link himself."""
        invite(desk, newcomer, actor=beheerder, write=write)
        assert [] == desk.register.read(
            lambda session: session.exec(select(OutgoingMail)).all(), within=WHOLE_SERVICE
        )

    def test_writes_the_letter_in_the_same_transaction(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """No invitation without its letter, and no letter without its invitation."""
        sending = replace(desk, sends_mail=True)
        token = token_of(sending, newcomer, beheerder=beheerder, write=write)
        rows = desk.register.read(
            lambda session: session.exec(select(OutgoingMail)).all(), within=WHOLE_SERVICE
        )
        assert [("tom@maas.voorbeeld", token)] == [(row.recipient, row.text) for row in rows]

    def test_asks_nobody_who_works_here(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """His roles are changed in the list."""
        accept(desk, token_of(desk, newcomer, beheerder=beheerder, write=write), visitor=None)
        with pytest.raises(AlreadyMemberError):
            invite(desk, newcomer, actor=beheerder, write=write)


class TestWithdraw:
    """`withdraw` takes an invitation of the own organisation back."""

    def test_knows_none_of_another_organisation(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """It does not exist there."""
        invited = invite(desk, newcomer, actor=beheerder, write=write)
        with pytest.raises(NotFoundError):
            withdraw(desk, invited.id, actor=boss_of(desk, stranger))
        assert invited.id == find_invitation(desk, str(invited.token)).id
