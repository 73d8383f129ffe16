"""Put many people into a group at once, by their names.

Whether somebody of that name is there already is asked, and never guessed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from issuers.recipients.reading import NewRecipient, TypedRecipient, read_recipient
from schools.cohorts import register
from schools.cohorts.keeping import join, require_cohort
from schools.importing.tables import Candidate

MOST_NAMES: Final = 500
_MOST_SAID: Final = 5
NONE: Final = FieldProblem(
    "namen", "missing", "Schrijf op elke regel een naam.", "Write a name on each line."
)
TOO_MANY: Final = FieldProblem(
    "namen",
    "too-many",
    f"Dat zijn er meer dan {MOST_NAMES}. Doe er {MOST_NAMES} tegelijk.",
    f"Those are more than {MOST_NAMES}. Do {MOST_NAMES} at a time.",
)


class There(StrEnum):
    """Say who they are whose names stand in the list of the school already."""

    SAME = "dezelfde"
    OTHERS = "anderen"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNames:
    """Hold names as they were typed, each on a line; `al` says who they are that are there already."""

    namen: str = ""
    al: str = ""


def put_together(desk: IssuingDesk, cohort_id: UUID, typed: TypedNames, *, actor: Actor) -> int:
    """Put people into a group, and begin to look at the badges of who is new; tell how many people that are.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such group.
        FormError: there is no name, one holds what may not stand there, or one is there already.
    """
    require(actor, Action.CONFIRM)
    people, there = _read(typed.namen), There(typed.al) if typed.al in set(There) else None

    def work(session: Session) -> int:
        require_still(session, actor, Action.CONFIRM)
        require_cohort(session, cohort_id, actor=actor)
        known = register.called(
            session, {each.folded_name for each in people}, organisation_id=actor.organisation_id
        )
        _require_said(people, known, there=there)
        same = [each.id for each in known] if there is There.SAME else []
        names = {each.folded_name for each in known} if same else set[str]()
        new = [_candidate(desk, each, actor=actor) for each in people if each.folded_name not in names]
        session.add_all(new)
        session.flush()
        for each in new:
            record(session, AuditKind.CANDIDATE_ADDED, content=each.id.bytes, desk=desk, actor=actor)
        rows = register.memberships(session, candidates=same, organisation_id=actor.organisation_id)
        in_it = {candidate_id for candidate_id, group in rows if group == cohort_id}
        added = [*(each.id for each in new), *(each for each in same if each not in in_it)]
        join(session, added, cohorts={cohort_id}, actor=actor)
        return len(added)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _read(typed: str) -> list[NewRecipient]:
    """Read the names.

    Raises:
        FormError: with the line of each that cannot be used.
    """
    lines = [(number, line) for number, line in enumerate(typed.splitlines(), 1) if line.strip()]
    if not lines or len(lines) > MOST_NAMES:
        raise FormError([TOO_MANY if lines else NONE])
    people: list[NewRecipient] = []
    problems: list[FieldProblem] = []
    for number, line in lines:
        try:
            people.append(read_recipient(TypedRecipient(naam=line)))
        except FormError as error:
            problems += _of_line(number, error.problems)
    if problems:
        raise FormError(problems)
    return people


def _of_line(number: int, problems: Sequence[FieldProblem]) -> Iterator[FieldProblem]:
    for each in problems:
        yield FieldProblem("namen", each.code, f"Regel {number}: {each.nl}", f"Line {number}: {each.en}")


def _require_said(people: Sequence[NewRecipient], known: Sequence[Candidate], *, there: There | None) -> None:
    """Ask who they are that are there already: a name is no person.

    Raises:
        FormError: nobody said so, or it can be more than one.
    """
    typed = Counter(each.folded_name for each in people)
    rows = Counter(each.folded_name for each in known)
    if there is There.OTHERS:
        return
    names = {each.folded_name: each.name for each in people}
    twice = [names[each] for each, number in typed.items() if number > 1]
    if there is There.SAME:
        twice += [names[each] for each, number in rows.items() if number > 1]
        if twice:
            raise FormError([_more_of(twice)])
    elif twice or rows:
        raise FormError([_there([*twice, *(names[each] for each in rows)])])


def _there(names: Sequence[str]) -> FieldProblem:
    said = _listed(names)
    return FieldProblem(
        "al",
        "there",
        f"Deze namen zijn er al: {said}. Zeg of het dezelfde mensen zijn.",
        f"These names are there already: {said}. Say whether they are the same people.",
    )


def _more_of(names: Sequence[str]) -> FieldProblem:
    said = _listed(names)
    return FieldProblem(
        "al",
        "more",
        f"Van deze naam is er meer dan 1: {said}. Haal hem hier weg, en kies de groep op de eigen pagina.",
        f"There is more than one of this name: {said}. Take it out here, and choose the group on its page.",
    )


def _listed(names: Sequence[str]) -> str:
    """Name some; a list of hundreds is read by nobody."""
    once = [*dict.fromkeys(names)]
    rest = f" (+{len(once) - _MOST_SAID})" if len(once) > _MOST_SAID else ""
    return ", ".join(once[:_MOST_SAID]) + rest


def _candidate(desk: IssuingDesk, new: NewRecipient, *, actor: Actor) -> Candidate:
    now = desk.clock.now()
    return Candidate(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        name=new.name,
        folded_name=new.folded_name,
        added=now,
        added_by=actor.person_id,
    )
