"""Keep what is known of recognition: declared by the organisation itself, or confirmed by the platform.

A row that says the same of the same work takes the place of the one before; what was written down with a
badge does not change with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges import strictjson
from issuers.audit import chain
from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.known import KnownErkenning, Place
from issuers.erkenning.reading import NewErkenning, in_row, told
from issuers.erkenning.register import current_erkenningen, known_erkenningen, leerbedrijven
from issuers.erkenning.tables import Erkenning
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.organisations.facts import facts_of
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import FactStatus
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

NOT_YOURS: Final = FieldProblem(
    "leerbedrijf",
    "leerbedrijf-of-another",
    "Dit leerbedrijf-ID is niet van jullie. Zet het eerst bij jullie organisatie.",
    "This leerbedrijf-ID is not yours. Put it with your organisation first.",
)
ELSEWHERE: Final = FieldProblem(
    "vestiging",
    "vestiging-of-another",
    "Dit vestigingsnummer hoort niet bij dit leerbedrijf-ID. Zet het eerst bij jullie organisatie, "
    "of laat het leeg.",
    "This vestigingsnummer is not that of this leerbedrijf-ID. Put it with your organisation first, "
    "or leave it out.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Hold how far new rows are known, who says so, and who wrote them down."""

    status: FactStatus
    source: str
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Count what became of a table: rows kept, and rows of places that are not here."""

    rows: int
    elsewhere: int = 0


def declare(desk: IssuingDesk, rows: Sequence[NewErkenning], *, source: str, actor: Actor) -> Kept:
    """Keep what an organisation says of itself.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
        FormError: a row is about a leerbedrijf that is not its own.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    own = own_places(desk, actor.organisation_id)
    problems = [problem for row in rows for problem in _foreign(row, own=own)]
    if problems:
        raise FormError(told(problems))
    origin = Origin(status=FactStatus.ZELF_VERKLAARD, source=source, by=actor.person_id)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        _keep(session, rows=rows, organisation_id=actor.organisation_id, origin=origin, desk=desk)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return Kept(rows=len(rows))


def confirm(desk: IssuingDesk, rows: Iterable[NewErkenning], *, source: str, by: UUID) -> Kept:
    """Keep what a source says that the platform trusts; places that are not here are left out."""

    def work(session: Session) -> Kept:
        known = leerbedrijven(session)
        of: dict[str, list[NewErkenning]] = {}
        elsewhere = 0
        for row in rows:
            place = known.get(row.leerbedrijf)
            if place is not None and place.has(row.vestiging):
                of.setdefault(place.organisation_id, []).append(row)
            else:
                elsewhere += 1
        origin = Origin(status=FactStatus.BEVESTIGD, source=source, by=by)
        for organisation_id, own in of.items():
            _keep(session, rows=own, organisation_id=organisation_id, origin=origin, desk=desk)
        if of:
            decide(session, PlatformKind.ERKENNINGEN_CONFIRMED, desk=desk, by=by)
        return Kept(rows=sum(map(len, of.values())), elsewhere=elsewhere)

    return desk.register.write(work, within=WHOLE_SERVICE)


def remove(desk: IssuingDesk, erkenning_id: UUID, *, actor: Actor) -> None:
    """Take back what the organisation itself declared.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
        NotFoundError: it declared no such thing.
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        row = session.get(Erkenning, erkenning_id)
        own = row is not None and row.organisation_id == actor.organisation_id and row.ended is None
        if row is None or not own or row.status is not FactStatus.ZELF_VERKLAARD:
            raise NotFoundError
        row.ended = desk.clock.now()
        _record(session, row.organisation_id, count=-1, by=actor.person_id, desk=desk)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def erkenningen_of(desk: IssuingDesk, *, actor: Actor) -> Sequence[KnownErkenning]:
    """List what was written down of the actor's own organisation, and how far it is known today.

    Raises:
        PermissionDeniedError: the actor may not see it.
    """
    require(actor, Action.READ)
    asked = partial(known_erkenningen, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def own_places(desk: IssuingDesk, organisation_id: str) -> Mapping[str, Place]:
    """Tell of each leerbedrijf-ID of an organisation which place it is."""
    places = {}
    for fact in facts_of(desk, organisation_id):
        numbers = {number.kind: number.value for number in fact.numbers}
        if NumberKind.LEERBEDRIJF in numbers:
            vestiging = numbers.get(NumberKind.VESTIGING)
            places[numbers[NumberKind.LEERBEDRIJF]] = Place(organisation_id, vestiging)
    return places


def _foreign(row: NewErkenning, *, own: Mapping[str, Place]) -> Iterator[FieldProblem]:
    """Find what in a row is of another leerbedrijf, or of another place."""
    place = own.get(row.leerbedrijf)
    if place is None:
        yield in_row(row.number, NOT_YOURS)
    elif not place.has(row.vestiging):
        yield in_row(row.number, ELSEWHERE)


def _keep(
    session: Session,
    *,
    rows: Sequence[NewErkenning],
    organisation_id: str,
    origin: Origin,
    desk: IssuingDesk,
) -> None:
    """Write rows down, each in the place of what the same kind of source said of the same work."""
    now = desk.clock.now()
    known = {
        (row.leerbedrijf, row.crebo, row.werkproces, row.since, row.status): row
        for row in current_erkenningen(session, organisation_id=organisation_id)
    }
    for row in rows:
        before = known.get((row.leerbedrijf, row.crebo, row.werkproces, row.since, origin.status))
        if before is not None:
            before.ended = now
        session.add(_new_row(row, organisation_id=organisation_id, origin=origin, now=now))
    _record(session, organisation_id, count=len(rows), by=origin.by, desk=desk)


def _new_row(row: NewErkenning, *, organisation_id: str, origin: Origin, now: datetime) -> Erkenning:
    return Erkenning(
        id=uuid7(now),
        organisation_id=organisation_id,
        leerbedrijf=row.leerbedrijf,
        vestiging=row.vestiging,
        crebo=row.crebo,
        werkproces=row.werkproces,
        since=row.since,
        until=row.until,
        status=origin.status,
        source=origin.source,
        created=now,
        added_by=origin.by,
    )


def _record(session: Session, organisation_id: str, *, count: int, by: UUID, desk: IssuingDesk) -> None:
    event = chain.Event(
        organisation_id=organisation_id,
        kind=AuditKind.ERKENNING_CHANGED,
        at=desk.clock.now(),
        content=strictjson.dumps({"rows": count}),
        actor_id=by,
    )
    chain.append(session, event)
