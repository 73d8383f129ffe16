"""Every question about groups and about who is where that this wing asks the database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, case, delete, exists, literal, or_, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from schools.cohorts.looking import Order, Waits, Wanted
from schools.cohorts.tables import Cohort, CohortMember
from schools.decisions.tables import Decision, ExemptionRequest
from schools.decisions.words import DecisionState, Outcome, RequestState
from schools.importing.register import in_use
from schools.importing.tables import Candidate, HandLink, TakenFile

_MORE: Final = (Outcome.MEER, Outcome.EERST_MEER)


def cohorts_of(session: Session, *, organisation_id: str) -> Sequence[tuple[Cohort, int]]:
    """List the groups of a school by their name, with how many people are in each."""
    count = func.count(col(CohortMember.candidate_id))
    return session.exec(
        select(Cohort, count)
        .outerjoin(CohortMember, col(CohortMember.cohort_id) == col(Cohort.id))
        .where(Cohort.organisation_id == organisation_id)
        .group_by(*Cohort.__table__.columns)  # type: ignore[attr-defined]  # SQLModel has it
        .order_by(col(Cohort.folded_name), col(Cohort.id))
    ).all()


def cohort_of(session: Session, cohort_id: UUID, *, organisation_id: str) -> Cohort | None:
    """Find a group of a school."""
    own = select(Cohort).where(Cohort.id == cohort_id, Cohort.organisation_id == organisation_id)
    return session.exec(own).first()


def cohort_called(session: Session, folded_name: str, *, organisation_id: str) -> Cohort | None:
    """Find a group of a school by its name."""
    own = select(Cohort).where(Cohort.organisation_id == organisation_id, Cohort.folded_name == folded_name)
    return session.exec(own).first()


def memberships(
    session: Session, *, candidates: Sequence[UUID], organisation_id: str
) -> Sequence[tuple[UUID, UUID]]:
    """Give who of these is in which group."""
    own = select(CohortMember.candidate_id, CohortMember.cohort_id).where(
        CohortMember.organisation_id == organisation_id, col(CohortMember.candidate_id).in_(candidates)
    )
    return session.exec(own).all()


def leave(session: Session, candidate_id: UUID, *, cohorts: Collection[UUID], organisation_id: str) -> None:
    """Take somebody out of groups."""
    session.execute(
        delete(CohortMember).where(
            col(CohortMember.organisation_id) == organisation_id,
            col(CohortMember.candidate_id) == candidate_id,
            col(CohortMember.cohort_id).in_(cohorts),
        )
    )


def called(session: Session, folded_names: Collection[str], *, organisation_id: str) -> Sequence[Candidate]:
    """Give the candidates of these names."""
    own = select(Candidate).where(
        Candidate.organisation_id == organisation_id, col(Candidate.folded_name).in_(folded_names)
    )
    return session.exec(own).all()


def next_of(
    session: Session, candidate_id: UUID, *, target: str, organisation_id: str
) -> tuple[Candidate, str] | None:
    """Find who comes after somebody in the first group of his with this target, and the name of that."""
    his, theirs, here = aliased(CohortMember), aliased(CohortMember), aliased(Candidate)
    asked = (
        select(Candidate, Cohort.name)
        .join(theirs, col(theirs.candidate_id) == col(Candidate.id))
        .join(Cohort, col(Cohort.id) == col(theirs.cohort_id))
        .join(his, col(his.cohort_id) == col(Cohort.id))
        .join(here, col(here.id) == col(his.candidate_id))
        .where(
            Cohort.organisation_id == organisation_id,
            Cohort.target == target,
            his.candidate_id == candidate_id,
            tuple_(col(Candidate.folded_name), col(Candidate.id)) > tuple_(here.folded_name, here.id),
        )
    )
    first = (col(Cohort.folded_name), col(Candidate.folded_name), col(Candidate.id))
    return session.exec(asked.order_by(*first).limit(1)).first()


def count_waiting(session: Session, wanted: Wanted) -> dict[Waits, int]:
    """Count for each thing that is waited for how many wait for it, of all that is looked for."""
    waits = _waits(wanted.now).label("waits")
    found = select(waits, func.count()).select_from(Candidate).where(*_asked(wanted)).group_by(waits)
    return {Waits(each): number for each, number in session.exec(found)}


def page_of(session: Session, wanted: Wanted, *, offset: int, limit: int) -> Sequence[UUID]:
    """List a page of who is looked for."""
    asked = _asked(wanted)
    if wanted.waits is not None:
        asked.append(_waits(wanted.now).in_([wanted.waits.value]))
    order = (*_order(wanted), col(Candidate.folded_name), col(Candidate.id))
    found = select(Candidate.id).where(*asked).order_by(*order)
    return session.exec(found.offset(offset).limit(limit)).all()


def standing_of(
    session: Session, candidates: Sequence[UUID], *, now: datetime
) -> Sequence[tuple[Candidate, int, datetime | None, str]]:
    """Read people with how many badges were taken in of each, when for the last time, and what waits."""
    badges = (
        select(func.coalesce(func.sum(TakenFile.badges), 0))
        .where(TakenFile.candidate_id == Candidate.id, in_use(now))
        .scalar_subquery()
    )
    found = select(Candidate, badges, _last(now), _waits(now)).where(col(Candidate.id).in_(candidates))
    return session.exec(found).all()


def taken_of(
    session: Session, candidates: Sequence[UUID], *, now: datetime
) -> Sequence[tuple[UUID, str, datetime | None]]:
    """Read what was taken in of people: of whom, what, and since when somebody says that it is theirs."""
    own = select(TakenFile.candidate_id, TakenFile.taken, TakenFile.same_at).where(
        col(TakenFile.candidate_id).in_(candidates), in_use(now)
    )
    return session.exec(own).all()


def links_of(session: Session, candidates: Sequence[UUID]) -> Sequence[HandLink]:
    """Read what was linked by hand for people."""
    own = select(HandLink).where(col(HandLink.candidate_id).in_(candidates))
    return session.exec(own.order_by(col(HandLink.at), col(HandLink.id))).all()


def _asked(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Say what must be true of somebody: of this school, with the words in his name, in the group."""
    asked: list[ColumnElement[bool]] = [col(Candidate.organisation_id) == wanted.organisation_id]
    asked += [col(Candidate.folded_name).contains(word, autoescape=True) for word in wanted.words]
    if wanted.cohort_id is not None:
        members = select(CohortMember.candidate_id).where(CohortMember.cohort_id == wanted.cohort_id)
        asked.append(col(Candidate.id).in_(members))
    return asked


