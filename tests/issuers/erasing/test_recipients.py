"""Keeping nothing of who learnt here, on a real database of each kind."""

from dataclasses import replace

import pytest
from sqlmodel import select

from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import NotFoundError
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.recipients.tables import Recipient
from tests.issuers.recipients.test_keeping import Add, add

__all__ = ["add"]


class TestRemoveRecipient:
    """`remove_recipient`."""

    def test_leaves_nothing(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """The row is gone; the history says that somebody was taken away."""
        remove_recipient(desk, add(), actor=actor)
        rows = desk.register.read(lambda session: session.exec(select(Recipient)).all(), within=WHOLE_SERVICE)
        assert [] == list(rows)
        trail = read_trail(desk, actor=replace(actor, roles=frozenset({Role.BEHEERDER})), page=0)
        assert AuditKind.RECIPIENT_REMOVED is trail[0].kind

    def test_finds_nobody_of_another_organisation(self, desk: IssuingDesk, stranger: Actor, add: Add) -> None:
        """It is as if he were not there."""
        with pytest.raises(NotFoundError):
            remove_recipient(desk, add(), actor=stranger)
