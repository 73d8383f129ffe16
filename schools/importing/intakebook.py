"""Every question about what is taken in at once that this wing asks the database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, func, select, update

from issuers.errors import NotFoundError
from issuers.recipients.reading import NewRecipient
from schools.importing.states import IntakeState, LineState
from schools.importing.tables import Candidate, Intake, IntakeLine, TakenFile


def intakes_of(session: Session, *, organisation_id: str, limit: int) -> Sequence[Intake]:
    """List what a school takes in, the newest first."""
    own = select(Intake).where(Intake.organisation_id == organisation_id)
    return session.exec(own.order_by(col(Intake.made).desc(), col(Intake.id).desc()).limit(limit)).all()


def intake_of(session: Session, intake_id: UUID, *, organisation_id: str) -> Intake:
    """Find one.

    Raises:
        NotFoundError: this school takes in nothing of the kind.
    """
    own = select(Intake).where(Intake.id == intake_id, Intake.organisation_id == organisation_id)
    row = session.exec(own).first()
    if row is None:
        raise NotFoundError
    return row


def lock_intake(session: Session, intake_id: UUID, *, organisation_id: str) -> Intake:
    """Find one, and keep others from changing it meanwhile.

    Raises:
        NotFoundError: this school takes in nothing of the kind.
    """
    own = select(Intake).where(Intake.id == intake_id, Intake.organisation_id == organisation_id)
    row = session.exec(own.with_for_update()).first()
    if row is None:
        raise NotFoundError
    return row


def counts_of(session: Session, intake_ids: Collection[UUID]) -> dict[UUID, dict[LineState, int]]:
    """Count the files of each by what came of them."""
    counted = (
        select(IntakeLine.intake_id, IntakeLine.state, func.count())
        .where(col(IntakeLine.intake_id).in_(intake_ids))
        .group_by(col(IntakeLine.intake_id), col(IntakeLine.state))
    )
    found: dict[UUID, dict[LineState, int]] = {each: {} for each in intake_ids}
    for intake_id, state, count in session.exec(counted):
        found[intake_id][LineState(state)] = count
    return found


def waiting_at(session: Session, intake_id: UUID, places: Collection[int]) -> Sequence[IntakeLine]:
    """List those of these files that still wait, without reading what is in them."""
    rows = select(IntakeLine).where(
        IntakeLine.intake_id == intake_id,
        IntakeLine.state == LineState.WAITS,
        col(IntakeLine.place).in_(places),
    )
    unread = defer(IntakeLine.raw)  # type: ignore[arg-type]  # SQLModel types it as its value
    return session.exec(rows.options(unread).order_by(col(IntakeLine.place))).all()


def next_lines(session: Session, intake_id: UUID, *, limit: int) -> Sequence[IntakeLine]:
    """List the files to look at now: those nobody began, then one that was begun and never settled."""
    waits = IntakeLine.intake_id == intake_id, IntakeLine.state == LineState.WAITS
    fresh = select(IntakeLine).where(*waits, IntakeLine.begun == 0).order_by(col(IntakeLine.place))
    if found := session.exec(fresh.limit(limit)).all():
        return found
    begun = select(IntakeLine).where(*waits).order_by(col(IntakeLine.begun), col(IntakeLine.place))
    return session.exec(begun.limit(1)).all()


def count_begun(  # noqa: PLR0913 - which files of which intake, and by how much
    session: Session,
    *,
    intake_id: UUID,
    places: Collection[int],
    organisation_id: str,
    now: datetime,
    by: int,
) -> None:
    """Count how often files that wait were begun.

    Raises:
        NotFoundError: there is no such intake any more.
    """
    lock_intake(session, intake_id, organisation_id=organisation_id).touched = now
    own = col(IntakeLine.intake_id) == intake_id, col(IntakeLine.place).in_(places)
    waits = col(IntakeLine.state) == LineState.WAITS
    session.execute(update(IntakeLine).where(*own, waits).values(begun=col(IntakeLine.begun) + by))


def lines_told(
    session: Session, intake_id: UUID, *, states: Collection[LineState], limit: int
) -> Sequence[IntakeLine]:
    """List the same, without reading what is in the files."""
    rows = select(IntakeLine).where(
        IntakeLine.intake_id == intake_id, col(IntakeLine.state).in_(list(states))
    )
    unread = defer(IntakeLine.raw)  # type: ignore[arg-type]  # SQLModel types it as its value
    return session.exec(rows.options(unread).order_by(col(IntakeLine.place)).limit(limit)).all()


def line_of(session: Session, intake_id: UUID, place: int, *, organisation_id: str) -> IntakeLine | None:
    """Find one file."""
    row = select(IntakeLine).where(IntakeLine.intake_id == intake_id, IntakeLine.place == place)
    return session.exec(row.where(IntakeLine.organisation_id == organisation_id)).first()


def name_persons(session: Session, intake_id: UUID, persons: Sequence[str]) -> None:
    """Write of whom each file is, by its place, without reading what is in it."""
    said = [
        {"intake_id": intake_id, "place": place, "person": person} for place, person in enumerate(persons, 1)
    ]
    session.execute(update(IntakeLine), said)


def called(session: Session, folded: Collection[str], *, organisation_id: str) -> dict[str, list[Candidate]]:
    """Find the candidates of these names."""
    rows = select(Candidate).where(
        Candidate.organisation_id == organisation_id, col(Candidate.folded_name).in_(list(folded))
    )
    found: dict[str, list[Candidate]] = {}
    for each in session.exec(rows):
        found.setdefault(each.folded_name, []).append(each)
    return found


def named(session: Session, names: Collection[str], *, organisation_id: str) -> dict[str, list[Candidate]]:
    """Find who has each of these names, as they are compared."""
    folded = {each: NewRecipient(name=each).folded_name for each in names}
    found = called(session, set(folded.values()), organisation_id=organisation_id)
    return {each: found[name] for each, name in folded.items() if name in found}


def given_in(session: Session, intake_id: UUID) -> set[UUID]:
    """Name the candidates with whom files of this intake are."""
    rows = select(IntakeLine.candidate_id).where(IntakeLine.intake_id == intake_id).distinct()
    return {each for each in session.exec(rows) if each is not None}


def having(session: Session, digests: Collection[str], *, among: Collection[UUID]) -> set[tuple[str, UUID]]:
    """Tell which of these files which of these candidates has already."""
    rows = select(TakenFile.digest, TakenFile.candidate_id).where(
        col(TakenFile.candidate_id).in_(list(among)), col(TakenFile.digest).in_(list(digests))
    )
    return set(session.exec(rows).all())


def asked_of(session: Session, intake_id: UUID, person: str) -> Sequence[IntakeLine]:
    """List the files of which is asked whose they are, by this name or by these folders."""
    rows = select(IntakeLine).where(
        IntakeLine.intake_id == intake_id, IntakeLine.state == LineState.ASKED, IntakeLine.person == person
    )
    unread = defer(IntakeLine.raw)  # type: ignore[arg-type]  # SQLModel types it as its value
    return session.exec(rows.options(unread)).all()


def forget_whose(session: Session, candidate_id: UUID, *, organisation_id: str) -> None:
    """Keep of the files of a candidate only that they were there: no name, no bytes."""
    own = col(IntakeLine.organisation_id) == organisation_id, col(IntakeLine.candidate_id) == candidate_id
    session.execute(update(IntakeLine).where(*own).values(name="", person="", raw=None))


def silent_since(session: Session, before: datetime) -> Sequence[Intake]:
    """List what runs and of which nothing was heard since, of every school."""
    rows = select(Intake).where(Intake.state == IntakeState.RUNNING, Intake.touched <= before)
    return session.exec(rows).all()


def unname_refused(session: Session, *, since: datetime) -> int:
    """Keep of files that were refused then only their reason, of every school; tell how many."""
    is_done = col(Intake.state).in_([IntakeState.DONE, IntakeState.STOPPED])
    done = select(Intake.id).where(is_done, col(Intake.touched) <= since)
    named = or_(col(IntakeLine.name) != "", col(IntakeLine.person) != "")
    rows = col(IntakeLine.intake_id).in_(done), col(IntakeLine.state) == LineState.REFUSED, named
    return session.exec(update(IntakeLine).where(*rows).values(name="", person="")).rowcount


def forget_intakes(session: Session, *, over_since: datetime, left_since: datetime) -> int:
    """Forget what was done then, and what was left half put down; tell how many."""
    is_done = col(Intake.state).in_([IntakeState.DONE, IntakeState.STOPPED])
    over = session.exec(delete(Intake).where(is_done, col(Intake.touched) <= over_since)).rowcount
    is_left = col(Intake.state) == IntakeState.LOADING
    return over + session.exec(delete(Intake).where(is_left, col(Intake.touched) <= left_since)).rowcount
