"""Forget decisions whose term is over: the term is the school's own, and what they rest on goes with it."""

from functools import partial
from itertools import groupby

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind, AuditSalt
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from schools.decisions.register import over_of
from schools.decisions.tables import Decision


def forget_old_decisions(desk: IssuingDesk) -> int:
    """Keep nothing of decisions of which the term of their school is over; tell how many that were."""
    forgotten = desk.register.write(partial(_forget, desk=desk), within=WHOLE_SERVICE)
    if forgotten:
        desk.register.leave_no_trace()
    return forgotten


def _forget(session: Session, *, desk: IssuingDesk) -> int:
    """Forget some hundreds at most; that they went stays in the history of their school."""
    rows = sorted(over_of(session, today=desk.clock.today()), key=_school)
    for _, own in groupby(rows, key=_school):
        theirs = [*own]
        for each in theirs:
            _forget_salt(session, each)
            session.delete(each)
        chain.append_all(session, [_event(each, desk=desk) for each in theirs])
    return len(rows)


def _forget_salt(session: Session, row: Decision) -> None:
    """Let its record tell nothing any more: without its salt, what it binds is noise."""
    salt = session.get(AuditSalt, (row.organisation_id, row.sequence))
    if salt is not None:
        session.delete(salt)


def _school(row: Decision) -> str:
    return row.organisation_id


def _event(row: Decision, *, desk: IssuingDesk) -> chain.Event:
    return chain.Event(
        organisation_id=row.organisation_id,
        kind=AuditKind.DECISION_FORGOTTEN,
        at=desk.clock.now(),
        content=row.id.bytes,
    )
