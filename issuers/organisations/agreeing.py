"""Keep who agreed with which version of the verwerkersovereenkomst, and agree with a newer one."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlmodel import Session

from badges.moments import dutch_day
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.organisations.recording import record_change
from issuers.organisations.register import last_agreement
from issuers.organisations.tables import Agreement
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Show with which version an organisation agreed last, who did, and when."""

    version: str
    by: str
    on: date


def find_agreed(desk: IssuingDesk, *, actor: Actor) -> Agreed | None:
    """Find with what the actor's organisation agreed last; None for one that never joined, as in a demo.

    Raises:
        PermissionDeniedError: the actor does not look after the organisation.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    asked = partial(last_agreement, organisation_id=actor.organisation_id)
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return Agreed(version=row.version, by=row.agreed_by, on=dutch_day(row.agreed_at)) if row else None


def agree_with(desk: IssuingDesk, version: str, *, actor: Actor) -> None:
    """Agree with a version in the name of the actor's organisation; a second time changes nothing.

    That the service signs smaller editions stays as it was agreed.

    Raises:
        PermissionDeniedError: the actor does not look after the organisation, or not any more.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    now = desk.clock.now()

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        if session.get(Agreement, (actor.organisation_id, version)) is not None:
            return
        before = last_agreement(session, organisation_id=actor.organisation_id)
        session.add(
            Agreement(
                organisation_id=actor.organisation_id,
                version=version,
                agreed_by=actor.name,
                agreed_at=now,
                editions_at=before.editions_at if before else now,
            )
        )
        content = f"verwerkersovereenkomst {version}".encode()
        record_change(session, actor.organisation_id, content=content, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
