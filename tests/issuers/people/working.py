"""Let somebody work for another organisation too."""

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.people.appointing import Appointment, appoint
from issuers.people.permissions import Actor
from issuers.people.tables import Role


def take_on(desk: IssuingDesk, actor: Actor, *, elsewhere: Actor) -> None:
    """Let him read where somebody else works."""
    desk.register.write(
        lambda session: appoint(
            session,
            person_id=actor.person_id,
            organisation_id=elsewhere.organisation_id,
            appointment=Appointment(roles=frozenset({Role.LEZER})),
            now=desk.clock.now(),
        ),
        within=WHOLE_SERVICE,
    )
