"""Who is where: a page of the people of a school, what is shown of each target, and what waits for whom.

What is asked of the database does not grow with how many people, files or groups there are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue.catalogue import Catalogue
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.people.permissions import Action, Actor, require
from schools.cohorts import register
from schools.cohorts.keeping import KnownCohort, known
from schools.cohorts.looking import Waits, Wanted
from schools.errors import TargetUnknownError
from schools.evidence.counting import Link, Whose, count
from schools.evidence.evidence import Taken, badges_in, ids_in
from schools.evidence.withdrawn import Withdrawn, without_withdrawn
from schools.importing.linking import as_link
from schools.importing.proposing import atlas_of
from schools.importing.since import withdrawn_since
from schools.importing.tables import Candidate
from schools.importing.written import taken_in
from schools.mapping import Target, find_target
from schools.mapping.rules import Strength
from schools.proposals import cover, propose
from schools.proposals.proposing import Plan, plan

PAGE: Final = 50
AT_ONCE: Final = 200
"""So many are read in one transaction where all of them are wanted."""


@dataclass(frozen=True, slots=True)
class Toward:
    """Count what is shown of a target for somebody in a group; a part never completes it."""

    cohort: KnownCohort
    target: Target
    shown: int
    partly: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Show somebody: what was taken in, what waits, and what is shown for the targets of his groups."""

    id: UUID
    name: str
    added: datetime
    badges: int
    last: datetime | None
    waits: Waits
    toward: tuple[Toward, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Hold a page of people, the groups of the school, and how many wait for what."""

    people: tuple[Listed, ...]
    cohorts: tuple[KnownCohort, ...]
    waiting: Mapping[Waits, int]
    page: int
    pages: int

    @property
    def count(self) -> int:
        """Count all that is looked for, whatever they wait for."""
        return sum(self.waiting.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    """Hold what was read of people: where they stand, their plans, what was taken in, what was linked."""

    rows: tuple[tuple[Candidate, int, datetime | None, str], ...]
    plans: Mapping[UUID, Sequence[tuple[KnownCohort, Plan]]]
    taken: Mapping[UUID, Sequence[tuple[bool, Sequence[Taken]]]]
    links: Mapping[UUID, Sequence[Link]]


def list_people(desk: IssuingDesk, wanted: Wanted, *, page: int, actor: Actor) -> Leaf:
    """List a page of the people of a school; a page that is not there is the last one.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> tuple[Leaf, _Reader, _Pile]:
        cohorts = _cohorts(session, wanted)
        waiting = register.count_waiting(session, wanted)
        total = waiting.get(wanted.waits, 0) if wanted.waits else sum(waiting.values())
        pages = max(1, -(-total // PAGE))
        here = min(max(1, page), pages)
        ids = register.page_of(session, wanted, offset=(here - 1) * PAGE, limit=PAGE)
        leaf = Leaf(people=(), cohorts=cohorts, waiting=waiting, page=here, pages=pages)
        reader = _Reader(desk, cohorts, wanted=wanted)
        return leaf, reader, reader.pile(session, ids)

    leaf, reader, pile = desk.register.read(work, within=OneOrganisation(actor.organisation_id))
    return replace(leaf, people=reader.people(pile))


def all_people(desk: IssuingDesk, wanted: Wanted, *, actor: Actor) -> Iterator[Listed]:
    """Give all who are looked for, read in pieces: a list of any length takes the same memory.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    return _all(desk, wanted, actor=actor)


def _all(desk: IssuingDesk, wanted: Wanted, *, actor: Actor) -> Iterator[Listed]:
    offset = 0
    while True:

        def work(session: Session, offset: int = offset) -> tuple[_Reader, _Pile]:
            ids = register.page_of(session, wanted, offset=offset, limit=AT_ONCE)
            reader = _Reader(desk, _cohorts(session, wanted), wanted=wanted)
            return reader, reader.pile(session, ids)

        reader, pile = desk.register.read(work, within=OneOrganisation(actor.organisation_id))
        yield from reader.people(pile)
        if len(pile.rows) < AT_ONCE:
            return
        offset += AT_ONCE


class _Reader:
    """Read people with all that stands beside them, in as many questions for many as for one."""

    def __init__(self, desk: IssuingDesk, cohorts: Sequence[KnownCohort], *, wanted: Wanted) -> None:
        self._desk, self._on, self._catalogue = desk, wanted.now, desk.catalogue
        self._organisation_id = wanted.organisation_id
        self._plans = {
            each.id: (each, plan(target))
            for each in cohorts
            if (target := _target(each.target, catalogue=desk.catalogue))
        }

    def pile(self, session: Session, ids: Sequence[UUID]) -> _Pile:
        """Read all that stands beside them."""
        rows = {row[0].id: row for row in register.standing_of(session, ids, now=self._on)}
        plans = self._plans_of(session, ids)
        own = [each for each in ids if each in plans]
        taken, links = _taken(session, own, now=self._on), _links(session, own)
        return _Pile(rows=tuple(rows[each] for each in ids), plans=plans, taken=taken, links=links)

    def people(self, pile: _Pile) -> tuple[Listed, ...]:
        """Give them, in the order in which they were read; what was withdrawn since counts no more."""
        files = [file for each in pile.taken.values() for file in each]
        withdrawn = withdrawn_since(self._desk, (each for _, taken in files for each in ids_in(taken)))
        return tuple(
            Listed(
                id=candidate.id,
                name=candidate.name,
                added=candidate.added,
                badges=badges,
                last=last,
                waits=Waits(waits),
                toward=tuple(self._toward(candidate, pile, withdrawn=withdrawn)),
            )
            for candidate, badges, last, waits in pile.rows
        )

    def _plans_of(
        self, session: Session, ids: Sequence[UUID]
    ) -> Mapping[UUID, Sequence[tuple[KnownCohort, Plan]]]:
        found: dict[UUID, list[tuple[KnownCohort, Plan]]] = defaultdict(list)
        rows = register.memberships(session, candidates=ids, organisation_id=self._organisation_id)
        for candidate_id, cohort_id in rows:
            if cohort_id in self._plans:
                found[candidate_id].append(self._plans[cohort_id])
        return found

    def _toward(
        self, candidate: Candidate, pile: _Pile, *, withdrawn: Mapping[str, Withdrawn]
    ) -> Iterator[Toward]:
        """Propose for each target of somebody's groups, of what counts for him."""
        plans = pile.plans.get(candidate.id, ())
        if not plans:
            return
        files = pile.taken.get(candidate.id, ())
        same = frozenset(name for is_same, taken in files if is_same for name in badges_in(taken))
        counted = count(
            without_withdrawn((each for _, taken in files for each in taken), withdrawn=withdrawn),
            on=self._on,
            whose=Whose((candidate.name,), same=same),
            links=pile.links.get(candidate.id, ()),
        )
        coverage = cover(counted, atlas=atlas_of(self._catalogue))
        for cohort, planned in plans:
            strengths = [line.strength for line in propose(coverage, planned, on=self._on).lines]
            shown, partly = strengths.count(Strength.AANGETOOND), strengths.count(Strength.DEELS)
            yield Toward(cohort, planned.target, shown, partly, of=len(strengths))


def _cohorts(session: Session, wanted: Wanted) -> tuple[KnownCohort, ...]:
    rows = register.cohorts_of(session, organisation_id=wanted.organisation_id)
    return tuple(known(row, members=members) for row, members in rows)


def _taken(
    session: Session, ids: Sequence[UUID], *, now: datetime
) -> Mapping[UUID, Sequence[tuple[bool, Sequence[Taken]]]]:
    """Read what was taken in of people, file by file, and whether somebody said whose the file is."""
    found: dict[UUID, list[tuple[bool, Sequence[Taken]]]] = defaultdict(list)
    for candidate_id, written, same_at in register.taken_of(session, ids, now=now):
        found[candidate_id].append((same_at is not None, taken_in(written)))
    return found


def _links(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Link]]:
    found: dict[UUID, list[Link]] = defaultdict(list)
    for row in register.links_of(session, ids):
        found[row.candidate_id].append(as_link(row))
    return found


def _target(code: str, *, catalogue: Catalogue) -> Target | None:
    """Find the target of a group; None where an import of the catalogue took it out."""
    try:
        return find_target(code, catalogue=catalogue)
    except TargetUnknownError:
        return None
