"""Who comes next in a group, so that somebody reads the proposals of a whole group one after another."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.people.permissions import Action, Actor, require
from schools.cohorts import register


@dataclass(frozen=True, slots=True)
class Following:
    """Name who comes next, and in which group."""

    id: UUID
    name: str
    cohort: str


def who_follows(desk: IssuingDesk, candidate_id: UUID, target_code: str, *, actor: Actor) -> Following | None:
    """Give who comes after somebody, by name, in the first group of his that looks at this target.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> Following | None:
        row = register.next_of(
            session, candidate_id, target=target_code, organisation_id=actor.organisation_id
        )
        return Following(row[0].id, row[0].name, row[1]) if row else None

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))
