"""Agreeing with a newer verwerkersovereenkomst, on a real database of each kind."""

from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import PermissionDeniedError
from issuers.organisations.agreeing import Agreed, agree_with, find_agreed
from issuers.organisations.tables import Agreement
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from web.clock import FixedClock


def agreed_before(desk: IssuingDesk, beheerder: Actor) -> Agreement:
    """Let somebody have agreed with the first version, as who joined then did."""
    row = Agreement(
        organisation_id=beheerder.organisation_id,
        version="1",
        agreed_by="Bea Mol",
        agreed_at=desk.clock.now(),
        editions_at=desk.clock.now(),
    )
    desk.register.write(lambda session: session.add(row.model_copy()), within=WHOLE_SERVICE)
    return row


class TestFindAgreed:
    """`find_agreed`."""

    def test_finds_nothing_of_who_never_joined(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """A demo has agreed with nothing."""
        assert find_agreed(desk, actor=beheerder) is None

    def test_tells_who_did(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """And when."""
        row = agreed_before(desk, beheerder)
        expected = Agreed(version="1", by="Bea Mol", on=row.agreed_at.date())
        assert expected == find_agreed(desk, actor=beheerder)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """Others do not agree on things."""
        with pytest.raises(PermissionDeniedError):
            find_agreed(desk, actor=actor)


class TestAgreeWith:
    """`agree_with`."""

    def test_is_by_who_agrees_now(self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock) -> None:
        """What was agreed on editions stays, and so does the older version."""
        before = agreed_before(desk, beheerder)
        clock.advance(timedelta(days=1))
        for _ in range(2):
            agree_with(desk, "2", actor=beheerder)
        found = find_agreed(desk, actor=beheerder)
        assert Agreed(version="2", by=beheerder.name, on=clock.now().date()) == found
        rows = desk.register.read(lambda session: session.exec(select(Agreement)).all(), within=WHOLE_SERVICE)
        assert [("1", before.editions_at), ("2", before.editions_at)] == sorted(
            (row.version, row.editions_at) for row in rows
        )
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert 1 == kinds.count(AuditKind.ORGANISATION_CHANGED)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """Nobody else speaks for the organisation."""
        with pytest.raises(PermissionDeniedError):
            agree_with(desk, "2", actor=actor)
