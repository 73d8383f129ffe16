"""Every question about candidates and their files that this wing asks the database."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, exists, func, select

from holders.sharing.tables import SchoolConsent
from schools.cohorts.tables import CohortMember
from schools.decisions.tables import Decision, ExemptionRequest
from schools.importing.tables import Candidate, HandLink, RestedFile, TakenFile


def in_use(now: datetime) -> ColumnElement[bool]:
    """Say which files a school may use: what it got itself, and what came by a consent that stands."""
    stands = exists().where(
        col(SchoolConsent.id) == col(TakenFile.consent_id),
        col(SchoolConsent.ended).is_(None),
        col(SchoolConsent.until) > now,
    )
    return or_(col(TakenFile.consent_id).is_(None), stands)


def candidates_of(
    session: Session, *, organisation_id: str, now: datetime
) -> Sequence[tuple[Candidate, int]]:
    """List the candidates of a school by their name, with how many files in use each has."""
    count = func.count(col(TakenFile.id))
    own = and_(col(TakenFile.candidate_id) == col(Candidate.id), in_use(now))
    return session.exec(
        select(Candidate, count)
        .outerjoin(TakenFile, own)
        .where(Candidate.organisation_id == organisation_id)
        .group_by(*Candidate.__table__.columns)  # type: ignore[attr-defined]  # SQLModel has it
        .order_by(col(Candidate.folded_name), col(Candidate.id))
    ).all()


def candidate_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> Candidate | None:
    """Find a candidate of a school."""
    own = select(Candidate).where(Candidate.id == candidate_id, Candidate.organisation_id == organisation_id)
    return session.exec(own).first()


def lock_candidate(session: Session, candidate: Candidate) -> Candidate:
    """Let nobody else write of a candidate until the transaction ends."""
    session.refresh(candidate, with_for_update=True)
    return candidate


def files_of(
    session: Session, candidate_id: UUID, *, organisation_id: str, now: datetime
) -> Sequence[TakenFile]:
    """List the files of a candidate that are in use, those that were looked at last first.

    What is in them is read only where somebody asks for it.
    """
    unread = defer(TakenFile.raw)  # type: ignore[arg-type]  # SQLModel types it as its value
    return session.exec(
        select(TakenFile)
        .options(unread)
        .where(TakenFile.candidate_id == candidate_id, TakenFile.organisation_id == organisation_id)
        .where(in_use(now))
        .order_by(col(TakenFile.at).desc(), col(TakenFile.name), col(TakenFile.id))
    ).all()


def file_of(
    session: Session, file_id: UUID, *, candidate_id: UUID, organisation_id: str, now: datetime
) -> TakenFile | None:
    """Find one file of a candidate that is in use."""
    own = select(TakenFile).where(TakenFile.id == file_id, TakenFile.candidate_id == candidate_id)
    return session.exec(own.where(TakenFile.organisation_id == organisation_id, in_use(now))).first()


def digests_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> dict[str, UUID]:
    """Name the files that a candidate has, by their digest."""
    own = select(TakenFile.digest, TakenFile.id).where(
        TakenFile.candidate_id == candidate_id, TakenFile.organisation_id == organisation_id
    )
    return dict(session.exec(own).all())


def consents_known(session: Session, ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """Tell until when these consents last."""
    asked = select(SchoolConsent.id, SchoolConsent.until).where(col(SchoolConsent.id).in_(ids))
    return dict(session.exec(asked).all())


def out_of_use(session: Session, *, now: datetime, limit: int) -> Sequence[TakenFile]:
    """List files whose consent ended, of every school."""
    return session.exec(select(TakenFile).where(~in_use(now)).limit(limit)).all()


def rested_of(session: Session, candidate_id: UUID, *, organisation_id: str) -> Sequence[RestedFile]:
    """List what decisions about a candidate rest on."""
    own = select(RestedFile).where(RestedFile.candidate_id == candidate_id)
    return session.exec(
        own.where(RestedFile.organisation_id == organisation_id).order_by(
            col(RestedFile.at).desc(), col(RestedFile.name), col(RestedFile.id)
        )
    ).all()


def rested_by_id(
    session: Session, rested_id: UUID, *, candidate_id: UUID, organisation_id: str
) -> RestedFile | None:
    """Find one file on which a decision about a candidate rests."""
    own = select(RestedFile).where(RestedFile.id == rested_id, RestedFile.candidate_id == candidate_id)
    return session.exec(own.where(RestedFile.organisation_id == organisation_id)).first()


def over_of(session: Session, *, today: date) -> Sequence[RestedFile]:
    """List what decisions rested on of which the term is over, of every school."""
    return session.exec(select(RestedFile).where(col(RestedFile.until) < today)).all()


def loose_of(
    session: Session, candidate_id: UUID, *, organisation_id: str
) -> Sequence[TakenFile | HandLink | ExemptionRequest | CohortMember]:
    """List all of a candidate on which no decision rests: files, in use or not, links, requests, groups."""
    own = select(TakenFile).where(TakenFile.candidate_id == candidate_id)
    files = session.exec(own.where(TakenFile.organisation_id == organisation_id)).all()
    asked = select(ExemptionRequest).where(ExemptionRequest.candidate_id == candidate_id)
    requests = session.exec(asked.where(ExemptionRequest.organisation_id == organisation_id)).all()
    links = links_of(session, candidate_id=candidate_id, organisation_id=organisation_id)
    member = select(CohortMember).where(CohortMember.candidate_id == candidate_id)
    groups = session.exec(member.where(CohortMember.organisation_id == organisation_id)).all()
    return [*files, *links, *requests, *groups]


def is_decided(session: Session, candidate_id: UUID, *, organisation_id: str) -> bool:
    """Tell whether a school still has a decision about a candidate; his name is in it."""
    own = select(Decision.id).where(Decision.candidate_id == candidate_id)
    return session.exec(own.where(Decision.organisation_id == organisation_id).limit(1)).first() is not None


def undecided_since(session: Session, before: datetime, *, limit: int) -> Sequence[Candidate]:
    """List of every school the people on whom nobody decided, and of whom nothing happened since."""
    old = select(Candidate).where(_is_left(before))
    by_school = col(Candidate.organisation_id), col(Candidate.added), col(Candidate.id)
    return session.exec(old.order_by(*by_school).limit(limit)).all()


def count_undecided_since(session: Session, before: datetime) -> int:
    """Count them."""
    return session.exec(select(func.count()).select_from(Candidate).where(_is_left(before))).one()


def _is_left(before: datetime) -> ColumnElement[bool]:
    own = col(Candidate.id)
    lasts = (
        exists().where(col(Decision.candidate_id) == own),
        exists().where(col(RestedFile.candidate_id) == own),
    )
    happened = (
        exists().where(col(TakenFile.candidate_id) == own, col(TakenFile.at) > before),
        exists().where(col(HandLink.candidate_id) == own, col(HandLink.at) > before),
        exists().where(col(ExemptionRequest.candidate_id) == own, col(ExemptionRequest.recorded) > before),
    )
    return and_(col(Candidate.added) <= before, ~or_(*lasts, *happened))


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
