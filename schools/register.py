"""Every question about candidates and their files that this room asks the database."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, func, select

from schools.tables import Candidate, HandLink, TakenFile


def candidates_of(session: Session, *, organisation_id: str) -> Sequence[tuple[Candidate, int]]:
    """List the candidates of a school by their name, with how many files each has."""
    count = func.count(col(TakenFile.id))
    return session.exec(
        select(Candidate, count)
        .outerjoin(TakenFile, col(TakenFile.candidate_id) == col(Candidate.id))
        .where(Candidate.organisation_id == organisation_id)
        .group_by(*Candidate.__table__.columns)  # type: ignore[attr-defined]  # SQLModel has it
        .order_by(col(Candidate.folded_name), col(Candidate.id))
    ).all()


def candidate_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> Candidate | None:
    """Find a candidate of a school."""
    own = select(Candidate).where(Candidate.id == candidate_id, Candidate.organisation_id == organisation_id)
    return session.exec(own).first()


def files_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> Sequence[TakenFile]:
    """List the files of a candidate, those that were looked at last first."""
    return session.exec(
        select(TakenFile)
        .where(TakenFile.candidate_id == candidate_id, TakenFile.organisation_id == organisation_id)
        .order_by(col(TakenFile.at).desc(), col(TakenFile.name), col(TakenFile.id))
    ).all()


def file_of(session: Session, file_id: UUID, *, candidate_id: UUID, organisation_id: str) -> TakenFile | None:
    """Find one file of a candidate."""
    own = select(TakenFile).where(TakenFile.id == file_id, TakenFile.candidate_id == candidate_id)
    return session.exec(own.where(TakenFile.organisation_id == organisation_id)).first()


def digests_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> dict[str, UUID]:
    """Name the files that a candidate has, by their digest."""
    own = select(TakenFile.digest, TakenFile.id).where(
        TakenFile.candidate_id == candidate_id, TakenFile.organisation_id == organisation_id
    )
    return dict(session.exec(own).all())


def links_of(session: Session, *, candidate_id: UUID, organisation_id: str) -> Sequence[HandLink]:
    """List the links that were made by hand for a candidate, the oldest first."""
    return session.exec(
        select(HandLink)
        .where(HandLink.candidate_id == candidate_id, HandLink.organisation_id == organisation_id)
        .order_by(col(HandLink.at), col(HandLink.id))
    ).all()


def link_of(session: Session, link_id: UUID, *, candidate_id: UUID, organisation_id: str) -> HandLink | None:
    """Find one link of a candidate."""
    own = select(HandLink).where(HandLink.id == link_id, HandLink.candidate_id == candidate_id)
    return session.exec(own.where(HandLink.organisation_id == organisation_id)).first()
