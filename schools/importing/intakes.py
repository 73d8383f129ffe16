"""Take in the files of many people at once: put them down, begin, and say of whom one is."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import Final
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import Session

from badges.texts import shown_in_line
from badges.wording import Sentence
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from schools.importing.folders import persons_by_path
from schools.importing.intakebook import (
    counts_of,
    forget_intakes,
    intake_of,
    intakes_of,
    lines_told,
    lock_intake,
    name_persons,
    unname_refused,
)
from schools.importing.sorting import Found
from schools.importing.states import IntakeState, LineState
from schools.importing.tables import Intake, IntakeLine
from verifier.errors import UnreadableError

MOST_SHOWN: Final = 30
MOST_LINES: Final = 20_000
KEPT: Final = timedelta(days=90)
"""So long somebody can read what came of each file; what was taken in stays with the person."""

REFUSED_NAMED: Final = timedelta(days=14)
"""So long the file that was refused has its name, which often is that of a person; its reason stays."""

LEFT: Final = timedelta(hours=6)
MOST_OF_A_NAME: Final = 200
MOST_OF_FOLDERS: Final = 2_000
_AT_ONCE: Final = 100
EMPTY: Final = FieldProblem(
    "bestand", "missing", "Kies een zip, een map of bestanden.", "Choose a zip, a folder or files."
)
TOO_MANY: Final = Sentence(
    "Samen zijn dit meer dan 20.000 bestanden, of meer dan 250 MB. Stuur wat te veel was daarna apart.",
    "Together these are more than 20,000 files, or more than 250 MB. Send what was too much after this.",
)
_ZIP_LIMITS: Final = frozenset({"zip-too-many", "zip-too-large"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIntake:
    """Show how far it is, and how many files came to what."""

    id: UUID
    name: str
    state: IntakeState
    made: datetime
    counts: Mapping[LineState, int]
    stopped: Sentence | None

    @property
    def total(self) -> int:
        """Count the files."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Count those that were looked at."""
        return self.total - self.counts.get(LineState.WAITS, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """Show one file, and why it was refused or is asked about."""

    place: int
    name: str
    person: str
    state: LineState
    reason: Sentence | None
    candidate_id: UUID | None


def put_down(desk: IssuingDesk, name: str, files: Iterable[Found], *, actor: Actor) -> UUID:
    """Put files down to be taken in; nothing happens to them before it is begun.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        FormError: there is nothing.
    """
    require(actor, Action.CONFIRM)
    within, now = OneOrganisation(actor.organisation_id), desk.clock.now()
    intake_id = uuid7(now)
    row = Intake(
        id=intake_id,
        organisation_id=actor.organisation_id,
        name=shown_in_line(name)[:MOST_OF_A_NAME],
        state=IntakeState.LOADING,
        made_by=actor.person_id,
        proof=actor.proof,
        proved=actor.proved,
        made=now,
        touched=now,
    )
    desk.register.write(lambda session: session.add(row), within=within)
    paths: list[str] = []
    for some in _chunks(files):
        desk.register.write(
            partial(_add, some=some, start=len(paths), intake_id=intake_id, actor=actor), within=within
        )
        paths += [each.path for each in some]
    if not paths:
        raise FormError([EMPTY])
    persons = persons_by_path(paths)
    desk.register.write(
        partial(_begin, intake_id=intake_id, persons=persons, actor=actor, desk=desk), within=within
    )
    return intake_id


def list_intakes(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownIntake, ...]:
    """List what this school takes in at once, the newest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> tuple[KnownIntake, ...]:
        rows = intakes_of(session, organisation_id=actor.organisation_id, limit=MOST_SHOWN)
        counts = counts_of(session, [each.id for each in rows])
        return tuple(_known(each, counts=counts[each.id]) for each in rows)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def find_intake(desk: IssuingDesk, intake_id: UUID, *, actor: Actor) -> KnownIntake:
    """Find one of them.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school takes in nothing of the kind.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> KnownIntake:
        row = intake_of(session, intake_id, organisation_id=actor.organisation_id)
        return _known(row, counts=counts_of(session, [intake_id])[intake_id])

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_lines(
    desk: IssuingDesk, intake_id: UUID, state: LineState, *, actor: Actor, limit: int = MOST_LINES
) -> tuple[KnownLine, ...]:
    """List the files that came to something, in their order.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school takes in nothing of the kind.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> tuple[KnownLine, ...]:
        intake_of(session, intake_id, organisation_id=actor.organisation_id)
        return tuple(map(_line, lines_told(session, intake_id, states=[state], limit=limit)))

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def go_on(desk: IssuingDesk, intake_id: UUID, *, actor: Actor) -> int:
    """Let what stopped go on in the name of the actor; tell which attempt that is.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school takes in nothing of the kind.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> int:
        require_still(session, actor, Action.CONFIRM)
        return begin_again(session, intake_id, desk=desk, actor=actor)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def forget_old_intakes(desk: IssuingDesk) -> int:
    """Forget what came of the files of long ago, and what was left half put down; tell how many."""
    now = desk.clock.now()
    work = partial(forget_intakes, over_since=now - KEPT, left_since=now - LEFT)
    return desk.register.write(work, within=WHOLE_SERVICE)


def forget_refused_names(desk: IssuingDesk) -> int:
    """Forget how files were called that were refused two weeks ago, and of whom; tell how many."""
    work = partial(unname_refused, since=desk.clock.now() - REFUSED_NAMED)
    done = desk.register.write(work, within=WHOLE_SERVICE)
    if done:
        desk.register.leave_no_trace()
    return done


def as_reason(said: Sentence) -> str:
    """Write why, in two languages."""
    return json.dumps(said.as_json(), ensure_ascii=False)


def _chunks(files: Iterable[Found]) -> Iterator[list[Found]]:
    rest = iter(files)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _add(session: Session, *, some: list[Found], start: int, intake_id: UUID, actor: Actor) -> None:
    lines = [
        {
            "intake_id": intake_id,
            "place": place,
            "organisation_id": actor.organisation_id,
            "name": shown_in_line(each.path)[-MOST_OF_A_NAME:] or "bestand",
            "person": "",
            "raw": None if each.spoilt else each.raw,
            "state": LineState.REFUSED if each.spoilt else LineState.WAITS,
            "reason": as_reason(_spoilt(each.spoilt)) if each.spoilt else None,
        }
        for place, each in enumerate(some, start + 1)
    ]
    session.execute(insert(IntakeLine), lines)


def _spoilt(code: str) -> Sentence:
    if code in _ZIP_LIMITS:
        return TOO_MANY
    error = UnreadableError(code)
    return Sentence(error.nl, error.en)


def _begin(session: Session, *, intake_id: UUID, persons: list[str], actor: Actor, desk: IssuingDesk) -> None:
    """Write down of whom each is by its folder, and let it begin."""
    require_still(session, actor, Action.CONFIRM)
    if any(persons):
        name_persons(session, intake_id, [shown_in_line(each)[:MOST_OF_FOLDERS] for each in persons])
    record(session, AuditKind.CANDIDATE_FILES, content=intake_id.bytes, desk=desk, actor=actor)
    begin_again(session, intake_id, desk=desk, actor=actor)


def begin_again(session: Session, intake_id: UUID, *, desk: IssuingDesk, actor: Actor) -> int:
    """Let it run in the name of the actor; tell which attempt that is."""
    row = lock_intake(session, intake_id, organisation_id=actor.organisation_id)
    row.state, row.stopped, row.touched = IntakeState.RUNNING, None, desk.clock.now()
    row.made_by, row.proof, row.proved = actor.person_id, actor.proof, actor.proved
    row.attempt += 1
    return row.attempt


def _known(row: Intake, *, counts: Mapping[LineState, int]) -> KnownIntake:
    return KnownIntake(
        id=row.id,
        name=row.name,
        state=row.state,
        made=row.made,
        counts=counts,
        stopped=_said(row.stopped),
    )


def _line(row: IntakeLine) -> KnownLine:
    return KnownLine(
        place=row.place,
        name=row.name,
        person=row.person,
        state=row.state,
        reason=_said(row.reason),
        candidate_id=row.candidate_id,
    )


def _said(written: str | None) -> Sentence | None:
    if written is None:
        return None
    said = json.loads(written)
    return Sentence(said["nl"], said["en"])
