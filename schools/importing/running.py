"""Take in what was put down, some files at a time, so often as it takes, whoever does it.

What came of a file stands with its line in the transaction in which the file is kept. So two may do it at
once, or one after a crash: each file is kept once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session

from badges.wording import Sentence
from holders.errors import NoConsentError
from issuers import background
from issuers.background import Runner
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, RegisterBusyError
from issuers.people.acting import current_actor
from issuers.people.permissions import Action, Actor, may
from issuers.recipients.reading import TypedRecipient, read_recipient
from schools.evidence.evidence import Evidence, SetAside, Taken
from schools.evidence.reading import take_in
from schools.importing.attempts import DEATHS, KILLED, counted
from schools.importing.consented import consent_behind
from schools.importing.folders import maybe, said_by_both
from schools.importing.intakebook import (
    intake_of,
    lines_told,
    lock_intake,
    next_lines,
    silent_since,
    waiting_at,
)
from schools.importing.intakes import as_reason
from schools.importing.people import People, Whose
from schools.importing.sorting import names_in
from schools.importing.states import IntakeState, LineState
from schools.importing.tables import IntakeLine
from schools.importing.taking import CheckedFile
from schools.importing.unsigned import table_told
from verifier.report import Part, Unread

SOME: Final = 25
PATIENT: Final = 3
"""So many attempts may break; after that each file is taken in apart, and what breaks is refused."""

Check: TypeAlias = Callable[[Sequence[bytes]], Sequence[Part]]
"""Verify files, each apart."""

NO_LONGER: Final = Sentence(
    "Wie dit begon, mag hier niet meer inlezen. Een collega kan verdergaan.",
    "Whoever began this may not take in here any more. A colleague can go on.",
)
BROKE: Final = Sentence(
    "Bij dit bestand ging bij ons iets mis. Stuur het apart nog een keer, op de pagina van de persoon.",
    "Something went wrong on our side with this file. Send it once more, on the page of the person.",
)
NO_NAME: Final = Sentence("Er staat geen naam in. Van wie is dit?", "There is no name in it. Whose is this?")
IN_DOUBT: Final = Sentence(
    "Uit de mappen blijkt niet van wie dit is. Welke persoon is het?",
    "The folders do not tell whose this is. Which person is it?",
)
MORE_NAMES: Final = Sentence(
    "Er staan verschillende namen in. Van wie is dit?", "There are different names in it. Whose is this?"
)
NAMESAKES: Final = Sentence(
    "Er is al iemand met deze naam. Is het dezelfde persoon?",
    "There is somebody of this name already. Is it the same person?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Hold a file that is to be taken in now."""

    place: int
    name: str
    person: str
    raw: bytes
    candidate_id: UUID | None = None
    begun: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """Hold a file that was looked at: what is in it, and of whom it is; or why it is not taken in."""

    file: CheckedFile
    whose: Whose | None = None
    state: LineState = LineState.NEW
    reason: Sentence | None = None


def read_some(desk: IssuingDesk, intake_id: UUID, *, organisation_id: str, check: Check) -> bool:
    """Take in the next files; tell whether there is more to do.

    Raises:
        NotFoundError: there is no such intake (any more).
        RegisterBusyError: others wrote for too long; nothing was done.
    """
    within = OneOrganisation(organisation_id)
    read = partial(_next, intake_id=intake_id, organisation_id=organisation_id)
    lines, actor, attempt = desk.register.read(read, within=within)
    if lines is None:
        return False
    if actor is None:
        stop = partial(_stop, intake_id=intake_id, organisation_id=organisation_id, desk=desk)
        desk.register.write(stop, within=within)
        return False
    if lines and lines[0].begun >= DEATHS:
        _refuse(desk, intake_id, lines[0], because=KILLED, actor=actor)
        return True
    take = partial(_take, desk, intake_id, check=check, actor=actor)
    try:
        take(lines)
    except Exception:
        if attempt <= PATIENT:
            raise
        for each in lines:
            _take_or_refuse(desk, intake_id, each, take=take, actor=actor)
    return True


def _take(desk: IssuingDesk, intake_id: UUID, lines: Sequence[_Line], *, check: Check, actor: Actor) -> None:
    """Verify files, and write down what came of them."""
    places, own = [each.place for each in lines], actor.organisation_id
    with counted(desk, intake_id, places, organisation_id=own):
        parts = check([each.raw for each in lines])
        looked = {
            line.place: _look(desk, line, part, actor=actor) for line, part in zip(lines, parts, strict=True)
        }
        write = partial(_write_down, intake_id=intake_id, looked=looked, actor=actor, desk=desk)
        desk.register.write(write, within=OneOrganisation(own))


def _take_or_refuse(
    desk: IssuingDesk,
    intake_id: UUID,
    line: _Line,
    *,
    take: Callable[[Sequence[_Line]], None],
    actor: Actor,
) -> None:
    """Take one file in; refuse it where that breaks in a way nobody foresaw, so that others go on."""
    try:
        take([line])
    except (NotFoundError, RegisterBusyError):
        raise
    except Exception:  # noqa: BLE001 - it was raised, to be seen, at each attempt before
        _refuse(desk, intake_id, line, because=BROKE, actor=actor)


def _refuse(desk: IssuingDesk, intake_id: UUID, line: _Line, *, because: Sentence, actor: Actor) -> None:
    """Take one file not in, with a reason, without reading it."""
    part = Part(unread=Unread("unforeseen", because.nl, because.en))
    file = CheckedFile(line.name, line.raw, part)
    looked = {line.place: _Looked(file=file, state=LineState.REFUSED, reason=because)}
    write = partial(_write_down, intake_id=intake_id, looked=looked, actor=actor, desk=desk)
    desk.register.write(write, within=OneOrganisation(actor.organisation_id))


