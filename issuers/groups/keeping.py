"""Keep a roster with the organisation: what it says, what is corrected in it, and until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.database.rows import insert_all
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, GroupBusyError
from issuers.groups.lines import OTHER, KnownLine, line_of, read_back, read_problems, written
from issuers.groups.looking import as_it_stands, is_stopped
from issuers.groups.reading import Line
from issuers.groups.register import (
    badges_of,
    begun_of,
    counts_of,
    group_of,
    groups_of,
    held_of,
    lines_of,
    touched_before,
)
from issuers.groups.states import CAME, LineState
from issuers.groups.tables import Group, GroupLine, GroupState
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

KEPT: Final = timedelta(days=90)
"""So long a roster is kept after something last happened with it; badges stay."""

SKIP: Final = "overslaan"
"""The cell that takes a row out of the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGroup:
    """Show a group, and how many of its lines came how far."""

    id: UUID
    name: str
    state: GroupState
    created: datetime
    counts: Mapping[LineState, int]
    stopped: tuple[FieldProblem, ...] = ()

    @property
    def done(self) -> int:
        """Count the lines whose badge was given, or comes by itself."""
        return sum(self.counts.get(state, 0) for state in CAME)

    @property
    def left(self) -> int:
        """Count the lines that are still to be given."""
        return self.counts.get(LineState.OPEN, 0)

    @property
    def aside(self) -> int:
        """Count the lines of which nothing comes: those that are not right, and those that were skipped."""
        return self.total - self.done - self.left

    @property
    def total(self) -> int:
        """Count all lines."""
        return sum(self.counts.values())


def keep_group(desk: IssuingDesk, lines: Sequence[Line], *, name: str, actor: Actor) -> UUID:
    """Keep a roster, to look it over; nothing is given yet.

    Raises:
        PermissionDeniedError: the actor may not write here, or not any more.
    """
    require(actor, Action.DRAFT)
    now = desk.clock.now()
    group = Group(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        name=name,
        state=GroupState.CONCEPT,
        made_by=actor.person_id,
        created=now,
        touched=now,
    )
    group_id = group.id
    rows = [
        {
            "group_id": group_id,
            "place": place,
            "organisation_id": actor.organisation_id,
            "said": written(line, is_other=False),
            "state": LineState.OPEN,
            "key": "",
            "problems": "[]",
        }
        for place, line in enumerate(lines)
    ]

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        session.add(group)
        session.flush()
        insert_all(session, GroupLine, rows)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return group_id


def find_group(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> KnownGroup:
    """Find a group of the organisation.

    Raises:
        PermissionDeniedError: the actor may not write here.
        NotFoundError: there is no such group.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> KnownGroup:
        group = group_of(session, group_id, organisation_id=actor.organisation_id)
        return _known(group, counts=counts_of(session, [group_id])[group_id])

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_groups(desk: IssuingDesk, *, actor: Actor) -> list[KnownGroup]:
    """List the groups of the organisation, the newest first.

    Raises:
        PermissionDeniedError: the actor may not write here.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> list[KnownGroup]:
        groups = groups_of(session, organisation_id=actor.organisation_id)
        counts = counts_of(session, [group.id for group in groups])
        return [_known(group, counts=counts[group.id]) for group in groups]

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_lines(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> list[KnownLine]:
    """List the lines of a group in the order of the roster, as they stand now.

    Raises:
        PermissionDeniedError: the actor may not write here.
        NotFoundError: there is no such group.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> list[KnownLine]:
        group_of(session, group_id, organisation_id=actor.organisation_id)
        badges, held = badges_of(session, group_id), held_of(session, group_id)
        lines = [read_back(row) for row in lines_of(session, group_id)]
        return [
            as_it_stands(each, badge=badges.get(each.line.key), held=held.get(each.line.key))
            for each in lines
        ]

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def correct(
    desk: IssuingDesk, group_id: UUID, changes: Mapping[int, Mapping[str, str]], *, actor: Actor
) -> None:
    """Put lines right, by their place: what stands in their columns now, or that they are skipped.

    What has a badge, or was begun, stays as it is; what waited and was stopped can be put right.

    Raises:
        PermissionDeniedError: the actor may not write here, or not any more.
        NotFoundError: there is no such group.
        GroupBusyError: it is being given at this moment.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        group = require_quiet(session, group_id, organisation_id=actor.organisation_id)
        group.touched = desk.clock.now()
        begun, held = begun_of(session, group_id), held_of(session, group_id)
        for row in lines_of(session, group_id):
            is_free = row.state in CHANGEABLE or is_stopped(row.state, held.get(row.key))
            if row.place in changes and is_free and row.badge_id not in begun:
                _correct(row, changes[row.place])

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def forget_group(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> None:
    """Keep nothing of a roster any more; badges that were given stay.

    Raises:
        PermissionDeniedError: the actor may not write here, or not any more.
        NotFoundError: there is no such group.
        GroupBusyError: it is being given at this moment.
    """
    require(actor, Action.DRAFT)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        session.delete(require_quiet(session, group_id, organisation_id=actor.organisation_id))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def forget_old(desk: IssuingDesk) -> int:
    """Forget every roster of which nothing was heard for as long as we keep one; tell how many."""
    before = desk.clock.now() - KEPT

    def work(session: Session) -> int:
        old = touched_before(session, before)
        for group in old:
            session.delete(group)
        return len(old)

    return desk.register.write(work, within=WHOLE_SERVICE)


CHANGEABLE: Final = frozenset({LineState.OPEN, LineState.SKIPPED, LineState.REFUSED})


def require_quiet(session: Session, group_id: UUID, *, organisation_id: str) -> Group:
    """Find a group that is not being given at this moment.

    Raises:
        NotFoundError: there is no such group.
        GroupBusyError: it is.
    """
    group = group_of(session, group_id, organisation_id=organisation_id)
    if group.state is GroupState.RUNNING:
        raise GroupBusyError
    return group


def _correct(row: GroupLine, cells: Mapping[str, str]) -> None:
    known = read_back(row)
    row.said = written(line_of(known.line.number, cells), is_other=bool(cells.get(OTHER)))
    row.state = LineState.SKIPPED if cells.get(SKIP) else LineState.OPEN
    row.problems, row.key = "[]", ""


def _known(group: Group, *, counts: Mapping[LineState, int]) -> KnownGroup:
    return KnownGroup(
        id=group.id,
        name=group.name,
        state=group.state,
        created=group.created,
        counts=counts,
        stopped=read_problems(group.stopped or "[]"),
    )
