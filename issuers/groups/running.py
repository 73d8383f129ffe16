"""Give a group in the background: chunk after chunk, so often as it takes, whoever does it.

What is done stands with the lines; a chunk that was given and not written down is found again by its keys. So
two may run a group at once, or one after a crash: each line has one badge.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers import background
from issuers.background import Runner
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, IssuersError, PermissionDeniedError, RegisterBusyError
from issuers.groups.giving import LineResult, Notes, give_chunk
from issuers.groups.judging import WHOLE_ROW
from issuers.groups.keeping import require_quiet
from issuers.groups.lines import KnownLine, read_back, written_problems
from issuers.groups.previewing import look_over
from issuers.groups.reading import with_keys
from issuers.groups.recognising import Recognised
from issuers.groups.register import (
    begun_of,
    group_of,
    lines_of,
    note_held,
    note_promised,
    stalled,
    ties_of,
)
from issuers.groups.states import WAITS, LineState
from issuers.groups.tables import GroupLine, GroupState
from issuers.issuing.chunking import CHUNK
from issuers.issuing.finishing import Watch
from issuers.people.acting import current_actor, require_still
from issuers.people.permissions import Action, Actor, require


def start_group(desk: IssuingDesk, group_id: UUID, *, actor: Actor, runner: Runner) -> None:
    """Begin to give a group in the name of the actor, or go on where it stopped.

    What is wrong is told with its line, and left.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        ProofNeededError: it takes a better proof than that of this sign-in.
        NotFoundError: there is no such group.
        GroupBusyError: it is being given already.
    """
    require(actor, Action.ISSUE)
    within = OneOrganisation(actor.organisation_id)
    rows = desk.register.read(partial(_open_lines, group_id=group_id, actor=actor), within=within)
    lines = [read_back(row) for row in rows]
    found = dict(zip((each.place for each in lines), look_over(desk, lines, actor=actor), strict=True))
    work = partial(_begin, group_id=group_id, actor=actor, found=found, desk=desk)
    attempt = desk.register.write(work, within=within)
    runner.start(group_id, organisation_id=actor.organisation_id, attempt=attempt)


def give_some(
    desk: IssuingDesk, group_id: UUID, *, organisation_id: str, watch: Watch = lambda _stage: None
) -> bool:
    """Give the next hundred lines of a group; tell whether there is more to do.

    What stops the whole (a role that ended, an organisation that stopped) stands with the group.

    Raises:
        NotFoundError: there is no such group (any more).
        RegisterBusyError: others wrote for too long; nothing was done.
    """
    within = OneOrganisation(organisation_id)
    read = partial(_next, group_id=group_id, organisation_id=organisation_id)
    lines, actor = desk.register.read(read, within=within)
    if lines is None:
        return False
    try:
        if actor is None:
            raise PermissionDeniedError(action=Action.ISSUE.value)
        notes = _notes(group_id, lines)
        results = give_chunk(desk, [each.line for each in lines], actor=actor, watch=watch, notes=notes)
    except RegisterBusyError:
        raise
    except IssuersError as problem:
        desk.register.write(
            partial(_stop, group_id=group_id, organisation_id=organisation_id, problem=problem, desk=desk),
            within=within,
        )
        return False
    done = dict(zip((each.place for each in lines), results, strict=True))
    desk.register.write(
        partial(_write_down, group_id=group_id, organisation_id=organisation_id, done=done, desk=desk),
        within=within,
    )
    return True


def is_any_running(desk: IssuingDesk) -> bool:
    """Tell whether any group is being given, by whomever."""
    now = desk.clock.now()
    return desk.register.read(lambda session: bool(stalled(session, now)), within=WHOLE_SERVICE)


def take_up(desk: IssuingDesk, *, runner: Runner) -> int:
    """Begin again with groups of which nothing was heard; tell how many."""
    return background.take_up(desk, runner=runner, silent=stalled)


def _notes(group_id: UUID, lines: Sequence[KnownLine]) -> Notes:
    """Let each line keep what was begun for it."""
    places = {each.line.key: each.place for each in lines}
    return Notes(
        promised=partial(note_promised, group_id=group_id, places=places),
        held=partial(note_held, group_id=group_id, places=places),
    )


def _open_lines(session: Session, *, group_id: UUID, actor: Actor) -> Sequence[GroupLine]:
    group_of(session, group_id, organisation_id=actor.organisation_id)
    return lines_of(session, group_id, states=[LineState.OPEN])


def _begin(
    session: Session,
    *,
    group_id: UUID,
    actor: Actor,
    found: Mapping[int, Recognised],
    desk: IssuingDesk,
) -> int:
    """Give each open line its key, tell what is wrong, and remember in whose name it is; tell which time.

    A line whose badge was begun keeps its key: under another it would get a second one.
    """
    require_still(session, actor, Action.ISSUE)
    group = require_quiet(session, group_id, organisation_id=actor.organisation_id)
    rows = lines_of(session, group_id)
    begun = begun_of(session, group_id)
    open_rows = [row for row in rows if row.state is LineState.OPEN and row.badge_id not in begun]
    taken = [row.key for row in rows if row.badge_id in begun or row.state in WAITS]
    keyed = with_keys((read_back(row).line for row in open_rows), taken=taken)
    for row, line in zip(open_rows, keyed, strict=True):
        about = found.get(row.place, Recognised())
        row.key, row.problems = line.key, written_problems(about.problems)
        row.state = LineState.REFUSED if about.problems else LineState.OPEN
        row.badge_id, row.profiel_id = None, about.profiel_id
    group.state, group.stopped = GroupState.RUNNING, None
    group.attempt, group.touched = group.attempt + 1, desk.clock.now()
    group.given_by, group.proof, group.proved = actor.person_id, actor.proof, actor.proved
    return group.attempt


def _next(
    session: Session, *, group_id: UUID, organisation_id: str
) -> tuple[list[KnownLine] | None, Actor | None]:
    """Read what is to be given now, and in whose name, as he may now; None where nothing is."""
    group = group_of(session, group_id, organisation_id=organisation_id)
    if group.state is not GroupState.RUNNING or not (group.given_by and group.proof and group.proved):
        return None, None
    rows = lines_of(session, group_id, states=[LineState.OPEN], limit=CHUNK)
    ties = ties_of(session, {row.profiel_id for row in rows if row.profiel_id})
    lines = [read_back(row, ties=ties) for row in rows]
    actor = current_actor(
        session,
        person_id=group.given_by,
        organisation_id=organisation_id,
        proof=group.proof,
        proved=group.proved,
    )
    return lines, actor


def _write_down(
    session: Session, *, group_id: UUID, organisation_id: str, done: dict[int, LineResult], desk: IssuingDesk
) -> None:
    """Keep what came of each line; a group without open lines is done."""
    group = group_of(session, group_id, organisation_id=organisation_id)
    group.touched = desk.clock.now()
    for row in lines_of(session, group_id, states=[LineState.OPEN], limit=2 * CHUNK):
        if row.place in done:
            _settle(row, done[row.place])
    session.flush()
    if group.state is GroupState.RUNNING and not lines_of(
        session, group_id, states=[LineState.OPEN], limit=1
    ):
        group.state = GroupState.DONE


def _settle(row: GroupLine, result: LineResult) -> None:
    """Write down what came of an open line.

    What was begun for it was noted with it; what was not, is of another group, or was there before.
    """
    row.state, row.problems = result.state, written_problems(result.problems)
    if result.badge_id:
        row.state = LineState.GIVEN if result.badge_id == row.badge_id else LineState.ALREADY
        row.badge_id = result.badge_id
    elif result.state is LineState.HELD:
        row.state = LineState.AWAITED


def _stop(
    session: Session, *, group_id: UUID, organisation_id: str, problem: IssuersError, desk: IssuingDesk
) -> None:
    """Write down why no more can be given; what was given stays given."""
    group = group_of(session, group_id, organisation_id=organisation_id)
    if group.state is GroupState.RUNNING:
        group.state, group.touched = GroupState.STOPPED, desk.clock.now()
        group.stopped = written_problems([FieldProblem.of(problem, field=WHOLE_ROW)])