def is_any_read(desk: IssuingDesk) -> bool:
    """Tell whether anything is being taken in at once, by whomever."""
    now = desk.clock.now()
    return desk.register.read(lambda session: bool(silent_since(session, now)), within=WHOLE_SERVICE)


def take_up(desk: IssuingDesk, *, runner: Runner) -> int:
    """Begin again with what nothing was heard of; tell how many."""
    return background.take_up(desk, runner=runner, silent=silent_since)


def _next(
    session: Session, *, intake_id: UUID, organisation_id: str
) -> tuple[list[_Line] | None, Actor | None, int]:
    """Read what is to be taken in now, in whose name, if he still may, and at which attempt; or None."""
    row = intake_of(session, intake_id, organisation_id=organisation_id)
    if row.state is not IntakeState.RUNNING:
        return None, None, row.attempt
    actor = current_actor(
        session,
        person_id=row.made_by,
        organisation_id=organisation_id,
        proof=row.proof,
        proved=row.proved,
    )
    lines = [
        _Line(
            place=each.place,
            name=each.name,
            person=each.person,
            raw=each.raw or b"",
            candidate_id=each.candidate_id,
            begun=each.begun,
        )
        for each in next_lines(session, intake_id, limit=SOME)
    ]
    return lines, actor if actor is not None and may(actor, Action.CONFIRM) else None, row.attempt


def _look(desk: IssuingDesk, line: _Line, part: Part, *, actor: Actor) -> _Looked:
    """Read what is in a file, and of whom it is: by its folder, or by the one name in it."""
    part, consent_id = _consented(desk, line, part, actor=actor)
    file = CheckedFile(line.name, line.raw, part, consent_id)
    taken = [*take_in(part, file=line.name)]
    if not any(isinstance(each, Evidence) or each.identity is not None for each in taken):
        return _Looked(file=file, state=LineState.REFUSED, reason=_why(taken))
    if line.candidate_id is not None:
        return _Looked(file=file, whose=Whose(file=file, candidate_id=line.candidate_id))
    names = _names(line, taken)
    if names is None:
        return _Looked(file=file, state=LineState.ASKED, reason=IN_DOUBT)
    if len({each.casefold() for each in names}) != 1:
        return _Looked(file=file, state=LineState.ASKED, reason=MORE_NAMES if names else NO_NAME)
    try:
        name = read_recipient(TypedRecipient(naam=names[0]))
    except FormError as error:
        first = error.problems[0]
        return _Looked(file=file, state=LineState.ASKED, reason=Sentence(first.nl, first.en))
    return _Looked(file=file, whose=Whose(file=file, name=name))


def _names(line: _Line, taken: Sequence[Taken]) -> list[str] | None:
    """List whom a file may be of; None where its folders leave that in doubt, and the name in it does too."""
    if maybe(line.person) is None:
        return [line.person] if line.person else names_in(taken)
    said = said_by_both(line.person, names_in(taken))
    return None if said is None else [said]


def _consented(desk: IssuingDesk, line: _Line, part: Part, *, actor: Actor) -> tuple[Part, UUID | None]:
    """Ask for a consent where it is a photo of the code of a link; say what a table is."""
    if part.report is None:
        told = table_told(line.name, line.raw, catalogue=desk.catalogue)
        return (Part(unread=told) if told else part), None
    try:
        return part, consent_behind(desk, part.report, actor=actor)
    except NoConsentError as error:
        return Part(unread=Unread(error.code, error.nl, error.en)), None


def _why(taken: Sequence[Taken]) -> Sentence:
    first = next(each for each in taken if isinstance(each, SetAside))
    return first.detail or first.obstacle.says


def _write_down(
    session: Session, *, intake_id: UUID, looked: dict[int, _Looked], actor: Actor, desk: IssuingDesk
) -> None:
    """Keep the files and what came of each; what somebody else did meanwhile is left as it is."""
    intake = lock_intake(session, intake_id, organisation_id=actor.organisation_id)
    rows = waiting_at(session, intake_id, looked)
    now = desk.clock.now()
    files = [whose for each in rows if (whose := looked[each.place].whose) is not None]
    people = People(session, files, intake_id=intake_id, actor=actor, now=now)
    for row in rows:
        _settle(row, looked[row.place], people=people)
    people.keep()
    session.flush()
    intake.touched = now
    if not lines_told(session, intake_id, states=[LineState.WAITS], limit=1):
        intake.state = IntakeState.DONE


def _settle(row: IntakeLine, looked: _Looked, *, people: People) -> None:
    row.state, row.begun, reason = looked.state, 0, looked.reason
    if looked.whose is not None:
        candidate = people.find(looked.whose)
        if candidate is None:
            row.state, row.candidate_id, reason = LineState.ASKED, None, NAMESAKES
            row.person = looked.whose.name.name if looked.whose.name else row.person
        else:
            row.candidate_id = candidate.id
            people.take(row, looked.file, candidate=candidate)
    row.reason = as_reason(reason) if reason else None
    if row.state is not LineState.ASKED:
        row.raw = None


def _stop(session: Session, *, intake_id: UUID, organisation_id: str, desk: IssuingDesk) -> None:
    """Write down why no more can be taken in; what was taken in stays."""
    row = lock_intake(session, intake_id, organisation_id=organisation_id)
    if row.state is IntakeState.RUNNING:
        row.state, row.touched, row.stopped = IntakeState.STOPPED, desk.clock.now(), as_reason(NO_LONGER)
