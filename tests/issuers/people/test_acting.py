"""What somebody may do is read at the moment that he does it."""

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import PermissionDeniedError
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Membership
from web.clock import FixedClock


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


class TestRequireStill:
    """`require_still` asks the register, not the session."""

    def test_refuses_whose_role_ended(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """In the middle of a form, too."""
        end_membership(desk, actor, clock)
        with pytest.raises(PermissionDeniedError):
            desk.register.read(
                lambda session: require_still(session, actor, Action.ISSUE), within=WHOLE_SERVICE
            )
