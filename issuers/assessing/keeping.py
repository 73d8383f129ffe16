"""Judge a werkproces in plain words, and show what was judged to who may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.judgement import Independence
from issuers.assessing.reading import NewAssessment
from issuers.assessing.register import assessments_of, count_unjudged, one_assessment
from issuers.assessing.tables import Assessment
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.collectors import Collector, Member
from issuers.identifiers import uuid7
from issuers.people.permissions import Action, Actor, require
from issuers.people.tables import Person
from issuers.werkplekprofiel.keeping import require_agreed, require_open
from issuers.werkplekprofiel.tables import WerkprocesKey


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAssessment:
    """Show what was judged, by whom and when."""

    id: UUID
    kennis: str
    vaardigheden: str
    gedrag: str
    independence: Independence | None
    on: datetime
    by: str

    @property
    def text(self) -> str:
        """Give all that was said."""
        return "\n".join(part for part in (self.kennis, self.vaardigheden, self.gedrag) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """Say how much a recipient told that nobody judged yet, for which agreement."""

    recipient_id: UUID
    profiel_id: UUID
    count: int


def assess(desk: IssuingDesk, work: WerkprocesKey, new: NewAssessment, *, by: Member) -> UUID:
    """Keep what was judged; what was judged before stays beside it.

    Raises:
        PermissionDeniedError: who judges may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        OtherWorkError: the werkproces does not stand in it.
    """
    now = desk.clock.now()
    assessment_id = uuid7(now)

    def keep(session: Session) -> None:
        profiel = require_open(by.admit(session))
        require_agreed(session, profiel, work)
        row = Assessment(
            id=assessment_id,
            organisation_id=profiel.organisation_id,
            profiel_id=profiel.id,
            crebo=work[0],
            code=work[1],
            kennis=new.kennis,
            vaardigheden=new.vaardigheden,
            gedrag=new.gedrag,
            independence=new.independence,
            assessed=now,
            assessed_by=by.actor.person_id,
        )
        session.add(row)

    desk.register.write(keep, within=OneOrganisation(by.organisation_id))
    return assessment_id


def remove_assessment(desk: IssuingDesk, assessment_id: UUID, *, by: Member) -> WerkprocesKey:
    """Keep it no more; give of which werkproces it was.

    Raises:
        PermissionDeniedError: who removes it may prepare nothing here, or not any more.
        NotFoundError: the organisation has nothing of the kind.
    """

    def remove(session: Session) -> WerkprocesKey:
        row = one_assessment(session, by.admit(session), assessment_id)
        if row is None:
            raise NotFoundError
        session.delete(row)
        return row.crebo, row.code

    return desk.register.write(remove, within=OneOrganisation(by.organisation_id))


def list_assessments(desk: IssuingDesk, work: WerkprocesKey, *, by: Collector) -> Sequence[KnownAssessment]:
    """List what was judged of a werkproces, the newest first; the recipient reads it too.

    Raises:
        PermissionDeniedError: who looks may prepare nothing here.
        NotFoundError: there is no such werkplekprofiel for him.
    """

    def look(session: Session) -> Sequence[KnownAssessment]:
        found = assessments_of(session, by.admit(session), work)
        return [_known(row, person) for row, person in found]

    return desk.register.read(look, within=OneOrganisation(by.organisation_id))


def list_unjudged(desk: IssuingDesk, *, actor: Actor) -> Sequence[Unjudged]:
    """Tell of each agreement how much the recipient told since it was last judged, where he did.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(count_unjudged, organisation_id=actor.organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return [Unjudged(recipient_id=who, profiel_id=profiel, count=count) for who, profiel, count in found]


def _known(row: Assessment, person: Person) -> KnownAssessment:
    return KnownAssessment(
        id=row.id,
        kennis=row.kennis,
        vaardigheden=row.vaardigheden,
        gedrag=row.gedrag,
        independence=row.independence,
        on=row.assessed,
        by=person.name,
    )