def _waits(now: datetime) -> ColumnElement[str]:
    """Say what somebody waits for, of what is in use, and of what was asked for and decided."""
    return case(
        (_has_file(col(TakenFile.others) > 0, col(TakenFile.same_at).is_(None), now=now), Waits.NAME.value),
        (_is_asked(), Waits.COMMISSION.value),
        (_is_decided(col(Decision.outcome).in_(_MORE), now=now), Waits.MORE.value),
        (_is_decided(now=now), Waits.DECIDED.value),
        (_has_file(col(TakenFile.badges) > 0, now=now), Waits.LOOK.value),
        else_=literal(Waits.BADGES.value),
    )


def _is_asked() -> ColumnElement[bool]:
    """Say that a request is open, or that a second person has to confirm what was decided."""
    asked = exists().where(
        col(ExemptionRequest.candidate_id) == col(Candidate.id),
        col(ExemptionRequest.state) == RequestState.OPEN,
    )
    waiting = exists().where(
        col(Decision.candidate_id) == col(Candidate.id), col(Decision.state) == DecisionState.WAITING
    )
    return or_(asked, waiting)


def _is_decided(*conditions: ColumnElement[bool], now: datetime) -> ColumnElement[bool]:
    """Say that something was decided, and that nothing was read in since."""
    newer = exists().where(
        col(TakenFile.candidate_id) == col(Decision.candidate_id),
        col(TakenFile.at) > col(Decision.written),
        in_use(now),
    )
    own = col(Decision.candidate_id) == col(Candidate.id)
    return exists().where(own, col(Decision.state) == DecisionState.FINAL, *conditions, ~newer)


def _has_file(*conditions: ColumnElement[bool], now: datetime) -> ColumnElement[bool]:
    own = col(TakenFile.candidate_id) == col(Candidate.id)
    return exists().where(own, *conditions, in_use(now))


def _last(now: datetime) -> ScalarSelect[datetime]:
    last = select(func.max(TakenFile.at)).where(TakenFile.candidate_id == Candidate.id, in_use(now))
    return last.scalar_subquery()


def _order(wanted: Wanted) -> tuple[ColumnElement[Any], ...]:
    match wanted.order:
        case Order.DAY:
            return (_last(wanted.now).desc().nulls_last(),)
        case Order.WAITS:
            ranks = {each.value: rank for rank, each in enumerate(Waits)}
            return (case(ranks, value=_waits(wanted.now)),)
        case Order.NAME:
            return ()
